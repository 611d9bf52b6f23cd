import { literal } from './sql.ts'

/** One of a list that is written out. */
export function oneOf(pieces: readonly string[], uniform: string): string {
  return `[${pieces.map(literal).join(', ')}][1 + CAST(floor(${uniform} * ${pieces.length}) AS INTEGER)]`
}

/** `CASE column WHEN key THEN one of its pieces … END`; `otherwise` is for all other keys. */
export function oneBy(
  column: string,
  lists: Readonly<Record<string, readonly string[]>>,
  uniform: string,
): string {
  const cases = Object.entries(lists)
    .filter(([key]) => key !== 'otherwise')
    .map(([key, pieces]) => `WHEN ${literal(key)} THEN ${oneOf(pieces, uniform)}`)
  const { otherwise } = lists
  const rest = otherwise ? `ELSE ${oneOf(otherwise, uniform)} ` : ''
  return `CASE ${column} ${cases.join(' ')} ${rest}END`
}
