/** A figure of the workbench beside its peer's, and what it is held to. */
export interface WorkbenchFigure {
  readonly name: string
  readonly ours: number | string
  readonly peer: number | string
  /** The peer's by ours, or ours by the peer's: as the goal counts. */
  readonly ratio: number | null
  readonly goal: string
  /** Whether the goal is met; empty where there is none. */
  readonly met: '' | 'yes' | 'no'
}

interface Measured {
  readonly name: string
  readonly ours: number
  readonly peer: number
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN
}

/** The value that so many of a hundred do not exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const at = Math.ceil((values.length * percent) / 100) - 1
  return values.toSorted((a, b) => a - b)[Math.max(0, at)] ?? NaN
}

export function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length)
}

/** How many times faster ours is than the peer, at least `goal` times where one is given. */
export function faster({ name, ours, peer }: Measured, goal?: number): WorkbenchFigure {
  const ratio = peer / ours
  return {
    name,
    ours,
    peer,
    ratio,
    ...held(goal === undefined ? undefined : ratio >= goal, '≥', goal),
  }
}

/** What part of the peer's ours is, at most `goal` where one is given. */
export function part({ name, ours, peer }: Measured, goal?: number): WorkbenchFigure {
  const ratio = ours / peer
  return {
    name,
    ours,
    peer,
    ratio,
    ...held(goal === undefined ? undefined : ratio <= goal, '≤', goal),
  }
}

/** A figure that has no peer, at most `goal` where one is given. */
export function atMost(name: string, ours: number, goal?: number): WorkbenchFigure {
  const met = goal === undefined ? undefined : ours <= goal
  return { name, ours, peer: '', ratio: null, ...held(met, '≤', goal) }
}

/** What could not be measured, and why. */
export function missing(name: string, why: string): WorkbenchFigure {
  return { name, ours: '', peer: why, ratio: null, goal: '', met: '' }
}

function held(met: boolean | undefined, sign: string, goal: number | undefined) {
  if (met === undefined || goal === undefined) return { goal: '', met: '' as const }
  return { goal: `${sign} ${goal}`, met: met ? ('yes' as const) : ('no' as const) }
}
