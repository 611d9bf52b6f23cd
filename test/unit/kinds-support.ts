import { expect, it } from 'vitest'
import type { ZodType } from 'zod'
import { isOnData } from '../../desktop/domain/course/data-exercise.ts'
import {
  answerSchema,
  exerciseSchema,
  exerciseViewSchema,
  rulesOf,
  type Answer,
  type ValueExercise,
} from '../../desktop/domain/course/exercise.ts'
import type { ValueVerdict } from '../../desktop/domain/course/kinds/common.ts'
import { valueFaults } from '../../desktop/domain/course/value-proof.ts'

/** An exercise as its author writes it. */
export function exercise(written: unknown): ValueExercise {
  const read = exerciseSchema.parse(written)
  if (read.kind === 'sql' || isOnData(read)) throw new Error('its answer is no value')
  return read
}

export function checked(of: ValueExercise, answer: Answer): ValueVerdict {
  const verdict = rulesOf(of).check(of, answer)
  if (verdict === undefined) throw new Error('an answer of another kind')
  return verdict
}

/** What must hold for every exercise of every kind whose answer is a value. */
export function rulesHold(of: ValueExercise): void {
  const rules = rulesOf(of)
  const view = rules.view(of)
  const right = rules.right(of)
  if (view === undefined || right === undefined) throw new Error('no view, or no right answer')

  it('is proven', () => {
    expect(valueFaults(of)).toEqual([])
  })

  it('is shown and answered as the contract has it', () => {
    expect(exerciseViewSchema.parse(view)).toEqual(view)
    expect(answerSchema.parse(right)).toEqual(right)
    for (const { answer } of rules.wrong(of)) expect(answerSchema.parse(answer)).toEqual(answer)
  })

  it('tells a learner nothing about which answer is right', () => {
    const shown = JSON.stringify(view)
    const { message, notes, marks } = checked(of, right)
    for (const text of [message, ...notes, ...marks.map(({ say }) => say)]) {
      if (text !== '') expect(shown).not.toContain(text)
    }
    expect(view.given).toBeNull()
  })

  it('is begun and worked out as its fading says', () => {
    const [shown, part]: ValueExercise[] = [
      { ...of, fade: 'shown' },
      { ...of, fade: 'part' },
    ]
    expect(shown && rules.view(shown)?.given).toEqual(right)
    const begun = part && rules.view(part)?.given
    expect(begun && rules.fits(view, begun)).toBe(true)
    expect(part && valueFaults(part)).toEqual([])
  })
}

/** The first thing that a schema has against what an author wrote. */
export function problemOf(schema: ZodType, written: unknown): string | undefined {
  return schema.safeParse(written).error?.issues[0]?.message
}
