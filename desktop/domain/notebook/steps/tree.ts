/** A value in the JSON that `json_serialize_sql` gives. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [key: string]: Json | undefined
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}

/** A string member; empty where it is missing, for the serialiser leaves out empty strings. */
export function textOf(object: JsonObject, key: string): string {
  const value = object[key]
  return typeof value === 'string' ? value : ''
}

export function listOf(object: JsonObject, key: string): readonly Json[] {
  const value = object[key]
  return isList(value) ? value : []
}

/** Where a node begins, in bytes of the text; nothing where the parser did not say. */
export function locationOf(object: JsonObject): number | undefined {
  const value = object['query_location']
  return typeof value === 'number' && value < Number.MAX_SAFE_INTEGER ? value : undefined
}

/** The strings of a list member. */
export function textsOf(object: JsonObject, key: string): readonly string[] {
  return listOf(object, key).filter((item) => typeof item === 'string')
}
