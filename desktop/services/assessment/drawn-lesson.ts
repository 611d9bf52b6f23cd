import type { Bank } from '../../domain/assessment/bank.ts'
import type { Titles } from '../../domain/course/titles.ts'
import type { Exercise } from '../../domain/course/exercise.ts'
import type { Lesson } from '../../domain/course/lesson.ts'

/** Drawn exercises as a lesson, so that whatever works in a lesson works on them. */
export function drawnLesson(
  title: Titles,
  banks: readonly Pick<Bank, 'file' | 'datasets'>[],
  exercises: readonly Exercise[],
): Lesson {
  return {
    ...{ file: banks[0]?.file ?? '', title, minutes: 0, objectives: [], competences: [] },
    datasets: [...new Set(banks.flatMap(({ datasets }) => datasets))],
    blocks: exercises.map((exercise) => ({ kind: 'exercise', exercise, line: 1 })),
  }
}
