/** A column of an equation system: the rows in which it stands, with its factors. */
export interface Column {
  readonly rows: readonly number[]
  readonly factors: readonly number[]
  readonly lower: number
  readonly upper: number
  /** Where it stands at first, within its bounds. */
  readonly start: number
}

/** Work that may still be done, in multiplications; counted, not timed, so that every run ends alike. */
export interface Budget {
  left: number
}

const tiny = 1e-9
/** Factors are ones and their small fractions: what is less than this is an error of the arithmetic. */
const leastSlope = 1e-9
/** What a step may turn on. */
const leastPivot = 1e-6
const leastFactor = 1e-13
/** Gains of less than this part of the highest price are errors of the arithmetic. */
const leastGain = 1e-9
/** After so many steps on the spot the rule changes to Bland's, which cannot go round in circles. */
const patience = 60

/**
 * All values that columns may take together under equations and bounds, walked from corner to
 * corner by the simplex method for bounded variables with an explicit inverse. It starts at a
 * given point, need not be in a corner, and keeps its place between questions.
 */
export class Polytope {
  readonly value: Float64Array
  readonly lower: Float64Array
  readonly upper: Float64Array
  readonly #rows: readonly (readonly number[])[]
  readonly #factors: readonly (readonly number[])[]
  readonly #columns: number
  readonly #height: number
  /** How many columns may enter the basis: the gaps of the equations only until they are closed. */
  #entrants: number
  /** The inverse of the basis, row by row. */
  readonly #inverse: Float64Array[]
  readonly #basis: Int32Array
  /** The row of the basis in which a column stands, or -1. */
  readonly #place: Int32Array
  readonly #budget: Budget
  readonly #prices: Float64Array
  #leastGain = leastGain
  readonly #right: readonly number[]
  #pivots = 0

  constructor(columns: readonly Column[], right: readonly number[], budget: Budget) {
    const height = right.length
    this.#budget = budget
    this.#right = right
    this.#prices = new Float64Array(columns.length + height)
    this.#height = height
    this.#entrants = columns.length + height
    this.#columns = columns.length
    this.#rows = [...columns.map(({ rows }) => rows), ...right.map((_, row) => [row])]
    this.#factors = [...columns.map(({ factors }) => factors), ...right.map(() => [1])]
    const rest = Float64Array.from(right)
    for (const { rows, factors, start } of columns)
      for (const [at, row] of rows.entries()) rest[row] = of(rest, row) - (factors[at] ?? 0) * start
    this.value = Float64Array.from([...columns.map(({ start }) => start), ...rest])
    this.lower = Float64Array.from([...columns.map(({ lower }) => lower), ...rest.map(below)])
    this.upper = Float64Array.from([...columns.map(({ upper }) => upper), ...rest.map(above)])
    this.#inverse = right.map((_, row) => unit(height, row))
    this.#basis = Int32Array.from(right, (_, row) => columns.length + row)
    this.#place = new Int32Array(columns.length + height).fill(-1)
    for (let row = 0; row < height; row++) this.#place[columns.length + row] = row
  }

  /** Makes the equations hold; false where no values within the bounds make them. */
  settle(): boolean {
    const gaps = Array.from({ length: this.#height }, (_, row) => this.#columns + row)
    const prices = new Map(gaps.map((gap) => [gap, of(this.value, gap) > 0 ? -1 : 1]))
    this.raise(prices)
    this.#entrants = this.#columns
    const scale = Math.max(1, ...this.value.map(Math.abs).filter(Number.isFinite))
    for (const gap of gaps) {
      const left = of(this.value, gap)
      if (Math.abs(left) > 1e-7 * scale) return false
      this.lower[gap] = Math.min(0, left) - jitter(gap)
      this.upper[gap] = Math.max(0, left) + jitter(gap)
    }
    for (let column = 0; column < this.#columns; column++) {
      if (of(this.lower, column) === of(this.upper, column)) continue
      this.lower[column] = of(this.lower, column) - jitter(column)
      this.upper[column] = of(this.upper, column) + jitter(column)
    }
    return true
  }

  /** Walks to where the priced columns weigh most. */
  raise(prices: ReadonlyMap<number, number>): 'top' | 'endless' | 'spent' {
    let still = 0
    this.#prices.fill(0)
    this.#leastGain = leastGain
    for (const [column, price] of prices) {
      this.#prices[column] = price
      this.#leastGain = Math.max(this.#leastGain, Math.abs(price) * leastGain)
    }
    for (;;) {
      this.#budget.left -= 4 * this.#rows.length + 10 * this.#height
      if (this.#budget.left < 0) return 'spent'
      const entering = this.#entering(prices, still > patience)
      if (!entering) return 'top'
      const step = this.#move(entering.column, entering.sign, still > patience)
      if (step === Infinity) return 'endless'
      still = step > tiny ? 0 : still + 1
    }
  }

  /** The column whose move raises the sum most for its size, and whether up or down. */
  #entering(prices: ReadonlyMap<number, number>, bland: boolean) {
    const duals = this.#duals(prices)
    let best: { column: number; sign: 1 | -1 } | undefined
    let most = this.#leastGain
    for (let column = 0; column < this.#entrants; column++) {
      if (of(this.#place, column) >= 0 || of(this.lower, column) === of(this.upper, column))
        continue
      const gain = of(this.#prices, column) - this.#along(duals, column)
      if (Math.abs(gain) <= most) continue
      const value = of(this.value, column)
      const open = gain > 0 ? value < of(this.upper, column) : value > of(this.lower, column)
      if (!open) continue
      best = { column, sign: gain > 0 ? 1 : -1 }
      if (bland) return best
      most = Math.abs(gain)
    }
    return best
  }

  #duals(prices: ReadonlyMap<number, number>): Float64Array {
    const duals = new Float64Array(this.#height)
    for (const [column, price] of prices) {
      const line = this.#inverse[of(this.#place, column)]
      if (!line || price === 0) continue
      this.#budget.left -= line.length
      for (let at = 0; at < line.length; at++) duals[at] = of(duals, at) + price * of(line, at)
    }
    return duals
  }

  #along(line: Float64Array, column: number): number {
    const rows = this.#rows[column] ?? []
    const factors = this.#factors[column] ?? []
    let sum = 0
    for (let at = 0; at < rows.length; at++) sum += of(line, of(rows, at)) * of(factors, at)
    return sum
  }

  /** Moves a column until it or one of the basis meets a bound; how far it went. */
  #move(column: number, sign: 1 | -1, bland: boolean): number {
    const slopes = this.#slopes(column)
    const value = of(this.value, column)
    let step = sign > 0 ? of(this.upper, column) - value : value - of(this.lower, column)
    let leaving = -1
    for (let row = 0; row < slopes.length; row++) {
      const slope = sign * of(slopes, row)
      if (Math.abs(slope) < leastPivot) continue
      const member = of(this.#basis, row)
      const bound = of(slope > 0 ? this.lower : this.upper, member)
      const reach = Math.max(0, (of(this.value, member) - bound) / slope)
      const tie = leaving >= 0 && Math.abs(reach - step) <= tiny
      if (tie ? this.#prefers(row, leaving, slopes, bland) : reach < step) {
        step = Math.min(step, reach)
        leaving = row
      }
    }
    if (step === Infinity) return step
    this.#shift(column, sign * step, slopes)
    if (leaving >= 0) this.#pivot(column, leaving, slopes)
    return step
  }

  /** How each member of the basis gives way when the column rises. */
  #slopes(column: number): Float64Array {
    const slopes = new Float64Array(this.#height)
    for (let row = 0; row < slopes.length; row++) {
      const line = this.#inverse[row]
      const slope = line ? this.#along(line, column) : 0
      if (Math.abs(slope) > leastSlope) slopes[row] = slope
    }
    return slopes
  }

  /** Among rows that bind alike: the steadier pivot, or under Bland's rule the first column. */
  #prefers(row: number, than: number, slopes: Float64Array, bland: boolean): boolean {
    if (bland) return of(this.#basis, row) < of(this.#basis, than)
    return Math.abs(of(slopes, row)) > Math.abs(of(slopes, than))
  }

  #shift(column: number, by: number, slopes: Float64Array): void {
    this.value[column] = of(this.value, column) + by
    for (let row = 0; row < slopes.length; row++) {
      if (slopes[row] === 0) continue
      const member = of(this.#basis, row)
      const next = of(this.value, member) - by * of(slopes, row)
      this.value[member] = Math.min(of(this.upper, member), Math.max(of(this.lower, member), next))
    }
  }

  #pivot(column: number, leaving: number, slopes: Float64Array): void {
    const old = of(this.#basis, leaving)
    const nearer =
      Math.abs(of(this.value, old) - of(this.lower, old)) <=
      Math.abs(of(this.value, old) - of(this.upper, old))
    this.value[old] = of(nearer ? this.lower : this.upper, old)
    this.#basis[leaving] = column
    this.#place[old] = -1
    this.#place[column] = leaving
    this.#eliminate(leaving, slopes)
    this.#pivots += 1
    if (this.#pivots % Math.max(100, this.#height) === 0) this.#refresh()
  }

  /** Works the inverse and the basis' values out anew, before errors add up. */
  #refresh(): void {
    const members = [...this.#basis].filter((column) => column < this.#columns)
    const kept = new Set([...this.#basis].map((column) => column - this.#columns))
    const free = new Set([...this.#inverse.keys()].filter((row) => !kept.has(row)))
    for (const [row, line] of this.#inverse.entries()) {
      line.fill(0)
      line[row] = 1
      this.#basis[row] = this.#columns + row
    }
    for (const column of members) {
      const slopes = this.#slopes(column)
      let best = -1
      for (const row of free)
        if (best < 0 || Math.abs(of(slopes, row)) > Math.abs(of(slopes, best))) best = row
      free.delete(best)
      this.#basis[best] = column
      this.#eliminate(best, slopes)
    }
    for (const [row, column] of this.#basis.entries()) this.#place[column] = row
    this.#reckon()
  }

  /** The basis' values from those of all others. */
  #reckon(): void {
    const rest = Float64Array.from(this.#right)
    for (const [column, rows] of this.#rows.entries()) {
      if (of(this.#place, column) >= 0) continue
      const value = of(this.value, column)
      for (let at = 0; at < rows.length && value !== 0; at++) {
        const row = of(rows, at)
        rest[row] = of(rest, row) - of(this.#factors[column] ?? [], at) * value
      }
    }
    for (const [row, line] of this.#inverse.entries()) {
      let sum = 0
      for (let at = 0; at < line.length; at++) sum += of(line, at) * of(rest, at)
      this.value[of(this.#basis, row)] = sum
    }
  }

  #eliminate(leaving: number, slopes: Float64Array): void {
    const own = this.#inverse[leaving]
    if (!own) return
    const factor = of(slopes, leaving)
    const used: number[] = []
    for (let at = 0; at < own.length; at++) {
      if (own[at] === 0) continue
      own[at] = of(own, at) / factor
      used.push(at)
    }
    for (let row = 0; row < slopes.length; row++) {
      const slope = of(slopes, row)
      const line = this.#inverse[row]
      if (row === leaving || slope === 0 || !line) continue
      this.#budget.left -= used.length
      for (const at of used) {
        const next = of(line, at) - slope * of(own, at)
        line[at] = Math.abs(next) < leastFactor ? 0 : next
      }
    }
  }
}

/** An element that is there by construction. */
const of = (line: { readonly [at: number]: number }, at: number): number => line[at] ?? 0

const below = (rest: number) => Math.min(0, rest)
const above = (rest: number) => Math.max(0, rest)

/**
 * Bounds are loosened by unequal trifles: in tables many corners are one, and a walk among them
 * would stand still.
 */
const jitter = (at: number) => 1e-7 * (1 + ((at * 0.6180339887) % 1))

function unit(length: number, at: number): Float64Array {
  const line = new Float64Array(length)
  line[at] = 1
  return line
}
