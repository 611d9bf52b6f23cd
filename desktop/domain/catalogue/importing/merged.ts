import { isBlank, type Merge, type RawRow } from './raw-table.ts'

/** So far down a header is looked for, with the rows that may belong to it. */
const headRows = 40

/**
 * The first rows with every cell of a merge saying what its first says. A merge over nearly the whole
 * width is a title and stays one cell.
 */
export function spreadMerges(rows: readonly RawRow[], merges: readonly Merge[] = []): RawRow[] {
  const head = rows.slice(0, headRows)
  if (merges.length === 0) return head
  const width = head.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const wide = (merge: Merge) => merge.right - merge.left + 1 >= Math.max(2, width * 0.8)
  const inner = merges.filter((merge) => !wide(merge))
  const byLine = new Map(head.map(({ line, cells }) => [line, cells]))
  return head.map(({ line, cells }) => {
    const spread = [...cells]
    for (const { top, bottom, left, right } of inner) {
      if (line < top || line > bottom) continue
      const text = byLine.get(top)?.[left] ?? ''
      for (let at = left; at <= right; at += 1) if (isBlank(spread[at])) spread[at] = text
    }
    // a merge may reach beyond the row's last cell
    const { length } = spread
    return { line, cells: Array.from({ length }, (_, at) => spread[at] ?? '') }
  })
}

/** Merges of some lines and columns, with columns counted from the first of these. */
export function mergesWithin(
  merges: readonly Merge[] | undefined,
  lines: { readonly first: number; readonly last: number },
  columns: { readonly first: number; readonly last: number },
): Merge[] | undefined {
  return merges
    ?.filter(({ top, bottom, left, right }) => {
      const inLines = top >= lines.first && bottom <= lines.last
      return inLines && right >= columns.first && left <= columns.last
    })
    .map((merge) => ({
      ...merge,
      left: Math.max(0, merge.left - columns.first),
      right: Math.min(merge.right, columns.last) - columns.first,
    }))
}
