import { parseDocument } from 'yaml'

/** What follows the cell's kind on its opening fence. */
export interface FenceInfo {
  readonly name: string | undefined
  /** Other attributes, their values read as YAML scalars. */
  readonly attributes: Readonly<Record<string, unknown>>
  /** The first thing that is not `key=value`. */
  readonly wrong: string | undefined
}

const attribute = /([^\s=]+)=("[^"]*"|[^\s"]+)(?=\s|$)|(\S+)/gu

/** Reads `name=threshold type=slider min=7`. */
export function readInfo(info: string): FenceInfo {
  const attributes: Record<string, unknown> = {}
  let name: string | undefined
  let wrong: string | undefined
  for (const [, key, value = '', stray] of info.matchAll(attribute)) {
    if (key === undefined) wrong ??= stray
    else if (key === 'name') name = unquote(value)
    else attributes[key] = value.startsWith('"') ? unquote(value) : scalar(value)
  }
  return { name, attributes, wrong }
}

const unquote = (value: string) => (value.startsWith('"') ? value.slice(1, -1) : value)

function scalar(text: string): unknown {
  if (/^[[{&*!]/.test(text)) return text // no scalar, however deep
  const document = parseDocument(text)
  const value: unknown = document.errors.length > 0 ? text : document.toJS({ maxAliasCount: 0 })
  return typeof value === 'object' ? text : value
}
