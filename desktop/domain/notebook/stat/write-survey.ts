import { identifier, tableName } from '../query/identifier.ts'
import type { StatOf } from './stat.ts'
import { finite, groupText, hitIn, mostGroups, statisticRows } from './write-parts.ts'

/**
 * Each stratum's units: how many, the sums of their weighted values (a) and weights (b), and how these
 * vary. A row without a usable value counts with weight 0, so that its unit stays in the design.
 */
export function writeSurvey(stat: StatOf<'survey'>): string {
  const { from, column, equals, weight, strata, cluster } = stat
  const value =
    stat.estimate === 'share' ? `CAST(${hitIn(column, equals)} AS DOUBLE)` : finite(column)
  const stratum = strata === undefined ? `''` : groupText(strata)
  const unit = cluster === undefined ? 'row_number() OVER ()' : groupText(cluster)
  const own = `${finite(weight)} AS w, ${value} AS y, ${stratum} AS stratum, ${unit} AS unit`
  return [
    'SELECT stratum, count(*) AS units, sum(a) AS a, sum(b) AS b,',
    '  var_samp(a) AS vaa, covar_samp(a, b) AS vab, var_samp(b) AS vbb,',
    '  sum(c) AS c, sum(n) AS n, sum(row_count) AS row_count, sum(unweighted) AS unweighted',
    'FROM (SELECT stratum, unit, coalesce(sum(w * y), 0) AS a,',
    '  coalesce(sum(w) FILTER (y IS NOT NULL), 0) AS b, coalesce(sum(w * y * y), 0) AS c,',
    '  count(*) FILTER (w > 0 AND y IS NOT NULL) AS n, count(*) AS row_count,',
    '  count(*) FILTER (NOT coalesce(w > 0, false)) AS unweighted',
    `FROM (SELECT CASE WHEN w > 0 THEN w END AS w, y, stratum, unit FROM (SELECT ${own} FROM ${tableName(from)}))`,
    'GROUP BY stratum, unit)',
    `GROUP BY stratum\nORDER BY stratum NULLS LAST\nLIMIT ${statisticRows}`,
  ].join('\n')
}

/** Each group's rows, those who answered, and those of them with what was asked for. */
export function writeAnswered({
  from,
  answered,
  column,
  equals,
  group,
}: StatOf<'answered'>): string {
  const reply = `coalesce(TRY_CAST(${identifier(answered)} AS BOOLEAN), false)`
  return [
    'SELECT group_name, count(*) AS row_count,',
    '  count(*) FILTER (reply AND hit IS NOT NULL) AS replies, count(*) FILTER (reply AND hit) AS hits',
    `FROM (SELECT ${groupText(group)} AS group_name, ${reply} AS reply, ${hitIn(column, equals)} AS hit`,
    `FROM ${tableName(from)}) WHERE group_name IS NOT NULL`,
    `GROUP BY group_name\nORDER BY group_name\nLIMIT ${mostGroups + 1}`,
  ].join('\n')
}
