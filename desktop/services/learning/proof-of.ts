import { isOnData } from '../../domain/course/data-exercise.ts'
import type { Exercise } from '../../domain/course/exercise.ts'
import type { Lesson } from '../../domain/course/lesson.ts'
import { valueFaults } from '../../domain/course/value-proof.ts'
import type { Exercises } from './exercises.ts'
import { oneLine } from './one-line.ts'
import { proveOnData } from './prove-data.ts'
import { proveExercise, type ExerciseProof } from './prove.ts'

/** Proves an exercise of a lesson, whatever its kind. */
export async function proofOf(
  exercises: Exercises,
  course: string,
  id: string,
  lesson: Lesson,
  exercise: Exercise,
): Promise<ExerciseProof> {
  if (isOnData(exercise)) {
    return proveOnData(exercises.data(course, id, lesson, exercise.id), exercise)
  }
  if (exercise.kind !== 'sql') return { faults: valueFaults(exercise), remarks: [] }
  try {
    const checking = await exercises.checking(course, id, lesson, exercise.id)
    return await proveExercise(checking, exercise)
  } catch (error) {
    return { faults: [oneLine(error)], remarks: [] }
  }
}
