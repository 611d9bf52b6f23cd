import { isNode, parseDocument, type Document } from 'yaml'
import type * as z from 'zod'
import { describeIssue } from './issue.ts'
import type { Sentence } from './problem.ts'
import { yamlDanger } from './yaml-limits.ts'

/** What a piece of YAML holds, or what is wrong with it and where in it (a UTF-16 offset). */
export type YamlPart<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly detail: Sentence; readonly offset: number }

/** Reads YAML (1.2 core, no aliases) and checks it against a schema. */
export function readYaml<S extends z.ZodType>(text: string, schema: S): YamlPart<z.output<S>> {
  const danger = yamlDanger(text)
  if (danger) return { ok: false, detail: danger, offset: 0 }
  const document = parseDocument(text, { prettyErrors: false, stringKeys: true })
  const broken = document.errors[0]
  if (broken) return { ok: false, detail: yamlFault(broken.message), offset: broken.pos[0] }
  let value: unknown
  try {
    value = document.toJS({ maxAliasCount: 0 })
  } catch (error) {
    return { ok: false, detail: yamlFault(error instanceof Error ? error.message : ''), offset: 0 }
  }
  const checked = check(value, schema)
  if (checked.ok) return checked
  return { ok: false, detail: checked.detail, offset: offsetOf(document, checked.path) }
}

/** A value that fits a schema, or the first thing that does not. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly detail: Sentence; readonly path: readonly PropertyKey[] }

export function check<S extends z.ZodType>(value: unknown, schema: S): Checked<z.output<S>> {
  const checked = schema.safeParse(value, { reportInput: true })
  if (checked.success) return { ok: true, value: checked.data }
  const issue = checked.error.issues[0]
  if (!issue) return { ok: false, detail: yamlFault(''), path: [] }
  const { path, sentence } = describeIssue(issue)
  return { ok: false, detail: sentence, path }
}

/** Where the value at the path stands; of its nearest written parent where it is missing. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return 0
}

function yamlFault(message: string): Sentence {
  return { zh: `YAML 写法不对（${message}）`, en: `not valid YAML (${message})` }
}
