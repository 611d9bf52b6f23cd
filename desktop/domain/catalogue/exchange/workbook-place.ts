import { datasetColumns, restHeading, type Column } from './dataset-columns.ts'
import { fieldColumns, resourceColumns } from './resource-columns.ts'
import { sheetNames } from './workbook.ts'

/** The rows of a table and of its fields, 1-based, in the descriptor's order. */
export interface ResourceRows {
  readonly row: number
  readonly fields: readonly number[]
}

/** Says for a path of a descriptor in which sheet, row and column it is written. */
export function placeFinder(
  row: number,
  resources: readonly ResourceRows[],
): (path: readonly PropertyKey[]) => string {
  return (path) => {
    const [first, index, second, third, field, ...deep] = path
    const resource = first === 'resources' ? resources[Number(index)] : undefined
    if (!resource) {
      const whole = first === 'resources' ? `“${sheetNames.resources}”表` : undefined
      return whole ?? cellPlace(sheetNames.catalogue, row, datasetColumns, path)
    }
    if (second !== 'schema' || third !== 'fields') {
      return cellPlace(sheetNames.resources, resource.row, resourceColumns, path.slice(2))
    }
    const at = resource.fields[Number(field)]
    if (field === undefined || at === undefined) {
      return `“${sheetNames.fields}”表（“${sheetNames.resources}”第 ${resource.row} 行的）`
    }
    return cellPlace(sheetNames.fields, at, fieldColumns, deep)
  }
}

function cellPlace(
  sheet: string,
  row: number,
  columns: readonly Column[],
  path: readonly PropertyKey[],
): string {
  const place = `“${sheet}”第 ${row} 行`
  if (path.length === 0) return place
  return `${place}“${headingOf(columns, path) ?? `${restHeading}：${path.map(String).join('.')}`}”`
}

/** The column of a part: the one that holds it, or holds something of it. */
export function headingOf(
  columns: readonly Column[],
  path: readonly PropertyKey[],
): string | undefined {
  const holds = ({ path: own }: Column) =>
    own.slice(0, path.length).every((key, index) => key === path[index])
  return columns.find(holds)?.heading
}
