/** A value of a grouping column as text; null is a group of its own. */
export type Key = string | null

/** A grouping column's value in a cell; undefined where the cell is summed over the column. */
export type Place = Key | undefined

/**
 * What a column of figures says. Counts and sums add up over groups, so that one may be worked
 * out from others; a derived figure (mean, rate, median, least, greatest) does not.
 */
export interface Measure {
  readonly name: string
  readonly kind: 'count' | 'sum' | 'derived'
}

/** One line of a result that is to leave: a group, or a total over groups. */
export interface Cell {
  /** One entry for each grouping column; undefined where the cell is summed over it (a margin). */
  readonly keys: readonly Place[]
  /** Different persons (or events) behind the cell. */
  readonly contributors: number
  /** One for each measure. */
  readonly values: readonly (number | null)[]
  /** For each measure of kind sum: the largest contributions of single contributors, largest first; empty otherwise. */
  readonly largest: readonly (readonly number[])[]
}

/** A result grouped by columns, before anything is kept back. */
export interface Table {
  /** Canonical text of datasets and filter: tables of the same population share their totals. */
  readonly population: string
  readonly by: readonly string[]
  readonly measures: readonly Measure[]
  readonly cells: readonly Cell[]
}

/** The least that is asked of a dataset's results. */
export interface Policy {
  readonly minimumCell: number
  readonly method: 'suppress' | 'round'
  /** A sum is kept back where its n largest contributors make up more than this share of it. */
  readonly dominance: { readonly n: number; readonly share: number }
  /** Secret of the workspace by which numbers are rounded; without it nothing is rounded, but suppressed. */
  readonly roundingKey?: string
}

/** Why a cell is kept back: by itself (few, dominance), to guard others, or for an earlier table's sake. */
export type Reason = 'few' | 'dominance' | 'complement' | 'earlier'

export type CellOutcome =
  | { readonly state: 'shown'; readonly values: readonly (number | null)[] }
  | { readonly state: 'rounded'; readonly values: readonly (number | null)[] }
  | { readonly state: 'suppressed'; readonly why: Reason }

/** A cell as the outside has it; values are null where it was suppressed. */
export interface ReleasedCell {
  readonly keys: readonly Place[]
  readonly values: readonly (number | null)[] | null
}

/** A table as it left: all that an attacker has of it. */
export interface Released {
  readonly population: string
  readonly by: readonly string[]
  readonly measures: readonly string[]
  /** Present where counts were rounded: what left lies within the base of the truth. */
  readonly rounded?: true
  readonly cells: readonly ReleasedCell[]
}

/** What becomes of a table's cells, in the table's order. */
export interface Outcome {
  readonly cells: readonly CellOutcome[]
  readonly counts: Readonly<Record<Reason, number>>
  /** False where no pattern was found that keeps every cell safe: then nothing may leave, not even which groups there are. */
  readonly safe: boolean
  /** Sets of columns whose leaving out needs (nearly) no suppression, best first. */
  readonly coarser: readonly (readonly string[])[]
}
