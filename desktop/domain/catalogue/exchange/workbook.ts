import type { DataPackage, Resource } from '../data-package.ts'
import type { Field } from '../field.ts'
import { takeApart } from './apart.ts'
import type { Cell } from './codecs.ts'
import { datasetColumns, restHeading, type Column } from './dataset-columns.ts'
import { howToRead } from './how-to-read.ts'
import { withoutValue, type JsonObject } from './paths.ts'
import { datasetKey, fieldColumns, resourceColumns, resourceKey } from './resource-columns.ts'
import type { Sheet } from './sheet.ts'
import { typeWords } from '../words.ts'

export const sheetNames = {
  catalogue: '目录',
  fields: '信息项',
  resources: '资源',
  notes: '说明',
} as const

/** The most that a cell of a workbook holds, in UTF-16 units (Excel's own limit). */
const longestCell = 32_767

const asRead = (cell: Cell) => String(cell)

/** A row's cells in the order of the columns, and last what no column holds. */
function cellsOf(object: JsonObject, columns: readonly Column[]): (Cell | undefined)[] {
  const { cells, rest } = takeApart(object, columns, asRead)
  return [...cells, Object.keys(rest).length === 0 ? undefined : JSON.stringify(rest)]
}

/** The two national items that other sheets hold in full; they are written for people to read. */
const derived = [
  { heading: '信息资源格式', width: 14, of: formats },
  { heading: '信息项信息', width: 48, of: items },
] as const
export const derivedHeadings: readonly string[] = derived.map(({ heading }) => heading)
/** They stand where the guide has them, behind the summary. */
const derivedAt = datasetColumns.findIndex(({ heading }) => heading === '信息资源摘要') + 1

function formats({ resources }: DataPackage): string {
  return [...new Set(resources.map(({ format }) => format))].join('、')
}

function items({ resources }: DataPackage): string {
  const all = resources.flatMap(({ schema }) => schema.fields)
  const told = all.map(({ title, type }) => `${title}（${typeWords[type] ?? type}）`).join('、')
  return told.length > 2000 ? `${told.slice(0, 2000)}……全部见“${sheetNames.fields}”表` : told
}

/** The whole catalogue as a workbook; `fromWorkbook` reads back exactly these descriptors. */
export function toWorkbook(packages: readonly DataPackage[], madeBy: string): Sheet[] {
  const rest = { heading: restHeading, width: 20 }
  const head = datasetColumns.slice(0, derivedAt)
  return [
    {
      name: sheetNames.catalogue,
      columns: [...head, ...derived, ...datasetColumns.slice(derivedAt), rest].map(bare),
      rows: packages.map(datasetRow),
    },
    {
      name: sheetNames.fields,
      columns: [...fieldColumns, rest].map(bare),
      rows: packages.flatMap(({ name, resources }) =>
        resources.flatMap((resource) =>
          resource.schema.fields.map((field) => fieldRow(name, resource.name, field)),
        ),
      ),
    },
    {
      name: sheetNames.resources,
      columns: [...resourceColumns, rest].map(bare),
      rows: packages.flatMap(({ name, resources }) =>
        resources.map((resource) => resourceRow(name, resource)),
      ),
    },
    howToRead(sheetNames, madeBy, packages.length),
  ]
}

/** What a sheet is written from is plain data: it goes to another thread. */
const bare = ({ heading, width }: Sheet['columns'][number]) => ({ heading, width })

function datasetRow(dataset: DataPackage): (Cell | undefined)[] {
  const cells = cellsOf(withoutValue({ ...dataset }, ['resources']), datasetColumns)
  const told = derived.map(({ of }) => of(dataset))
  return [...cells.slice(0, derivedAt), ...told, ...cells.slice(derivedAt)]
}

function resourceRow(dataset: string, resource: Resource): (Cell | undefined)[] {
  const own = withoutValue({ ...resource }, ['schema', 'fields'])
  return cellsOf({ ...own, [datasetKey]: dataset }, resourceColumns)
}

function fieldRow(dataset: string, resource: string, field: Field): (Cell | undefined)[] {
  return cellsOf({ ...field, [datasetKey]: dataset, [resourceKey]: resource }, fieldColumns)
}

/** Where a text is too long for a cell, or nothing: a workbook that cut it off would lose it. */
export function tooLong(sheets: readonly Sheet[]): string | undefined {
  for (const { name, columns, rows } of sheets) {
    for (const row of rows) {
      const at = row.findIndex((cell) => typeof cell === 'string' && cell.length > longestCell)
      const heading = columns[at]?.heading
      if (heading === undefined) continue
      return `“${String(row[0])}”的“${heading}”（“${name}”表）超过一个单元格能放的 ${longestCell} 字`
    }
  }
  return undefined
}
