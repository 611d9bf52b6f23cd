import { byClass, type Classes, type Coded } from './classes.ts'
import { distance, wholeOf, type Run } from './closeness.ts'

/** How easily a row of a table is told to be somebody's. */
export interface Risk {
  /** Rows of the smallest class of rows that agree in the quasi-identifiers; 0 of no rows. */
  readonly k: number
  readonly classes: number
  /** Rows in classes of fewer than the wanted k. */
  readonly under: number
  /** Of the sensitive column; null where none is named. */
  readonly sensitive: SensitiveRisk | null
}

export interface SensitiveRisk {
  /** l-diversity (Machanavajjhala et al. 2007): the fewest different values in a class. */
  readonly l: number
  /** The same by entropy: e to the lowest entropy of a class, 1 or more. */
  readonly entropyL: number
  /** t-closeness: the greatest distance of a class from the whole, 0 to 1. */
  readonly t: number
}

/** k, l and t over these classes, all rows counted. `ordered`: the sensitive values are numbers. */
export function riskOf(classes: Classes, wanted: number, sensitive?: Coded, ordered = false): Risk {
  let [k, under] = [0, 0]
  for (const size of classes.sizes) {
    if (k === 0 || size < k) k = size
    if (size < wanted) under += size
  }
  return {
    ...{ k, under, classes: classes.sizes.length },
    sensitive: sensitive && k > 0 ? sensitiveRisk(classes, sensitive, ordered) : null,
  }
}

function sensitiveRisk(classes: Classes, sensitive: Coded, ordered: boolean): SensitiveRisk {
  const codes = ordered ? inOrder(sensitive) : sensitive.codes
  const whole = wholeOf(codes, sensitive.values.length)
  const { starts, values } = byClass(classes, codes)
  let [l, entropy, t] = [Infinity, Infinity, 0]
  for (let at = 0; at < classes.sizes.length; at += 1) {
    const runs = runsOf(values.subarray(starts[at], starts[at + 1]))
    l = Math.min(l, runs.length)
    entropy = Math.min(
      entropy,
      runs.reduce((sum, { share }) => sum - share * Math.log(share), 0),
    )
    t = Math.max(t, distance(runs, whole, ordered))
  }
  return { l, entropyL: Math.exp(entropy), t: Math.min(1, t) }
}

/** Equal neighbours counted. */
function runsOf(sorted: Int32Array): Run[] {
  const runs: Run[] = []
  let from = 0
  for (let at = 1; at <= sorted.length; at += 1) {
    if (at < sorted.length && sorted[at] === sorted[from]) continue
    runs.push({ value: sorted[from] ?? 0, share: (at - from) / sorted.length })
    from = at
  }
  return runs
}

/** Codes in the order of the numbers that they stand for; no value stands before all. */
function inOrder({ codes, values }: Coded): Int32Array {
  const number = (text: string | null) => (text === null ? -Infinity : Number(text))
  const places = values.map((value, code) => ({ code, number: number(value) }))
  places.sort((a, b) => (a.number === b.number ? a.code - b.code : a.number - b.number))
  const rank = new Int32Array(values.length)
  places.forEach(({ code }, at) => (rank[code] = at))
  return codes.map((code) => rank[code] ?? 0)
}
