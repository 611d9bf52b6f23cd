import type { Json, JsonObject } from '../../notebook/steps/tree.ts'
import type { TablePlan } from './env.ts'
import { all, call, cast, column, isNotNull, named, nullValue, select, text } from './parts.ts'
import { contributorOf, type Rows } from './rows.ts'

/** Conditions under which a measure's rows are counted, once each. */
export function populationsOf({ rows, measures }: TablePlan): readonly (readonly Json[])[] {
  const all = measures.map(({ only }) => [...rows.where, ...only])
  const texts = all.map((one) => JSON.stringify(one))
  return all.filter((_, index) => texts.indexOf(texts[index] ?? '') === index)
}

/**
 * One line a row: keys `k`, who contributes `c`, what is summed `x`, which measure it counts for `f`,
 * whether it is kept `p`, and whether it belongs to each of the `populations`, `e`.
 */
export function linesTree(plan: TablePlan, populations: readonly (readonly Json[])[]): JsonObject {
  const { rows, keys, measures } = plan
  return select(
    [
      ...keys.map((key, index) => named(key, `k${index}`)),
      named(contributor(rows), 'c'),
      ...measures.flatMap(({ of }, index) => (of === null ? [] : [named(of, `x${index}`)])),
      ...measures.map(({ only }, index) => named(holds(only), `f${index}`)),
      named(holds(rows.where), 'p'),
      ...populations.map((one, index) => named(holds(one), `e${index}`)),
    ],
    rows.from,
  )
}

/** A condition that is unknown does not hold. */
const holds = (conditions: readonly Json[]): JsonObject => ({
  class: 'OPERATOR',
  type: 'OPERATOR_COALESCE',
  alias: '',
  children: [all(conditions), cast(text('f'), 'BOOLEAN')],
})

/** Nobody where an outer join found no row; a row without a key counts as one person's. */
function contributor(rows: Rows): JsonObject {
  const base = rows.bases.find(({ table }) => table.protection)
  const row = column(base?.alias ?? '', 'rowid')
  const key = cast(contributorOf(rows) ?? row, 'VARCHAR')
  return {
    class: 'CASE',
    type: 'CASE_EXPR',
    alias: '',
    case_checks: [{ when_expr: isNotNull(row), then_expr: coalesced(key) }],
    else_expr: cast(nullValue, 'VARCHAR'),
  }
}

const coalesced = (key: Json): JsonObject => ({
  ...call(''),
  class: 'OPERATOR',
  type: 'OPERATOR_COALESCE',
  children: [key, text('')],
})

const list = (items: readonly string[]) => items.join(', ')

function setsOf({ sets }: Pick<TablePlan, 'sets'>, also: readonly string[]): string {
  const each = sets.map((set) => `(${list([...set.map((index) => `k${index}`), ...also])})`)
  return `GROUPING SETS (${list([...new Set(each)])})`
}

/**
 * The cells: keys `k`, whether summed over `g`, keys as text `t`; of each measure its value `b`, how
 * many persons are behind it `m`, and of sums how many have any value at all `q` and the two largest
 * contributions `y`, `z`. A person's rows are brought together first.
 */
export function cellsSql(lines: string, plan: TablePlan): string {
  const { keys, measures } = plan
  const k = keys.map((_, index) => `k${index}`)
  const g = keys.map((_, index) => `g${index}`)
  const persons = measures.flatMap(({ of }, index) => {
    const only = `FILTER (WHERE f${index})`
    return of === null
      ? [`count(*) ${only} AS n${index}`]
      : [`sum(x${index}) ${only} AS v${index}`, `count(x${index}) ${only} AS n${index}`]
  })
  const each = measures.flatMap(({ kind }, index) => cellOf(kind, index))
  const grouped = [...k, ...k.map((one, index) => `grouping(${one}) AS g${index}`), 'c', ...persons]
  return [
    `WITH lines AS (${lines}),`,
    `persons AS (SELECT ${list(grouped)} FROM lines WHERE p GROUP BY ${setsOf(plan, ['c'])})`,
    `SELECT ${list([...k, ...g, ...texts(keys.length), ...each])} FROM persons`,
    ...(k.length > 0 ? [`GROUP BY ${list([...k, ...g])}`, `ORDER BY ${list([...g, ...k])}`] : []),
  ].join('\n')
}

const texts = (count: number) =>
  Array.from({ length: count }, (_, index) => `CAST(k${index} AS VARCHAR) AS t${index}`)

function cellOf(kind: TablePlan['measures'][number]['kind'], index: number): string[] {
  const [n, v] = [`n${index}`, `v${index}`]
  const persons = `count(c) FILTER (WHERE ${n} > 0)`
  if (kind === 'people') return [`${persons} AS b${index}`, `${persons} AS m${index}`]
  if (kind === 'count')
    return [`CAST(coalesce(sum(${n}), 0) AS BIGINT) AS b${index}`, `${persons} AS m${index}`]
  const largest = `max(CAST(abs(${v}) AS DOUBLE), 2)`
  return [
    `sum(${v}) AS b${index}`,
    `count(c) FILTER (WHERE ${v} <> 0) AS m${index}`,
    `${persons} AS q${index}`,
    `${largest}[1] AS y${index}`,
    `${largest}[2] AS z${index}`,
  ]
}

/** Of each cell the persons `n` by which of `count` populations `e` they are in. */
export function atomsSql(lines: string, plan: TablePlan, count: number): string {
  const e = Array.from({ length: count }, (_, index) => `e${index}`)
  const k = plan.keys.map((_, index) => `k${index}`)
  const g = k.map((one, index) => `grouping(${one}) AS g${index}`)
  return [
    `WITH lines AS (${lines})`,
    `SELECT ${list([...g, ...texts(k.length), ...e, 'count(DISTINCT c) AS n'])} FROM lines`,
    `GROUP BY ${setsOf(plan, e)}`,
  ].join('\n')
}

/** The values of one key that fewer than `minimum` persons of the whole dataset have, whatever is filtered. */
export function rareSql(lines: string, key: number, minimum: number): string {
  return [
    `WITH lines AS (${lines})`,
    `SELECT CAST(k${key} AS VARCHAR) AS t FROM lines GROUP BY k${key}`,
    `HAVING count(DISTINCT c) < ${minimum}`,
  ].join('\n')
}

/** What becomes of each cell of the table: whether it is left out, and of each measure what is shown. */
export interface Shown {
  readonly dropped: readonly boolean[]
  readonly held: readonly (readonly boolean[])[]
  /** Values to write in place of those that are there; empty where they stay. */
  readonly rounded: readonly (readonly (number | null)[])[]
}

/** The table that may leave, from the one in `raw`. */
export function twinSql(raw: string, plan: TablePlan, { dropped, held, rounded }: Shown): string {
  const keys = plan.keys.flatMap((_, index) => [`k${index}`, `g${index}`])
  const measures = plan.measures.flatMap((_, index) => {
    const values = rounded[index] ?? []
    const value = values.length > 0 ? `[${list(values.map(String))}][rowid + 1]` : `b${index}`
    const out = marked(held[index] ?? [])
    return [`CASE WHEN ${out} THEN NULL ELSE ${value} END AS b${index}`, `${out} AS s${index}`]
  })
  return `SELECT ${list([...keys, ...measures])} FROM ${raw} WHERE NOT ${marked(dropped)}`
}

/** Whether the row at hand is among the marked ones; a digit a row keeps the text short. */
function marked(marks: readonly boolean[]): string {
  const digits = marks.map((one) => (one ? '1' : '0')).join('')
  return `(substr('${digits}', CAST(rowid + 1 AS BIGINT), 1) = '1')`
}
