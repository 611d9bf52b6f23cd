import { ZhizhiError } from '../../contract/errors.ts'
import { assessmentProjection } from '../../domain/assessment/projection.ts'
import type { Bank, BankItem } from '../../domain/assessment/bank.ts'
import { ExpressionError } from '../../domain/assessment/expression.ts'
import { instanceOf, type Instance } from '../../domain/assessment/instance.ts'
import { needsDataset } from '../../domain/assessment/needed-data.ts'
import type { SittingRecord } from '../../domain/assessment/record.ts'
import { testTitles } from '../../domain/assessment/titles.ts'
import type { Lesson } from '../../domain/course/lesson.ts'
import type { Datasets } from '../learning/sources.ts'
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
  readonly #datasets: Datasets

  constructor(banks: Banks, journal: Pick<Journal, 'state'>, datasets: Datasets) {
    this.#banks = banks
    this.#journal = journal
    this.#datasets = datasets
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
    const missing = await this.#missing(banks.flatMap((bank) => bank?.datasets ?? []))
    return drawnLesson(
      testTitles[record.kind],
      banks.flatMap((bank) =>
        bank ? { ...bank, datasets: bank.datasets.filter((id) => !missing.has(id)) } : [],
      ),
      instances.flatMap((instance) => instance?.exercise ?? []),
    )
  }

  /**
   * The questions in their order, as they were drawn for this sitting; `undefined` for one that an
   * update has taken away, it or the data that it asks of, so that the others go on.
   */
  async instances({
    items,
    seed,
  }: Pick<SittingRecord, 'items' | 'seed'>): Promise<(Instance | undefined)[]> {
    const found = await Promise.all(
      items.map(async ({ course, item: id }, at) => {
        const bank = await this.#bank(course)
        const item = bank?.items.find((one) => one.id === id)
        const instance = bank && item && drawn(bank, item, seed, questionId(at + 1))
        return { instance, datasets: bank?.datasets ?? [] }
      }),
    )
    const missing = await this.#missing(found.flatMap(({ datasets }) => datasets))
    return found.map(({ instance, datasets }) =>
      datasets.some((id) => missing.has(id) && instance && needsDataset(instance.exercise, id))
        ? undefined
        : instance,
    )
  }

  /** Of each question the datasets of its course's bank that are here. */
  async datasetsOf({ items }: Pick<SittingRecord, 'items'>): Promise<string[][]> {
    const banks = await Promise.all(items.map(({ course }) => this.#bank(course)))
    const missing = await this.#missing(banks.flatMap((bank) => bank?.datasets ?? []))
    return banks.map((bank) => (bank?.datasets ?? []).filter((id) => !missing.has(id)))
  }

  /** Which of these datasets are not here, or not to be used. */
  async #missing(datasets: readonly string[]): Promise<ReadonlySet<string>> {
    const each = [...new Set(datasets)].map(async (id) => {
      try {
        this.#datasets.dataset(id)
        await this.#datasets.present(id)
        return []
      } catch (error) {
        if (error instanceof ZhizhiError) return [id]
        throw error
      }
    })
    return new Set((await Promise.all(each)).flat())
  }

  async #bank(course: string): Promise<Bank | undefined> {
    const reading = await this.#banks.read(course)
    return reading?.ok ? reading.value : undefined
  }
}
