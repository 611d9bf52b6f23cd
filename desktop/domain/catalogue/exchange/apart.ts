import { isObject, sameJson, valueAt, withoutValue, withValue } from './paths.ts'
import type { JsonObject, Path } from './paths.ts'

/** How a part of a descriptor is written elsewhere, and read back. */
export interface Codec<Written, Read = Written> {
  /** `undefined` where this form cannot hold the value. */
  readonly write: (value: unknown) => Written | undefined
  /** `undefined` for a part that is not there. Never fails: what makes no sense stays as it is. */
  readonly read: (written: Read | undefined) => unknown
}

/** One part of a descriptor: where it lies, and how it is written. */
export interface Part<Written, Read = Written> {
  readonly path: Path
  readonly codec: Codec<Written, Read>
}

export interface Apart<Written> {
  /** In the order of the parts; `undefined` for a part that is not there. */
  readonly cells: readonly (Written | undefined)[]
  /** Everything that no part holds. */
  readonly rest: JsonObject
}

/**
 * Takes an object apart. A part leaves the rest only where reading gives back exactly what was
 * written, so nothing is lost whatever a value looks like, or a later version adds.
 */
export function takeApart<Written, Read>(
  object: JsonObject,
  parts: readonly Part<Written, Read>[],
  asRead: (written: Written) => Read,
): Apart<Written> {
  let rest = object
  const cells = parts.map(({ path, codec }) => {
    const value = valueAt(object, path)
    if (value === undefined) return undefined
    const written = codec.write(value)
    const back = codec.read(written === undefined ? undefined : asRead(written))
    if (!sameJson(back, value)) return undefined
    rest = withoutValue(rest, path)
    return written
  })
  return { cells, rest }
}

/** Puts an object together again; what a cell says comes before what the rest says. */
export function putTogether<Written, Read>(
  cells: readonly (Read | undefined)[],
  rest: unknown,
  parts: readonly Part<Written, Read>[],
): JsonObject {
  let object: JsonObject = isObject(rest) ? rest : {}
  parts.forEach(({ path, codec }, index) => {
    const cell = cells[index]
    if (cell === undefined && valueAt(object, path) !== undefined) return
    const value = codec.read(cell)
    if (value !== undefined) object = withValue(object, path, value)
  })
  return object
}
