import type { Delimiter } from '../../domain/catalogue/importing/csv.ts'
import type { RawTable } from '../../domain/catalogue/importing/raw-table.ts'
import type { Choices } from '../../domain/catalogue/importing/recipe.ts'
import type { SecrecyPlace } from '../../domain/catalogue/importing/scan.ts'

/** A file read into tables; nothing is proposed yet. */
export interface Source {
  readonly tables: readonly RawTable[]
  readonly encoding: string | null
  readonly encodings: readonly string[]
  readonly delimiter: Delimiter | null
  readonly notes: readonly string[]
  /** Marks outside the cells: in headers and footers, properties, comments. */
  readonly secrecy: readonly SecrecyPlace[]
}

/** What is to be read, and how. */
export interface ToRead {
  readonly bytes: Uint8Array
  readonly name: string
  readonly choices: Choices
  /** The rows of a Parquet file as CSV, as the engine wrote them. */
  readonly unpacked?: Uint8Array
  /** Told the part that is read. */
  readonly tell: (part: number) => void
}
