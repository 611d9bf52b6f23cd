import { and, gte, lt } from '@uwdata/vgplot'

/** What is used of Plot's scale. */
export interface Scale {
  readonly range?: readonly number[]
  apply(value: unknown): number
  invert?(pixel: number): unknown
}

/** A clause as Mosaic keeps it. */
export interface Clause {
  readonly source: unknown
  readonly value: unknown
  readonly predicate: unknown
  readonly fields?: readonly unknown[]
  /** By what its tables are aggregated beforehand; nothing is where it is missing. */
  readonly meta?: unknown
}

type Expression = Parameters<typeof gte>[0]

/**
 * The clause of a brush that begins and ends on a pixel: from the first to before the last. Mosaic
 * counts the whole last pixel where it aggregates beforehand, and none of it where it does not; so a
 * brush from mark to mark would count a sliver of the next bar, and now more, now less. At the end of
 * the axis its largest value belongs to it.
 */
export function wholePixels(clause: Clause, scale: Scale | undefined): Clause {
  const { value, fields } = clause
  if (!Array.isArray(value) || !scale?.invert || !scale.range) return clause
  const [from, to] = value as unknown[]
  const [first, last] = [scale.apply(from), scale.apply(to)]
  const forth = first <= last ? 1 : -1
  const end = forth > 0 ? Math.max(...scale.range) : Math.min(...scale.range)
  const open = (end - last) * forth >= 1
  const field = fields?.[0] as Expression
  return {
    ...clause,
    // half a pixel inside, so that no rounding leads to the next one
    value: [scale.invert(first + forth / 2), scale.invert(open ? last - forth / 2 : end)],
    ...(open
      ? { predicate: and(gte(field, from as Expression), lt(field, to as Expression)) }
      : {}),
  }
}

/** The clause of ends that somebody named: both included, counted row by row. */
export function exactEnds({ meta: _, ...clause }: Clause): Clause {
  return clause
}
