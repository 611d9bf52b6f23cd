/** A column's values as numbers, a row each. */
export interface Coded {
  /** Code of each row; a place in `values`. */
  readonly codes: Int32Array
  /** Every different value once; null is one of its own. */
  readonly values: readonly (string | null)[]
}

/** Takes a column's values one after the other. `rows`: how many will come. */
export class Coder {
  readonly #known = new Map<string | null, number>()
  readonly #values: (string | null)[] = []
  readonly #codes: Int32Array
  #rows = 0

  constructor(rows: number) {
    this.#codes = new Int32Array(rows)
  }

  add(value: string | null): void {
    let code = this.#known.get(value)
    if (code === undefined) {
      code = this.#values.length
      this.#known.set(value, code)
      this.#values.push(value)
    }
    this.#codes[this.#rows] = code
    this.#rows += 1
  }

  done(): Coded {
    return { codes: this.#codes.subarray(0, this.#rows), values: this.#values }
  }
}

/** Rows that agree in every quasi-identifier. */
export interface Classes {
  /** Class of each row, from 0. */
  readonly of: Int32Array
  readonly sizes: Int32Array
  /** A row of each class. */
  readonly first: Int32Array
}

/** The equivalence classes of rows over these columns; one class where there are none. */
export function classesOf(columns: readonly Coded[], rows: number): Classes {
  let of: Int32Array = new Int32Array(rows)
  let count = rows === 0 ? 0 : 1
  for (const { codes, values } of columns) {
    const joined = new Map<number, number>()
    const next = new Int32Array(rows)
    for (let row = 0; row < rows; row += 1) {
      const key = (of[row] ?? 0) * values.length + (codes[row] ?? 0)
      let at = joined.get(key)
      if (at === undefined) joined.set(key, (at = joined.size))
      next[row] = at
    }
    of = next
    count = joined.size
  }
  const [sizes, first] = [new Int32Array(count), new Int32Array(count).fill(-1)]
  of.forEach((at, row) => {
    sizes[at] = (sizes[at] ?? 0) + 1
    if (first[at] === -1) first[at] = row
  })
  return { of, sizes, first }
}

/** Every class's values of another column, in order: those of class `c` from `starts[c]` on. */
export function byClass({ of, sizes }: Classes, codes: Int32Array) {
  const starts = new Int32Array(sizes.length + 1)
  sizes.forEach((size, at) => (starts[at + 1] = (starts[at] ?? 0) + size))
  const next = starts.slice()
  const values = new Int32Array(of.length)
  of.forEach((at, row) => {
    values[next[at] ?? 0] = codes[row] ?? 0
    next[at] = (next[at] ?? 0) + 1
  })
  for (let at = 0; at < sizes.length; at += 1) values.subarray(starts[at], starts[at + 1]).sort()
  return { starts, values }
}
