import type { Sentence } from '../problem.ts'
import type { ResultTable } from '../result-table.ts'
import type { CellValue, Format } from '../value.ts'
import type { Figure } from './figure/figure.ts'
import type { SmallTable } from './small-table.ts'

/** A value of a finished statistic, as the card shows it and prose quotes it (`{{name.estimate}}`). */
export interface Finding {
  readonly name: string
  readonly label: Sentence
  readonly value: CellValue
  readonly format: Format | undefined
}

/**
 * A statistic as it is told: its number, one sentence, what that means and what it does not, what it
 * was computed from, what to beware of.
 */
export type Finished =
  | {
      readonly ok: true
      readonly findings: readonly Finding[]
      /** The result with its numbers. */
      readonly sentence: Sentence
      /** What the result says, in plain words. */
      readonly says: Sentence
      /** What nobody may read into it. */
      readonly saysNot: Sentence
      readonly table?: SmallTable | undefined
      /** Tables after the first. */
      readonly more?: readonly SmallTable[] | undefined
      readonly figure?: Figure | undefined
      /** Rows used and left out. */
      readonly basis: Sentence
      readonly cautions: readonly Sentence[]
    }
  | { readonly ok: false; readonly why: Sentence; readonly basis: Sentence | undefined }

/** The statistic's table with the finished values before its own, for quotes. */
export function withFindings(table: ResultTable, finished: Finished): ResultTable {
  if (!finished.ok) return table
  const columns = finished.findings.map(({ name, value }) => ({
    name,
    numeric: true,
    at: () => value,
  }))
  return { rows: Math.max(1, table.rows), columns: [...columns, ...table.columns] }
}

export const say = (zh: string, en: string): Sentence => ({ zh, en })
