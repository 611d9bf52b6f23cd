import type { Scalar } from '../../../../domain/notebook/input.ts'
import { fold } from '../../../../domain/notebook/name.ts'
import type { ResultColumn, ResultTable } from '../../../../domain/notebook/result-table.ts'
import { writeCell } from '../../../../domain/notebook/value.ts'

/** Columns that show what a row is, where the author names none. */
const usual = 5

export function shownColumns(
  { columns: all }: ResultTable,
  { columns, key }: { readonly columns: readonly string[]; readonly key: string },
): readonly ResultColumn[] {
  const wanted = columns.map(fold)
  if (wanted.length > 0) return all.filter(({ name }) => wanted.includes(fold(name)))
  const first = all.slice(0, usual)
  const own = all.find(({ name }) => fold(name) === fold(key))
  return own && !first.includes(own) ? [own, ...first] : first
}

/** The rows that can be chosen, each key once; a row without a key cannot. */
export function choosable(table: ResultTable, key: ResultColumn): { row: number; value: Scalar }[] {
  const seen = new Set<Scalar>()
  return Array.from({ length: table.rows }, (_, row) => ({
    row,
    value: scalar(key.at(row)),
  })).filter((one): one is { row: number; value: Scalar } => {
    if (one.value === undefined || seen.has(one.value)) return false
    seen.add(one.value)
    return true
  })
}

function scalar(value: ReturnType<ResultColumn['at']>): Scalar | undefined {
  if (value === null) return undefined
  if (typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (typeof value === 'string') return value.length > 1000 ? undefined : value
  if (typeof value === 'bigint') {
    return Number.isSafeInteger(Number(value)) ? Number(value) : String(value)
  }
  return value.kind === 'decimal' ? Number(value.digits) / 10 ** value.scale : writeCell(value)
}
