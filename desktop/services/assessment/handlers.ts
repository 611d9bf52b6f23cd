import type { assessmentProcedures, SittingResult, SittingView } from '../../contract/assessment.ts'
import { ZhizhiError } from '../../contract/errors.ts'
import type { Block } from '../../contract/learn.ts'
import type { Handlers } from '../../contract/wire/procedure.ts'
import { sittingKinds } from '../../domain/assessment/events.ts'
import {
  byCourse,
  finalOutcome,
  goneCode,
  nextPlacement,
  placementDecisions,
  questionsOf,
} from '../../domain/assessment/outcome.ts'
import type { Programme } from '../../domain/assessment/programme.ts'
import type { SittingRecord } from '../../domain/assessment/record.ts'
import { testTitles } from '../../domain/assessment/titles.ts'
import { classroomProjection } from '../../domain/classroom/projection.ts'
import type { Titles } from '../../domain/course/titles.ts'
import { objectiveTitle, type Outline } from '../../domain/course/outline.ts'
import { lessonView } from '../learning/lesson-view.ts'
import type { Library } from '../learning/library.ts'
import { readOutlines } from '../learning/outlines.ts'
import type { Datasets } from '../learning/sources.ts'
import { sittingLesson, questionId } from './sitting-lessons.ts'
import { openTraining, type SittingParts, Sittings } from './sittings.ts'
import { stepOf } from './steps.ts'

interface Parts extends SittingParts {
  readonly library: Library
  readonly datasets: Datasets
}

type AssessmentHandlers = Handlers<typeof assessmentProcedures, undefined>

/** Programmes, their tests and results, as a learner's window asks for them. */
export function createAssessment(parts: Parts): AssessmentHandlers {
  const sittings = new Sittings(parts)
  const view = (id: string, record: SittingRecord) => sittingView(parts, id, record)
  return {
    async 'proof.programmes'({ learner }) {
      const [programmes, courses] = await Promise.all([
        parts.programmes.list(),
        parts.library.courses(),
      ])
      const known = new Map(courses.map(({ course }) => [course.id, course]))
      return Promise.all(
        programmes.map(async (programme) => ({
          ...(await programmeView(parts, programme, learner, (id) => known.get(id)?.title)),
          courses: programme.courses.map(({ course }) => ({
            ...{ course, title: known.get(course)?.title ?? { zh: course, en: course } },
            minutes: known.get(course)?.minutes ?? 0,
          })),
        })),
      )
    },
    async 'proof.begin'({ learner, programme, kind }) {
      return { sitting: await sittings.begin(learner, programme, kind) }
    },
    'proof.sitting': ({ learner, sitting }) => view(sitting, sittings.own(sitting, learner)),
    async 'proof.answer'({ learner, sitting, question, answer, seconds }, { signal }) {
      const number = Number(question.slice(1))
      const record = await sittings.answer(sitting, learner, number, answer, seconds, signal)
      return {
        ...{ answered: answeredIn(record), skipped: withCode(record, 'skipped') },
        ...{ gone: withCode(record, goneCode), next: nextIn(record) },
      }
    },
    async 'proof.end'({ learner, sitting, end }) {
      return resultView(parts, sitting, await sittings.end(sitting, learner, end))
    },
    'proof.result': ({ learner, sitting }) =>
      resultView(parts, sitting, sittings.own(sitting, learner)),
  }
}

async function programmeView(
  { programmes, journal }: Parts,
  programme: Programme,
  learner: string | null,
  titleOf: (course: string) => Titles | undefined,
) {
  const { id, title, summary, capstone = null, minutes, pass } = programme
  const banks = await programmes.banksOf(programme)
  const training = learner === null ? undefined : openTraining(journal, learner, id)
  const classTitle = journal.state(classroomProjection).classes[training?.class ?? '']?.title ?? ''
  const steps = sittingKinds.map((kind) => {
    const { review, ...step } = stepOf({ programme, banks, journal, learner }, kind)
    const titled = review.map((course) => ({
      ...{ course, title: titleOf(course) ?? { zh: course, en: course } },
    }))
    return { ...step, review: titled, minutes: minutes[kind] }
  })
  return {
    ...{ id, title, summary, capstone, pass, steps },
    training: training ? { id: training.id, classTitle } : null,
  }
}

const answeredIn = ({ answers }: SittingRecord): string[] =>
  Object.keys(answers).map((question) => questionId(Number(question)))

/** That a question was passed over, or has gone, says nothing of right or wrong. */
const withCode = ({ answers }: SittingRecord, wanted: 'skipped' | typeof goneCode): string[] =>
  Object.entries(answers).flatMap(([question, { code }]) =>
    code === wanted ? [questionId(Number(question))] : [],
  )

function nextIn(record: SittingRecord): string | null {
  const next = record.kind === 'placement' ? nextPlacement(record) : undefined
  return next === undefined ? null : questionId(next)
}

async function sittingView(
  { lessons, datasets, programmes }: Parts,
  sitting: string,
  record: SittingRecord,
): Promise<SittingView> {
  const { programme, kind, items, answers, end } = record
  const { minutes } = await programmes.programme(programme)
  const id = sittingLesson(sitting)
  const lesson = lessonView(datasets, programme, id, await lessons.lesson(id))
  const instances = await lessons.instances(record)
  const asked = await lessons.datasetsOf(record)
  return {
    ...{ sitting, programme, kind, title: testTitles[kind], minutes: minutes[kind] },
    ended: end !== null,
    lesson: { ...lesson, blocks: lesson.blocks.map(withoutHelp) },
    questions: items.map(({ course }, at) => ({
      ...{ id: questionId(at + 1), course, answered: answers[at + 1] !== undefined },
      datasets: asked[at] ?? [],
      skipped: answers[at + 1]?.code === 'skipped',
      gone: instances[at] === undefined || answers[at + 1]?.code === goneCode,
    })),
    next: nextIn(record),
  }
}

/** In a test nobody helps. */
function withoutHelp(block: Block): Block {
  if (!('hints' in block)) return block
  const bare = { ...block, hints: [] }
  if (bare.kind === 'sql') return { ...bare, halfWorked: null }
  return 'half' in bare ? { ...bare, half: null } : bare
}

async function resultView(
  { programmes, library, lessons: drawn }: Parts,
  sitting: string,
  record: SittingRecord,
): Promise<SittingResult> {
  const { programme: id, kind, end, begunAt, endedAt } = record
  if (end === null || endedAt === null) {
    throw new ZhizhiError('bad_request', { what: '这次测评还没有交' })
  }
  const programme = await programmes.programme(id)
  const outlines = new Map((await readOutlines(library)).map((one) => [one.course.id, one]))
  const final = finalOutcome(programme, record)
  const instances = await drawn.instances(record)
  const objectives = instances.map((instance) => instance?.exercise.objective)
  return {
    ...{ sitting, programme: id, kind, end, begunAt, endedAt },
    ...{ right: final.right, total: final.total, passed: kind === 'final' ? final.passed : null },
    courses: byCourse(record).map((one) => {
      const title = outlines.get(one.course)?.course.title ?? { zh: one.course, en: one.course }
      return { ...one, title }
    }),
    objectives: objectiveResults(record, objectives, outlines),
    placement:
      kind === 'placement'
        ? placementDecisions(record).map(({ course, state }) => ({ course, state }))
        : [],
  }
}

function objectiveResults(
  record: SittingRecord,
  objectives: readonly (string | undefined)[],
  outlines: ReadonlyMap<string, Outline>,
): SittingResult['objectives'] {
  const questions = questionsOf(record).flatMap((one, at) => {
    const objective = objectives[at]
    // of one that has gone from the bank nobody knows any more what it was about
    return objective === undefined || one.answer?.code === goneCode ? [] : [{ ...one, objective }]
  })
  const keys = [...new Set(questions.map(({ course, objective }) => `${course} ${objective}`))]
  return keys.map((key) => {
    const own = questions.filter(({ course, objective }) => `${course} ${objective}` === key)
    const { course = '', objective = '' } = own[0] ?? {}
    const outline = outlines.get(course)
    const teaching = outline?.lessons.filter((lesson) => lesson.objectives.includes(objective))
    return {
      ...{ course, objective, total: own.length },
      title: outline ? objectiveTitle(outline.course, objective) : { zh: objective, en: objective },
      right: own.filter(({ answer }) => answer?.correct).length,
      lessons: (teaching ?? []).map((lesson) => ({ id: lesson.id, title: lesson.title })),
    }
  })
}
