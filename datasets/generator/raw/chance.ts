/** What is drawn for a made-up person or ticket; the numbers are part of the fixtures: never reuse one. */
const purposes = {
  surname: 1,
  given: 2,
  secondGiven: 3,
  born: 4,
  order: 5,
  mobile: 6,
  community: 7,
  estate: 8,
  flat: 9,
  template: 10,
  style: 11,
  house: 12,
  moment: 13,
  number: 14,
  sex: 15,
} as const
type Purpose = keyof typeof purposes

/** One row's luck: a pure function of (seed, row, purpose), as `drawsOf` is in SQL. */
export interface Chance {
  /** A whole number from 0 to `count` − 1. */
  below(count: number, purpose: Purpose): number
  of<T>(items: readonly [T, ...T[]], purpose: Purpose): T
}

/** Mixes all bits of a 32-bit number (multiplications and shifts that lose nothing). */
function mixed(bits: number): number {
  const first = Math.imul(bits ^ (bits >>> 16), 0x21f0aaad)
  const second = Math.imul(first ^ (first >>> 15), 0x735a2d97)
  return (second ^ (second >>> 15)) >>> 0
}

export function chanceOf(seed: number, row: number): Chance {
  const below = (count: number, purpose: Purpose) => {
    const bits = mixed(mixed(mixed(seed >>> 0) + row) + purposes[purpose])
    return Math.floor((bits / 2 ** 32) * count)
  }
  return {
    below,
    of: (items, purpose) => items[below(items.length, purpose)] ?? items[0],
  }
}
