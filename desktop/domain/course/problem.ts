/** Something wrong in a content file, said so that its author can put it right. */
export interface Problem {
  /** Relative to the folder that holds `courses/`. */
  readonly file: string
  /** From 1. */
  readonly line: number
  readonly problem: string
}

/** A value, or why there is none. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] }
