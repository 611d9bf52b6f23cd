import { type ErrorCode, ZhizhiError } from '../../contract/errors.ts'
import type { Answer } from '../../contract/learn.ts'
import { codeOf } from '../../domain/assessment/chosen.ts'
import type {
  AssessmentEvent,
  AssessmentEventType,
  SittingEnd,
  SittingKind,
} from '../../domain/assessment/events.ts'
import { assignHalves } from '../../domain/assessment/halves.ts'
import type { Instance } from '../../domain/assessment/instance.ts'
import { asksOfData } from '../../domain/assessment/needed-data.ts'
import { goneCode } from '../../domain/assessment/outcome.ts'
import { formFor } from '../../domain/assessment/programme.ts'
import { assessmentProjection } from '../../domain/assessment/projection.ts'
import {
  inOrder,
  type Half,
  type SittingRecord,
  type TrainingRecord,
} from '../../domain/assessment/record.ts'
import { selectItems } from '../../domain/assessment/select.ts'
import { classroomProjection } from '../../domain/classroom/projection.ts'
import type { Lesson } from '../../domain/course/lesson.ts'
import { noProgress, progressProjection } from '../../domain/course/progress.ts'
import type { Exercises } from '../learning/exercises.ts'
import type { Journal } from '../ports.ts'
import { Turns } from '../turns.ts'
import type { Programmes } from './programmes.ts'
import { sittingLesson, questionId, type SittingLessons } from './sitting-lessons.ts'
import { stepOf } from './steps.ts'

export interface SittingParts {
  readonly journal: Journal
  readonly programmes: Programmes
  readonly lessons: SittingLessons
  readonly exercises: Exercises
  /** A number from 0 to 2³²−1 that nobody can foresee. */
  readonly newSeed: () => number
}

/** How a reference fails that does not fit its data. */
const spoiling: readonly ErrorCode[] = ['sql_failed', 'sql_refused', 'sql_syntax']

interface Asked {
  readonly record: SittingRecord
  readonly sitting: string
  readonly question: number
  readonly instance: Instance | undefined
  readonly signal?: AbortSignal | undefined
}

type Told<T extends AssessmentEventType> = AssessmentEvent<T>

/** Tests as they are begun, answered and handed in. */
export class Sittings {
  readonly #parts: SittingParts
  readonly #begun = new Turns()

  constructor(parts: SittingParts) {
    this.#parts = parts
  }

  /** The learner's sitting that was begun, or a new one; `bad_request` where none may begin. */
  begin(learner: string, programmeId: string, kind: SittingKind): Promise<string> {
    // two windows that press at once get the same sitting
    return this.#begun.take(() => this.#begin(learner, programmeId, kind))
  }

  async #begin(learner: string, programmeId: string, kind: SittingKind): Promise<string> {
    const { programmes, journal, newSeed } = this.#parts
    const programme = await programmes.programme(programmeId)
    const banks = await programmes.banksOf(programme)
    const step = stepOf({ programme, banks, journal, learner }, kind)
    if (step.state === 'begun' && step.sitting !== null) return step.sitting
    if (step.lock !== null) throw new ZhizhiError('bad_request', { what: lockWords[step.lock] })
    const all = inOrder(journal.state(assessmentProjection).sittings)
    const before = firstTest(all, learner, programmeId)
    const training = openTraining(journal, learner, programmeId)
    const half = training ? await this.#half(training, learner) : halfAlone(learner)
    const form = formFor(kind, half, before?.form)
    const seed = newSeed()
    const met = all.flatMap((one) => (one.learner === learner ? one.items : []))
    const items = selectItems(programme, banks, { kind, form, seed, met })
    const sitting = crypto.randomUUID()
    const where = { programme: programmeId, training: training?.id ?? null }
    await this.#keep('sitting.begun', learner, { sitting, ...where, kind, form, seed, items })
    return sitting
  }

  /** Throws `not_found` where there is none or it is another's. */
  own(sitting: string, learner: string): SittingRecord {
    const record = this.#parts.lessons.record(sitting)
    if (record.learner !== learner) throw new ZhizhiError('not_found', { what: `测评 ${sitting}` })
    return record
  }

  async answer(
    sitting: string,
    learner: string,
    question: number,
    answer: Answer | null,
    seconds: number | null,
    signal: AbortSignal | undefined,
  ): Promise<SittingRecord> {
    const record = this.own(sitting, learner)
    if (record.end !== null) throw new ZhizhiError('bad_request', { what: '这次测评已经交了' })
    const instance = (await this.#parts.lessons.instances(record))[question - 1]
    // passed over, a question that has gone from the bank counts for nothing
    if (!instance && (answer || !record.items[question - 1])) {
      throw new ZhizhiError('not_found', { what: `第 ${question} 题` })
    }
    const asked = { record, sitting, question, instance, signal }
    const verdict = answer ? await this.#verdict(asked, answer) : await this.#passedOver(asked)
    const chosen = answer && instance ? codeOf(answer, instance) : null
    const { correct, code } = verdict
    const told = { sitting, question, correct, code, chosen, seconds }
    // while it was being checked, the sitting may have been handed in elsewhere
    if (this.own(sitting, learner).end !== null) {
      throw new ZhizhiError('bad_request', { what: '这次测评已经交了' })
    }
    await this.#keep('sitting.answered', learner, told)
    return this.own(sitting, learner)
  }

  /** Hands a sitting in; one that is in already stays as it is. */
  async end(sitting: string, learner: string, end: SittingEnd): Promise<SittingRecord> {
    const record = this.own(sitting, learner)
    if (record.end === null) {
      await this.#passOverGone(sitting, record)
      const progress = this.#parts.journal.state(progressProjection)[learner] ?? noProgress
      await this.#keep('sitting.ended', learner, { sitting, end, learnt: progress.events })
    }
    return this.own(sitting, learner)
  }

  /** What an update took from the bank and was not answered before is nobody's mistake. */
  async #passOverGone(sitting: string, record: SittingRecord): Promise<void> {
    const instances = await this.#parts.lessons.instances(record)
    for (const [at, instance] of instances.entries()) {
      const question = at + 1
      if (record.answers[question]) continue
      if (instance && !(await this.#spoilt({ record, sitting, question, instance }))) continue
      const nothing = { correct: false, code: goneCode, chosen: null, seconds: null }
      await this.#keep('sitting.answered', record.learner, {
        ...{ sitting, question },
        ...nothing,
      })
    }
  }

  async #verdict(asked: Asked, answer: Answer): Promise<{ correct: boolean; code: string }> {
    const { exercises } = this.#parts
    const { record, sitting, question, signal } = asked
    const id = sittingLesson(sitting)
    const lesson = await this.#lesson(asked)
    try {
      const named = questionId(question)
      return await exercises.check(record.programme, id, lesson, named, answer, signal)
    } catch (error) {
      if (await this.#spoilt(asked)) return { correct: false, code: goneCode }
      throw error
    }
  }

  /** What cannot be checked counts for nothing, also where it is passed over. */
  async #passedOver(asked: Asked): Promise<{ correct: false; code: string }> {
    const gone = !asked.instance || (await this.#spoilt(asked))
    return { correct: false, code: gone ? goneCode : 'skipped' }
  }

  /** Whether an update changed the data so that the question can no longer be checked. */
  async #spoilt(asked: Asked): Promise<boolean> {
    const { record, sitting, question, instance, signal } = asked
    if (!instance || !asksOfData(instance.exercise)) return false
    const { exercises } = this.#parts
    const id = sittingLesson(sitting)
    const lesson = await this.#lesson(asked)
    try {
      await exercises.prove(record.programme, id, lesson, questionId(question), signal)
      return false
    } catch (error) {
      // an engine that is down or slow says nothing of the data
      return error instanceof ZhizhiError && spoiling.includes(error.code)
    }
  }

  /** With the datasets of the question's own course: a check copies every table of its lesson. */
  async #lesson({ record, sitting, question }: Asked): Promise<Lesson> {
    const { lessons } = this.#parts
    const lesson = await lessons.lesson(sittingLesson(sitting))
    const datasets = (await lessons.datasetsOf(record))[question - 1] ?? lesson.datasets
    return { ...lesson, datasets }
  }

  async #half(training: TrainingRecord & { readonly id: string }, learner: string): Promise<Half> {
    const known = training.halves[learner]
    if (known !== undefined) return known
    const half = assignHalves([learner], training.halves, training.seed).get(learner) ?? 1
    await this.#keep('training.assigned', learner, { training: training.id, half })
    return half
  }

  async #keep<T extends AssessmentEventType>(type: T, by: string, data: Told<T>): Promise<void> {
    await this.#parts.journal.append({ type, by, data })
  }
}

/** Why a test may not begin, and what to do. */
const lockWords = {
  before_first: '先做学前测：没有学前测，看不出学到了什么',
  taken: '这份卷子每人只做一次，你已经做过了',
  review_first: '先回去复习没过的课，再来考一次',
  no_bank: '这个培训的题库还不全',
} as const

const firstTest = (sittings: readonly SittingRecord[], learner: string, programme: string) =>
  sittings.find(
    (one) => one.learner === learner && one.programme === programme && one.kind === 'before',
  )

/** A learner without a class is in a half too, always the same. */
const halfAlone = (learner: string): Half => (learner.charCodeAt(learner.length - 1) % 2 ? 1 : 2)

/**
 * The open training of this programme that the learner's class is in; of several the one of the first
 * test, so that both tests are compared, else the latest.
 */
export function openTraining(
  journal: Pick<Journal, 'state'>,
  learner: string,
  programme: string,
): (TrainingRecord & { readonly id: string }) | undefined {
  const { classes } = journal.state(classroomProjection)
  const { trainings, sittings } = journal.state(assessmentProjection)
  const first = firstTest(inOrder(sittings), learner, programme)
  const open = inOrder(trainings).filter(
    (one) =>
      one.programme === programme &&
      one.closedAt === null &&
      classes[one.class]?.people.includes(learner),
  )
  return open.find(({ id }) => id === first?.training) ?? open.at(-1)
}
