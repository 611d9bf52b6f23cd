import { toWireError, type WireError } from '../contract/errors.ts'
import { tablesOf, type TableName } from '../domain/catalogue/sql-name.ts'
import { gone, invalid } from './catalogue-reading.ts'
import type { Attachment, Catalogue, Dataset } from './catalogue.ts'
import type { Engine } from './ports.ts'

/** Errors that say something of the engine, not of the dataset that was being attached. */
const ofTheEngine = new Set<WireError['code']>(['engine_stopped', 'disconnected', 'cancelled'])

/**
 * Gives the engine each dataset when it is first needed, and anew after the engine was restarted: a
 * catalogue of hundreds takes no memory until it is used, and a restart takes no longer for them.
 */
export class Attaching {
  readonly #catalogue: Catalogue
  readonly #engine: Engine
  readonly #attached = new Map<string, Promise<void>>()

  constructor(catalogue: Catalogue, engine: Engine) {
    this.#catalogue = catalogue
    this.#engine = engine
    engine.onState((state) => {
      if (state === 'stopped') this.#attached.clear()
    })
  }

  /**
   * Resolves when the engine has those of these datasets that it can read; one that it cannot is
   * marked, so that `Catalogue.dataset` says what is wrong. Unknown ids are nobody's.
   */
  async need(ids: readonly string[]): Promise<void> {
    await Promise.all([...new Set(ids)].map((id) => this.#once(id)))
  }

  /** The same for the datasets that these tables, as a query writes them, belong to. */
  async needTables(tables: readonly TableName[]): Promise<void> {
    await this.need(tables.flatMap((table) => this.#catalogue.ownerOf(table) ?? []))
  }

  /** Takes a dataset that will be gone out of the engine. */
  async forget(id: string): Promise<void> {
    const known = this.#attached.get(id)
    if (!known) return
    await known.catch(() => undefined)
    this.#attached.delete(id)
    const dataset = this.#catalogue.entry(id)?.package
    if (dataset) await this.#engine.call('detach', { relations: tablesOf(dataset) })
  }

  #once(id: string): Promise<void> {
    const known = this.#attached.get(id)
    if (known) return known
    const entry = this.#catalogue.entry(id)
    if (!entry?.package || entry.problem) return Promise.resolve()
    const attaching = this.#attach(id)
    this.#attached.set(id, attaching)
    // what failed with the engine is tried again when it is needed again
    attaching.catch(() => this.#attached.delete(id))
    return attaching
  }

  async #attach(id: string): Promise<void> {
    const relations = await this.#attachments(id)
    if (!relations) {
      this.#catalogue.mark(id, gone(id))
      return
    }
    const failure = await attachChecked(this.#engine, this.#catalogue.dataset(id), relations)
    if (failure === undefined) return
    const tables = relations.map(({ relation }) => relation)
    await this.#engine.call('detach', { relations: tables })
    this.#catalogue.mark(id, invalid(id, failure))
  }

  /** Nothing where the files were taken away since the dataset was read. */
  async #attachments(id: string): Promise<Attachment[] | undefined> {
    try {
      return await this.#catalogue.attachments([id])
    } catch (error) {
      if (toWireError(error).code === 'not_found') return undefined
      throw error
    }
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
