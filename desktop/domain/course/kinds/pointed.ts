import { pivotSchema } from '../../notebook/pivot/pivot.ts'
import { identifier } from '../../notebook/query/identifier.ts'
import { querySchema, type Group } from '../../notebook/query/query.ts'
import { groupName } from '../../notebook/query/write-measure.ts'
import { writeQuery } from '../../notebook/query/write-sql.ts'
import type { Sentence } from '../../notebook/problem.ts'
import { readYaml } from '../../notebook/yaml-part.ts'
import { plainName } from '../arrange.ts'
import type { PivotExercise, QueryExercise } from './pointed-schema.ts'
import type { RowsTask } from './sql.ts'

export type PointedExercise = QueryExercise | PivotExercise

/** What the columns of a crosstab in wide form are called once they stand below each other. */
const across = '列'
const amount = '数'

/** An answer by pointing as one query; or what keeps it from being one. */
export type Pointed =
  { readonly ok: true; readonly sql: string } | { readonly ok: false; readonly detail: Sentence }

/** The query that the learner's cell comes to, in the form that the exercise compares. */
export function compilePointed(exercise: PointedExercise, body: string): Pointed {
  return exercise.kind === 'query' ? compileQuery(body) : compilePivot(exercise, body)
}

function compileQuery(body: string): Pointed {
  const read = readYaml(body, querySchema)
  return read.ok ? { ok: true, sql: writeQuery(read.value) } : read
}

const cutOff: Sentence = {
  zh: '“最多列数”把后面的列截掉了，先去掉它',
  en: 'the limit on columns cuts some off; take it away first',
}

/** A pivot's lines without totals: one for each group, or in wide form one for each filled cell. */
function compilePivot({ wide }: PivotExercise, body: string): Pointed {
  const read = readYaml(body, pivotSchema)
  if (!read.ok) return read
  const { from, where, rows, columns, values, sort, limit } = read.value
  if (limit !== undefined && columns.length > 0) return { ok: false, detail: cutOff }
  const plain = { from, where, join: [], columns: [], calculate: [] }
  const group = [...rows, ...columns]
  const sql = writeQuery({
    ...plain,
    group,
    measure: values,
    sort: columns.length > 0 ? [] : sort.rows,
  })
  if (wide.length === 0) return { ok: true, sql }
  const names = (groups: readonly Group[]) => groups.map((one) => identifier(groupName(one)))
  const cells = [
    ...names(rows),
    ...names(columns).map((column) => `CAST(${column} AS VARCHAR) AS ${across}`),
    ...values.map(({ as }) => `${identifier(as)} AS ${amount}`),
  ]
  return { ok: true, sql: filled(sql, [`SELECT ${cells.join(', ')} FROM given`]) }
}

/** The task as its rows are checked: a pivot's wide reference stands in long form, empty cells left out. */
export function rowsTaskOf(exercise: PointedExercise): RowsTask {
  const wide = exercise.kind === 'pivot' ? exercise.wide : []
  if (wide.length === 0) return exercise
  const kept = exercise.columns.filter((column) => !includes(wide, column))
  const asLong = (sql: string) => longForm(sql, kept, wide)
  return {
    ...exercise,
    columns: [...kept, across, amount],
    reference: asLong(exercise.reference),
    'also-right': exercise['also-right'].map(asLong),
    slips: exercise.slips.map((slip) =>
      slip.like === undefined ? slip : { ...slip, like: asLong(slip.like) },
    ),
  }
}

const includes = (names: readonly string[], name: string): boolean =>
  names.some((one) => plainName(one) === plainName(name))

function longForm(sql: string, kept: readonly string[], wide: readonly string[]): string {
  const rows = kept.map(identifier)
  const each = wide.map((name) => {
    const label = `'${name.replaceAll("'", "''")}' AS ${across}`
    return `SELECT ${[...rows, label, `${identifier(name)} AS ${amount}`].join(', ')} FROM given`
  })
  return filled(sql, each)
}

/** The cells of a crosstab below each other; a cell of nothing and one that is not there are alike. */
const filled = (sql: string, cells: readonly string[]) =>
  `WITH given AS (\n${sql}\n)\nSELECT * FROM (\n${cells.join('\nUNION ALL ')}\n) WHERE ${amount} <> 0`
