import { tableName } from '../query/identifier.ts'
import type { StatOf } from './stat.ts'
import { finite, groupText, mostGroups } from './write-parts.ts'

/** Each group's rows and sum of middle ranks; `ties` adds up to Σ(t³ − t) over values that occur t times. */
export function writeRanks({ from, column, group }: StatOf<'ranks'>): string {
  const table = tableName(from)
  return [
    'SELECT group_name, count(*) AS n, sum(r) AS ranks, sum(t * t - 1.0) AS ties,',
    `  quantile_cont(x, 0.5) AS median, (SELECT count(*) FROM ${table}) AS row_count`,
    'FROM (SELECT group_name, x, CAST(count(*) OVER (PARTITION BY x) AS DOUBLE) AS t,',
    '  rank() OVER (ORDER BY x) + (count(*) OVER (PARTITION BY x) - 1) / 2.0 AS r',
    `FROM (SELECT ${groupText(group)} AS group_name, ${finite(column)} AS x FROM ${table})`,
    'WHERE x IS NOT NULL AND group_name IS NOT NULL)',
    `GROUP BY group_name\nORDER BY group_name\nLIMIT ${mostGroups + 1}`,
  ].join('\n')
}
