import type { Value } from '../../domain/notebook/input.ts'
import { writeParameter } from '../../domain/notebook/input-text.ts'
import { fold } from '../../domain/notebook/name.ts'
import { fillQuotes, type FoundQuote } from '../../domain/notebook/quote.ts'
import { firstOf } from '../../domain/notebook/result-table.ts'
import { writeValue } from '../../domain/notebook/value.ts'
import type { Results } from './gather.ts'

/** Writes what `{{…}}` stands for; a dash where there is no such value. */
export class QuoteWriter {
  readonly #results: Pick<Results, 'tables'>
  readonly #values: ReadonlyMap<string, Value>

  constructor(results: Pick<Results, 'tables'>, values: Readonly<Record<string, Value>>) {
    this.#results = results
    this.#values = new Map(Object.entries(values).map(([name, value]) => [fold(name), value]))
  }

  readonly write = ({ quote }: FoundQuote): string => {
    if (!quote) return writeValue(undefined)
    const { name, column, format } = quote
    if (column === undefined) return writeParameter(this.#values.get(fold(name)), format)
    const table = this.#results.tables.get(fold(name))
    return writeValue(table && firstOf(table, column), format)
  }

  /** A plain text, such as a chart's title, with its quotes filled in. */
  readonly fill = (text: string): string => fillQuotes(text, this.write)
}
