import type { LessonView } from '../../contract/learn.ts'
import type { Lesson } from '../../domain/course/lesson.ts'
import { publicBlocks } from '../../domain/course/public-view.ts'
import { lessonDatasets, type Datasets } from './sources.ts'

/** A lesson, or the test, as the learner sees it. */
export function lessonView(
  datasets: Datasets,
  course: string,
  id: string,
  lesson: Lesson,
): LessonView {
  return {
    course,
    lesson: id,
    title: lesson.title,
    minutes: lesson.minutes,
    objectives: [...lesson.objectives],
    datasets: lessonDatasets(datasets, lesson.datasets),
    blocks: publicBlocks(lesson),
  }
}
