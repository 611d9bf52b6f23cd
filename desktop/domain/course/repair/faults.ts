import type { RepairError, RepairExercise, RepairTable } from './exercise.ts'
import { judgeRepair, type RepairChange } from './judge.ts'

/**
 * What is wrong with the errors as their author wrote them. Beside their places it is proven that
 * repairing all of them passes, and that neither doing nothing nor flagging everything does.
 */
export function repairFaults(exercise: RepairExercise, table: RepairTable): string[] {
  const wrong = exercise.errors.flatMap((error, index) => {
    const problem = errorProblem(error, table)
    return problem === undefined ? [] : [`errors[${index + 1}]：${problem}`]
  })
  const twice = repeated(exercise.errors.flatMap(placesOf))
  const faults = [...wrong, ...twice.map((place) => `errors 里两次写到${place}`)]
  return faults.length > 0 ? faults : unproven(exercise, table)
}

const placeName = (row: number, column: string | undefined): string =>
  column === undefined ? `第 ${row} 行` : `第 ${row} 行的“${column}”`

const placesOf = ({ row, column }: RepairError): string[] =>
  row.map((each) => placeName(each, column))

function repeated(places: readonly string[]): string[] {
  return [...new Set(places.filter((place, index) => places.indexOf(place) !== index))]
}

function errorProblem({ row, column, right }: RepairError, table: RepairTable): string | undefined {
  const outside = row.find((each) => each > table.rows.length)
  if (outside !== undefined) return `表里没有第 ${outside} 行`
  if (column === undefined) return undefined
  const index = table.columns.findIndex(({ name }) => name === column)
  if (index < 0) return `表里没有“${column}”这一列`
  const cell = table.rows[(row[0] ?? 1) - 1]?.[index] ?? ''
  return right?.includes(cell) ? `right 里的“${cell}”就是表里现在的值` : undefined
}

function unproven(exercise: RepairExercise, table: RepairTable): string[] {
  const passes = (changes: readonly RepairChange[]) => judgeRepair(exercise, table, changes).correct
  const repaired = exercise.errors.map(({ row, column = null, right }) => ({
    row: row[0] ?? 1,
    column,
    value: right?.[0] ?? null,
  }))
  const everything = table.rows.flatMap((_, index) =>
    table.columns.map(({ name }) => ({ row: index + 1, column: name, value: null })),
  )
  return [
    ...(passes(repaired) ? [] : ['把 errors 全改对了也通不过，请检查 pass 和 errors']),
    ...(passes([]) ? ['一处不改也能通过，请检查 pass'] : []),
    ...(passes(everything) ? ['每一格都标成有错也能通过，请检查 pass'] : []),
  ]
}
