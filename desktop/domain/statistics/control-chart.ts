/** What is charted: shares of a varying size, counts, counts per size, or single values. */
export type ControlKind = 'p' | 'c' | 'u' | 'xmr'

export interface ControlInput {
  readonly value: number
  /** Rows or exposure; 1 where the kind has none. */
  readonly size: number
}

export interface ControlPoint {
  readonly value: number
  readonly centre: number
  readonly low: number
  readonly high: number
  /** Numbers of the Western Electric rules that the point completes. */
  readonly rules: readonly number[]
}

const sumOf = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0)

/** The centre and one standard deviation at each point (W. A. Shewhart, 1931; D. C. Montgomery, 2013). */
function spreads(kind: ControlKind, input: readonly ControlInput[]) {
  const value = sumOf(input.map((one) => one.value))
  const size = sumOf(input.map((one) => one.size))
  if (kind === 'xmr') {
    const ranges = input.slice(1).map((one, at) => Math.abs(one.value - (input[at]?.value ?? 0)))
    const spread = sumOf(ranges) / Math.max(1, ranges.length) / 1.128
    return { centre: value / input.length, of: () => spread }
  }
  const centre = kind === 'c' ? value / input.length : value / size
  if (kind === 'c') return { centre, of: () => Math.sqrt(centre) }
  const variance = kind === 'p' ? centre * (1 - centre) : centre
  return { centre, of: (one: ControlInput) => Math.sqrt(variance / one.size) }
}

/**
 * A control chart: limits three standard deviations from the centre, and the four rules of the Western
 * Electric handbook (1956): one point beyond 3, two of three beyond 2, four of five beyond 1, eight in
 * a row on one side. `undefined` for fewer than two points, or sizes that are not above 0.
 */
export function controlChart(
  kind: ControlKind,
  input: readonly ControlInput[],
): readonly ControlPoint[] | undefined {
  if (input.length < 2 || input.some(({ size }) => !(size > 0))) return undefined
  const { centre, of } = spreads(kind, input)
  const values = input.map(({ value, size }) =>
    kind === 'p' || kind === 'u' ? value / size : value,
  )
  const zs = input.map((one, at) => {
    const spread = of(one)
    return spread > 0 ? ((values[at] ?? 0) - centre) / spread : 0
  })
  return input.map((one, at) => {
    const three = 3 * of(one)
    const [low, high] = [centre - three, centre + three]
    return {
      value: values[at] ?? 0,
      centre,
      low: kind === 'xmr' ? low : Math.max(0, low),
      high: kind === 'p' ? Math.min(1, high) : high,
      rules: rulesAt(zs, at),
    }
  })
}

function rulesAt(zs: readonly number[], at: number): number[] {
  const z = zs[at] ?? 0
  const side = Math.sign(z)
  const beyond = (last: number, limit: number) =>
    zs.slice(Math.max(0, at - last + 1), at + 1).filter((one) => one * side > limit).length
  const rules: number[] = []
  if (Math.abs(z) > 3) rules.push(1)
  if (Math.abs(z) > 2 && beyond(3, 2) >= 2) rules.push(2)
  if (Math.abs(z) > 1 && beyond(5, 1) >= 4) rules.push(3)
  if (side !== 0 && beyond(8, 0) >= 8) rules.push(4)
  return rules
}
