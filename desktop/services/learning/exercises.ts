import { ZhizhiError } from '../../contract/errors.ts'
import type { Answer, Verdict } from '../../contract/learn.ts'
import { valueKindOf, type Exercise } from '../../domain/course/exercise.ts'
import { exerciseOf, type Lesson } from '../../domain/course/lesson.ts'
import type { Result } from '../../domain/course/result.ts'
import type { SourceTable } from '../../domain/course/sample.ts'
import { wholeSetup } from '../../domain/course/variants.ts'
import { checkSql, type Checking } from './check-sql.ts'
import { kept } from './kept.ts'
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
    return this.#runner.run(setup, sql, { maxRows: demoRows, signal })
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
    throw new ZhizhiError('bad_request', { what: `练习 ${exercise} 不是这种题` })
  }

  /** What a SQL exercise is checked with. */
  async checking(course: string, id: string, lesson: Lesson, exercise: string): Promise<Checking> {
    const found = find(lesson, exercise)
    if (found.kind !== 'sql') throw new ZhizhiError('bad_request')
    // The text is part of the key, so that an edited exercise is prepared anew.
    const key = JSON.stringify([course, id, found])
    const known = this.#trials.get(key)
    const trials = known ?? new Trials(found, await this.#tablesOf(lesson), this.#runner)
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
