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
