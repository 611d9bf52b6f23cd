import { ZhizhiError } from '../../contract/errors.ts'
import { assessmentProjection } from '../../domain/assessment/projection.ts'
import type { Bank, BankItem } from '../../domain/assessment/bank.ts'
import { ExpressionError } from '../../domain/assessment/expression.ts'
import { instanceOf, type Instance } from '../../domain/assessment/instance.ts'
import type { SittingRecord } from '../../domain/assessment/record.ts'
import { testTitles } from '../../domain/assessment/titles.ts'
import type { Lesson } from '../../domain/course/lesson.ts'
import type { Journal } from '../ports.ts'
import type { Banks } from './banks.ts'
import { drawnLesson } from './drawn-lesson.ts'

const prefix = 'sitting-'

/** `undefined` where an update has made the item one that cannot be drawn. */
function drawn(bank: Bank, item: BankItem, seed: number, id: string): Instance | undefined {
  try {
    return instanceOf(bank, item, seed, id)
  } catch (error) {
    if (error instanceof ExpressionError) return undefined
    throw error
  }
}

/** A sitting's id where a lesson's stands. */
export const sittingLesson = (sitting: string): string => prefix + sitting
export const isSittingLesson = (lesson: string): boolean => lesson.startsWith(prefix)

export const questionId = (question: number): string => `q${question}`

/**
 * Sittings as lessons. The questions follow from the journal's record and the banks, so a reloaded
 * sitting is the same sitting.
 */
export class SittingLessons {
  readonly #banks: Banks
  readonly #journal: Pick<Journal, 'state'>

  constructor(banks: Banks, journal: Pick<Journal, 'state'>) {
    this.#banks = banks
    this.#journal = journal
  }

  /** Throws `not_found`. */
  record(sitting: string): SittingRecord {
    const found = this.#journal.state(assessmentProjection).sittings[sitting]
    if (!found) throw new ZhizhiError('not_found', { what: `测评 ${sitting}` })
    return found
  }

  /** The lesson of a lesson's id; answers included. */
  async lesson(id: string): Promise<Lesson> {
    const record = this.record(id.slice(prefix.length))
    const instances = await this.instances(record)
    const courses = [...new Set(record.items.map(({ course }) => course))]
    const banks = await Promise.all(courses.map((course) => this.#bank(course)))
    return drawnLesson(
      testTitles[record.kind],
      banks.flatMap((bank) => bank ?? []),
      instances.flatMap((instance) => instance?.exercise ?? []),
    )
  }

  /**
   * The questions in their order, as they were drawn for this sitting; `undefined` for one that an
   * update of the bank has taken away, so that the others go on.
   */
  async instances({
    items,
    seed,
  }: Pick<SittingRecord, 'items' | 'seed'>): Promise<(Instance | undefined)[]> {
    return Promise.all(
      items.map(async ({ course, item: id }, at) => {
        const bank = await this.#bank(course)
        const item = bank?.items.find((one) => one.id === id)
        return bank && item && drawn(bank, item, seed, questionId(at + 1))
      }),
    )
  }

  async #bank(course: string): Promise<Bank | undefined> {
    const reading = await this.#banks.read(course)
    return reading?.ok ? reading.value : undefined
  }
}
