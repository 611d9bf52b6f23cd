import { allowedFunctions, allowedTableFunctions } from '../accept/allow-lists.ts'
import type { SqlParser } from '../accept/parser.ts'
import { fold } from '../names.ts'
import { utf16Offset } from '../position.ts'

/** More than anybody reads through; DuckDB gives the likelier ones first. */
const most = 60

interface Completion {
  readonly from: number
  readonly words: { readonly text: string; readonly kind: 'keyword' | 'function' }[]
}

/**
 * How a text may go on, by DuckDB's own grammar. Asked of the parser's database, which has no tables
 * and may touch no file: names of files are left out besides, and functions that would be refused.
 */
export async function complete(
  parser: SqlParser,
  text: string,
  signal: AbortSignal,
): Promise<Completion> {
  const rows = await parser.suggest(text, signal)
  const begin = rows[0]?.start ?? 0
  const words = rows
    .filter(({ start }) => start === begin)
    .flatMap(({ word, type }): Completion['words'] => {
      const bare = word.trim()
      if (type === 'keyword' && /^[a-z_ ]{2,}$/i.test(bare)) {
        return [{ text: bare.toUpperCase(), kind: 'keyword' }]
      }
      const isFunction = type.endsWith('function') && isAllowed(bare)
      return isFunction ? [{ text: bare, kind: 'function' }] : []
    })
  return { from: utf16Offset(text, begin, 'bytes'), words: words.slice(0, most) }
}

const isAllowed = (name: string) =>
  allowedFunctions.has(fold(name)) || allowedTableFunctions.has(fold(name))
