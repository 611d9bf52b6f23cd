import { ZhizhiError } from '../contract/errors.ts'
import type { Relation } from '../contract/table.ts'
import { checkerOf, type CheckContext } from '../domain/catalogue/elements/check.ts'
import { Tally, type Conformity } from '../domain/catalogue/elements/conformity.ts'
import { readDictionary } from '../domain/catalogue/elements/dictionary.ts'
import { isFictionalDivision } from '../domain/catalogue/elements/divisions.ts'
import type { Element } from '../domain/catalogue/elements/element.ts'
import { suggest, type Suggestion } from '../domain/catalogue/elements/suggest.ts'
import { sampleColumns } from './elements/sample.ts'
import { askBatches, asCount, asText, type AskedEngine, type Work } from './measure/ask.ts'
import { quote, tableOf } from './measure/sql.ts'
import type { Clock, Content } from './ports.ts'
import { beijingDay } from './report/moment.ts'

/** A table that the engine holds: a dataset's, or one that is only being looked at. */
export interface ElementTable {
  readonly relation: Relation
  readonly rows: number
  readonly columns: readonly { readonly name: string; readonly title?: string | undefined }[]
}

/** Columns and the elements they were said to be. */
export type Mapping = readonly { readonly column: string; readonly element: string }[]

interface Parts {
  readonly content: Content
  readonly engine: AskedEngine
  readonly clock: Clock
}

type ReadDictionary = ReturnType<typeof readDictionary>

const folder = 'datasets/elements'

/** The dictionary of standard data elements, and what it says of a table in the engine. */
export class Elements {
  readonly #parts: Parts
  #read: Promise<ReadDictionary> | undefined

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Read once; the content does not change while the app runs. */
  dictionary(): Promise<ReadDictionary> {
    this.#read ??= readFiles(this.#parts.content)
    return this.#read
  }

  /** The element of that id; `not_found` where there is none. */
  async element(id: string): Promise<Element> {
    const element = (await this.dictionary()).dictionary.elements.get(id)
    if (!element) throw new ZhizhiError('not_found', { what: `数据元 ${id}` })
    return element
  }

  /** The day in Beijing that rules count by. */
  today(): string {
    return beijingDay(this.#parts.clock.now())
  }

  /** What each column may be, by its names and a sample of its values; in the columns' order. */
  async suggest(table: ElementTable, work: Work): Promise<Suggestion[]> {
    const { dictionary } = await this.dictionary()
    const columns = await sampleColumns(this.#parts.engine, table, work)
    return suggest(columns, [...dictionary.elements.values()], await this.#context())
  }

  /**
   * What of each mapped column does not conform. Different values are counted in the engine and each
   * is checked once; examples are masked, no value leaves as it is.
   */
  async conformity(table: ElementTable, mapping: Mapping, work: Work): Promise<Conformity[]> {
    const found: Conformity[] = []
    for (const [at, { column, element }] of mapping.entries()) {
      const progress = (share: number) => work.progress?.((at + share) / mapping.length)
      const columnWork = { signal: work.signal, progress }
      found.push(await this.#column(table, column, await this.element(element), columnWork))
      progress(1)
    }
    return found
  }

  async #column(
    { relation }: ElementTable,
    column: string,
    element: Element,
    work: Work,
  ): Promise<Conformity> {
    const check = checkerOf(element, await this.#context())
    const isDivision = element.rule?.kind === 'division-code'
    const tally = new Tally(check, isDivision ? isFictionalDivision : undefined)
    const sql = `SELECT ${quote(column)}::VARCHAR AS value, count(*) AS n
      FROM ${tableOf(relation)} GROUP BY ALL`
    for await (const batch of askBatches(this.#parts.engine, sql, work)) {
      const [value, rows] = batch.columns
      for (let row = 0; row < batch.rows; row += 1) {
        tally.add(asText(value?.at(row)), asCount(rows?.at(row)))
      }
    }
    return tally.result(column, element.id)
  }

  async #context(): Promise<CheckContext> {
    const { lists, divisions } = (await this.dictionary()).dictionary
    return { lists, divisions, today: this.today() }
  }
}

async function readFiles(content: Content): Promise<ReadDictionary> {
  const names = (await content.list(folder)).toSorted()
  const texts = await Promise.all(
    names.map(async (name) => [name, (await content.text(`${folder}/${name}`)) ?? ''] as const),
  )
  return readDictionary(new Map(texts))
}
