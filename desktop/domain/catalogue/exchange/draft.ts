import type { JsonObject } from './paths.ts'

/** A descriptor as a file says it, not yet checked. */
export interface Draft {
  readonly id: string
  readonly title: string
  /** Where it begins in the file, for a person: “目录”第 3 行. */
  readonly place: string
  readonly json: JsonObject
  /** What is wrong with the writing itself, before any rule is asked. */
  readonly problem?: string
  /** Where in the file a part of the descriptor is written. */
  where(path: readonly PropertyKey[]): string
}

/** What is in a file: descriptors to check, and remarks on what was not read. */
export type Drafts =
  | { readonly ok: true; readonly drafts: readonly Draft[]; readonly notes: readonly string[] }
  | { readonly ok: false; readonly problem: string }

export const noDrafts = (problem: string): Drafts => ({ ok: false, problem })

/** Texts of a descriptor that is still unchecked. */
export const textOr = (value: unknown, otherwise: string): string =>
  typeof value === 'string' && value !== '' ? value : otherwise
