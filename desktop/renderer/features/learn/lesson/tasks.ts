import type { Block, LessonView, Progress } from '../../../../contract/learn.ts'
import {
  exerciseKey as keyOfExercise,
  lessonKey as keyOfLesson,
  scenarioKey,
} from '../../../../domain/course/record.ts'

/** What a lesson asks the learner to do: its exercises, phone practices and fraud drills, in reading order. */
export interface Task {
  readonly kind: 'exercise' | 'scenario' | 'drill'
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
    if (block.kind === 'drill') return [drillTask(block.schemes)]
    return block.kind === 'scenario' ? [{ kind: 'scenario', id: block.scenario }] : []
  })
}

/** A drill has no name of its own: it is called after its schemes. */
export const drillTask = (schemes: readonly string[]): Task => {
  return { kind: 'drill', id: ['drill', ...schemes].join('-') }
}

/** Whether the journal says that a task was once done; a later slip does not undo it. */
export function isDone(task: Task, lesson: LessonView, progress: Progress): boolean {
  if (task.kind === 'exercise') {
    return progress.exercises[exerciseKey(lesson, task.id)]?.correct ?? false
  }
  if (task.kind === 'drill') return isDrilled(lesson, progress)
  return (progress.scenarios[scenarioKey(lesson.course, task.id)]?.best ?? null) !== null
}

/** A round since the lesson was opened counts for it: begun anew, it asks for another. */
function isDrilled(lesson: LessonView, { lessons, drills }: Progress): boolean {
  const opened = lessons[lessonKey(lesson)]?.openedAt
  const rounds = drills[lesson.course]?.rounds ?? []
  return opened !== undefined && rounds.some(({ at }) => at >= opened)
}
