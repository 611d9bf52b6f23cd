import type { ResultColumn, ResultTable } from '../result-table.ts'
import { fold } from '../name.ts'
import { groupName } from '../query/write-measure.ts'
import type { Group } from '../query/query.ts'
import type { CellValue } from '../value.ts'
import { groupLabel, totalLabel } from './label.ts'
import { placeColumns, type Pivot } from './pivot.ts'
import { groupTitle, type Titles } from './titles.ts'

/** How large a crosstab may be and still be laid out: its lines, and its columns with a measure each. */
export const most = { rows: 2000, columns: 200 } as const

/** A row or a column of a crosstab. */
export interface Line {
  /** The names of its groups from the outermost; of a total, only those that it does not sum up. */
  readonly labels: readonly string[]
  /** Whether it sums up others. */
  readonly total: boolean
}

/** Measures of groups, laid out; `cells[row][column × measures + measure]`, nothing where no rows are. */
export interface Crosstab {
  readonly rowFields: readonly string[]
  readonly columnFields: readonly string[]
  readonly measures: readonly string[]
  readonly rows: readonly Line[]
  readonly columns: readonly Line[]
  readonly cells: readonly (readonly (CellValue | undefined)[])[]
}

/** Lays out a pivot's table, given as its pages one after the other. */
export function layOut(
  pivot: Pivot,
  pages: readonly ResultTable[],
  titles: Titles = new Map(),
): Crosstab {
  const rows = new Lines(pivot.rows)
  const columns = new Lines(pivot.columns)
  const found: { row: number; column: number; values: CellValue[] }[] = []
  for (const page of pages) {
    const read = readerOf(page)
    const values = pivot.values.map(({ as }) => read(as))
    const row = rows.reader(read, 'row')
    const column = columns.reader(read, 'column')
    for (let at = 0; at < page.rows; at += 1) {
      found.push({ row: row(at), column: column(at), values: values.map((one) => one.at(at)) })
    }
  }
  const places = { rows: rows.sorted(), columns: columns.sorted() }
  const cells = places.rows.order.map((): (CellValue | undefined)[] => [])
  for (const { row, column, values } of found) {
    const from = (places.columns.placeOf.get(column) ?? 0) * values.length
    const line = cells[places.rows.placeOf.get(row) ?? 0]
    values.forEach((value, index) => line && (line[from + index] = value))
  }
  return {
    rowFields: pivot.rows.map((group) => groupTitle(group, titles)),
    columnFields: pivot.columns.map((group) => groupTitle(group, titles)),
    measures: pivot.values.map(({ as }) => as),
    rows: places.rows.order,
    columns: places.columns.order,
    cells,
  }
}

type Read = (name: string) => ResultColumn

function readerOf({ columns }: ResultTable): Read {
  return (name) => {
    const found = columns.find((column) => fold(column.name) === fold(name))
    if (!found) throw new Error(`a pivot without ${name}`)
    return found
  }
}

/** The lines of one side, by their numbers. */
class Lines {
  readonly #groups: readonly Group[]
  readonly #known = new Map<number, Line>()

  constructor(groups: readonly Group[]) {
    this.#groups = groups
  }

  /** Of a row of the page, the number of its line. */
  reader(read: Read, of: 'row' | 'column'): (at: number) => number {
    const number = read(`${of}_no`)
    const total = read(`${of}_total`)
    const fields = this.#groups.map((group) => read(groupName(group)))
    return (at) => {
      const no = Number(number.at(at))
      if (!this.#known.has(no)) {
        const folded = Number(total.at(at))
        this.#known.set(
          no,
          this.#line(
            fields.map((field) => field.at(at)),
            folded,
          ),
        )
      }
      return no
    }
  }

  sorted() {
    const numbers = [...this.#known.keys()].sort((a, b) => a - b)
    return {
      order: numbers.flatMap((no) => this.#known.get(no) ?? []),
      placeOf: new Map(numbers.map((no, place) => [no, place])),
    }
  }

  #line(values: readonly CellValue[], folded: number): Line {
    const apart = this.#groups.slice(0, this.#groups.length - folded)
    return {
      labels: apart.map((group, index) => groupLabel(group, values[index])),
      total: folded > 0,
    }
  }
}

/** Whether a table with these columns is the pivot's, and not that of an earlier text. */
export function isTableOf(pivot: Pivot, columns: readonly { readonly name: string }[]): boolean {
  const names = new Set(columns.map(({ name }) => fold(name)))
  const wanted = [
    ...[...pivot.rows, ...pivot.columns].map(groupName),
    ...pivot.values.map(({ as }) => as),
    ...placeColumns,
  ]
  return names.size === wanted.length && wanted.every((name) => names.has(fold(name)))
}

/** Whether so many rows and columns, each with its measures, can be laid out. */
export function fits(pivot: Pivot, { rows, columns }: { rows: number; columns: number }): boolean {
  return rows <= most.rows && columns * pivot.values.length <= most.columns
}

/** The names of a line, one for each field of its side; a total names itself where its fields end. */
export function fullLabels({ labels, total }: Line, fields: number): string[] {
  if (!total) return [...labels]
  const own = [...labels, totalLabel(labels.at(-1))]
  return Array.from({ length: fields }, (_, index) => own[index] ?? '')
}
