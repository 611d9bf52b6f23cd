import type { Cell } from './codecs.ts'

/** A sheet as it is written: texts stay texts, whatever they begin with. */
export interface Sheet {
  readonly name: string
  readonly columns: readonly { readonly heading: string; readonly width: number }[]
  /** `undefined` for an empty cell. */
  readonly rows: readonly (readonly (Cell | undefined)[])[]
}

/** A sheet as it is read: every cell as text; row 1 of the file is `rows[0]`. */
export interface ReadSheet {
  readonly name: string
  readonly rows: readonly (readonly (string | undefined)[])[]
  /** Where it was asked for: how the sheet looks to who opens it. */
  readonly layout?: SheetLayout
}

/** Rows and columns count from 0. */
export interface SheetLayout {
  readonly merges: readonly {
    readonly top: number
    readonly bottom: number
    readonly left: number
    readonly right: number
  }[]
  readonly hiddenRows: readonly number[]
  readonly hiddenColumns: readonly number[]
  readonly isHidden: boolean
  /** Numbers of more than fifteen digits, whose last ones the program has lost. */
  readonly tooLong: number
}

/** The rows below the headings of a sheet, by heading. */
export interface Row {
  /** 1-based, as the programs count. */
  readonly number: number
  readonly cell: (heading: string) => string | undefined
}

/** Headings are found wherever they stand; empty rows are passed over. */
export function rowsOf({ rows }: ReadSheet): { headings: readonly string[]; rows: Row[] } {
  const headings = (rows[0] ?? []).map((cell) => cell?.trim() ?? '')
  const places = new Map<string, number>()
  headings.forEach((heading, index) => {
    if (!places.has(heading)) places.set(heading, index)
  })
  const found = rows.flatMap((cells, index): Row[] => {
    if (index === 0 || !cells.some((cell) => filled(cell) !== undefined)) return []
    const at = (heading: string) => filled(cells[places.get(heading) ?? -1])
    return [{ number: index + 1, cell: at }]
  })
  return { headings: headings.filter((heading) => heading !== ''), rows: found }
}

function filled(cell: string | undefined): string | undefined {
  return cell === undefined || cell === '' ? undefined : cell
}
