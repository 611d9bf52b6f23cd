import { SvelteMap } from 'svelte/reactivity'
import type { DatasetSummary } from '../../../contract/catalogue.ts'
import type { ColumnSummary } from '../../../contract/table.ts'
import type { DataPackage } from '../../../domain/catalogue/data-package.ts'
import { sqlName } from '../../../domain/catalogue/sql-name.ts'
import { fold } from '../../../domain/notebook/name.ts'
import { titlesOf } from '../../../domain/notebook/pivot/titles.ts'
import type { AppClient } from '../../rpc/connection.ts'

/** A table of a dataset as a query names it, and what its columns hold. */
export interface AttachedTable {
  readonly name: string
  readonly title: string
  readonly columns: readonly ColumnSummary[]
  /** Names of columns with their titles. */
  readonly titles: readonly { readonly name: string; readonly title: string }[]
}

export interface Attached {
  readonly summary: DatasetSummary
  readonly descriptor: DataPackage
  readonly tables: readonly AttachedTable[]
}

export type AttachedState = Attached | { readonly failure: unknown }

/** The datasets that a notebook names, each read once. */
export class AttachedData {
  readonly #client: AppClient
  readonly #known = new SvelteMap<string, AttachedState>()
  readonly #asked: string[] = []

  constructor(client: AppClient, ids: () => readonly string[]) {
    this.#client = client
    $effect(() => {
      for (const id of ids()) void this.#want(id)
    })
  }

  /** Nothing while it is being read. */
  get(id: string): AttachedState | undefined {
    return this.#known.get(id)
  }

  /** Every table, for those who name things to readers. */
  readonly tables = $derived.by((): readonly AttachedTable[] =>
    [...this.#known.values()].flatMap((one) => ('tables' in one ? one.tables : [])),
  )

  /** Every table with the names of its columns, for completion. */
  readonly schema = $derived.by((): Readonly<Record<string, readonly string[]>> => {
    return Object.fromEntries(
      this.tables.map(({ name, columns }) => [name, columns.map((column) => column.name)]),
    )
  })

  readonly descriptors = $derived.by(() =>
    [...this.#known.values()].flatMap((one) => ('descriptor' in one ? one.descriptor : [])),
  )

  /** What the datasets call their columns. */
  readonly titles = $derived.by(() => titlesOf(this.descriptors))

  /** A table of a dataset, as a query names it. */
  table(name: string): AttachedTable | undefined {
    const all = [...this.#known.values()].flatMap((one) => ('tables' in one ? one.tables : []))
    return all.find((table) => fold(table.name) === fold(name))
  }

  async #want(id: string): Promise<void> {
    if (this.#asked.includes(id)) return
    this.#asked.push(id)
    try {
      this.#known.set(id, await this.#read(id))
    } catch (failure) {
      this.#known.set(id, { failure })
    }
  }

  async #read(id: string): Promise<Attached> {
    const { summary, relations, descriptor } = await this.#client.call('catalogue.dataset', { id })
    const tables = relations.map(async (relation, resource) => {
      const described = descriptor.resources[resource]
      const own = descriptor.resources.length === 1 ? summary.title : described?.title
      return {
        name: sqlName(relation),
        title: own ?? sqlName(relation),
        columns: await this.#client.call('catalogue.summary', { id, resource }),
        titles: described?.schema.fields ?? [],
      }
    })
    return { summary, descriptor, tables: await Promise.all(tables) }
  }
}
