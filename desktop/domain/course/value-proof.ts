import { rulesOf, type ValueAnswer, type ValueExercise } from './exercise.ts'
import type { ValueVerdict } from './kinds/common.ts'

/**
 * What is wrong with an exercise whose answer is a value: its right answer must pass, and every
 * wrong one fail with something said about it, its author's own words where there are any.
 */
export function valueFaults(exercise: ValueExercise): string[] {
  const rules = rulesOf(exercise)
  const view = rules.view(exercise)
  const right = rules.right(exercise)
  if (view === undefined || right === undefined) return ['这种题还没有判法']
  const blank = rules.blank(view)
  const begun = view.given
  return [
    ...(passes(exercise, right) ? [] : [`正确答案判成了不对（${said(exercise, right)}）`]),
    ...(rules.complete(view, right) ? [] : ['正确答案不算做完']),
    ...(blank && passes(exercise, blank) ? ['什么也不填就能通过'] : []),
    ...(exercise.fade === 'part' && begun && passes(exercise, begun) ? ['做好一半的就能通过'] : []),
    ...rules.wrong(exercise).flatMap(({ answer, say }) => wrongFaults(exercise, answer, say)),
  ]
}

/** So much of an answer is shown; some are as long as a table. */
const longest = 160

function wrongFaults(exercise: ValueExercise, answer: ValueAnswer, say?: string): string[] {
  const verdict = rulesOf(exercise).check(exercise, answer)
  const shown = JSON.stringify({ ...answer, kind: undefined }).slice(0, longest)
  if (verdict === undefined) return [`错的答案 ${shown} 没有判`]
  if (verdict.code === 'ok') return [`错的答案 ${shown} 也通过了`]
  const words = wordsOf(verdict)
  if (words.every((text) => text.trim() === '')) return [`错的答案 ${shown} 没有解释`]
  if (say === undefined || words.some((text) => text.includes(say))) return []
  return [`错的答案 ${shown} 听不到它的那句话：${say}`]
}

const wordsOf = ({ message, notes, marks }: ValueVerdict): string[] => [
  message,
  ...notes,
  ...marks.filter(({ right }) => !right).map((mark) => mark.say),
]

const passes = (exercise: ValueExercise, answer: ValueAnswer): boolean =>
  rulesOf(exercise).check(exercise, answer)?.code === 'ok'

const said = (exercise: ValueExercise, answer: ValueAnswer): string =>
  rulesOf(exercise).check(exercise, answer)?.message ?? ''
