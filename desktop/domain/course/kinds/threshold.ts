import type { ScoredCase, ThresholdExercise, ThresholdGoal } from './threshold-schema.ts'

/** What a threshold makes of cases: whoever scores it or more is picked. */
export interface Outcome {
  /** Picked, and truly so. */
  readonly hits: number
  /** Truly so, and not picked. */
  readonly misses: number
  /** Picked, and not so. */
  readonly falseAlarms: number
  /** Neither. */
  readonly passed: number
}

export function outcomeAt(cases: readonly ScoredCase[], at: number): Outcome {
  const count = (picked: boolean, truth: boolean) =>
    cases.filter(([score, is]) => score >= at === picked && is === truth).length
  return {
    hits: count(true, true),
    misses: count(false, true),
    falseAlarms: count(true, false),
    passed: count(false, false),
  }
}

/** The part of the true cases that is found; nothing where there are none. */
export const recallOf = ({ hits, misses }: Outcome): number | undefined =>
  hits + misses === 0 ? undefined : hits / (hits + misses)

/** The part of those picked that truly are; nothing where none is picked. */
export const precisionOf = ({ hits, falseAlarms }: Outcome): number | undefined =>
  hits + falseAlarms === 0 ? undefined : hits / (hits + falseAlarms)

/** Which of the goal's demands are not met: those on misses, those on false alarms. */
function unmet(goal: ThresholdGoal, outcome: Outcome): { misses: boolean; alarms: boolean } {
  const { 'miss-at-most': miss, 'false-at-most': alarm, recall, precision } = goal
  return {
    misses:
      (miss !== undefined && outcome.misses > miss) ||
      (recall !== undefined && (recallOf(outcome) ?? 0) < recall),
    alarms:
      (alarm !== undefined && outcome.falseAlarms > alarm) ||
      (precision !== undefined && (precisionOf(outcome) ?? 0) < precision),
  }
}

export interface ThresholdVerdict {
  readonly correct: boolean
  readonly message: string
  readonly notes: readonly string[]
}

/** Checks a threshold: too high misses, too low gives false alarms, and each is told with its number. */
export function checkThreshold(
  exercise: Pick<ThresholdExercise, 'goal' | 'truth' | 'because' | 'done'>,
  cases: readonly ScoredCase[],
  at: number | null,
): ThresholdVerdict {
  const { goal, truth, because, done } = exercise
  if (at === null)
    return { correct: false, message: '还没有划线。先移一移滑块，看看数怎样变。', notes: [] }
  const outcome = outcomeAt(cases, at)
  const { misses, alarms } = unmet(goal, outcome)
  if (!misses && !alarms) {
    return { correct: true, message: because, notes: done === undefined ? [] : [done] }
  }
  const missed = `漏掉了 ${outcome.misses} 个${truth}的`
  const bothered = `白惊动了 ${outcome.falseAlarms} 个`
  if (misses && alarms) {
    const message = `${missed}，还${bothered}：两头都没有达到。换一个位置再试，有的位置两头都能达到。`
    return { correct: false, message, notes: [goalWords(goal)] }
  }
  const message = misses
    ? `${missed}：线划得太高。往低处移，会多找到一些，也会多惊动一些。`
    : `${bothered}：线划得太低。往高处移，白跑的会少，漏掉的会多。`
  return { correct: false, message, notes: [goalWords(goal)] }
}

/** The scores at which a threshold meets the goal, the lowest first. */
export function fitting(goal: ThresholdGoal, cases: readonly ScoredCase[]): number[] {
  const scores = [...new Set(cases.map(([score]) => score))].toSorted((a, b) => a - b)
  return scores.filter((at) => {
    const { misses, alarms } = unmet(goal, outcomeAt(cases, at))
    return !misses && !alarms
  })
}

/** What is to be reached, in a sentence. */
export function goalWords(goal: ThresholdGoal): string {
  const { 'miss-at-most': miss, 'false-at-most': alarm, recall, precision } = goal
  const percent = (share: number) => `${Number((share * 100).toFixed(1))} %`
  const parts = [
    ...(miss === undefined ? [] : [`漏掉的不超过 ${miss} 个`]),
    ...(alarm === undefined ? [] : [`白惊动的不超过 ${alarm} 个`]),
    ...(recall === undefined ? [] : [`该找的至少找到 ${percent(recall)}`]),
    ...(precision === undefined ? [] : [`找出来的至少 ${percent(precision)} 是真的`]),
  ]
  return `要做到：${parts.join('，')}。`
}

/** The slider's ground: from the lowest score to just above the highest, in round steps. */
export function scaleOf(
  cases: readonly ScoredCase[],
  { step, start }: Pick<ThresholdExercise, 'step' | 'start'>,
): { readonly min: number; readonly max: number; readonly step: number; readonly start: number } {
  const scores = cases.map(([score]) => score)
  const low = scores.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  const high = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  const size = step ?? roundStep((high - low) / 100)
  const min = tidy(Math.floor(low / size) * size)
  const max = tidy((Math.floor(high / size) + 1) * size)
  const middle = tidy(min + Math.round((max - min) / 2 / size) * size)
  return { min, max, step: size, start: start ?? middle }
}

/** 1, 2 or 5 times a power of ten, not below the wish. */
function roundStep(wish: number): number {
  if (!(wish > 0)) return 1
  const power = 10 ** Math.floor(Math.log10(wish))
  const times = [1, 2, 5, 10].find((one) => one * power >= wish * (1 - 1e-9)) ?? 10
  return tidy(times * power)
}

/** Without the dust of binary fractions. */
export const tidy = (value: number): number => Number(value.toPrecision(12))
