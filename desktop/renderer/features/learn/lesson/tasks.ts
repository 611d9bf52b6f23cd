import type { Block, LessonView, Progress } from '../../../../contract/learn.ts'
import {
  exerciseKey as keyOfExercise,
  lessonKey as keyOfLesson,
  scenarioKey,
} from '../../../../domain/course/record.ts'

/** What a lesson asks the learner to do: its exercises and phone practices, in reading order. */
export interface Task {
  readonly kind: 'exercise' | 'scenario'
  readonly id: string
}

export interface Place {
  readonly course: string
  readonly lesson: string
}

export const lessonKey = ({ course, lesson }: Place) => keyOfLesson(course, lesson)
export const exerciseKey = (place: Place, exercise: string) =>
  keyOfExercise(place.course, place.lesson, exercise)
export { scenarioKey } from '../../../../domain/course/record.ts'

export function tasksOf(blocks: readonly Block[]): Task[] {
  return blocks.flatMap((block): Task[] => {
    if ('ask' in block) return [{ kind: 'exercise', id: block.id }]
    return block.kind === 'scenario' ? [{ kind: 'scenario', id: block.scenario }] : []
  })
}

/** Whether the journal says that a task was once done; a later slip does not undo it. */
export function isDone(task: Task, lesson: LessonView, progress: Progress): boolean {
  if (task.kind === 'exercise') {
    return progress.exercises[exerciseKey(lesson, task.id)]?.correct ?? false
  }
  return (progress.scenarios[scenarioKey(lesson.course, task.id)]?.best ?? null) !== null
}
