import { ZhizhiError } from '../../contract/errors.ts'
import type { learnerProcedures } from '../../contract/learner.ts'
import type { Handlers } from '../../contract/wire/procedure.ts'
import { assessmentProjection } from '../../domain/assessment/projection.ts'
import { inOrder } from '../../domain/assessment/record.ts'
import type { SittingWithId } from '../../domain/assessment/xapi-sitting.ts'
import { testLesson } from '../../domain/course/course.ts'
import type { Lesson } from '../../domain/course/lesson.ts'
import type { LearningEvent, LearningEventType } from '../../domain/course/learning-events.ts'
import { objectiveTitle, testItems } from '../../domain/course/outline.ts'
import { noProgress, progressProjection } from '../../domain/course/progress.ts'
import { exerciseKey, type Progress } from '../../domain/course/record.ts'
import { reportCsv } from '../../domain/course/report-csv.ts'
import { dueReviews } from '../../domain/course/review.ts'
import { reviewCandidates } from '../../domain/course/standing.ts'
import { statements } from '../../domain/course/xapi.ts'
import type { Programmes } from '../assessment/programmes.ts'
import { itemsTold } from '../assessment/items-told.ts'
import { testRows, testStatements } from '../assessment/own-tests.ts'
import type { Clock, Journal } from '../ports.ts'
import { courseView } from './course-view.ts'
import type { DrillShelf } from './drill-shelf.ts'
import { drillStanding } from './drills.ts'
import { lessonView } from './lesson-view.ts'
import type { Library } from './library.ts'
import { findOutline, readOutlines } from './outlines.ts'
import { learnerReport } from './report.ts'
import type { Datasets } from './sources.ts'

/** The journal as learning uses it: a learner's progress, and one more thing that he did. */
export class Records {
  readonly #journal: Journal

  constructor(journal: Journal) {
    this.#journal = journal
  }

  /** The learner's tests of trainings, in the order in which they were begun. */
  sittings(learner: string): SittingWithId[] {
    const { sittings } = this.#journal.state(assessmentProjection)
    return inOrder(sittings).filter((one) => one.learner === learner)
  }

  of(learner: string): Progress {
    return this.#journal.state(progressProjection)[learner] ?? noProgress
  }

  async keep<T extends LearningEventType>(
    type: T,
    by: string,
    data: LearningEvent<T>,
  ): Promise<Progress> {
    await this.#journal.append({ type, by, data })
    return this.of(by)
  }
}

interface Parts {
  readonly library: Library
  readonly shelf: DrillShelf
  readonly datasets: Datasets
  readonly records: Records
  readonly clock: Clock
  readonly programmes: Pick<Programmes, 'list' | 'banksOf'>
}

type LearnerHandlers = Handlers<typeof learnerProcedures, undefined>

/** Where a learner stands, what comes back for review, and what he may begin anew. */
export function learnerHandlers(parts: Parts): LearnerHandlers {
  return { ...standingHandlers(parts), ...reviewHandlers(parts), ...anewHandlers(parts) }
}

type Standing = 'learner.course' | 'learner.test' | 'learner.report' | 'learner.export'

function standingHandlers(parts: Parts): Pick<LearnerHandlers, Standing> {
  const { library, shelf, datasets, records, clock, programmes } = parts
  return {
    async 'learner.course'({ course, learner }) {
      const progress = learner === null ? noProgress : records.of(learner)
      const view = await courseView(library, course, progress)
      return { ...view, drill: await drillStanding(shelf, course, learner, progress, clock.now()) }
    },
    async 'learner.test'({ course }) {
      const lesson = await library.lesson(course, testLesson)
      const outline = await findOutline(library, course)
      if (!outline) throw new ZhizhiError('not_found', { what: `课程 ${course}` })
      const items = testItems(outline)
      const ids = [...new Set(items.map(({ objective }) => objective))]
      return {
        view: lessonView(datasets, course, testLesson, withoutForms(lesson)),
        items,
        objectives: ids.map((id) => ({ id, title: objectiveTitle(outline.course, id) })),
      }
    },
    'learner.report': async ({ learner }) =>
      learnerReport(library, await readOutlines(library), records.of(learner)),
    async 'learner.export'({ learner, format, name }) {
      const outlines = await readOutlines(library)
      const progress = records.of(learner)
      const whose = { id: learner, name: name ?? undefined }
      const tests = { sittings: records.sittings(learner), programmes: await programmes.list() }
      if (format === 'xapi') {
        const item = await itemsTold(parts, tests.programmes)
        const told = statements(whose, outlines, progress)
        told.push(...testStatements(whose, tests, item))
        return { text: `${JSON.stringify(told, null, 2)}\n` }
      }
      const report = await learnerReport(library, outlines, progress)
      return { text: reportCsv(whose, report, testRows(tests)) }
    },
  }
}

/** As a lesson's: what tells a test's questions from a lesson's is told apart from them. */
function withoutForms(lesson: Lesson): Lesson {
  const blocks = lesson.blocks.map((block) =>
    block.kind === 'exercise'
      ? { ...block, exercise: { ...block.exercise, form: undefined } }
      : block,
  )
  return { ...lesson, blocks }
}

type Review = 'learner.reviews' | 'learner.reviewed'

function reviewHandlers({ library, records, clock }: Parts): Pick<LearnerHandlers, Review> {
  return {
    async 'learner.reviews'({ learner }) {
      const progress = records.of(learner)
      const outlines = await readOutlines(library)
      const candidates = outlines.flatMap((outline) => reviewCandidates(outline, progress))
      const due = dueReviews(candidates, progress.reviews, clock.now())
      const items = outlines.flatMap(({ course, lessons, items: own }) =>
        own.map(({ lesson, id: exercise }) => ({
          ...{ course: course.id, lesson, exercise, courseTitle: course.title },
          lessonTitle: lessons.find(({ id }) => id === lesson)?.title ?? course.title,
        })),
      )
      const byKey = new Map(
        items.map((item) => [exerciseKey(item.course, item.lesson, item.exercise), item]),
      )
      return due.flatMap((key) => byKey.get(key) ?? [])
    },
    async 'learner.reviewed'({ learner, ...answer }) {
      await records.keep('review.answered', learner, answer)
      return {}
    },
  }
}

type Anew = 'learner.skip' | 'learner.place' | 'learner.reset' | 'learner.restore'

function anewHandlers({ library, records }: Parts): Pick<LearnerHandlers, Anew> {
  return {
    'learner.skip': ({ learner, ...skipped }) => records.keep('exercise.skipped', learner, skipped),
    'learner.place': ({ learner, ...place }) => records.keep('lesson.place', learner, place),
    async 'learner.reset'({ learner, course, lesson }) {
      const reading = await library.readLesson(course, lesson)
      const blocks = reading?.ok ? reading.value.blocks : []
      const scenarios = blocks.flatMap((block) =>
        block.kind === 'scenario' ? [block.scenario] : [],
      )
      return records.keep('lesson.reset', learner, { course, lesson, scenarios })
    },
    'learner.restore': ({ learner, course, lesson }) =>
      records.keep('lesson.restored', learner, { course, lesson }),
  }
}
