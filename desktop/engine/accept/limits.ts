import { refused } from './refusal.ts'

/** The longest text of one query, in UTF-16 units. */
export const MAX_LENGTH = 100_000

/** DuckDB's scanner needs time that grows with the square of nested comments: 3,000 take 0.3 s. */
const MAX_COMMENTS = 500

function occurrences(text: string, piece: string): number {
  let count = 0
  for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + piece.length))
    count += 1
  return count
}

/**
 * Refuses what should not even reach the parser. Deep nesting may: DuckDB's grammar gives up at
 * some thousand levels, and `max_expression_depth` before that.
 */
export function checkLimits(text: string): void {
  if (text.length > MAX_LENGTH) {
    throw refused({
      what: `这么长的查询（${text.length} 个字，最多 ${MAX_LENGTH} 个）`,
      instead: '把它拆成几个单元格，后面的引用前面的结果。',
    })
  }
  const nul = text.indexOf('\0')
  if (nul >= 0) {
    throw refused(
      { what: '含有空字符（NUL）的查询', instead: '删掉标出的这个看不见的字符。' },
      { from: nul, to: nul + 1 },
    )
  }
  if (occurrences(text, '/*') > MAX_COMMENTS) {
    throw refused({
      what: `注释超过 ${MAX_COMMENTS} 段的查询`,
      instead: '把说明写在单元格之间的文字里。',
    })
  }
}
