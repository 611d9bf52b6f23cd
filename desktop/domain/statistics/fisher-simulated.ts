import { lnGamma } from './distributions.ts'
import { compact } from './fisher-table.ts'

const sumOf = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0)

/** Tables drawn, and where the drawing begins: the same table has the same p everywhere. */
export const drawnTables = 10_000
const seed = 20_240_101

/** Rows of data beyond which drawing takes too long. */
const mostRows = 200_000
const mostCells = 100

/**
 * Fisher's test by simulation: tables drawn at random with the margins as they are, and the share of
 * those no likelier than this one, (1 + hits)/(1 + drawn), as R's `fisher.test(simulate.p.value = TRUE)`.
 * Each cell is drawn from the hypergeometric that those before it leave (W. M. Patefield, Appl. Statist.
 * 30, AS 159, 1981). `too-large` beyond 100 cells or 200,000 rows.
 */
export function fisherSimulated(
  counts: readonly (readonly number[])[],
): number | 'too-large' | undefined {
  const table = compact(counts)
  const rows = table.map(sumOf)
  const columns = (table[0] ?? []).map((_, at) => sumOf(table.map((row) => row[at] ?? 0)))
  if (rows.length < 2 || columns.length < 2) return undefined
  const n = sumOf(rows)
  if (n > mostRows || rows.length * columns.length > mostCells) return 'too-large'
  const logs = Float64Array.from({ length: n + 1 }, (_, at) => lnGamma(at + 1))
  const ln = (x: number) => logs[x] ?? 0
  const seen = -sumOf(table.flat().map(ln))
  const random = randomFrom(seed)
  let hits = 0
  for (let draw = 0; draw < drawnTables; draw += 1) {
    if (drawn(rows, columns, ln, random) <= seen + 1e-7) hits += 1
  }
  return (1 + hits) / (1 + drawnTables)
}

type Ln = (x: number) => number

/** −Σ ln x! of a table drawn with these margins. */
function drawn(
  rows: readonly number[],
  columns: readonly number[],
  ln: Ln,
  random: () => number,
): number {
  const left = [...columns]
  let value = 0
  for (const [at, row] of rows.entries()) {
    let open = row
    let room = sumOf(left)
    const last = at === rows.length - 1
    for (const [column, own] of left.entries()) {
      const x = last ? own : hypergeometric([open, own, room], ln, random)
      left[column] = own - x
      open -= x
      room -= own
      value -= ln(x)
    }
  }
  return value
}

/** How many of `open` taken from `room` are among `own`: from the likeliest outwards until chance is used up. */
function hypergeometric(
  [open, own, room]: readonly [number, number, number],
  ln: Ln,
  random: () => number,
): number {
  const [from, to] = [Math.max(0, open + own - room), Math.min(open, own)]
  if (from === to) return from
  const middle = Math.min(to, Math.max(from, Math.floor(((open + 1) * (own + 1)) / (room + 2))))
  const choose = (n: number, k: number) => ln(n) - ln(k) - ln(n - k)
  const top = Math.exp(choose(own, middle) + choose(room - own, open - middle) - choose(room, open))
  let wanted = random() - top
  let [low, high, below, above] = [middle, middle, top, top]
  while (wanted >= 0 && (low > from || high < to)) {
    if (high < to) {
      above *= ((own - high) * (open - high)) / ((high + 1) * (room - own - open + high + 1))
      high += 1
      wanted -= above
      if (wanted < 0) return high
    }
    if (low > from) {
      below *= (low * (room - own - open + low)) / ((own - low + 1) * (open - low + 1))
      low -= 1
      wanted -= below
      if (wanted < 0) return low
    }
  }
  return middle
}

/** Numbers from 0 to 1 that are the same every time (mulberry32 of T. Ettinger). */
function randomFrom(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
