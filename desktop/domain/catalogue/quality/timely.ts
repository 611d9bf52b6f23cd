import * as z from 'zod'
import type { Governance } from '../governance.ts'

type Cycle = Governance['catalogue']['updateCycle']

/** Days within which the next release is due; the longest month, quarter and year count. */
const cycleDays: Readonly<Record<Cycle, number | null>> = {
  realtime: 1,
  daily: 1,
  weekly: 7,
  monthly: 31,
  quarterly: 92,
  yearly: 366,
  irregular: null,
  never: null,
}

export const timelinessSchema = z.object({
  state: z.enum(['good', 'faults', 'unjudged']),
  cycle: z.string(),
  released: z.iso.date(),
  /** Days from the release to the day of the report. */
  age: z.int(),
  /** Days that the cycle allows; null where it sets none. */
  allowed: z.int().nullable(),
  /** The last day that each column of dates tells of, up to the release; null where there is none. */
  latest: z.array(
    z.object({ resource: z.string(), column: z.string(), day: z.iso.date().nullable() }),
  ),
})
export type Timeliness = z.infer<typeof timelinessSchema>

const dayMs = 86_400_000

/** Days from one day to another, both `YYYY-MM-DD`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs)
}

/** Judges the release against the cycle that the catalogue promises; a release ahead of today is in time. */
export function judgeTimeliness(
  { updateCycle, released }: Pick<Governance['catalogue'], 'updateCycle' | 'released'>,
  today: string,
  latest: Timeliness['latest'],
): Timeliness {
  const allowed = cycleDays[updateCycle]
  const age = daysBetween(released, today)
  const state = allowed === null ? 'unjudged' : age > allowed ? 'faults' : 'good'
  return { state, cycle: updateCycle, released, age, allowed, latest }
}
