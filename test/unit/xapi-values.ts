/** Values as the Experience API 1.0.3 wants them (part two, 2.2 and 4). */

export type Fields = Readonly<Record<string, unknown>>

export const text = (value: unknown): string => (typeof value === 'string' ? value : '')

export function object(value: unknown, name: string, told: string[]): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields
  told.push(`${name}: no object`)
  return {}
}

export function only(
  fields: Fields,
  name: string,
  allowed: readonly string[],
  told: string[],
): void {
  for (const key of Object.keys(fields)) {
    if (!allowed.includes(key)) told.push(`${name}.${key}: not allowed`)
  }
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
export const isUuid = (value: unknown): boolean => uuid.test(text(value))

/** Absolute, and without what no IRI has (RFC 3987): blanks, quotes, halves of pairs, a lone %. */
export function isIri(value: unknown): boolean {
  const iri = text(value)
  if (!/^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`\p{Cc}\p{Surrogate}]+$/iu.test(iri)) return false
  return !/%(?![0-9a-f]{2})/i.test(iri)
}

const stamp =
  /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|\+\d\d:\d\d|-(?!00:00)\d\d:\d\d)$/

/** RFC 3339, a day of the calendar and a zone; −00:00 says that the zone is unknown. */
export function isTimestamp(value: unknown): boolean {
  const [whole, year, month, day] = stamp.exec(text(value)) ?? []
  if (whole === undefined) return false
  const date = new Date(0)
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  return date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day)
}

/** Weeks stand alone; a T is followed by something. */
const duration = /^P(?!$)(\d+W|(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?)$/
export const isDuration = (value: unknown): boolean => duration.test(text(value))

const tag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/

export function languageMap(value: unknown, name: string, told: string[]): void {
  for (const [key, words] of Object.entries(object(value, name, told))) {
    if (!tag.test(key) || text(words) === '') told.push(`${name}.${key}: no language and text`)
  }
}

/** No null and nothing that JSON cannot hold; extensions may be what they like. */
export function noNulls(value: unknown, name: string, told: string[]): void {
  if (value === null || value === undefined) told.push(`${name}: null`)
  if (typeof value === 'number' && !Number.isFinite(value)) told.push(`${name}: no number`)
  if (typeof value !== 'object' || value === null) return
  for (const [key, one] of Object.entries(value)) {
    if (key !== 'extensions') noNulls(one, `${name}.${key}`, told)
  }
}
