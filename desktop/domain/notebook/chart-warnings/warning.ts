import * as z from 'zod'
import type { Sentence } from '../problem.ts'

/** How a chart may mislead. A second value axis is not among them: a chart cannot be given one. */
export const warningKinds = [
  'cut-axis',
  'many-bars',
  'many-colours',
  'no-denominator',
  'few-cases',
  'size',
  'time-gap',
  'last-period',
  'log-axis',
  'cut-off',
  'over-100',
] as const
export type WarningKind = (typeof warningKinds)[number]

/** One setting of a chart's YAML; `undefined` takes it away. */
export interface Edit {
  readonly path: readonly (string | number)[]
  readonly value: unknown
}

/** A table of rates to be put before the chart, which then draws its column. */
export interface RateTable {
  readonly name: string
  readonly sql: string
  readonly column: string
  /** What its axis is called. */
  readonly label: string
}

/** What one click does about it. */
export interface Mend {
  readonly label: Sentence
  readonly edits: readonly Edit[]
  readonly rate?: RateTable
}

export interface Warning {
  readonly kind: WarningKind
  /** What misleads, and what would not. */
  readonly sentence: Sentence
  readonly mend?: Mend
}

/** Warnings that the author has thought about, each with a reason that readers see. */
export const acceptedSchema = z.partialRecord(
  z.enum(warningKinds),
  z.string().trim().min(2).max(200),
)
