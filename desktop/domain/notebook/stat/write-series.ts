import { identifier, tableName } from '../query/identifier.ts'
import type { StatOf } from './stat.ts'
import { finite, groupText } from './write-parts.ts'

/** Points of a series, at most. */
export const mostPoints = 1000

/**
 * A value for each place of the order: counts that fall together add up, other values are averaged.
 * Versions of the definition are counted, so that a mixture shows.
 */
export function writeSeries(stat: StatOf<'control' | 'season' | 'change'>): string {
  const { from, order, column, version } = stat
  const adds = stat.test === 'control' && stat.chart !== 'xmr'
  const size = stat.test === 'control' && stat.size !== undefined ? finite(stat.size) : '1.0'
  const own = [
    `${identifier(order)} AS place`,
    `${finite(column)} AS x`,
    `${size} AS s`,
    `${version === undefined ? 'NULL::VARCHAR' : groupText(version)} AS v`,
  ]
  return [
    `SELECT CAST(place AS VARCHAR) AS place_name, ${adds ? 'sum' : 'avg'}(x) AS x, sum(s) AS s,`,
    '  count(*) AS row_count, count(x) AS n, min(v) AS version, count(DISTINCT v) AS versions',
    `FROM (SELECT ${own.join(', ')} FROM ${tableName(from)}) WHERE place IS NOT NULL`,
    `GROUP BY place\nORDER BY place\nLIMIT ${mostPoints + 1}`,
  ].join('\n')
}
