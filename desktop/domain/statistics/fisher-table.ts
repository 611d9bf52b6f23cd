import { lnGamma } from './distributions.ts'

type Counts = readonly (readonly number[])[]

const sumOf = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0)
const lnFactorial = (n: number) => lnGamma(n + 1)

/** Steps after which an exact p would keep people waiting. */
const mostSteps = 2_000_000

/** Chances that differ by less count as alike, as in R. */
const alike = 1e-7

class TooLarge extends Error {}

/** The counts without rows and columns that hold nothing, no more rows than columns. */
export function compact(counts: Counts): number[][] {
  const rows = counts.filter((row) => sumOf(row) > 0)
  const width = Math.max(0, ...counts.map((row) => row.length))
  const columns = Array.from({ length: width }, (_, at) => rows.map((row) => row[at] ?? 0))
  const kept = columns.filter((column) => sumOf(column) > 0)
  const upright = rows.map((_, at) => kept.map((column) => column[at] ?? 0))
  return upright.length <= kept.length ? upright : kept
}

/**
 * Fisher's exact test of any table, two-sided: the chance, with the margins as they are, of a table no
 * likelier than this one (G. H. Freeman, J. H. Halton, Biometrika 38, 1951). Goes from column to column
 * over what each row has left, as the network of C. R. Mehta and N. R. Patel (JASA 78, 1983): what can
 * only be likelier is left out, what can only be as unlikely is added at once. `undefined` where less
 * than two rows or columns hold anything; `too-large` after 2 million steps.
 */
export function fisherTable(counts: Counts): number | 'too-large' | undefined {
  const table = compact(counts)
  const rows = table.map(sumOf)
  const columns = (table[0] ?? []).map((_, at) => sumOf(table.map((row) => row[at] ?? 0)))
  if (rows.length < 2 || columns.length < 2) return undefined
  try {
    return new Network(rows, columns).below(-sumOf(table.flat().map(lnFactorial)))
  } catch (error) {
    if (error instanceof TooLarge) return 'too-large'
    throw error
  }
}

/** How many ways lead to a place with this much of −Σ ln x! behind them. */
interface Past {
  readonly value: number
  ways: number
}

interface Place {
  readonly left: readonly number[]
  readonly pasts: Map<number, Past>
}

type Places = Map<string, Place>

class Network {
  private steps = 0
  private readonly start: readonly number[]
  /** The largest last: places are few while the columns before are small. */
  private readonly columns: readonly number[]
  private readonly logs: readonly number[]

  constructor(rows: readonly number[], columns: readonly number[]) {
    this.start = ordered(rows)
    this.columns = ordered(columns).reverse()
    this.logs = Array.from({ length: sumOf(rows) + 1 }, (_, at) => lnFactorial(at))
  }

  /** The chance of tables whose −Σ ln x! is at most `seen`. */
  below(seen: number): number {
    const limit = seen + alike
    const all = totalOf(this.start, this.columns)
    let chance = 0
    let places: Places = new Map()
    keep(places, this.start, { value: 0, ways: 1 })
    for (const [at, column] of this.columns.slice(0, -2).entries()) {
      const rest = this.columns.slice(at + 1)
      const next: Places = new Map()
      for (const { left, pasts } of places.values()) {
        for (const step of this.stepsFrom(left, column)) {
          const [low, high] = boundsOf(step.left, rest)
          const total = totalOf(step.left, rest)
          for (const past of pasts.values()) {
            const value = past.value + step.value
            if (value + high <= limit) chance += past.ways * Math.exp(value + total - all)
            else if (value + low <= limit) keep(next, step.left, { value, ways: past.ways })
          }
          this.count(10 + pasts.size)
        }
      }
      places = next
    }
    for (const place of places.values()) chance += this.ended(place, limit, all)
    return Math.min(1, chance)
  }

  /** The chance of what the last two columns add to every past of a place. */
  private ended({ left, pasts }: Place, limit: number, all: number): number {
    const values = this.endings(left, this.columns.at(-2) ?? 0).sort()
    const most = values.at(-1) ?? 0
    const sums = new Float64Array(values.length + 1)
    for (const [at, value] of values.entries()) {
      sums[at + 1] = (sums[at] ?? 0) + Math.exp(value - most)
    }
    let chance = 0
    for (const { value, ways } of pasts.values()) {
      const under = countUpTo(values, limit - value)
      chance += ways * Math.exp(value + most - all) * (sums[under] ?? 0)
    }
    this.count(pasts.size)
    return chance
  }

  /** −Σ ln x! of every way to fill the last two columns. */
  private endings(left: readonly number[], column: number): Float64Array {
    const { logs } = this
    const room = left.map((_, at) => sumOf(left.slice(at + 1)))
    const found: number[] = []
    const fill = (at: number, open: number, value: number): void => {
      const own = left[at] ?? 0
      const from = Math.max(0, open - (room[at] ?? 0))
      const to = Math.min(own, open)
      const last = at === left.length - 1
      this.count(to - from + 1)
      for (let x = from; x <= to; x += 1) {
        const next = value - (logs[x] ?? 0) - (logs[own - x] ?? 0)
        if (last) found.push(next)
        else fill(at + 1, open - x, next)
      }
    }
    fill(0, column, 0)
    return Float64Array.from(found)
  }

  /** Every way to fill a column. */
  private stepsFrom(left: readonly number[], column: number) {
    const { logs } = this
    const found: { readonly left: readonly number[]; readonly value: number }[] = []
    const room = left.map((_, at) => sumOf(left.slice(at + 1)))
    const fill = (at: number, open: number, after: readonly number[], value: number): void => {
      const own = left[at]
      if (own === undefined) {
        this.count(5)
        found.push({ left: ordered(after), value })
        return
      }
      for (let x = Math.max(0, open - (room[at] ?? 0)); x <= Math.min(own, open); x += 1) {
        fill(at + 1, open - x, [...after, own - x], value - (logs[x] ?? 0))
      }
    }
    fill(0, column, [], 0)
    return found
  }

  private count(steps: number): void {
    this.steps += steps
    if (this.steps > mostSteps) throw new TooLarge()
  }
}

/** How many of the values, from the smallest, are no larger than `limit`. */
function countUpTo(values: Float64Array, limit: number): number {
  let [low, high] = [0, values.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[middle] ?? 0) <= limit) low = middle + 1
    else high = middle
  }
  return low
}

/** Sums of the same logarithms in another order differ in their last digits only. */
const rounded = (value: number) => Math.round(value * 1e9)

function keep(places: Places, left: readonly number[], { value, ways }: Past): void {
  const key = left.join()
  const place = places.get(key) ?? { left, pasts: new Map<number, Past>() }
  places.set(key, place)
  const past = place.pasts.get(rounded(value))
  if (past) past.ways += ways
  else place.pasts.set(rounded(value), { value, ways })
}

const ordered = (values: readonly number[]) => [...values].sort((a, b) => b - a)

/** ln of Σ Π 1/x! over all tables with these margins: n!/(Π rows! Π columns!). */
const totalOf = (rows: readonly number[], columns: readonly number[]) =>
  lnFactorial(sumOf(rows)) - sumOf(rows.map(lnFactorial)) - sumOf(columns.map(lnFactorial))

/**
 * Between what −Σ ln x! of a table with these margins lies: ln x! is convex, so that it is least where a
 * line is spread evenly and most where all of it stands in one place.
 */
function boundsOf(rows: readonly number[], columns: readonly number[]): readonly [number, number] {
  const even = (margins: readonly number[], parts: number) =>
    sumOf(margins.map((margin) => parts * lnFactorial(margin / parts)))
  const least = Math.max(even(rows, columns.length), even(columns, rows.length))
  const most = Math.min(sumOf(rows.map(lnFactorial)), sumOf(columns.map(lnFactorial)))
  return [-most, -least]
}
