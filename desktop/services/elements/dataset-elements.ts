import { ZhizhiError } from '../../contract/errors.ts'
import type { Resource } from '../../domain/catalogue/data-package.ts'
import {
  choicesProjection,
  chosenType,
  tableKey,
  type Choices,
  type ElementsChosen,
} from '../../domain/catalogue/elements/choices.ts'
import type { Conformity } from '../../domain/catalogue/elements/conformity.ts'
import type { Suggestion } from '../../domain/catalogue/elements/suggest.ts'
import type { Attaching } from '../attaching.ts'
import type { Catalogue } from '../catalogue.ts'
import type { Elements, ElementTable, Mapping } from '../elements.ts'
import type { Work } from '../measure/ask.ts'
import { Kept } from '../measure/kept.ts'
import type { Journal } from '../ports.ts'
import { settingsProjection } from '../settings.ts'

interface Parts {
  readonly catalogue: Catalogue
  readonly attaching: Attaching
  readonly elements: Elements
  readonly journal: Journal
}

const keptResults = 50

/** What the columns of the catalogue's tables are, as people said, and how they conform to that. */
export class DatasetElements {
  readonly #parts: Parts
  readonly #suggestions = new Kept<Suggestion[]>(keptResults)
  readonly #conformities = new Kept<Conformity[]>(keptResults)

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** The n-th resource of a dataset and its table; `not_found` where there is none. */
  resource(dataset: string, index: number): { resource: Resource; table: ElementTable } {
    const { package: descriptor, relations } = this.#parts.catalogue.dataset(dataset)
    const resource = descriptor.resources[index]
    const relation = relations[index]
    if (!resource || !relation) throw new ZhizhiError('not_found', { what: `${dataset}[${index}]` })
    const columns = resource.schema.fields.map(({ name, title }) => ({ name, title }))
    return { resource, table: { relation, rows: resource.rows, columns } }
  }

  async suggestions(dataset: string, index: number, work: Work): Promise<Suggestion[]> {
    await this.#parts.attaching.need([dataset])
    const { resource, table } = this.resource(dataset, index)
    const key = `${resource.hash}|${this.#parts.elements.today()}`
    return this.#suggestions.get(key, () => this.#parts.elements.suggest(table, work))
  }

  choices(dataset: string, { name }: Pick<Resource, 'name'>): Choices {
    return this.#parts.journal.state(choicesProjection)[tableKey(dataset, name)] ?? {}
  }

  /** Keeps what somebody said; `not_found` for a column or an element that does not exist. */
  async choose(dataset: string, index: number, choices: Choices): Promise<void> {
    const { resource, table } = this.resource(dataset, index)
    for (const [column, element] of Object.entries(choices)) {
      if (!table.columns.some(({ name }) => name === column)) {
        throw new ZhizhiError('not_found', { what: `列 ${column}` })
      }
      if (element !== null) await this.#parts.elements.element(element)
    }
    const data: ElementsChosen = { dataset, resource: resource.name, choices }
    const { learner } = this.#parts.journal.state(settingsProjection)
    const by = learner === null ? {} : { by: learner }
    await this.#parts.journal.append({ type: chosenType, data, ...by })
  }

  /** Only of columns that somebody confirmed; measured once for the same data and choices. */
  async conformity(dataset: string, index: number, work: Work): Promise<Conformity[]> {
    await this.#parts.attaching.need([dataset])
    const { resource, table } = this.resource(dataset, index)
    const mapping = await this.#mapping(dataset, resource)
    const key = `${resource.hash}|${this.#parts.elements.today()}|${JSON.stringify(mapping)}`
    return this.#conformities.get(key, () => this.#parts.elements.conformity(table, mapping, work))
  }

  /** In the columns' order. An element that is gone from the dictionary since is left out. */
  async #mapping(dataset: string, resource: Resource): Promise<Mapping> {
    const choices = this.choices(dataset, resource)
    const { elements } = (await this.#parts.elements.dictionary()).dictionary
    return resource.schema.fields.flatMap(({ name }) => {
      const element = choices[name]
      return typeof element === 'string' && elements.has(element) ? [{ column: name, element }] : []
    })
  }
}
