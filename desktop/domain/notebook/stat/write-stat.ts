import type { Scalar } from '../input.ts'
import { identifier, tableName } from '../query/identifier.ts'
import { sqlLiteral } from '../sql-literal.ts'
import { rowsQuery } from './model/rows.ts'
import { columnsOfStat, type Stat } from './stat.ts'

/** Groups and categories that are told apart; more make no table that anyone reads. */
export const mostGroups = 50
export const mostPairs = 2500
/** Rows of a statistic's table, at most. */
export const statisticRows = mostPairs + 1

/**
 * The query for what a statistic is finished from, one row or one for each group: no row leaves the
 * engine by itself, but for a model, which is fitted to rows. Values that are missing or no finite numbers are counted, not used.
 */
export function writeStat(stat: Stat): string {
  const table = tableName(stat.from)
  switch (stat.test) {
    case 'summary':
    case 'mean':
      return select(numbers, `SELECT ${asNumber(stat.column)} FROM ${table}`)
    case 'proportion':
      return select(shares, `SELECT ${asHit(stat.column, stat.equals)} FROM ${table}`)
    case 'mean-difference':
      return grouped(numbers, asNumber(stat.column), stat)
    case 'proportion-difference':
      return grouped(shares, asHit(stat.column, stat.equals), stat)
    case 'correlation': {
      const [x, y] = stat.columns.map(identifier)
      const both = `TRY_CAST(${x} AS DOUBLE) AS x, TRY_CAST(${y} AS DOUBLE) AS y`
      return select(pairs, `SELECT ${both} FROM ${table}`)
    }
    case 'ols':
    case 'logit':
    case 'poisson':
    case 'did':
      return rowsQuery(stat.from, columnsOfStat(stat))
    case 'independence': {
      const [a, b] = stat.columns.map((column) => `CAST(${identifier(column)} AS VARCHAR)`)
      return [
        `SELECT ${a} AS a, ${b} AS b, count(*) AS row_count`,
        `FROM ${table}`,
        `GROUP BY ALL\nORDER BY a NULLS LAST, b NULLS LAST\nLIMIT ${statisticRows}`,
      ].join('\n')
    }
  }
}

const numbers = [
  'count(*) AS row_count',
  'count(*) FILTER (empty) AS empty_count',
  'count(x) FILTER (isfinite(x)) AS n',
  'avg(x) FILTER (isfinite(x)) AS mean',
  'stddev_samp(x) FILTER (isfinite(x)) AS sd',
  'min(x) FILTER (isfinite(x)) AS min',
  'quantile_cont(x, 0.25) FILTER (isfinite(x)) AS q1',
  'quantile_cont(x, 0.5) FILTER (isfinite(x)) AS median',
  'quantile_cont(x, 0.75) FILTER (isfinite(x)) AS q3',
  'max(x) FILTER (isfinite(x)) AS max',
]
const shares = [
  'count(*) AS row_count',
  'count(*) FILTER (empty) AS empty_count',
  'count(hit) AS n',
  'count(*) FILTER (hit) AS hits',
]
const both = 'isfinite(x) AND isfinite(y)'
const pairs = [
  'count(*) AS row_count',
  `count(*) FILTER (${both}) AS n`,
  `corr(x, y) FILTER (${both}) AS r`,
]

const asNumber = (column: string) =>
  `TRY_CAST(${identifier(column)} AS DOUBLE) AS x, ${identifier(column)} IS NULL AS empty`

function asHit(column: string, equals: Scalar | undefined): string {
  const own = identifier(column)
  const empty = `${own} IS NULL AS empty`
  if (equals === undefined) return `TRY_CAST(${own} AS BOOLEAN) AS hit, ${empty}`
  const same = typeof equals === 'string' ? `CAST(${own} AS VARCHAR)` : own
  return `${same} = ${sqlLiteral(equals)} AS hit, ${empty}`
}

const select = (measures: readonly string[], inside: string) =>
  `SELECT ${measures.join(',\n  ')}\nFROM (${inside})`

interface Grouped {
  readonly from: string
  readonly group: string
  readonly groups?: readonly Scalar[] | undefined
}

function grouped(
  measures: readonly string[],
  value: string,
  { from, group, groups }: Grouped,
): string {
  const own = `CAST(${identifier(group)} AS VARCHAR)`
  const chosen = groups?.map((one) => sqlLiteral(String(one))).join(', ')
  const where = chosen === undefined ? '' : ` WHERE ${own} IN (${chosen}) OR ${own} IS NULL`
  const inside = `SELECT ${own} AS group_name, ${value} FROM ${tableName(from)}${where}`
  return [
    select(['group_name', ...measures], inside),
    `GROUP BY group_name\nORDER BY group_name NULLS LAST\nLIMIT ${mostGroups + 1}`,
  ].join('\n')
}
