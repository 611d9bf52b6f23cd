import { identifier, tableName } from '../query/identifier.ts'
import { sqlText } from '../sql-literal.ts'
import type { StatOf } from './stat.ts'
import { groupText, mostGroups } from './write-parts.ts'

/** Values that are told of a column of words. */
export const topValues = 3

/**
 * A row for each column and group: what is counted of every column, the moments and quartiles of its
 * numbers (sample standard deviation, quartiles between neighbours as R's type 7), its commonest words.
 */
export function writeDescribe({ from, columns, group }: StatOf<'describe'>): string {
  const own = group === undefined ? "''" : groupText(group)
  const long = columns.map((column, at) => {
    const text = `CAST(${identifier(column)} AS VARCHAR)`
    const values = `typeof(${identifier(column)}) AS kind, TRY_CAST(${text} AS DOUBLE) AS x, ${text} AS word`
    return `SELECT ${own} AS group_name, ${at} AS place, ${sqlText(column)} AS column_name, ${values} FROM ${tableName(from)}`
  })
  return [
    `WITH described AS (\n${long.join('\nUNION ALL ')}\n),`,
    'words AS (SELECT group_name, place, word, count(*) AS times,',
    '  row_number() OVER (PARTITION BY group_name, place ORDER BY count(*) DESC, word) AS nth',
    'FROM described WHERE word IS NOT NULL GROUP BY group_name, place, word),',
    `top AS (SELECT group_name, place, ${tops.join(', ')}\nFROM words WHERE nth <= ${topValues} GROUP BY group_name, place),`,
    `measured AS (SELECT ${['group_name, place', ...measures].join(',\n  ')}`,
    'FROM described GROUP BY group_name, place)',
    `SELECT measured.* EXCLUDE (place), ${topNames.join(', ')}`,
    'FROM measured LEFT JOIN top ON measured.place = top.place',
    'AND measured.group_name IS NOT DISTINCT FROM top.group_name',
    `ORDER BY measured.place, measured.group_name NULLS LAST\nLIMIT ${(mostGroups + 1) * columns.length}`,
  ].join('\n')
}

const nths = Array.from({ length: topValues }, (_, at) => at + 1)
const tops = nths.flatMap((nth) => [
  `max(word) FILTER (nth = ${nth}) AS top_${nth}`,
  `max(times) FILTER (nth = ${nth}) AS times_${nth}`,
])
const topNames = nths.flatMap((nth) => [`top_${nth}`, `times_${nth}`])

const measures = [
  'any_value(column_name) AS column_name',
  'any_value(kind) AS kind',
  'count(*) AS row_count',
  'count(*) - count(word) AS empty_count',
  'count(x) FILTER (isfinite(x)) AS n',
  'avg(x) FILTER (isfinite(x)) AS mean',
  'stddev_samp(x) FILTER (isfinite(x)) AS sd',
  'min(x) FILTER (isfinite(x)) AS min',
  'quantile_cont(x, 0.25) FILTER (isfinite(x)) AS q1',
  'quantile_cont(x, 0.5) FILTER (isfinite(x)) AS median',
  'quantile_cont(x, 0.75) FILTER (isfinite(x)) AS q3',
  'max(x) FILTER (isfinite(x)) AS max',
  'count(DISTINCT word) AS kinds',
  'min(word) AS first_word',
  'max(word) AS last_word',
]
