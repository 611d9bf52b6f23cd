import { ZhizhiError } from '../contract/errors.ts'
import { mostSqlSigns } from '../domain/course/kinds/sql.ts'
import type { drillProcedures } from '../contract/drills.ts'
import type { learnerProcedures } from '../contract/learner.ts'
import type { Answer, learnProcedures, Verdict } from '../contract/learn.ts'
import type { Handlers } from '../contract/wire/procedure.ts'
import { instanceOf } from '../domain/assessment/instance.ts'
import { solutionsOf } from '../domain/classroom/solution.ts'
import type { Exercise } from '../domain/course/exercise.ts'
import { writtenAnswer } from '../domain/course/written.ts'
import { casesOf, countsOf } from './learning/check-data.ts'
import { exerciseOf, lessonRun } from '../domain/course/lesson.ts'
import { Banks } from './assessment/banks.ts'
import { BankCheck, type BankWishes } from './assessment/check-bank.ts'
import { Programmes } from './assessment/programmes.ts'
import { isSittingLesson, SittingLessons } from './assessment/sitting-lessons.ts'
import { ContentCheck, type ContentReport } from './learning/check-content.ts'
import { DrillShelf } from './learning/drill-shelf.ts'
import { drillHandlers } from './learning/drills.ts'
import { Exercises } from './learning/exercises.ts'
import { learnerHandlers, Records } from './learning/learner.ts'
import { lessonView } from './learning/lesson-view.ts'
import { Library } from './learning/library.ts'
import { ExerciseRunner } from './learning/runner.ts'
import type { Datasets } from './learning/sources.ts'
import { calibrated, smallTable } from './learning/verdict.ts'
import type { Clock, Content, Engine, Journal } from './ports.ts'

interface Parts {
  readonly content: Content
  readonly datasets: Datasets
  /** An engine in the role `exercise`: demos and checks alike run in fresh databases. */
  readonly engine: Pick<Engine, 'call'>
  readonly journal: Journal
  readonly clock: Clock
  /** Longest time of one query; 10 s unless said. */
  readonly timeoutMs?: number
  /** Told when somebody opens a lesson on data, which will soon ask the engine. */
  readonly warm?: () => void
}

export interface LearningService {
  readonly exercises: Exercises
  /** Programmes of several courses. */
  readonly programmes: Programmes
  /** Tests drawn from the courses' banks, as lessons. */
  readonly sittings: SittingLessons
  readonly handlers: Handlers<
    typeof learnProcedures & typeof learnerProcedures & typeof drillProcedures,
    undefined
  >
  readonly library: Library
  /** The verdict on a written answer: SQL, or YAML as the exercise's kind has it. Keeps nothing. */
  grade(course: string, lesson: string, exercise: string, text: string): Promise<Verdict>
  /** Lints and proves the courses below these paths (`courses/a4-query-1`), all without any. */
  checkContent(paths?: readonly string[], wishes?: BankWishes): Promise<ContentReport>
  /** A course's bank as somebody with that seed would meet it, answers included: for its author. */
  drawBank(course: string, seed: number): Promise<Exercise[]>
}

/** Courses, exercises, phone scenarios, and what learners have done with them. */
export function createLearning(parts: Parts): LearningService {
  const { content, datasets, engine, clock } = parts
  const library = new Library(content)
  const shelf = new DrillShelf(content)
  const banks = new Banks(content)
  const exercises = new Exercises(datasets, new ExerciseRunner(engine, parts.timeoutMs ?? 10_000))
  const records = new Records(parts.journal)
  const sittings = new SittingLessons(banks, parts.journal, datasets)
  const programmes = new Programmes(content, banks)
  return {
    ...{ library, exercises, sittings, programmes },
    handlers: {
      ...courseHandlers({ library, exercises, datasets, sittings, warm: parts.warm }),
      ...progressHandlers(library, exercises, records),
      ...learnerHandlers({ library, shelf, datasets, records, clock, programmes }),
      ...drillHandlers({ library, shelf, records, clock }),
    },
    async grade(course, id, exercise, text) {
      if (text.length > mostSqlSigns) {
        throw new ZhizhiError('too_large', { signs: text.length, most: mostSqlSigns })
      }
      const lesson = await library.lesson(course, id)
      const answer = read(exerciseOf(lesson, exercise), text)
      return exercises.check(course, id, lesson, exercise, answer)
    },
    async drawBank(course, seed) {
      const bank = await banks.bank(course)
      return bank.items.map((item) => instanceOf(bank, item, seed).exercise)
    },
    checkContent(paths = [], wishes = {}) {
      const check = new BankCheck(banks, exercises, wishes)
      const own = { banks: check, signal: wishes.signal }
      return new ContentCheck(
        { content, library, shelf, exercises, programmes, ...own },
        paths,
      ).run()
    },
  }
}

function read(exercise: Exercise | undefined, text: string): Answer {
  if (exercise === undefined) return { kind: 'sql', sql: text }
  const written = writtenAnswer(exercise, text)
  if (written.ok) return written.answer
  throw new ZhizhiError('bad_request', { what: `这道题的答案写成这样：${written.form}` })
}

type CourseHandlers = Pick<
  Handlers<typeof learnProcedures, undefined>,
  | 'course.list'
  | 'course.lesson'
  | 'course.scenario'
  | 'lesson.solutions'
  | 'lesson.demo'
  | 'exercise.cases'
  | 'exercise.indicator'
>

interface CourseParts {
  readonly library: Library
  readonly exercises: Exercises
  readonly datasets: Datasets
  readonly sittings: SittingLessons
  readonly warm: Parts['warm']
}

function courseHandlers(parts: CourseParts): CourseHandlers {
  const { library, exercises, datasets, sittings } = parts
  /** A lesson, or a sitting in its place: what helps to answer works in both; checking does not. */
  const open = (course: string, id: string) =>
    isSittingLesson(id) ? sittings.lesson(id) : library.lesson(course, id)
  return {
    'course.list': async () =>
      (await library.courses()).map(({ course: { id, track, title, summary }, lessons }) => ({
        id,
        track,
        title,
        summary,
        lessons: [...lessons],
      })),
    async 'course.lesson'({ course, lesson: id }) {
      const lesson = await library.lesson(course, id)
      if (lesson.datasets.length > 0) parts.warm?.()
      return lessonView(datasets, course, id, lessonRun(lesson))
    },
    async 'lesson.solutions'({ course, lesson: id }) {
      return solutionsOf(lessonRun(await library.lesson(course, id)))
    },
    'course.scenario': ({ course, scenario }) => library.scenario(course, scenario),
    async 'lesson.demo'({ course, lesson, sql }, { signal }) {
      return smallTable(await exercises.demo(await open(course, lesson), sql, signal))
    },
    async 'exercise.cases'({ course, lesson: id, exercise }, { signal }) {
      const lesson = await open(course, id)
      const data = exercises.data(course, id, lesson, exercise, signal)
      const cases = await casesOf(data, exercises.onData(lesson, exercise, 'threshold'))
      return { cases: cases.map(([score, truth]) => [score, truth]) }
    },
    async 'exercise.indicator'({ course, lesson: id, exercise, choice }, { signal }) {
      const lesson = await open(course, id)
      const data = exercises.data(course, id, lesson, exercise, signal)
      const found = exercises.onData(lesson, exercise, 'indicator')
      return (await countsOf(data, found, choice)) ?? null
    },
  }
}

type ProgressHandlers = Omit<Handlers<typeof learnProcedures, undefined>, keyof CourseHandlers>

function progressHandlers(
  library: Library,
  exercises: Exercises,
  records: Records,
): ProgressHandlers {
  return {
    async 'exercise.check'(input, { signal }) {
      const { course, lesson: id, exercise, learner, hints, confidence, answer } = input
      const lesson = await library.lesson(course, id)
      const verdict = await exercises.check(course, id, lesson, exercise, answer, signal)
      if (learner !== null) {
        const { correct, code } = verdict
        const said = confidence === undefined ? {} : { confidence }
        const attempt = { course, lesson: id, exercise, correct, code, hints, ...said }
        await records.keep('exercise.checked', learner, attempt)
      }
      return calibrated(verdict, confidence)
    },
    'progress.read': ({ learner }) => records.of(learner),
    'progress.lesson': ({ learner, course, lesson, what }) =>
      records.keep(`lesson.${what}`, learner, { course, lesson }),
    'progress.scenario': ({ learner, ...run }) => records.keep('scenario.played', learner, run),
  }
}
