import { ZhizhiError } from '../../../../contract/errors.ts'
import type { Block, SmallTable, Verdict } from '../../../../contract/learn.ts'
import { mostSqlSigns } from '../../../../domain/course/kinds/sql.ts'
import { errorText } from '../../../app/error-text.ts'
import { zh } from '../../../app/i18n.svelte.ts'
import type { SqlError } from '../../../ui/sql-editor/editor.ts'
import { HintTrail } from './hint-trail.svelte.ts'
import type { LessonVisit } from './lesson-visit.ts'
import { exerciseKey } from './tasks.ts'
import { Work } from './work.svelte.ts'

export type SqlBlock = Extract<Block, { kind: 'sql' }>

/** What the last press of a button brought. */
export type Outcome =
  | { readonly kind: 'result'; readonly table: SmallTable }
  | { readonly kind: 'verdict'; readonly verdict: Verdict }

/** One SQL exercise as the learner works on it: the text, the hints, the last result or verdict. */
export class SqlExercise {
  readonly block: SqlBlock
  readonly hints: HintTrail
  readonly work = new Work()
  readonly visit: LessonVisit
  readonly #key: string
  #text = $state('')
  /** The text that the outcome or the error is about. */
  #tried = $state('')
  #checking = $state(false)
  #outcome = $state.raw<Outcome>()

  constructor(visit: LessonVisit, block: SqlBlock) {
    this.block = block
    this.visit = visit
    this.#key = exerciseKey(visit.place, block.id)
    this.#text = visit.drafts.read(this.#key) ?? block.starter
    this.hints = new HintTrail(block.hints, block.halfWorked, this.#record?.hints)
  }

  get text(): string {
    return this.#text
  }

  set text(text: string) {
    this.#text = text
    this.visit.drafts.write(this.#key, text)
  }

  /** The text that the outcome is about. */
  get tried(): string {
    return this.#tried
  }

  get blank(): boolean {
    return this.#text.trim() === ''
  }

  /** What runs, where something does, is a check and no mere run. */
  get checking(): boolean {
    return this.#checking
  }

  get outcome(): Outcome | undefined {
    return this.#outcome
  }

  get attempts(): number {
    return this.#record?.attempts ?? 0
  }

  get passed(): boolean {
    return this.#record?.correct ?? false
  }

  /** The place to underline: gone as soon as the text is another. */
  get mark(): SqlError | null {
    if (this.#text !== this.#tried) return null
    const { error } = this.work
    if (error instanceof ZhizhiError && error.at) {
      return { ...error.at, message: errorText(error).what }
    }
    if (this.#outcome?.kind !== 'verdict') return null
    const { at, message } = this.#outcome.verdict
    return at && { ...at, message: zh(message.replaceAll(/[*`]/g, '')) }
  }

  /** Shows what the query gives, without counting as an attempt. */
  async run(): Promise<void> {
    const { client, place } = this.visit
    const sql = this.#begin(false)
    const table = await this.work.do(async (signal) => {
      refuseTooLong(sql)
      return client.call('lesson.demo', { ...place, sql }, { signal })
    })
    if (table) this.#outcome = { kind: 'result', table }
  }

  async check(): Promise<void> {
    if (this.visit.exam) {
      this.visit.exam.submit()
      return
    }
    if (this.blank) return
    const { client, place, progress } = this.visit
    const hints = this.hints.used
    const answer = { kind: 'sql' as const, sql: this.#begin(true) }
    const input = { ...place, exercise: this.block.id, learner: progress.learner, hints, answer }
    const verdict = await this.work.do(async (signal) => {
      refuseTooLong(answer.sql)
      return client.call('exercise.check', input, { signal })
    })
    if (!verdict) return
    this.#outcome = { kind: 'verdict', verdict }
    const { correct, code } = verdict
    progress.attempted(place, { exercise: this.block.id, correct, code, hints })
    await this.visit.settle()
  }

  /** Back to the text that the exercise started with. */
  reset(): void {
    this.text = this.block.starter
  }

  get #record() {
    return this.visit.progress.value.exercises[this.#key]
  }

  #begin(checking: boolean): string {
    this.#outcome = undefined
    this.#checking = checking
    this.#tried = this.#text
    return this.#text
  }
}

/** Said here, before a text that was pasted by mistake goes anywhere. */
function refuseTooLong(sql: string): void {
  if (sql.length <= mostSqlSigns) return
  throw new ZhizhiError('too_large', { signs: sql.length, most: mostSqlSigns })
}
