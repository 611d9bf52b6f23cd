import type { ExchangeFormat, ImportPlan } from '../../contract/catalogue-exchange.ts'
import { ZhizhiError } from '../../contract/errors.ts'
import type { AppTable } from '../../contract/procedures.ts'
import type { Handlers } from '../../contract/wire/procedure.ts'
import type { DataPackage } from '../../domain/catalogue/data-package.ts'
import type { Draft } from '../../domain/catalogue/exchange/draft.ts'
import {
  planImport,
  type PlannedEntry,
  type Present,
} from '../../domain/catalogue/exchange/plan.ts'
import type { Catalogue } from '../catalogue.ts'
import type { Clock, Journal, Listings, Workbooks } from '../ports.ts'
import { settingsProjection } from '../settings.ts'
import { exportCatalogue, type Exported } from './export.ts'
import { readFile, refused } from './read-file.ts'

interface Parts {
  readonly catalogue: Catalogue
  readonly listings: Listings
  readonly workbooks: Workbooks
  readonly journal: Journal
  readonly clock: Clock
  /** Of the application. */
  readonly version: string
}

/** What was shown, to be done once it is confirmed. */
interface Waiting {
  readonly drafts: readonly Draft[]
  readonly entries: readonly PlannedEntry[]
}

/** What was in the catalogue before; `undefined` where nothing was. */
type Before = readonly { readonly id: string; readonly package: DataPackage | undefined }[]

type Name =
  | 'catalogue.export'
  | 'catalogue.plan'
  | 'catalogue.import'
  | 'catalogue.undoImport'
  | 'catalogue.unlist'

/** Plans that may wait at a time: one for each window that anyone has open. */
const mostWaiting = 8

/**
 * The exchange of catalogues between offices: the whole catalogue out, and other offices' entries
 * in, as listings without data. An import is shown before it happens, and can be undone.
 */
export class Exchange {
  readonly #parts: Parts
  readonly #waiting = new Map<string, Waiting>()
  #last: { readonly token: string; readonly before: Before } | undefined
  #given = 0

  constructor(parts: Parts) {
    this.#parts = parts
  }

  get handlers(): Pick<Handlers<AppTable, undefined>, Name> {
    return {
      'catalogue.export': ({ format }) => this.export(format),
      'catalogue.plan': ({ bytes }) => this.plan(bytes),
      'catalogue.import': ({ token }) => this.import(token),
      'catalogue.undoImport': async ({ token }) => {
        await this.undo(token)
        return {}
      },
      'catalogue.unlist': async ({ id }) => {
        await this.unlist(id)
        return {}
      },
    }
  }

  export(format: ExchangeFormat): Promise<Exported> {
    return exportCatalogue(this.#parts, format)
  }

  /** What an import of this file would do. `import_refused` where the file itself will not do. */
  async plan(bytes: Uint8Array): Promise<ImportPlan> {
    const { drafts, notes } = await readFile(bytes, this.#parts.workbooks)
    const entries = planImport(drafts, (id) => this.#present(id))
    const token = String((this.#given += 1))
    this.#waiting.set(token, { drafts, entries })
    const [oldest] = this.#waiting.keys()
    if (this.#waiting.size > mostWaiting && oldest !== undefined) this.#waiting.delete(oldest)
    return { token, entries: entries.map(shown), notes: [...notes] }
  }

  /** Keeps the new and the changed entries; the refused stay out. */
  async import(token: string): Promise<{ added: string[]; changed: string[] }> {
    const plan = this.#waiting.get(token)
    if (!plan) throw refused('这次预览已经过时，请重新选文件')
    const now = planImport(plan.drafts, (id) => this.#present(id))
    const moved = now.some(({ state }, index) => state !== plan.entries[index]?.state)
    if (moved) throw refused('预览之后目录有了变化，请重新选文件，再看一遍')
    this.#waiting.delete(token)
    const idsOf = (state: PlannedEntry['state']) =>
      now.filter((entry) => entry.state === state).map(({ id }) => id)
    const done = { added: idsOf('new'), changed: idsOf('changed') }
    const before = await this.#keepAll(now)
    await this.#tell('catalogue.imported', done)
    this.#last = { token, before }
    return done
  }

  async undo(token: string): Promise<void> {
    if (this.#last?.token !== token) throw new ZhizhiError('not_found', { what: '可以撤销的导入' })
    const { before } = this.#last
    this.#last = undefined
    await this.#restore(before)
    await this.#tell('catalogue.import-undone', { ids: before.map(({ id }) => id) })
  }

  /** `not_found` where no such dataset is listed; what has data is not touched. */
  async unlist(id: string): Promise<void> {
    if (this.#entry(id)?.listed !== true) throw new ZhizhiError('not_found', { what: id })
    await this.#restore([{ id, package: undefined }])
    await this.#tell('catalogue.unlisted', { ids: [id] })
    this.#last = undefined
  }

  /** Either all are kept, or none. */
  async #keepAll(entries: readonly PlannedEntry[]): Promise<Before> {
    const before: { id: string; package: DataPackage | undefined }[] = []
    try {
      for (const { id, state, package: dataset } of entries) {
        if (!dataset || (state !== 'new' && state !== 'changed')) continue
        before.push({ id, package: this.#entry(id)?.package })
        await this.#keep(dataset)
      }
    } catch (error) {
      await this.#restore(before).catch(() => undefined)
      throw error
    }
    return before
  }

  async #keep(dataset: DataPackage): Promise<void> {
    const { listings, catalogue } = this.#parts
    await listings.write(dataset.name, `${JSON.stringify(dataset, null, 2)}\n`)
    catalogue.list(dataset)
  }

  async #restore(before: Before): Promise<void> {
    const { listings, catalogue } = this.#parts
    for (const { id, package: dataset } of before) {
      if (dataset) await this.#keep(dataset)
      else {
        await listings.remove(id)
        catalogue.unlist(id)
      }
    }
  }

  #entry(id: string) {
    return this.#parts.catalogue.entries().find((entry) => entry.id === id)
  }

  #present(id: string): Present | undefined {
    const entry = this.#entry(id)
    return entry && { kind: entry.listed ? 'listed' : 'data', package: entry.package }
  }

  async #tell(type: string, data: Readonly<Record<string, unknown>>): Promise<void> {
    const { journal } = this.#parts
    const { learner } = journal.state(settingsProjection)
    await journal.append({ type, data, ...(learner === null ? {} : { by: learner }) })
  }
}

function shown({
  package: _dataset,
  changes,
  ...entry
}: PlannedEntry): ImportPlan['entries'][number] {
  return { ...entry, changes: [...changes] }
}
