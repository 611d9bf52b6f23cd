import type { Scalar } from '../input.ts'
import { identifier, tableName } from '../query/identifier.ts'
import { sqlLiteral } from '../sql-literal.ts'
import { rowsQuery } from './model/rows.ts'
import { writeSimpson, writeStandardise } from './write-strata.ts'
import { writeDescribe } from './write-describe.ts'
import { writeRanks } from './write-ranks.ts'
import { writeSeries } from './write-series.ts'
import { writeAnswered, writeSurvey } from './write-survey.ts'
import { asHit, asNumber, finite, groupText, mostGroups, statisticRows } from './write-parts.ts'
import { columnsOfStat, type Stat, type StatOf } from './stat.ts'

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
    case 'describe':
      return writeDescribe(stat)
    case 'proportion':
      return select(shares, `SELECT ${asHit(stat.column, stat.equals)} FROM ${table}`)
    case 'mean-difference':
    case 'means':
      return grouped(numbers, asNumber(stat.column), stat)
    case 'proportion-difference':
      return grouped(shares, asHit(stat.column, stat.equals), stat)
    case 'paired':
      return select(
        numbers,
        `SELECT ${finite(stat.columns[0])} - ${finite(stat.columns[1])} AS x, false AS empty FROM ${table}`,
      )
    case 'correlation':
      return writePairs(stat)
    case 'ranks':
      return writeRanks(stat)
    case 'survey':
      return writeSurvey(stat)
    case 'control':
    case 'season':
    case 'change':
      return writeSeries(stat)
    case 'simpson':
      return writeSimpson(stat)
    case 'standardise':
      return writeStandardise(stat)
    case 'answered':
      return writeAnswered(stat)
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
/** The correlation of the pairs, or of their middle ranks. */
function writePairs({ from, columns: [x, y], method }: StatOf<'correlation'>): string {
  const inside = `SELECT ${finite(x)} AS x, ${finite(y)} AS y FROM ${tableName(from)}`
  if (method === 'pearson') return select(pairs, inside)
  const rank = (own: string) =>
    `rank() OVER (ORDER BY ${own}) + (count(*) OVER (PARTITION BY ${own}) - 1) / 2.0 AS ${own}`
  const ranked = `SELECT ${rank('x')}, ${rank('y')} FROM (${inside}) WHERE x IS NOT NULL AND y IS NOT NULL`
  const all = `(SELECT count(*) FROM ${tableName(from)}) AS row_count`
  return select([all, 'count(*) AS n', 'corr(x, y) AS r'], ranked)
}

const both = 'isfinite(x) AND isfinite(y)'
const pairs = [
  'count(*) AS row_count',
  `count(*) FILTER (${both}) AS n`,
  `corr(x, y) FILTER (${both}) AS r`,
]

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
  const own = groupText(group)
  const chosen = groups?.map((one) => sqlLiteral(String(one))).join(', ')
  const where = chosen === undefined ? '' : ` WHERE ${own} IN (${chosen}) OR ${own} IS NULL`
  const inside = `SELECT ${own} AS group_name, ${value} FROM ${tableName(from)}${where}`
  return [
    select(['group_name', ...measures], inside),
    `GROUP BY group_name\nORDER BY group_name NULLS LAST\nLIMIT ${mostGroups + 1}`,
  ].join('\n')
}
