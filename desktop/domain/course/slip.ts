import type { TreeNode } from './syntax-tree.ts'

/** The slips that novices make and cannot find alone. */
type SlipKind =
  | 'missing-condition'
  | 'extra-condition'
  | 'missing-branch'
  | 'boundary'
  | 'reversed'
  | 'logic'
  | 'grouping'
  | 'aggregate'
  | 'distinct'
  | 'no-table'
  | 'missing-join'
  | 'join'
  | 'missing-sort'
  | 'sort-direction'
  | 'missing-limit'

/** A slip and what it is about: a column, a table, a function; empty where nothing can be named. */
export interface NamedSlip {
  readonly slip: SlipKind
  readonly about: string
}

/** A slip as a change of one node of a query's tree. */
export type Edit = NamedSlip & { readonly node: TreeNode }
