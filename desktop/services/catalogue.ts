import { fromWireError, ZhizhiError, type WireError } from '../contract/errors.ts'
import type { Relation } from '../contract/table.ts'
import type { DataPackage } from '../domain/catalogue/data-package.ts'
import { tablesOf, type TableName } from '../domain/catalogue/sql-name.ts'
import {
  descriptorOf,
  gone,
  importedEntry,
  listing,
  pathOf,
  readEntries,
  readKept,
  type Entry,
} from './catalogue-reading.ts'
import type { Content, Listings } from './ports.ts'

/** A dataset that can be read, and its tables in the order of its resources. */
export interface Dataset {
  readonly package: DataPackage
  readonly relations: readonly Relation[]
}

/** A table and the file that the engine reads it from. */
export interface Attachment {
  readonly relation: Relation
  readonly file: string
}

/**
 * The datasets of the shipped content, their files checked against the registered hashes; and those
 * that are only listed.
 */
export class Catalogue {
  readonly #content: Content
  /** The workspace's own, where imported datasets lie. */
  readonly #own: Content
  readonly #entries: Map<string, Entry>

  /** Listings whose name has come with the app meanwhile; they are not used. */
  readonly twice: readonly string[]

  constructor(
    content: Content,
    shipped: readonly Entry[],
    listed: readonly Entry[] = [],
    own: Content = content,
  ) {
    this.#content = content
    this.#own = own
    const names = new Set(shipped.map(({ id }) => id))
    const others = listed.filter(({ id }) => !names.has(id))
    this.#entries = new Map([...shipped, ...others].map((entry) => [entry.id, entry]))
    this.twice = listed.flatMap(({ id }) => (names.has(id) ? [id] : []))
  }

  entries(): readonly Entry[] {
    return [...this.#entries.values()]
  }

  entry(id: string): Entry | undefined {
    return this.#entries.get(id)
  }

  /** Every dataset, and of those whose folder was taken away since they were read, that it was. */
  async current(): Promise<Entry[]> {
    const [shipped, own] = await Promise.all(
      [this.#content, this.#own].map((content) => content.list('datasets')),
    )
    const there = new Set([...(shipped ?? []), ...(own ?? [])])
    return this.entries().map((entry) =>
      there.has(entry.id) || entry.listed ? entry : { ...entry, problem: gone(entry.id) },
    )
  }

  /** Fails with `unknown_dataset`, or with `dataset_gone` where its descriptor is no longer there. */
  async present(id: string): Promise<void> {
    const entry = this.#entries.get(id)
    if (!entry) throw new ZhizhiError('unknown_dataset', { dataset: id })
    if (entry.listed) return
    const text = await this.#contentOf(entry).text(descriptorOf(id))
    if (text === undefined) throw fromWireError(gone(id))
  }

  /** Shows a dataset that has no data here; nothing that has data is ever replaced so. */
  list(dataset: DataPackage): void {
    const there = this.#entries.get(dataset.name)
    if (!there || there.listed) this.#entries.set(dataset.name, listing(dataset))
  }

  unlist(id: string): void {
    if (this.#entries.get(id)?.listed) this.#entries.delete(id)
  }

  /** Shows a dataset that was placed in the workspace with its data. */
  addImported(dataset: DataPackage): void {
    this.#entries.set(dataset.name, importedEntry(dataset))
  }

  removeImported(id: string): void {
    if (this.#entries.get(id)?.imported) this.#entries.delete(id)
  }

  #contentOf({ imported }: Pick<Entry, 'imported'>): Content {
    return imported ? this.#own : this.#content
  }

  /** `unknown_dataset`, or what is wrong with it, where it cannot be used. */
  dataset(id: string): Dataset {
    const entry = this.#entries.get(id)
    if (entry?.problem) throw fromWireError(entry.problem)
    if (!entry?.package) throw new ZhizhiError('unknown_dataset', { dataset: id })
    return { package: entry.package, relations: tablesOf(entry.package) }
  }

  /** The tables of these datasets; fails as `dataset` does on the first that cannot be used. */
  relationsOf(ids: readonly string[]): Relation[] {
    return ids.flatMap((id) => this.dataset(id).relations)
  }

  /** What an engine needs to read these datasets: their tables, and fresh copies of their files. */
  async attachments(ids: readonly string[]): Promise<Attachment[]> {
    const each = ids.map((id) => this.#attachmentsOf(this.dataset(id)))
    return (await Promise.all(each)).flat()
  }

  /** The dataset that a table, as a query writes it, belongs to. */
  ownerOf({ schema, name }: TableName): string | undefined {
    const wanted = key({ schema, name })
    return this.entries().find(
      ({ package: dataset }) => dataset && tablesOf(dataset).some((table) => key(table) === wanted),
    )?.id
  }

  /** Notes what turned out to be wrong with a dataset. */
  mark(id: string, problem: WireError): void {
    const entry = this.#entries.get(id)
    if (entry) this.#entries.set(id, { ...entry, problem })
  }

  async #attachmentsOf({ package: dataset, relations }: Dataset): Promise<Attachment[]> {
    const content = this.#contentOf(this.#entries.get(dataset.name) ?? {})
    const copies = dataset.resources.map(({ path }) => content.engineCopy(pathOf(dataset, path)))
    return (await Promise.all(copies)).flatMap((file, index) => {
      const relation = relations[index]
      return relation ? [{ relation, file }] : []
    })
  }
}

/** DuckDB finds tables whatever the case of their letters; `main` is where none is named. */
function key({ schema, name }: TableName): string {
  const folded = schema.toLowerCase()
  return `${folded === 'main' ? '' : folded}.${name.toLowerCase()}`
}

/** Reads and checks all datasets of the content, and what the workspace keeps; `own` is its content. */
export async function createCatalogue(
  content: Content,
  listings?: Listings,
  own?: Content,
): Promise<Catalogue> {
  const texts = (await listings?.list()) ?? []
  const kept = await Promise.all(texts.map((text) => readKept(text, own)))
  return new Catalogue(content, await readEntries(content), kept, own)
}
