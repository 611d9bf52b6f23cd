import type { Row } from './result.ts'
import { close, isNear, rowKey, rowsAgree, type Yardstick } from './yardstick.ts'

/** What is left over when equal rows of two multisets are taken away, each in its own order. */
export interface Leftover {
  readonly expected: readonly Row[]
  readonly given: readonly Row[]
}

/** Indices of rows on either side that have the same key. */
interface Bucket {
  readonly expected: number[]
  readonly given: number[]
}

/** Compares two lists of rows as multisets, in both directions and over all rows. */
export function matchRows(
  expected: readonly Row[],
  given: readonly Row[],
  yardstick: Yardstick,
): Leftover {
  const left = { expected: new Set<number>(), given: new Set<number>() }
  for (const bucket of bucketsOf(expected, given, yardstick)) {
    const unmatched = new NearMatch(expected, given, yardstick, bucket).leftover()
    for (const index of unmatched.expected) left.expected.add(index)
    for (const index of unmatched.given) left.given.add(index)
  }
  return {
    expected: expected.filter((_, index) => left.expected.has(index)),
    given: given.filter((_, index) => left.given.has(index)),
  }
}

function bucketsOf(
  expected: readonly Row[],
  given: readonly Row[],
  yardstick: Yardstick,
): Iterable<Bucket> {
  const columns = yardstick.expected.map((_, column) => column)
  const buckets = new Map<string, Bucket>()
  for (const [side, rows] of [['expected', expected] as const, ['given', given] as const]) {
    for (const [index, row] of rows.entries()) {
      const key = rowKey(row, side, columns, yardstick)
      const bucket = buckets.get(key) ?? { expected: [], given: [] }
      bucket[side].push(index)
      buckets.set(key, bucket)
    }
  }
  return buckets.values()
}

/** Pairs up the rows of one bucket, which can differ only in columns compared by nearness. */
class NearMatch {
  readonly #expected: readonly Row[]
  readonly #given: readonly Row[]
  readonly #yardstick: Yardstick
  readonly #bucket: Bucket
  /** Columns whose numbers are finite throughout the bucket. */
  readonly #near: readonly number[]

  constructor(
    expected: readonly Row[],
    given: readonly Row[],
    yardstick: Yardstick,
    bucket: Bucket,
  ) {
    this.#expected = expected
    this.#given = given
    this.#yardstick = yardstick
    this.#bucket = bucket
    const sample = expected[bucket.expected[0] ?? -1] ?? []
    this.#near = sample.flatMap((cell, column) =>
      isNear(yardstick, column) && cell !== null && Number.isFinite(Number(cell)) ? [column] : [],
    )
  }

  /**
   * Takes the smallest expected row and the smallest given row that is near enough to it, and so
   * on upwards: where one column is compared by nearness, no other way finds more pairs.
   */
  leftover(): Bucket {
    const given = this.#sorted(this.#bucket.given, this.#given)
    const used = new Set<number>()
    const missed: number[] = []
    let from = 0
    for (const wanted of this.#sorted(this.#bucket.expected, this.#expected)) {
      while (from < given.length && this.#isPast(given[from] ?? 0, wanted, used)) from += 1
      const found = this.#find(given, from, wanted, used)
      if (found === undefined) missed.push(wanted)
      else used.add(found)
    }
    return { expected: missed, given: given.filter((index) => !used.has(index)) }
  }

  #sorted(indices: readonly number[], rows: readonly Row[]): number[] {
    return indices.toSorted((one, other) => {
      for (const column of this.#near) {
        const gap = Number(rows[one]?.[column]) - Number(rows[other]?.[column])
        if (gap !== 0) return gap
      }
      return 0
    })
  }

  /** Taken already, or too small for this row and so for every later one. */
  #isPast(given: number, wanted: number, used: ReadonlySet<number>): boolean {
    if (used.has(given)) return true
    const gap = this.#gap(given, wanted)
    return gap !== undefined && gap < 0
  }

  /** How far the given row lies off in the first near column; `undefined` where near enough. */
  #gap(given: number, wanted: number): number | undefined {
    const [column] = this.#near
    if (column === undefined) return undefined
    const one = Number(this.#given[given]?.[column])
    const other = Number(this.#expected[wanted]?.[column])
    return close(one, other, this.#yardstick.decimals) ? undefined : one - other
  }

  #find(
    given: readonly number[],
    from: number,
    wanted: number,
    used: ReadonlySet<number>,
  ): number | undefined {
    for (let at = from; at < given.length; at += 1) {
      const index = given[at] ?? 0
      if ((this.#gap(index, wanted) ?? 0) > 0) return undefined
      if (used.has(index)) continue
      const [one, other] = [this.#expected[wanted] ?? [], this.#given[index] ?? []]
      if (rowsAgree(one, other, this.#near, this.#yardstick)) return index
    }
    return undefined
  }
}
