import type { Option, Scalar } from '../../../../domain/notebook/input.ts'
import { readSource } from '../../../../domain/notebook/source.ts'
import type { OpenNotebook } from '../open-notebook.svelte.ts'
import { groundOf } from '../settings/ground.ts'
import { countedChoices, writtenChoices, type Choice } from './choices.ts'
import { t } from './messages.ts'
import { SourceData } from './source-data.svelte.ts'

interface Choosing {
  readonly options?: readonly Option[] | undefined
  readonly from?: string | undefined
}

/** The options of an input, written down or read from a column, which is read anew when its table is. */
export class InputChoices {
  readonly #input: () => Choosing
  readonly #chosen: () => readonly Scalar[]
  readonly #book: OpenNotebook
  readonly #source: SourceData<{
    options: { value: Scalar; count: number }[]
    more: boolean
  }>

  constructor(book: OpenNotebook, input: () => Choosing, chosen: () => readonly Scalar[]) {
    this.#book = book
    this.#input = input
    this.#chosen = chosen
    this.#source = new SourceData(
      book,
      () => this.from?.table,
      (session, signal) => {
        const { table, column } = this.from ?? { table: '', column: '' }
        return book.client.call('session.options', { session, table, column }, { signal })
      },
    )
  }

  get from() {
    const { from } = this.#input()
    return from === undefined ? undefined : readSource(from)
  }

  /** Nothing while they are being read for the first time. */
  get choices(): readonly Choice[] | undefined {
    const { options } = this.#input()
    if (options) return writtenChoices(options)
    const read = this.#source.data
    return read && countedChoices(read.options, this.#chosen())
  }

  /** Whether the column has more values than are listed. */
  get more(): boolean {
    return this.#input().options === undefined && this.#source.data?.more === true
  }

  /** What stands where there are no options: why, and what to do. */
  get note(): string | undefined {
    if (!this.from) return undefined
    const { table, column } = this.from
    const columns = groundOf(this.#book).columns(table)
    if (columns.length > 0 && !columns.some((one) => one.toLowerCase() === column.toLowerCase())) {
      return t.noColumn(table, column, columns.join('、'))
    }
    if (this.choices) return undefined
    return this.#book.runner.running ? t.loading : t.waiting(table)
  }
}
