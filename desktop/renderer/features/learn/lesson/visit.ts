import type { Progress } from '../../../../contract/learn.ts'

/** Progress as it is after something happened, by the rules the journal's projection follows too. */

/** The time of what happens now, as the journal writes it. */
export const now = (): string => new Date().toISOString()

interface Attempt {
  readonly correct: boolean
  readonly hints: number
  /** ISO time. */
  readonly at: string
}

export function withAttempt(progress: Progress, key: string, attempt: Attempt): Progress {
  const before = progress.exercises[key]
  const after = {
    attempts: (before?.attempts ?? 0) + 1,
    correct: (before?.correct ?? false) || attempt.correct,
    hints: Math.max(before?.hints ?? 0, attempt.hints),
    lastAt: attempt.at,
  }
  return { ...progress, exercises: { ...progress.exercises, [key]: after } }
}

export function withLesson(
  progress: Progress,
  key: string,
  what: 'opened' | 'done',
  at: string,
): Progress {
  const openedAt = progress.lessons[key]?.openedAt ?? at
  const doneAt = what === 'done' ? at : (progress.lessons[key]?.doneAt ?? null)
  return { ...progress, lessons: { ...progress.lessons, [key]: { openedAt, doneAt } } }
}
