import type { Verdict } from '../../contract/learn.ts'
import type { DataExercise } from '../../domain/course/data-exercise.ts'
import { proveChart } from '../../domain/course/kinds/chart-prove.ts'
import { pivotBody } from '../../domain/course/kinds/data-views.ts'
import { proveIndicator } from '../../domain/course/kinds/indicator-prove.ts'
import type { PointedExercise } from '../../domain/course/kinds/pointed.ts'
import { proveThreshold } from '../../domain/course/kinds/threshold-prove.ts'
import { writeBody } from '../../domain/notebook/query/edit.ts'
import { casesOf, chartRows, countsOf, isSameRows, type LessonData } from './check-data.ts'
import { checkPointed } from './check-pointed.ts'
import { oneLine } from './one-line.ts'
import { proveExercise, type ExerciseProof } from './prove.ts'

/** Proves an exercise that is checked on data and is no SQL. */
export async function proveOnData(
  data: LessonData,
  exercise: DataExercise,
): Promise<ExerciseProof> {
  try {
    return await proof(data, exercise)
  } catch (error) {
    return { faults: [`数据取不出来：${oneLine(error)}`], remarks: [] }
  }
}

async function proof(data: LessonData, exercise: DataExercise): Promise<ExerciseProof> {
  switch (exercise.kind) {
    case 'query':
    case 'pivot':
      return provePointed(data, exercise)
    case 'chart':
      return { faults: proveChart(exercise, await chartRows(data, exercise)), remarks: [] }
    case 'indicator':
      return proveIndicator(exercise, {
        count: (choice) => countsOf(data, exercise, choice),
        same: (choice) => isSameRows(data, exercise, choice),
      })
    case 'threshold':
      return { faults: proveThreshold(exercise, await casesOf(data, exercise)), remarks: [] }
  }
}

/** The task as SQL, then the author's cells: the right one passes, those to begin with do not. */
async function provePointed(data: LessonData, exercise: PointedExercise): Promise<ExerciseProof> {
  const checking = await data.checking()
  const task = await proveExercise(checking)
  if (task.faults.length > 0) return task
  const { cell, half, starter } = bodiesOf(exercise)
  const verdictOn = (body: string): Promise<Verdict> => checkPointed(checking, exercise, body)
  const faults: string[] = []
  if (cell !== undefined) {
    const { correct, code, message } = await verdictOn(cell)
    if (!correct) faults.push(`cell 应当通过，却判成了 ${code}（${message}）`)
  }
  for (const [name, body] of Object.entries({ half, starter })) {
    if (body !== undefined && (await verdictOn(body)).correct)
      faults.push(`${name} 一处不改就能通过`)
  }
  const unproven = '没有写 cell：还没有证明点选能做出来'
  return { faults, remarks: cell === undefined ? [...task.remarks, unproven] : task.remarks }
}

/** The author's cells as a learner's would be written. */
function bodiesOf(exercise: PointedExercise) {
  if (exercise.kind === 'query') {
    const { cell, half, starter } = exercise
    return {
      cell: cell && writeBody(cell),
      half: half && writeBody(half),
      starter: starter && writeBody(starter),
    }
  }
  const { cell, half, starter } = exercise
  return {
    cell: cell && pivotBody(cell),
    half: half && pivotBody(half),
    starter: starter && pivotBody(starter),
  }
}
