import { ZhizhiError } from '../contract/errors.ts'
import type { Answer, learnProcedures, Verdict } from '../contract/learn.ts'
import type { Handlers } from '../contract/wire/procedure.ts'
import { answerText } from '../domain/course/answers.ts'
import { readChoice } from '../domain/course/choice.ts'
import { exerciseOf } from '../domain/course/lesson.ts'
import {
  noProgress,
  progressProjection,
  type LearningEvent,
  type LearningEventType,
  type Progress,
} from '../domain/course/progress.ts'
import { publicBlocks } from '../domain/course/public-view.ts'
import { ContentCheck, type ContentReport } from './learning/check-content.ts'
import { Exercises } from './learning/exercises.ts'
import { Library } from './learning/library.ts'
import { ExerciseRunner } from './learning/runner.ts'
import { lessonDatasets, type Datasets } from './learning/sources.ts'
import { smallTable } from './learning/verdict.ts'
import type { Content, Engine, Journal } from './ports.ts'

interface Parts {
  readonly content: Content
  readonly datasets: Datasets
  /** An engine in the role `exercise`: demos and checks alike run in fresh databases. */
  readonly engine: Pick<Engine, 'call'>
  readonly journal: Journal
  /** Longest time of one query; 10 s unless said. */
  readonly timeoutMs?: number
}

export interface LearningService {
  readonly handlers: Handlers<typeof learnProcedures, undefined>
  readonly library: Library
  /** The verdict on a written answer: SQL, or the numbers of options (`1,3`, `A C`). Keeps nothing. */
  grade(course: string, lesson: string, exercise: string, text: string): Promise<Verdict>
  /** Lints and proves the courses below these paths (`courses/a4-query-1`), all without any. */
  checkContent(paths?: readonly string[]): Promise<ContentReport>
}

/** Courses, exercises, phone scenarios, and what learners have done with them. */
export function createLearning(parts: Parts): LearningService {
  const { content, datasets, engine } = parts
  const library = new Library(content)
  const exercises = new Exercises(datasets, new ExerciseRunner(engine, parts.timeoutMs ?? 10_000))
  return {
    library,
    handlers: {
      ...courseHandlers(library, exercises, datasets),
      ...progressHandlers(library, exercises, parts.journal),
    },
    async grade(course, id, exercise, text) {
      const lesson = await library.lesson(course, id)
      const found = exerciseOf(lesson, exercise)
      const answer = found?.kind === 'choice' ? writtenChoice(text) : written(text)
      return exercises.check(course, id, lesson, exercise, answer)
    },
    checkContent: (paths = []) => new ContentCheck({ content, library, exercises }, paths).run(),
  }
}

const written = (sql: string): Answer => ({ kind: 'sql', sql })

function writtenChoice(text: string): Answer {
  const chosen = readChoice(text)
  if (!chosen)
    throw new ZhizhiError('bad_request', { what: '选择题的答案写成选项的序号，如 1 或 1,3' })
  return { kind: 'choice', chosen }
}

type CourseHandlers = Pick<
  Handlers<typeof learnProcedures, undefined>,
  'course.list' | 'course.lesson' | 'lesson.answers' | 'course.scenario' | 'lesson.demo'
>

function courseHandlers(
  library: Library,
  exercises: Exercises,
  datasets: Datasets,
): CourseHandlers {
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
      return {
        course,
        lesson: id,
        title: lesson.title,
        minutes: lesson.minutes,
        objectives: [...lesson.objectives],
        datasets: lessonDatasets(datasets, lesson.datasets),
        blocks: publicBlocks(lesson),
      }
    },
    async 'lesson.answers'({ course, lesson: id }) {
      const { title, blocks } = await library.lesson(course, id)
      const answers = blocks.flatMap((block) => {
        if (block.kind !== 'exercise') return []
        const { id: exercise, ask } = block.exercise
        return [{ id: exercise, ask, answer: answerText(block.exercise) }]
      })
      return { title, answers }
    },
    'course.scenario': ({ course, scenario }) => library.scenario(course, scenario),
    async 'lesson.demo'({ course, lesson, sql }, { signal }) {
      return smallTable(await exercises.demo(await library.lesson(course, lesson), sql, signal))
    },
  }
}

type ProgressHandlers = Omit<Handlers<typeof learnProcedures, undefined>, keyof CourseHandlers>

function progressHandlers(
  library: Library,
  exercises: Exercises,
  journal: Journal,
): ProgressHandlers {
  const read = (learner: string): Progress =>
    journal.state(progressProjection)[learner] ?? noProgress
  const keep = async <T extends LearningEventType>(
    type: T,
    by: string,
    data: LearningEvent<T>,
  ): Promise<Progress> => {
    await journal.append({ type, by, data })
    return read(by)
  }
  return {
    async 'exercise.check'({ course, lesson: id, exercise, learner, hints, answer }, { signal }) {
      const lesson = await library.lesson(course, id)
      const verdict = await exercises.check(course, id, lesson, exercise, answer, signal)
      if (learner !== null) {
        const { correct, code } = verdict
        const attempt = { course, lesson: id, exercise, correct, code, hints }
        await keep('exercise.checked', learner, attempt)
      }
      return verdict
    },
    'progress.read': ({ learner }) => read(learner),
    'progress.lesson': ({ learner, course, lesson, what }) =>
      keep(`lesson.${what}`, learner, { course, lesson }),
    'progress.scenario': ({ learner, ...run }) => keep('scenario.played', learner, run),
  }
}
