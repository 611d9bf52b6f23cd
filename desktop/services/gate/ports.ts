import type { TableLook } from '../../domain/catalogue/importing/look.ts'
import type { OutColumn } from '../../domain/catalogue/importing/rows-out.ts'
import type { Choices, Decision, Recipe } from '../../domain/catalogue/importing/recipe.ts'
import type { RefusedRow } from '../../domain/catalogue/importing/raw-table.ts'
import type { Occurrence, SecrecyPlace } from '../../domain/catalogue/importing/scan.ts'
import type { Assessment } from '../../domain/privacy/deidentify/assessment.ts'
import type { Assessed } from '../../domain/privacy/deidentify/assessed.ts'
import type { Wishes } from '../../domain/privacy/deidentify/plan.ts'
import type { Level } from '../../domain/privacy/deidentify/policy.ts'
import type { ColumnFinding } from '../../domain/catalogue/importing/scan.ts'
import type { DoneStep } from '../../domain/catalogue/importing/descriptor.ts'

/** A file as a whole, looked at. With a secrecy mark nothing but the places is said. */
export interface FileLook {
  readonly sha256: string
  readonly bytes: number
  /** Null of a workbook. */
  readonly encoding: string | null
  /** What else may be chosen; empty of a workbook. */
  readonly encodings: readonly string[]
  readonly delimiter: Recipe['delimiter']
  readonly notes: readonly string[]
  readonly secrecy: readonly SecrecyPlace[]
  readonly tables: readonly {
    readonly name: string
    readonly rows: number
    readonly columns: readonly { readonly name: string; readonly type: string }[]
  }[]
  /** The table that is meant, by name. */
  readonly table: string
  readonly look: TableLook | undefined
  /** Every passage, where that was asked for. */
  readonly occurrences: readonly (Occurrence & { readonly table: string })[]
}

/** What came of writing a table out. */
export interface Written {
  readonly sha256: string
  readonly bytes: number
  readonly columns: readonly Omit<OutColumn, 'value'>[]
  readonly rowsIn: number
  readonly rowsKept: number
  readonly refused: readonly RefusedRow[]
  readonly steps: readonly DoneStep[]
  /** How many passages of each kind were found. */
  readonly found: Readonly<Record<string, number>>
  readonly findings: readonly (ColumnFinding & { readonly column: string })[]
  readonly decisions: Readonly<Record<string, Decision>>
  readonly level: Exclude<Level, 'core'>
  readonly assessment: Assessment
  /** The column that tells persons apart. */
  readonly contributor: string | null
}

export interface GateCall {
  readonly signal: AbortSignal
  /** The part that is done, 0 to 1. */
  readonly onProgress: (part: number) => void
}

/** Reads files where whatever is in them harms nobody. Refusals are `import_refused`. */
export interface GateReader {
  look(
    file: string,
    name: string,
    choices: Choices,
    everything: boolean,
    call: GateCall,
  ): Promise<FileLook>
  /** What decisions would do: how easily rows are told apart, or what is below the policy. */
  assess(
    file: string,
    name: string,
    recipe: Recipe,
    wishes: Wishes,
    call: GateCall,
  ): Promise<Assessed>
  /** Writes the rows that are left as CSV for `ParquetWriter`. */
  write(
    file: string,
    name: string,
    recipe: Recipe,
    wishes: Wishes,
    out: string,
    call: GateCall,
  ): Promise<Written>
}

/** Files that were brought and are not decided upon: no engine reads them, and a start wipes them. */
export interface WaitingRoom {
  /** A place for a file; its token. */
  open(): Promise<string>
  append(token: string, bytes: Uint8Array): Promise<void>
  /** The path of a file in the place; `not_found` where the place is gone. */
  path(token: string, file: 'source' | 'rows.csv' | 'data.parquet'): string
  /** Takes away what was made of the file; the file stays. */
  clear(token: string): Promise<void>
  drop(token: string): Promise<void>
}

/** Makes Parquet of the rows; the number of them. */
export interface ParquetWriter {
  write(
    csv: string,
    columns: readonly Pick<OutColumn, 'name' | 'type'>[],
    out: string,
    signal: AbortSignal,
  ): Promise<{ readonly rows: number; readonly bytes: number; readonly sha256: string }>
}
