import { SvelteMap } from 'svelte/reactivity'
import { type ColumnFormat, plain } from './format.ts'

/** In em of the grid's text. */
const NARROWEST = 3
const WIDEST = 60

/** How the columns of a grid are shown, by name: their widths, their formats, and how many stay at the left. */
export class ColumnLooks {
  readonly #widths = new SvelteMap<string, number>()
  readonly #formats = new SvelteMap<string, ColumnFormat>()
  /** Columns from the first on that stay in view. */
  frozen = $state(0)

  /** In em; nothing where nobody set it. */
  widthOf(column: string): number | undefined {
    return this.#widths.get(column)
  }

  setWidth(column: string, em: number): void {
    this.#widths.set(column, Math.max(NARROWEST, Math.min(WIDEST, em)))
  }

  /** As wide as what is in it. */
  fit(column: string): void {
    this.#widths.delete(column)
  }

  formatOf(column: string): ColumnFormat {
    return this.#formats.get(column) ?? plain
  }

  setFormat(column: string, format: ColumnFormat): void {
    this.#formats.set(column, format)
  }
}
