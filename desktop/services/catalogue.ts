import { fromWireError, toWireError, ZhizhiError, type WireError } from '../contract/errors.ts'
import type { Relation } from '../contract/table.ts'
import type { DataPackage } from '../domain/catalogue/data-package.ts'
import { tablesOf } from '../domain/catalogue/sql-name.ts'
import {
  descriptorOf,
  gone,
  invalid,
  pathOf,
  readEntries,
  type Entry,
} from './catalogue-reading.ts'
import type { Content, Engine } from './ports.ts'

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

/** The datasets of the shipped content; their files are checked against the registered hashes. */
export class Catalogue {
  readonly #content: Content
  readonly #entries: Map<string, Entry>

  constructor(content: Content, entries: readonly Entry[]) {
    this.#content = content
    this.#entries = new Map(entries.map((entry) => [entry.id, entry]))
  }

  entries(): readonly Entry[] {
    return [...this.#entries.values()]
  }

  /** Every dataset, and of those whose folder was taken away since they were read, that it was. */
  async current(): Promise<Entry[]> {
    const there = new Set(await this.#content.list('datasets'))
    return this.entries().map((entry) =>
      there.has(entry.id) ? entry : { ...entry, problem: gone(entry.id) },
    )
  }

  /** A dataset whose descriptor still is where it was read; `dataset_gone` where it is not. */
  async entry(id: string): Promise<Entry> {
    const entry = this.#entries.get(id)
    if (!entry) throw new ZhizhiError('unknown_dataset', { dataset: id })
    if ((await this.#content.text(descriptorOf(id))) === undefined) throw fromWireError(gone(id))
    return entry
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
    const relations = await this.#attachmentsLeft(id)
    if (!relations) return gone(id)
    const failure = await attachChecked(engine, this.dataset(id), relations)
    if (failure === undefined) return undefined
    await engine.call('detach', { relations: relations.map(({ relation }) => relation) })
    return invalid(id, failure)
  }

  /** Nothing where the files were taken away since the dataset was read. */
  async #attachmentsLeft(id: string): Promise<Attachment[] | undefined> {
    try {
      return await this.attachments([id])
    } catch (error) {
      if (toWireError(error).code === 'not_found') return undefined
      throw error
    }
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

/** Reads and checks all datasets of the content. */
export async function createCatalogue(content: Content): Promise<Catalogue> {
  return new Catalogue(content, await readEntries(content))
}
