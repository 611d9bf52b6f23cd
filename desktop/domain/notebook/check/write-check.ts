import type { Scalar } from '../input.ts'
import { isDay } from '../misfit.ts'
import { identifier, tableName } from '../query/identifier.ts'
import { sqlLiteral } from '../sql-literal.ts'
import type { Assertion, Check } from './check.ts'

/** The query for what offends against a check: nothing where it holds. */
export function writeCheck({ from, assert }: Pick<Check, 'from' | 'assert'>): string {
  const table = tableName(from)
  if ('rows' in assert) {
    const { from: least = 0, to: most } = assert.rows
    const range =
      most === undefined ? `count(*) >= ${least}` : `count(*) BETWEEN ${least} AND ${most}`
    return `SELECT count(*) AS row_count\nFROM ${table}\nHAVING NOT (${range})`
  }
  if ('sum-equals' in assert) return writeSum(table, assert['sum-equals'])
  return `SELECT *\nFROM ${table} AS checked\n${offends(assert)}`
}

type Rowwise = Exclude<Assertion, { rows: unknown } | { 'sum-equals': unknown }>

function offends(assert: Rowwise): string {
  if ('unique' in assert) {
    const columns = assert.unique.map(identifier)
    const filled = columns.map((column) => `${column} IS NOT NULL`).join(' AND ')
    const keys = columns.join(', ')
    return `WHERE ${filled}\nQUALIFY count(*) OVER (PARTITION BY ${keys}) > 1\nORDER BY ${keys}`
  }
  if ('not-empty' in assert) {
    const blank = (column: string) =>
      `${identifier(column)} IS NULL OR trim(CAST(${identifier(column)} AS VARCHAR)) = ''`
    return `WHERE ${assert['not-empty'].map(blank).join(' OR ')}`
  }
  if ('in' in assert) {
    const { column, values } = assert.in
    return `WHERE ${notAmong(identifier(column), values)}`
  }
  if ('between' in assert) return `WHERE ${outside(assert.between)}`
  const { column, table, key } = assert['matches-table']
  const own = `checked.${identifier(column)}`
  const found = `SELECT 1 FROM ${tableName(table)} AS other WHERE other.${identifier(key)} = ${own}`
  return `WHERE ${own} IS NOT NULL AND NOT EXISTS (${found})`
}

/** Texts are compared as texts, so that a value that is no number of the column is no error. */
function notAmong(column: string, values: readonly Scalar[]): string {
  const texts = values.some((value) => typeof value === 'string')
  const list = values.map((value) => sqlLiteral(texts ? String(value) : value)).join(', ')
  return `${texts ? `CAST(${column} AS VARCHAR)` : column} NOT IN (${list})`
}

interface Between {
  readonly column: string
  readonly from?: string | number | undefined
  readonly to?: string | number | undefined
}

/** A moment on the last day still lies within it; NaN, which DuckDB sorts last, lies within nothing. */
function outside({ column, from, to }: Between): string {
  const own = identifier(column)
  const last = isDay(to) ? `CAST(${own} AS DATE)` : own
  return [
    ...(from === undefined ? [] : [`${own} < ${sqlLiteral(from)}`]),
    ...(to === undefined ? [] : [`${last} > ${sqlLiteral(to)}`]),
    ...(to === undefined && typeof from === 'number' ? [`isnan(CAST(${own} AS DOUBLE))`] : []),
  ].join(' OR ')
}

interface Sum {
  readonly column: string
  readonly table: string
  readonly of: string
  readonly within: number
}

function writeSum(table: string, { column, table: other, of, within }: Sum): string {
  return [
    'SELECT sum_found, sum_expected, sum_found - sum_expected AS difference',
    'FROM (',
    `  SELECT coalesce((SELECT sum(${identifier(column)}) FROM ${table}), 0) AS sum_found,`,
    `    coalesce((SELECT sum(${identifier(of)}) FROM ${tableName(other)}), 0) AS sum_expected`,
    ')',
    `WHERE abs(sum_found - sum_expected) > ${within} OR isnan(CAST(sum_found - sum_expected AS DOUBLE))`,
  ].join('\n')
}
