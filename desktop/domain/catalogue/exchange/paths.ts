/** JSON objects as plain data, taken apart and put together by the paths of their parts. */
export type Path = readonly string[]
export type JsonObject = Readonly<Record<string, unknown>>

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What lies at the path; `undefined` where nothing does. */
export function valueAt(object: unknown, path: Path): unknown {
  let at = object
  for (const key of path) {
    if (!isObject(at) || !Object.hasOwn(at, key)) return undefined
    at = at[key]
  }
  return at
}

/** The object with a value at the path; what is in the way and no object gives way. */
export function withValue(object: JsonObject, path: Path, value: unknown): JsonObject {
  const [key, ...rest] = path
  if (key === undefined) return object
  if (rest.length === 0) return { ...object, [key]: value }
  const inner = object[key]
  return { ...object, [key]: withValue(isObject(inner) ? inner : {}, rest, value) }
}

/** The object without what lies at the path; objects that this empties go too. */
export function withoutValue(object: JsonObject, path: Path): JsonObject {
  const [key, ...rest] = path
  if (key === undefined || !Object.hasOwn(object, key)) return object
  const { [key]: inner, ...others } = object
  if (rest.length === 0 || !isObject(inner)) return others
  const left = withoutValue(inner, rest)
  return Object.keys(left).length === 0 ? others : { ...object, [key]: left }
}

/** Whether two JSON values are equal, the order of keys aside. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => sameJson(item, b[index]))
  }
  if (!isObject(a) || !isObject(b)) return false
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key]))
  )
}
