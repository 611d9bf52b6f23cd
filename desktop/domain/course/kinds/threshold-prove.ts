import { checkThreshold, fitting, scaleOf } from './threshold.ts'
import type { ScoredCase, ThresholdExercise } from './threshold-schema.ts'

/** What is wrong with a threshold exercise: a goal that cannot be reached, or is reached anyhow. */
export function proveThreshold(
  exercise: ThresholdExercise,
  cases: readonly ScoredCase[],
): string[] {
  const truths = new Set(cases.map(([, truth]) => truth))
  if (truths.size < 2) return ['要有真的，也要有不是真的']
  const scale = scaleOf(cases, exercise)
  const reached = (at: number) => checkThreshold(exercise, cases, at).correct
  const stops = stopsOf(scale)
  if (fitting(exercise.goal, cases).length === 0) return ['没有哪个阈值能达到 goal']
  return [
    ...(stops.some(reached) ? [] : ['滑块的刻度上没有能达到 goal 的位置，把 step 写小']),
    ...(reached(scale.min) ? ['全都挑出来也达到 goal，goal 太松'] : []),
    ...(reached(scale.max) ? ['一个不挑也达到 goal，goal 太松'] : []),
    ...(reached(scale.start) ? ['滑块一开始就在达标的位置，用 start 换一个'] : []),
  ]
}

function stopsOf({ min, max, step }: ReturnType<typeof scaleOf>): number[] {
  const count = Math.min(10_000, Math.round((max - min) / step))
  return Array.from({ length: count + 1 }, (_, index) => min + index * step)
}
