import type { Verdict } from '../../contract/learn.ts'
import { explainChoice, explainChoiceVariant } from '../../domain/course/kinds/explain-choices.ts'
import { compilePointed, type PointedExercise } from '../../domain/course/kinds/pointed.ts'
import { checkSql, type Checking } from './check-sql.ts'
import { noVerdict } from './verdict.ts'

/** The verdict on a cell put together by pointing; it speaks of choices, and of no place in a text. */
export async function checkPointed(
  checking: Checking,
  exercise: PointedExercise,
  cell: string,
): Promise<Verdict> {
  const compiled = compilePointed(exercise, cell)
  if (!compiled.ok) {
    const message = `${compiled.detail.zh}。`
    return { ...noVerdict, correct: false, code: 'error', message }
  }
  const { kind } = exercise
  // a wide reference is another query than the pivot: what one lacks beside the other says nothing
  const wide = exercise.kind === 'pivot' && exercise.wide.length > 0
  const words = {
    slip: wide
      ? () => undefined
      : (slip: Parameters<typeof explainChoice>[1]) => explainChoice(kind, slip, checking.label),
    variant: (name: string) => explainChoiceVariant(kind, name),
  }
  const verdict = await checkSql({ ...checking, words }, compiled.sql)
  return { ...verdict, at: null }
}
