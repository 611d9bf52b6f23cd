import { isOnData, type DataExercise, type DataView } from './data-exercise.ts'
import {
  rulesOf,
  type Exercise,
  type ExerciseView,
  type ValueExercise,
  type ValueView,
} from './exercise.ts'
import {
  chartView,
  indicatorView,
  pivotView,
  queryView,
  thresholdView,
} from './kinds/data-views.ts'
import { sqlView } from './kinds/sql.ts'

/**
 * Exercises as learners may see them. Apart from the schemas, since only the host makes them: cells
 * are written as YAML here, and the page need not load how.
 */
export function exerciseView(exercise: Exercise): ExerciseView {
  if (isOnData(exercise)) return dataView(exercise)
  switch (exercise.kind) {
    case 'sql':
      return sqlView(exercise)
    default:
      return valueView(exercise)
  }
}

function valueView(exercise: ValueExercise): ValueView {
  const view = rulesOf(exercise).view(exercise)
  if (view === undefined) throw new Error(`an exercise of the kind ${exercise.kind} has no view`)
  return view
}

function dataView(exercise: DataExercise): DataView {
  switch (exercise.kind) {
    case 'query':
      return queryView(exercise)
    case 'pivot':
      return pivotView(exercise)
    case 'chart':
      return chartView(exercise)
    case 'indicator':
      return indicatorView(exercise)
    case 'threshold':
      return thresholdView(exercise)
  }
}
