import type { DataPackage } from '../data-package.ts'
import { rowsOf } from './sheet.ts'
import { derivedHeadings, sheetNames, toWorkbook } from './workbook.ts'

/** One item that differs; a side is `null` where the item is not there. */
export interface Change {
  /** The heading, with the table and field it is of: 信息项 lamps.lamp：数据类型. */
  readonly item: string
  readonly before: string | null
  readonly after: string | null
}

/**
 * What an import would change of a dataset, item by item, in the words of the workbook. Two
 * descriptors without a change are equal, the order of keys aside: the workbook holds everything.
 */
export function compare(before: DataPackage, after: DataPackage): Change[] {
  const old = itemsOf(before)
  const now = itemsOf(after)
  const items = [...new Set([...old.keys(), ...now.keys()])]
  const changes = items.flatMap((item): Change[] => {
    const sides = { before: old.get(item) ?? null, after: now.get(item) ?? null }
    return sides.before === sides.after ? [] : [{ item, ...sides }]
  })
  return [
    ...changes,
    ...orderChange('资源', before, after, names),
    ...orderChange('信息项', before, after, fields),
  ]
}

function itemsOf(dataset: DataPackage): Map<string, string> {
  const items = new Map<string, string>()
  for (const { name, columns, rows } of toWorkbook([dataset], '').slice(0, 3)) {
    const head = columns.map(({ heading }) => heading)
    const texts = rows.map((row) =>
      row.map((cell) => (cell === undefined ? undefined : String(cell))),
    )
    for (const row of rowsOf({ name, rows: [head, ...texts] }).rows) {
      for (const heading of head) {
        const cell = row.cell(heading)
        if (cell === undefined || derivedHeadings.includes(heading)) continue
        items.set(`${ownerOf(name, row.cell)}${heading}`, cell)
      }
    }
  }
  return items
}

function ownerOf(sheet: string, cell: (heading: string) => string | undefined): string {
  if (sheet === sheetNames.catalogue) return ''
  const names = [cell('资源名'), cell('字段名')].filter((name) => name !== undefined)
  return `${sheet} ${names.join('.')}：`
}

const names = ({ resources }: DataPackage) => resources.map(({ name }) => name)
const fields = ({ resources }: DataPackage) =>
  resources.flatMap(({ name, schema }) => schema.fields.map((field) => `${name}.${field.name}`))

/** The same names in another order; names that came or went are told already. */
function orderChange(
  sheet: string,
  before: DataPackage,
  after: DataPackage,
  of: (dataset: DataPackage) => readonly string[],
): Change[] {
  const old = of(before)
  const now = of(after)
  const same = old.toSorted().join('\n') === now.toSorted().join('\n')
  if (!same || old.join('\n') === now.join('\n')) return []
  return [{ item: `${sheet}的顺序`, before: old.join('、'), after: now.join('、') }]
}
