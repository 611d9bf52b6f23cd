import { similar } from './similar.ts'

const keywords = `SELECT FROM WHERE GROUP HAVING ORDER LIMIT OFFSET DISTINCT BETWEEN UNION EXCEPT
  INTERSECT INNER LEFT RIGHT FULL OUTER CROSS JOIN USING WINDOW QUALIFY PARTITION OVER CASE WHEN
  THEN ELSE END WITH VALUES PIVOT UNPIVOT EXISTS DESC FILTER`.split(/\s+/)

/**
 * A keyword with a slip of the pen at or just before the place where the parser stopped: it takes
 * `FORM` for an alias and stumbles over what follows.
 */
export function misspeltKeyword(
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
): { readonly from: number; readonly to: number; readonly keyword: string } | undefined {
  const before = Array.from(text.slice(0, from).matchAll(/[A-Za-z]+/g))
    .slice(-2)
    .reverse()
  const places = [
    { from, to },
    ...before.map(({ index, 0: word }) => ({ from: index, to: index + word.length })),
  ]
  for (const place of places) {
    const word = text.slice(place.from, place.to).toUpperCase()
    if (!/^[A-Z]{3,}$/.test(word) || keywords.includes(word)) continue
    const [keyword] = similar(word, keywords)
    if (keyword !== undefined) return { ...place, keyword }
  }
  return undefined
}
