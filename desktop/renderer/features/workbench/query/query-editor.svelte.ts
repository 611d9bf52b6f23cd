import type { QueryCell } from '../../../../domain/notebook/notebook.ts'
import { withDataset } from '../../../../domain/notebook/attach.ts'
import { withBody } from '../../../../domain/notebook/edit.ts'
import { fold } from '../../../../domain/notebook/name.ts'
import { parseNotebook } from '../../../../domain/notebook/parse.ts'
import { aggregatedFirst } from '../../../../domain/notebook/query/aggregate-first.ts'
import { columnKind, type ColumnKind } from '../../../../domain/notebook/pivot/pieces.ts'
import type { Calculation } from '../../../../domain/notebook/query/calculation.ts'
import {
  calculableColumns,
  groupedColumns,
  isGrouped,
  resultColumns,
  takenNames,
} from '../../../../domain/notebook/query/columns.ts'
import { withQueryChange, type QueryChange } from '../../../../domain/notebook/query/edit.ts'
import type { Join } from '../../../../domain/notebook/query/query.ts'
import { tidied } from '../../../../domain/notebook/query/tidy.ts'
import { groupName } from '../../../../domain/notebook/query/write-measure.ts'
import { unfinishedPeriods } from '../../../../domain/notebook/query/unfinished.ts'
import { fieldsOf, tablesOf, tableTitle, type Choices, type FieldInfo } from '../fields.ts'
import { newTable } from '../arrange/new-cells.ts'
import type { OpenNotebook } from '../open-notebook.svelte.ts'
import { t } from './messages.ts'

/** What is being written in a dialog: a part of the query, a new one where there is no index. */
export type Writing =
  | { readonly part: 'where'; readonly column: string; readonly index: number | undefined }
  | { readonly part: 'measure'; readonly column: string; readonly index: number | undefined }
  | { readonly part: 'calculate'; readonly kind: string; readonly index: number | undefined }
  | { readonly part: 'join'; readonly index: number | undefined }
  | { readonly part: 'columns' }

interface Calculable {
  readonly all: readonly string[]
  readonly numbers: readonly string[]
  readonly times: readonly string[]
  /** Within which rows can be compared. */
  readonly groups: readonly string[]
}

/** What can be done to a pointed query; every change is written to the notebook and run at once. */
export class QueryEditor implements Choices {
  readonly book: OpenNotebook
  readonly #cell: () => QueryCell
  writing = $state.raw<Writing>()

  readonly query = $derived.by(() => this.#cell().query)
  /** The columns of the table itself, and those taken beside it. */
  readonly fields: readonly FieldInfo[] = $derived.by(() => [
    ...fieldsOf(this.book, this.query.from),
    ...this.query.join.flatMap((join) => this.#taken(join)),
  ])
  readonly grouped = $derived.by(() => isGrouped(this.query))
  readonly groupedColumns = $derived.by(() => groupedColumns(this.query))
  readonly #own = $derived.by(() => fieldsOf(this.book, this.query.from).map(({ name }) => name))
  readonly resultColumns = $derived.by(() => resultColumns(this.query, this.#own))
  /** What a new calculation can speak of, without the calculations before it. */
  readonly calculable = $derived.by((): Calculable => {
    const { group, measure } = this.query
    const all = calculableColumns(this.query, this.#own)
    const plain = (kind: ColumnKind) => all.filter((name) => this.kindOf(name) === kind)
    if (!this.grouped) {
      return { all, numbers: plain('number'), times: plain('date'), groups: plain('text') }
    }
    return {
      all,
      numbers: measure.map(({ as }) => as),
      times: group.filter((one) => 'by' in one).map(groupName),
      groups: group.map(groupName),
    }
  })

  /** Periods at the end that are not over, as far as the data are known. */
  readonly unfinished = $derived.by(() =>
    unfinishedPeriods(
      this.query,
      (column) => this.fields.find(({ name }) => name === column)?.summary?.max ?? undefined,
    ),
  )

  constructor(book: OpenNotebook, cell: () => QueryCell) {
    this.book = book
    this.#cell = cell
  }

  get name(): string {
    return this.#cell().name
  }

  /** Whether its table is one that there is, or is to come with a dataset of the notebook. */
  get begun(): boolean {
    const { from } = this.query
    return from !== newTable || tablesOf(this.book, this.name).some((one) => fold(one) === from)
  }

  kindOf = (column: string) => this.fields.find(({ name }) => name === column)?.kind ?? 'other'

  /** What people call a column. */
  titleOf = (column: string) => this.fields.find(({ name }) => name === column)?.title ?? column

  /** Whether a column comes from a joined table, so that its values stand in many rows. */
  isTaken = (column: string) => this.query.join.some((join) => takenNames(join).includes(column))

  /** Parts of the query anew; what then speaks of columns that are gone goes too. */
  change(change: QueryChange): void {
    const own = fieldsOf(this.book, change.from ?? this.query.from).map(({ name }) => name)
    const { calculate, columns, sort } = tidied({ ...this.query, ...defined(change) }, own)
    const cell = this.#cell()
    const body = withQueryChange(cell.body, { ...change, calculate, columns, sort })
    if (body !== cell.body) this.book.setBody(cell, body)
  }

  /** Another table to begin with; one of a dataset that the notebook does not name yet is added to it. */
  begin(from: string, dataset: string | undefined): void {
    const cell = this.#cell()
    const body = withQueryChange(cell.body, {
      from,
      join: [],
      where: [],
      columns: [],
      group: [],
      measure: [],
      calculate: [],
      sort: [],
    })
    const source = withBody(this.book.notebook, cell, body)
    this.book.change(dataset === undefined ? source : withDataset(parseNotebook(source), dataset))
  }

  /** Adds a dataset to the notebook, so that its tables can be joined. */
  async attach(dataset: string): Promise<void> {
    this.book.change(withDataset(this.book.notebook, dataset))
    await this.book.calculation.update()
  }

  /** Joins what a new cell before this one makes of the other table; both are one step to be undone. */
  joinAggregated(index: number | undefined, join: Join): void {
    const words = { cell: t.aggregatedName(tableTitle(this.book, join.table)), rows: t.names.rows }
    const before = aggregatedFirst(this.book.notebook, this.name, join, words)
    const parsed = parseNotebook(before.source)
    const cell = parsed.blocks.find((block) => 'name' in block && block.name === this.name)
    if (cell?.kind !== 'query') return
    const joins = [...this.query.join]
    joins.splice(index ?? joins.length, 1, before.join)
    this.book.change(withBody(parsed, cell, withQueryChange(cell.body, { join: joins })))
  }

  /** Puts a part in the place of the `index`th of its list, or at its end; nothing takes it away. */
  put<K extends 'where' | 'group' | 'measure' | 'calculate' | 'join'>(
    list: K,
    index: number | undefined,
    part: (typeof this.query)[K][number] | undefined,
  ): void {
    const parts: unknown[] = [...this.query[list]]
    parts.splice(index ?? parts.length, 1, ...(part === undefined ? [] : [part]))
    this.change({ [list]: parts })
  }

  /** A first rank puts the rows in its order: that is what it was made for. */
  putCalculation(index: number | undefined, calculation: Calculation): void {
    const calculate = [...this.query.calculate]
    calculate.splice(index ?? calculate.length, 1, calculation)
    const ranked = index === undefined && 'rank' in calculation && this.query.sort.length === 0
    this.change({ calculate, ...(ranked ? { sort: [calculation.as] } : {}) })
  }

  #taken({ table, take }: Join): FieldInfo[] {
    const columns = fieldsOf(this.book, table)
    return take.flatMap((taken) => {
      const [column, as] = typeof taken === 'string' ? [taken, taken] : [taken.column, taken.as]
      const field = columns.find(({ name }) => name === column)
      return field
        ? [{ ...field, name: as }]
        : [{ name: as, title: as, kind: columnKind(''), summary: undefined }]
    })
  }
}

function defined(change: QueryChange): object {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
}
