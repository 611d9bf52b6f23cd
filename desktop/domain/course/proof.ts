import { arrange, plainName } from './arrange.ts'
import type { RowsTask } from './kinds/sql.ts'
import { kindOf, type Result } from './result.ts'
import type { Shape } from './shape.ts'
import { identifier, quote } from './sql-text.ts'

/** What is wrong with an exercise's task before anything is run. */
export function taskFaults({ columns, order, top }: RowsTask): string[] {
  const names = new Set(columns.map(plainName))
  const strange = order.filter(({ column }) => !names.has(plainName(column)))
  return [
    ...(names.size < columns.length ? ['columns 里有两列同名'] : []),
    ...strange.map(({ column }) => `order 里的“${column}”不在 columns 里`),
    ...(top !== undefined && order.length === 0 ? ['有 top 就要有 order：前几行由排序决定'] : []),
  ]
}

/** What is wrong with the reference on the visible data. */
export function referenceFaults(exercise: RowsTask, shape: Shape, result: Result): string[] {
  const { columns, order, top } = exercise
  const kinds = result.columns.map((column) => kindOf(column.type))
  const arrangement = arrange(columns, kinds, result.columns)
  const named = arrangement.fits && !arrangement.renamed
  const faults = [
    ...(named
      ? []
      : [`参考答案的列是 ${result.columns.map(({ name }) => name).join('、')}，和 columns 不一致`]),
    ...(result.rows.length === 0 ? ['参考答案一行也没有'] : []),
    ...(result.truncated ? ['参考答案的行太多，请先汇总'] : []),
    ...(order.length > 0 && !shape.sorted ? ['有 order，参考答案却没有 ORDER BY'] : []),
  ]
  if (top === undefined) return faults
  if (shape.limited) faults.push('有 top 时，参考答案要给出完整的排名，不写 LIMIT')
  if (result.rows.length <= top) faults.push(`参考答案只有 ${result.rows.length} 行，top 没有意义`)
  return faults
}

/** The reference's result written out as a query that reads no table. */
export function constantAnswer(result: Result): string {
  const names = result.columns.map(({ name }) => identifier(name)).join(', ')
  const rows = result.rows.map((row) => {
    const cells = row.map((cell, column) => {
      const literal = cell === null ? 'NULL' : quote(String(cell))
      return `CAST(${literal} AS ${castable(result.columns[column]?.type ?? 'VARCHAR')})`
    })
    return `(${cells.join(', ')})`
  })
  return `SELECT * FROM (VALUES ${rows.join(', ')}) AS given(${names})`
}

const castable = (type: string): string => (kindOf(type) === 'text' ? 'VARCHAR' : type)
