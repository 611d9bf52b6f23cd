import type { SittingKind } from '../../desktop/domain/assessment/events.ts'
import type { SittingRecord } from '../../desktop/domain/assessment/record.ts'

/** A day of November 2026, at nine in China. */
export const on = (day: number) => `2026-11-${String(day).padStart(2, '0')}T01:00:00.000Z`

/** `+-`: right and wrong. */
export const test = (
  kind: SittingKind,
  begun: number,
  ended: number | null,
  marks = '',
): SittingRecord => ({
  ...{
    learner: 'ann',
    programme: 'p',
    kind,
    form: null,
    training: 't',
    seed: 1,
    learnt: 0,
    nth: 1,
  },
  items: Array.from(marks, (_, at) => ({ course: 'x', item: `i${at}` })),
  answers: Object.fromEntries(
    Array.from(marks, (mark, at) => [
      at + 1,
      { correct: mark === '+', code: 'ok', chosen: null, seconds: null, times: 1 },
    ]),
  ),
  begunAt: on(begun),
  endedAt: ended === null ? null : on(ended),
  end: ended === null ? null : 'handed-in',
})
