import type { TableName } from '../../catalogue/sql-name.ts'
import type { Json, JsonObject } from '../../notebook/steps/tree.ts'
import type { ReleaseRefused } from './refused.ts'
import type { KnownTable, Rows } from './rows.ts'

/** What a name in FROM stands for. */
export type Named =
  | { readonly kind: 'table'; readonly table: KnownTable }
  | { readonly kind: 'rows'; readonly rows: Rows }
  /** A table that holds only what may leave. */
  | { readonly kind: 'safe' }
  | { readonly kind: 'refused'; readonly refusal: ReleaseRefused }

/** The names that a query sees beside its own. */
export interface Env {
  find(name: TableName): Named | undefined
  /** The name of the table that the released cells of the query's `index`th table will be in. */
  twin(index: number): TableName
}

/** A sum or count that a table is made of; everything else is reckoned from these. */
export interface BaseMeasure {
  readonly kind: 'count' | 'sum' | 'people'
  /** Only these rows. */
  readonly only: readonly Json[]
  /** What is summed; null for counts. */
  readonly of: Json | null
}

/** A table of sums and counts over protected rows, as the host has to make and protect it. */
export interface TablePlan {
  readonly rows: Rows
  readonly keys: readonly Json[]
  /** Indexes of keys. */
  readonly sets: readonly (readonly number[])[]
  readonly measures: readonly BaseMeasure[]
}

/** Rows that are still one a person, or a query over what may leave. */
export type Reading =
  | { readonly kind: 'rows'; readonly rows: Rows }
  | { readonly kind: 'safe'; readonly node: JsonObject }

/** What a query comes to, and the tables that must be protected before it can run. */
export interface ReadQuery {
  readonly reading: Reading
  readonly plans: readonly TablePlan[]
}

/** Columns of a released table: keys, whether they are summed over, measures, whether they are held back. */
export const twinColumns = {
  key: (index: number) => `k${index}`,
  total: (index: number) => `g${index}`,
  measure: (index: number) => `b${index}`,
  held: (index: number) => `s${index}`,
} as const
