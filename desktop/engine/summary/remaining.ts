import type { ColumnFilter, Relation, Remaining } from '../../contract/table.ts'
import { textRows } from '../text-rows.ts'
import type { Workbench } from '../workbench.ts'
import { codeColumn, NULL, REST } from './codes.ts'
import { type Conditions, conditionsOf, where } from './conditions.ts'
import { type Portrait, portraitsOf } from './portrait.ts'

interface Question {
  readonly relation: Relation
  readonly filters: readonly ColumnFilter[]
}

/** What filters leave of a table and of each column's bars. */
export async function remaining(
  bench: Workbench,
  { relation, filters }: Question,
  signal: AbortSignal,
): Promise<Remaining> {
  const known = bench.known(relation)
  const portraits = await portraitsOf(bench, known, signal)
  const conditions = conditionsOf(portraits, filters)
  const counted = await bench.codes.use(known, portraits, (table) =>
    bench.lanes.pages.run(signal, 'main', async (connection) =>
      textRows(await connection.run(countSql(table, portraits.length, conditions))),
    ),
  )
  return read(portraits, counted)
}

/** Rows of: the column's number, a code, how many rows have it; −1 for the whole table. */
function countSql(table: string, columns: number, conditions: Conditions): string {
  const all = `SELECT -1 AS n, 0 AS code, count(*) AS rows FROM ${table} WHERE ${where(conditions)}`
  const each = Array.from({ length: columns }, (_, n) => {
    const code = codeColumn(n)
    return `SELECT ${n}, ${code}, count(*) FROM ${table} WHERE ${where(conditions, n)} GROUP BY ${code}`
  })
  return [all, ...each].join(' UNION ALL ')
}

function read(
  portraits: readonly Portrait[],
  counted: readonly (readonly (string | null)[])[],
): Remaining {
  const counts = new Map(
    counted.map(([n, code, rows]) => [`${n ?? ''} ${code ?? ''}`, Number(rows)]),
  )
  const at = (n: number, code: number) => counts.get(`${n} ${code}`) ?? 0
  return {
    rows: at(-1, 0),
    columns: portraits.map(({ column, binned, top }, n) => ({
      name: column.name,
      bars: Array.from({ length: binned?.bins.count ?? top.length }, (_, bar) => at(n, bar)),
      rest: at(n, REST),
      nulls: at(n, NULL),
    })),
  }
}
