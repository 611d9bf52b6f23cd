import { identifier, tableName } from '../query/identifier.ts'
import { sqlLiteral } from '../sql-literal.ts'
import type { StatOf } from './stat.ts'
import { finite, groupText, hitIn, statisticRows } from './write-parts.ts'

/**
 * The groups' rows and means (a share where `equals` is given or the column says yes and no): over all
 * rows (`way` is -1), and within each value of each column of `within` (`way` is its place).
 */
export function writeSimpson(stat: StatOf<'simpson'>): string {
  const { column, equals, group, groups, within } = stat
  const own = groupText(group)
  const hit = `CAST(${hitIn(column, equals)} AS DOUBLE)`
  const y = equals === undefined ? `coalesce(${finite(column)}, ${hit})` : hit
  const chosen = groups?.map((one) => sqlLiteral(String(one))).join(', ')
  const where = chosen === undefined ? `${own} IS NOT NULL` : `${own} IN (${chosen})`
  const one = (way: number, stratum: string) =>
    [
      `SELECT ${way} AS way, ${stratum} AS stratum, ${own} AS group_name, ${y} AS y`,
      `FROM ${tableName(stat.from)} WHERE ${where}`,
    ].join(' ')
  const ways = [one(-1, `''`), ...within.map((column, at) => one(at, groupText(column)))]
  return [
    'SELECT way, stratum, group_name, count(y) AS n, avg(y) AS mean, count(*) AS row_count',
    `FROM (${ways.join('\nUNION ALL ')}) WHERE stratum IS NOT NULL`,
    `GROUP BY way, stratum, group_name\nORDER BY way, stratum, group_name\nLIMIT ${statisticRows}`,
  ].join('\n')
}

/** Events and population of each area and stratum, with the standard's weight of the stratum. */
export function writeStandardise(stat: StatOf<'standardise'>): string {
  const { from, group, stratum, events, population, standard } = stat
  const known = `${identifier(group)} IS NOT NULL AND ${identifier(stratum)} IS NOT NULL`
  return [
    `WITH area AS (SELECT ${groupText(group)} AS group_name, ${groupText(stratum)} AS stratum,`,
    `  sum(${finite(events)}) AS events, sum(${finite(population)}) AS population`,
    `FROM ${tableName(from)} WHERE ${known} GROUP BY ALL),`,
    `standard_weights AS (SELECT ${groupText(standard.stratum)} AS stratum,`,
    `  sum(${finite(standard.weight)}) AS weight FROM ${tableName(standard.table)} GROUP BY ALL)`,
    'SELECT group_name, area.stratum AS stratum, events, population, weight,',
    '  (SELECT count(*) FROM standard_weights WHERE weight > 0) AS standard_rows',
    'FROM area LEFT JOIN standard_weights ON area.stratum = standard_weights.stratum',
    `ORDER BY group_name, area.stratum\nLIMIT ${statisticRows}`,
  ].join('\n')
}
