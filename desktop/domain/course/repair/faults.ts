import type { RepairError, RepairExercise, RepairTable } from './exercise.ts'

/** What is wrong with the errors as their author wrote them: places that the table has not. */
export function repairFaults(
  { errors }: Pick<RepairExercise, 'errors'>,
  table: RepairTable,
): string[] {
  const wrong = errors.flatMap((error, index) => {
    const problem = errorProblem(error, table)
    return problem === undefined ? [] : [`errors[${index + 1}]：${problem}`]
  })
  const twice = repeated(errors.flatMap(placesOf))
  return [...wrong, ...twice.map((place) => `errors 里两次写到${place}`)]
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
