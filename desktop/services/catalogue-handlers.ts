import type { DatasetSummary } from '../contract/catalogue.ts'
import { fromWireError, ZhizhiError } from '../contract/errors.ts'
import type { AppTable } from '../contract/procedures.ts'
import type { ColumnSummary, Relation } from '../contract/table.ts'
import type { Handlers } from '../contract/wire/procedure.ts'
import type { DataPackage } from '../domain/catalogue/data-package.ts'
import { sqlName, tablesOf } from '../domain/catalogue/sql-name.ts'
import type { Attaching } from './attaching.ts'
import type { Entry } from './catalogue-reading.ts'
import type { Catalogue } from './catalogue.ts'
import type { Engine } from './ports.ts'

type CatalogueHandlers = Pick<
  Handlers<AppTable, undefined>,
  `catalogue.${'list' | 'dataset' | 'summary' | 'remaining'}` | `dataset.${'page' | 'find'}`
>

interface Parts {
  readonly catalogue: Catalogue
  readonly engine: Engine
  readonly attaching: Attaching
}

/** What a window asks of the catalogue. */
export function createCatalogueHandlers({
  catalogue,
  engine,
  attaching,
}: Parts): CatalogueHandlers {
  const summarise = summaries(engine)
  const tableOf = async ({ id, resource }: { id: string; resource: number }) => {
    await attaching.need([id])
    const relation = catalogue.dataset(id).relations[resource]
    if (!relation) throw new ZhizhiError('not_found', { what: `${id}[${resource}]` })
    return relation
  }
  const attached = async (relation: Relation) => {
    const owner = catalogue.ownerOf(relation)
    if (!owner) throw new ZhizhiError('unknown_dataset', { dataset: sqlName(relation) })
    await attaching.need([owner])
    catalogue.dataset(owner)
  }
  return {
    'catalogue.list': async () => (await catalogue.current()).map(summaryOf),
    async 'catalogue.dataset'({ id }) {
      await catalogue.present(id)
      await attaching.need([id]) // only the engine can tell whether the files fit the descriptor
      const entry = catalogue.entry(id)
      if (!entry) throw new ZhizhiError('unknown_dataset', { dataset: id })
      if (!entry.package) throw brokenBy(entry)
      const relations = tablesOf(entry.package)
      return { summary: summaryOf(entry), descriptor: entry.package, relations }
    },
    async 'catalogue.summary'(of) {
      const relation = await tableOf(of)
      const { hash = '' } = catalogue.dataset(of.id).package.resources[of.resource] ?? {}
      return summarise(relation, hash)
    },
    async 'catalogue.remaining'({ filters, ...of }, { signal }) {
      const relation = await tableOf(of)
      return engine.call('relation.remaining', { relation, filters }, { signal })
    },
    async 'dataset.page'({ relation, ...page }, { signal }) {
      await attached(relation)
      return engine.call('relation.page', { relation, ...page }, { signal })
    },
    async 'dataset.find'({ relation, ...question }, { signal }) {
      await attached(relation)
      return engine.call('relation.find', { relation, ...question }, { signal })
    },
  }
}

/** A file with the same hash holds the same data, so each table is summarised once. */
function summaries(engine: Engine): (relation: Relation, hash: string) => Promise<ColumnSummary[]> {
  const made = new Map<string, ColumnSummary[]>()
  return async (relation, hash) => {
    const key = `${sqlName(relation)} ${hash}`
    const known = made.get(key)
    if (known) return known
    const { columns } = await engine.call('relation.summary', { relation })
    made.set(key, columns)
    return columns
  }
}

function brokenBy({ id, problem }: Entry): ZhizhiError {
  return problem ? fromWireError(problem) : new ZhizhiError('unknown_dataset', { dataset: id })
}

/** Of a dataset whose descriptor cannot be read, only the id and the problem are known. */
export function summaryOf({
  id,
  package: dataset,
  problem,
  listed = false,
  imported = false,
}: Entry): DatasetSummary {
  if (!dataset) {
    const unknown = { description: '', synthetic: false, provider: '', rows: 0 } as const
    const nothing = { sharing: 'none', minimumCell: null, entry: null } as const
    return { id, title: id, titleEn: id, ...unknown, ...nothing, listed, imported, problem }
  }
  const { catalogue, minimumCell } = dataset.governance
  return {
    id,
    title: dataset.titles.zh,
    titleEn: dataset.titles.en,
    description: dataset.description,
    synthetic: dataset.synthetic,
    provider: catalogue.provider,
    rows: dataset.resources.reduce((sum, { rows }) => sum + rows, 0),
    sharing: catalogue.sharing.type,
    minimumCell,
    listed,
    imported,
    entry: entryOf(dataset),
    problem: listed ? null : problem,
  }
}

function entryOf({ governance, keywords, resources }: DataPackage): DatasetSummary['entry'] {
  const fields = resources.flatMap(({ schema }) => schema.fields.map(({ title }) => title))
  return {
    class: governance.catalogue.class,
    level: governance.level,
    updateCycle: governance.catalogue.updateCycle,
    released: governance.catalogue.released,
    personal: governance.personalInformation.kind !== 'none',
    words: [...new Set([...keywords, ...fields])].join('\n'),
  }
}
