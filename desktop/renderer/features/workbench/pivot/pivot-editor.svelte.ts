import type { PivotCell } from '../../../../domain/notebook/notebook.ts'
import { withChange, type PivotChange } from '../../../../domain/notebook/pivot/edit.ts'
import {
  movedPiece,
  withoutPiece,
  type Piece,
  type Zone,
} from '../../../../domain/notebook/pivot/pieces.ts'
import type { Condition } from '../../../../domain/notebook/query/condition.ts'
import type { Measure } from '../../../../domain/notebook/query/measure.ts'
import { fieldsOf } from '../fields.ts'
import type { OpenNotebook } from '../open-notebook.svelte.ts'

/** A condition that is being written: a new one of a column, or the one at a place. */
export interface WrittenCondition {
  readonly column: string
  readonly index: number | undefined
}

/** What can be done to a pivot; every change is written to the notebook and run at once. */
export class PivotEditor {
  readonly book: OpenNotebook
  readonly #cell: () => PivotCell
  /** What is being dragged. */
  dragged = $state.raw<Piece>()
  /** Which condition or value has its dialog open. */
  condition = $state.raw<WrittenCondition>()
  value = $state.raw<number>()

  readonly pivot = $derived.by(() => this.#cell().pivot)
  readonly fields = $derived.by(() => fieldsOf(this.book, this.pivot.from))

  constructor(book: OpenNotebook, cell: () => PivotCell) {
    this.book = book
    this.#cell = cell
  }

  get name(): string {
    return this.#cell().name
  }

  kindOf = (column: string) => this.fields.find(({ name }) => name === column)?.kind ?? 'other'

  change(change: PivotChange): void {
    const cell = this.#cell()
    const body = withChange(cell.body, change)
    if (body === cell.body) return
    this.book.choose(cell, body)
    if (!cell.manual) void this.book.calculation.run(cell.name)
  }

  /** Whether the piece could go there; where not, nothing is changed. */
  move(piece: Piece, zone: Zone | 'where', at?: number): boolean {
    if (zone === 'where') return this.#filter(piece)
    const known = { kindOf: this.kindOf, titles: this.book.data.titles }
    const place = at === undefined ? { zone } : { zone, at }
    const change = movedPiece(this.pivot, piece, place, known)
    if (change) this.change(change)
    return change !== undefined
  }

  /** One place forward (−1) or back (1) in its zone. */
  shift(zone: Zone, index: number, direction: -1 | 1): void {
    const to = index + direction
    if (to < 0 || to >= this.pivot[zone].length) return
    this.move({ zone, index }, zone, direction < 0 ? to : to + 1)
  }

  remove(zone: Zone | 'where', index: number): void {
    if (zone !== 'where') this.change(withoutPiece(this.pivot, zone, index))
    else this.change({ where: this.pivot.where.filter((_, place) => place !== index) })
  }

  /** Sums and orders go with their sides. */
  swap(): void {
    const { rows, columns, totals, sort } = this.pivot
    if (columns.length > 4 || rows.length > 3) return
    this.change({
      rows: columns,
      columns: rows,
      totals: { rows: totals.columns, columns: totals.rows },
      sort: { rows: sort.columns, columns: sort.rows },
      limit: null,
    })
  }

  setCondition(condition: Condition, index: number | undefined): void {
    const where = [...this.pivot.where]
    where.splice(index ?? where.length, 1, condition)
    this.change({ where })
  }

  /** Another measure in the place of one, with its way of being written; orders and formats follow its name. */
  setValue(index: number, measure: Measure, format: string | undefined): void {
    const before = this.pivot.values[index]?.as ?? ''
    const { [before]: _, ...formats } = this.pivot.formats
    const renamed = (entries: readonly string[]) =>
      entries.map((entry) =>
        entry === before ? measure.as : entry === `-${before}` ? `-${measure.as}` : entry,
      )
    this.change({
      values: this.pivot.values.map((value, place) => (place === index ? measure : value)),
      formats: format === undefined ? formats : { ...formats, [measure.as]: format },
      sort: { rows: renamed(this.pivot.sort.rows), columns: renamed(this.pivot.sort.columns) },
    })
  }

  #filter(piece: Piece): boolean {
    const column = piece.zone === 'fields' ? piece.column : this.#columnAt(piece)
    if (column !== undefined) this.condition = { column, index: undefined }
    return column !== undefined
  }

  #columnAt(piece: Exclude<Piece, { zone: 'fields' }>): string | undefined {
    return piece.zone === 'values' ? undefined : this.pivot[piece.zone][piece.index]?.column
  }
}
