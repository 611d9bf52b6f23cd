import { focusOf } from '../../domain/course/focus.ts'
import type { RowsTask, Slip } from '../../domain/course/kinds/sql.ts'
import { mutantsOf } from '../../domain/course/mutants.ts'
import type { Result } from '../../domain/course/result.ts'
import type { SourceTable } from '../../domain/course/source-table.ts'
import { shapeOf, type Shape } from '../../domain/course/shape.ts'
import type { NamedSlip } from '../../domain/course/slip.ts'
import type { Json } from '../../domain/course/syntax-tree.ts'
import {
  authoredVariant,
  variantsOf,
  wholeSetup,
  type Variant,
} from '../../domain/course/variants.ts'
import { ZhizhiError } from '../../contract/errors.ts'
import { kept } from '../kept.ts'
import type { ExerciseRunner } from './runner.ts'

/** An exercise's answer has so many rows at most; more would be no exercise. */
const mostRows = 20_000

/** Data to try an answer on, and what the reference makes of it. */
export interface Ground extends Variant {
  readonly reference: Result
}

/** The reference with a slip in it: as SQL, and its result where it runs. */
export interface TriedMutant extends NamedSlip {
  readonly sql: string
  readonly result: Result | undefined
}

/** Everything that one exercise on rows is checked with, made when first needed and kept. */
export class Trials {
  readonly exercise: RowsTask
  readonly #runner: ExerciseRunner
  readonly #tables: readonly SourceTable[]

  constructor(exercise: RowsTask, tables: readonly SourceTable[], runner: ExerciseRunner) {
    this.exercise = exercise
    this.#tables = tables
    this.#runner = runner
  }

  /** The data that the learner sees. */
  readonly visible = kept(() =>
    this.#ground({ name: '眼前的数据', setup: wholeSetup(this.#tables) }),
  )

  /** The data that nobody sees: seeded samples, and what the author adds. */
  readonly hidden = kept(async () => {
    const { keep, hidden } = this.exercise
    const variants = [
      ...variantsOf(this.#tables, focusOf(await this.#tree()), keep),
      ...hidden.map(({ name, sql }) => authoredVariant(this.#tables, name, sql)),
    ]
    return Promise.all(variants.map((variant) => this.#ground(variant)))
  })

  readonly shape = kept(async () => shapeOf(await this.#tree()))

  /** Results of the slips that their author gives as queries. */
  readonly slips = kept(async () => {
    const tried: { slip: Slip; result: Result | undefined }[] = []
    for (const slip of this.exercise.slips) {
      const result = slip.like === undefined ? undefined : await this.#try(slip.like)
      tried.push({ slip, result })
    }
    return tried
  })

  /** The reference with every slip that it leaves room for, tried on the visible data. */
  readonly mutants = kept(async () => {
    const mutants = mutantsOf(await this.#tree(), this.exercise.order.length > 0)
    const texts = await this.#runner.texts(mutants.map((mutant) => mutant.tree))
    const tried: TriedMutant[] = []
    for (const [index, { slip, about }] of mutants.entries()) {
      const sql = texts[index]
      if (typeof sql !== 'string') continue
      tried.push({ slip, about, sql, result: await this.#try(sql) })
    }
    return tried
  })

  /** The learner's query in any of these grounds; one row too many is enough to know. */
  answer(ground: Ground, sql: string, signal?: AbortSignal): Promise<Result> {
    const maxRows = Math.max(2 * ground.reference.rows.length, mostRows / 2)
    return this.#runner.run(ground, sql, { maxRows, signal })
  }

  /** What a query is made of; `undefined` where it cannot be read. */
  async shapeOf(sql: string): Promise<Shape | undefined> {
    const [tree] = await this.#runner.trees([sql])
    return tree === undefined ? undefined : shapeOf(tree)
  }

  /** A ranking's first rows, as an answer has them; the reference itself goes on. */
  firstRows(result: Result): Result {
    const { top } = this.exercise
    return top === undefined ? result : { ...result, rows: result.rows.slice(0, top) }
  }

  readonly #tree = kept(async (): Promise<Json> => {
    const [tree] = await this.#runner.trees([this.exercise.reference])
    if (tree === undefined) throw new ZhizhiError('sql_refused', { what: '参考答案', instead: '' })
    return tree
  })

  async #ground(variant: Variant): Promise<Ground> {
    const { reference } = this.exercise
    const result = await this.#runner.run(variant, reference, { maxRows: mostRows })
    return { ...variant, reference: result }
  }

  /** A query of the author's or of ours on the visible data; `undefined` where it does not run. */
  async #try(sql: string): Promise<Result | undefined> {
    const visible = await this.visible()
    try {
      return await this.#runner.run(visible, sql, { maxRows: mostRows })
    } catch (error) {
      if (error instanceof ZhizhiError && error.code.startsWith('sql_')) return undefined
      throw error
    }
  }
}
