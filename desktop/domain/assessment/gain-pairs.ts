import type { GainPair } from './gains.ts'
import { metIn } from './met.ts'
import type { SittingRecord, TrainingRecord } from './record.ts'

/** A learner's shares right of one objective, in the tests before and after. */
export interface LearnerGain extends GainPair {
  readonly learner: string
  readonly course: string
  readonly objective: string
}

type ObjectiveOf = (course: string, item: string) => string | undefined

/**
 * Of each learner who ended both tests, by objective: the first of each counts. Questions that were
 * left without having been seen count neither way; an objective of which one of the tests asked
 * nothing is not there.
 */
export function gainPairs(
  halves: TrainingRecord['halves'],
  sittings: readonly SittingRecord[],
  objectiveOf: ObjectiveOf,
): LearnerGain[] {
  return Object.entries(halves).flatMap(([learner, half]) => {
    const first = (kind: 'before' | 'after') =>
      sittings.find((one) => one.learner === learner && one.kind === kind && one.end !== null)
    const [before, after] = [first('before'), first('after')]
    if (!before || !after) return []
    const [early, late] = [shares(before, objectiveOf), shares(after, objectiveOf)]
    return [...early].flatMap(([key, { course, objective, share }]) => {
      const then = late.get(key)
      return then ? [{ learner, half, course, objective, before: share, after: then.share }] : []
    })
  })
}

interface Share {
  readonly course: string
  readonly objective: string
  readonly share: number
}

function shares(sitting: SittingRecord, objectiveOf: ObjectiveOf): Map<string, Share> {
  const found = new Map<string, Share & { readonly right: number; readonly of: number }>()
  for (const { course, item, correct } of metIn(sitting)) {
    const objective = objectiveOf(course, item)
    if (objective === undefined) continue
    const key = `${course} ${objective}`
    const before = found.get(key) ?? { right: 0, of: 0 }
    const [right, of] = [before.right + Number(correct), before.of + 1]
    found.set(key, { course, objective, right, of, share: right / of })
  }
  return found
}
