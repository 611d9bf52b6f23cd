/** Why a result over a protected dataset may not leave. */
export const refusals = [
  'rows',
  'distinct',
  'union',
  'recursive',
  'subquery',
  'sample',
  'join',
  'two_datasets',
  'reshape',
  'star',
  'column',
  'person',
  'aggregate',
  'sum_of',
  'expression',
  'parameter',
  'too_large',
  'not_run',
] as const
export type RefusalKind = (typeof refusals)[number]

/** Thrown while a query is read; `what` is the piece of it that does not do. */
export class ReleaseRefused extends Error {
  readonly kind: RefusalKind
  readonly what: string

  constructor(kind: RefusalKind, what = '') {
    super(kind)
    this.kind = kind
    this.what = what
  }
}
