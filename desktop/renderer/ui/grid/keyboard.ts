/** A cell by its row and column, from 0; row −1 is the head. */
export interface Place {
  readonly row: number
  readonly column: number
}

export interface Extent {
  readonly rows: number
  readonly columns: number
  /** Rows that are seen at once. */
  readonly page: number
}

/** Where a key leads (WAI-ARIA grid pattern); nothing where the key is not the grid's. */
export function moved(
  { row, column }: Place,
  { key, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>,
  { rows, columns, page }: Extent,
): Place | undefined {
  const far = ctrlKey || metaKey
  const last = { row: rows - 1, column: columns - 1 }
  const to = (nextRow: number, nextColumn: number): Place => ({
    row: Math.max(-1, Math.min(nextRow, last.row)),
    column: Math.max(0, Math.min(nextColumn, last.column)),
  })
  switch (key) {
    case 'ArrowUp':
      return to(far ? -1 : row - 1, column)
    case 'ArrowDown':
      return to(far ? last.row : row + 1, column)
    case 'ArrowLeft':
      return to(row, far ? 0 : column - 1)
    case 'ArrowRight':
      return to(row, far ? last.column : column + 1)
    case 'PageUp':
      return to(Math.max(0, row - page), column)
    case 'PageDown':
      return to(row + page, column)
    case 'Home':
      return to(far ? 0 : row, 0)
    case 'End':
      return to(far ? last.row : row, last.column)
    default:
      return undefined
  }
}
