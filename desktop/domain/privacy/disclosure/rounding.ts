import { keyedChance } from './keyed-hash.ts'

/** Counts are rounded to multiples of this. */
export const roundingBase = 3
/**
 * The range that rounding must leave for a small cell: never one number alone. (That a group is
 * listed says that it is one at least, so that a listed 0 is one or two.)
 */
export const roundedWidth = 1

/**
 * A count rounded up or down to a multiple of three, so that on average it is right. Chance is
 * drawn from the cell's identity and the workspace's secret: the same cell is always rounded alike,
 * in whatever table it stands, so that asking again and taking the mean tells nothing.
 */
export function roundedCount(count: number, identity: string, secret: string): number {
  const rest = ((count % roundingBase) + roundingBase) % roundingBase
  const up = keyedChance(secret, identity) * roundingBase < rest
  return count - rest + (up ? roundingBase : 0)
}

/** What a cell is, whatever the table in which it stands. */
export function cellIdentity(
  population: string,
  measure: string,
  by: readonly string[],
  keys: readonly (string | null | undefined)[],
): string {
  const named = by.flatMap((column, at) => {
    const key = keys[at]
    return key === undefined ? [] : [[column, key] as const]
  })
  return JSON.stringify([population, measure, named.toSorted(byColumn)])
}

const byColumn = (one: readonly [string, unknown], other: readonly [string, unknown]) =>
  one[0] < other[0] ? -1 : 1
