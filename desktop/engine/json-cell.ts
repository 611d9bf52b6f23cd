import { type DuckDBType, DuckDBTypeId, type DuckDBValue } from '@duckdb/node-api'
import { spoken } from './arrow/columns/spoken.ts'

export type JsonCell = null | boolean | number | string

/**
 * A value that survives JSON: null, booleans and text as they are, numbers where a double holds them
 * exactly, all else (larger integers, decimals, NaN, dates, lists …) as text.
 */
export function jsonCell(value: DuckDBValue, type: DuckDBType): JsonCell {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : realName(value)
  if (typeof value === 'bigint' && isInteger(type)) {
    const number = Number(value)
    return Number.isSafeInteger(number) ? number : value.toString()
  }
  return spoken(value, type)
}

const realName = (value: number) => (Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf')

const integers: readonly DuckDBTypeId[] = [
  DuckDBTypeId.BIGINT,
  DuckDBTypeId.UBIGINT,
  DuckDBTypeId.HUGEINT,
  DuckDBTypeId.UHUGEINT,
]
const isInteger = ({ typeId }: DuckDBType) => integers.includes(typeId)
