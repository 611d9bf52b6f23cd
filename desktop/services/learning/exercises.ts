import { ZhizhiError } from '../../contract/errors.ts'
import type { Answer, Verdict } from '../../contract/learn.ts'
import { isOnData, type DataExercise } from '../../domain/course/data-exercise.ts'
import { valueKindOf, type Exercise } from '../../domain/course/exercise.ts'
import { rowsTaskOf } from '../../domain/course/kinds/pointed.ts'
import type { RowsTask } from '../../domain/course/kinds/sql.ts'
import { exerciseOf, type Lesson } from '../../domain/course/lesson.ts'
import type { Result } from '../../domain/course/result.ts'
import type { SourceTable } from '../../domain/course/source-table.ts'
import { wholeSetup } from '../../domain/course/variants.ts'
import { checkOnData, proveOnData, type LessonData } from './check-data.ts'
import { checkSql, type Checking } from './check-sql.ts'
import { kept } from '../kept.ts'
import type { ExerciseRunner } from './runner.ts'
import { columnLabels, sourceTables, type Datasets } from './sources.ts'
import { Trials } from './trials.ts'
import { valueVerdict } from './verdict.ts'

/** Rows that a demo brings back. */
const demoRows = 200

/** Runs demos and checks answers; what a check has prepared is kept for the next. */
export class Exercises {
  readonly #datasets: Datasets
  readonly #runner: ExerciseRunner
  readonly #tables = new Map<string, () => Promise<SourceTable[]>>()
  readonly #trials = new Map<string, Trials>()

  constructor(datasets: Datasets, runner: ExerciseRunner) {
    this.#datasets = datasets
    this.#runner = runner
  }

  /** A demo's query on the lesson's datasets and nothing else. */
  async demo(lesson: Lesson, sql: string, signal: AbortSignal | undefined): Promise<Result> {
    const setup = wholeSetup(await this.#tablesOf(lesson))
    return this.#runner.run({ setup }, sql, { maxRows: demoRows, signal })
  }

  /** The verdict on an answer; `not_found` where the lesson has no such exercise. */
  async check(
    course: string,
    id: string,
    lesson: Lesson,
    exercise: string,
    answer: Answer,
    signal?: AbortSignal,
  ): Promise<Verdict> {
    const found = find(lesson, exercise)
    const checked = valueKindOf(found.kind)?.check(found, answer)
    if (checked) return valueVerdict(checked)
    if (answer.kind === 'sql' && found.kind === 'sql') {
      const checking = await this.checking(course, id, lesson, exercise)
      return checkSql({ ...checking, signal }, answer.sql)
    }
    if (isOnData(answer) && isOnData(found)) {
      return checkOnData(this.data(course, id, lesson, exercise, signal), found, answer)
    }
    throw new ZhizhiError('bad_request', { what: `练习 ${exercise} 不是这种题` })
  }

  /** Runs the author's own part of an exercise; fails where the data no longer bear it. */
  async prove(course: string, id: string, lesson: Lesson, exercise: string, signal?: AbortSignal) {
    const found = find(lesson, exercise)
    if (rowsOf(found)) {
      await (await this.checking(course, id, lesson, exercise)).trials.visible()
    } else if (isOnData(found)) {
      await proveOnData(this.data(course, id, lesson, exercise, signal), found)
    }
  }

  /** What an exercise on data is checked with. */
  data(
    course: string,
    id: string,
    lesson: Lesson,
    exercise: string,
    signal?: AbortSignal,
  ): LessonData {
    return {
      run: async (sql, maxRows) =>
        this.#runner.run({ setup: wholeSetup(await this.#tablesOf(lesson)) }, sql, {
          maxRows,
          signal,
        }),
      checking: async () => ({ ...(await this.checking(course, id, lesson, exercise)), signal }),
    }
  }

  /** The lesson's exercise on data; `not_found` where it has none of that id and kind. */
  onData<Kind extends DataExercise['kind']>(lesson: Lesson, id: string, kind: Kind) {
    const found = find(lesson, id)
    if (isKind(found, kind)) return found
    throw new ZhizhiError('not_found', { what: `练习 ${id}` })
  }

  /** What an exercise whose answer gives rows is checked with. */
  async checking(course: string, id: string, lesson: Lesson, exercise: string): Promise<Checking> {
    const found = find(lesson, exercise)
    const task = rowsOf(found)
    if (!task) throw new ZhizhiError('bad_request')
    // The text is part of the key, so that an edited exercise is prepared anew.
    const key = JSON.stringify([course, id, found])
    const known = this.#trials.get(key)
    const trials = known ?? new Trials(task, await this.#tablesOf(lesson), this.#runner)
    this.#trials.set(key, trials)
    return { trials, label: columnLabels(this.#datasets, lesson.datasets) }
  }

  #tablesOf({ datasets }: Lesson): Promise<SourceTable[]> {
    const key = datasets.join(' ')
    const tables = this.#tables.get(key) ?? kept(() => sourceTables(this.#datasets, datasets))
    this.#tables.set(key, tables)
    return tables()
  }
}

function find(lesson: Lesson, id: string): Exercise {
  const found = exerciseOf(lesson, id)
  if (!found) throw new ZhizhiError('not_found', { what: `练习 ${id}` })
  return found
}

function rowsOf(exercise: Exercise): RowsTask | undefined {
  if (exercise.kind === 'sql') return exercise
  return exercise.kind === 'query' || exercise.kind === 'pivot' ? rowsTaskOf(exercise) : undefined
}

function isKind<Kind extends DataExercise['kind']>(
  exercise: Exercise,
  kind: Kind,
): exercise is Extract<DataExercise, { kind: Kind }> {
  return exercise.kind === kind
}
