import { refused } from './refusal.ts'
import type { SqlParser } from './parser.ts'

/** What an accepted query is put into when it becomes a table. */
export const opening = 'FROM ('
export const closing = '\n)'

const MOST = 20

/**
 * A query that ends in a semicolon cannot stand in parentheses. Which semicolons are outside quotes
 * and comments only the parser knows, so they are blanked from the last one on until the query parses
 * in parentheses and still means the same.
 */
export async function withoutSemicolon(
  parser: SqlParser,
  text: string,
  signal: AbortSignal,
): Promise<string> {
  if (!text.includes(';')) return text
  const original = await parser.parse(text, signal)
  let candidate = text
  let from = text.length
  for (let tries = 0; tries < MOST; tries += 1) {
    const inside = await parser.parse(opening + candidate + closing, signal)
    if ('statements' in inside) return candidate
    from = candidate.lastIndexOf(';', from - 1)
    if (from < 0) break
    const next = `${candidate.slice(0, from)} ${candidate.slice(from + 1)}`
    const parsed = await parser.parse(next, signal)
    const same = 'json' in parsed && 'json' in original && parsed.json === original.json
    if (same) candidate = next
  }
  throw refused({ what: '末尾带有多余分号的查询', instead: '删掉末尾的分号。' })
}
