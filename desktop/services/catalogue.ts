import { fromWireError, toWireError, ZhizhiError, type WireError } from '../contract/errors.ts'
import type { Relation } from '../contract/table.ts'
import type { DataPackage } from '../domain/catalogue/data-package.ts'
import { tablesOf } from '../domain/catalogue/sql-name.ts'
import {
  invalid,
  listing,
  pathOf,
  readEntries,
  readListing,
  type Entry,
} from './catalogue-reading.ts'
import type { Content, Engine, Listings } from './ports.ts'

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

/** Errors that say something of the engine, not of the dataset that was being attached. */
const ofTheEngine = new Set<WireError['code']>(['engine_stopped', 'disconnected', 'cancelled'])

/**
 * The datasets of the shipped content, their files checked against the registered hashes; and those
 * that are only listed.
 */
export class Catalogue {
  readonly #content: Content
  readonly #entries: Map<string, Entry>

  /** Listings whose name has come with the app meanwhile; they are not used. */
  readonly twice: readonly string[]

  constructor(content: Content, shipped: readonly Entry[], listed: readonly Entry[] = []) {
    this.#content = content
    const names = new Set(shipped.map(({ id }) => id))
    const own = listed.filter(({ id }) => !names.has(id))
    this.#entries = new Map([...shipped, ...own].map((entry) => [entry.id, entry]))
    this.twice = listed.flatMap(({ id }) => (names.has(id) ? [id] : []))
  }

  entries(): readonly Entry[] {
    return [...this.#entries.values()]
  }

  /** Shows a dataset that has no data here; nothing that has data is ever replaced so. */
  list(dataset: DataPackage): void {
    const there = this.#entries.get(dataset.name)
    if (!there || there.listed) this.#entries.set(dataset.name, listing(dataset))
  }

  unlist(id: string): void {
    if (this.#entries.get(id)?.listed) this.#entries.delete(id)
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

  /**
   * Gives an engine every usable dataset; run on each engine process before anybody else uses it.
   * A dataset that the engine cannot read is marked and left out.
   */
  async attach(engine: Pick<Engine, 'call'>): Promise<void> {
    for (const { id, package: dataset, problem } of this.entries()) {
      if (!dataset || problem) continue
      const failure = await this.#attachOne(engine, id)
      if (failure) this.#entries.set(id, { id, package: dataset, problem: failure })
    }
  }

  async #attachOne(engine: Pick<Engine, 'call'>, id: string): Promise<WireError | undefined> {
    const relations = await this.attachments([id])
    const failure = await attachChecked(engine, this.dataset(id), relations)
    if (failure === undefined) return undefined
    await engine.call('detach', { relations: relations.map(({ relation }) => relation) })
    return invalid(id, failure)
  }

  async #attachmentsOf({ package: dataset, relations }: Dataset): Promise<Attachment[]> {
    const copies = dataset.resources.map(({ path }) =>
      this.#content.engineCopy(pathOf(dataset, path)),
    )
    return (await Promise.all(copies)).flatMap((file, index) => {
      const relation = relations[index]
      return relation ? [{ relation, file }] : []
    })
  }
}

/** What is wrong with the files, if anything; fails where it is the engine that has a fault. */
async function attachChecked(
  engine: Pick<Engine, 'call'>,
  { package: { resources } }: Dataset,
  relations: Attachment[],
): Promise<string | undefined> {
  try {
    const { rows } = await engine.call('attach', { relations })
    const wrong = resources.find((resource, index) => resource.rows !== rows[index])
    if (!wrong) return undefined
    return `${wrong.path} 登记了 ${wrong.rows} 行，实际有 ${rows[resources.indexOf(wrong)] ?? 0} 行`
  } catch (error) {
    const { code, params } = toWireError(error)
    if (ofTheEngine.has(code)) throw error
    return `数据文件读不出来（${String(params['message'] ?? code)}）`
  }
}

/** Reads and checks all datasets of the content, and what the workspace lists. */
export async function createCatalogue(content: Content, listings?: Listings): Promise<Catalogue> {
  const listed = (await listings?.list()) ?? []
  return new Catalogue(content, await readEntries(content), listed.map(readListing))
}
