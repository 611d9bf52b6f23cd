import type { DatasetSummary } from '../contract/catalogue.ts'
import { fromWireError, ZhizhiError } from '../contract/errors.ts'
import type { AppTable } from '../contract/procedures.ts'
import type { ColumnSummary, Relation } from '../contract/table.ts'
import type { Handlers } from '../contract/wire/procedure.ts'
import { sqlName, tablesOf } from '../domain/catalogue/sql-name.ts'
import type { Attaching } from './attaching.ts'
import type { Entry } from './catalogue-reading.ts'
import type { Catalogue } from './catalogue.ts'
import type { Engine } from './ports.ts'

type CatalogueHandlers = Pick<
  Handlers<AppTable, undefined>,
  'catalogue.list' | 'catalogue.dataset' | 'catalogue.summary' | 'dataset.page'
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
  return {
    'catalogue.list': () => catalogue.entries().map(summaryOf),
    async 'catalogue.dataset'({ id }) {
      await attaching.need([id]) // only the engine can tell whether the files fit the descriptor
      const entry = catalogue.entry(id)
      if (!entry) throw new ZhizhiError('unknown_dataset', { dataset: id })
      if (!entry.package) throw brokenBy(entry)
      const relations = tablesOf(entry.package)
      return { summary: summaryOf(entry), descriptor: entry.package, relations }
    },
    async 'catalogue.summary'({ id, resource }) {
      await attaching.need([id])
      const relation = catalogue.dataset(id).relations[resource]
      if (!relation) throw new ZhizhiError('not_found', { what: `${id}[${resource}]` })
      return summarise(relation)
    },
    async 'dataset.page'({ relation, ...page }, { signal }) {
      const owner = catalogue.ownerOf(relation)
      if (!owner) throw new ZhizhiError('unknown_dataset', { dataset: sqlName(relation) })
      await attaching.need([owner])
      catalogue.dataset(owner)
      return engine.call('relation.page', { relation, ...page }, { signal })
    },
  }
}

/** The data do not change while the app runs, so each table is summarised once. */
function summaries(engine: Engine): (relation: Relation) => Promise<ColumnSummary[]> {
  const made = new Map<string, ColumnSummary[]>()
  return async (relation) => {
    const key = sqlName(relation)
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
function summaryOf({ id, package: dataset, problem, listed = false }: Entry): DatasetSummary {
  if (!dataset) {
    const unknown = { description: '', synthetic: false, provider: '', rows: 0 } as const
    const title = { id, title: id, titleEn: id }
    return { ...title, ...unknown, sharing: 'none', minimumCell: null, listed, problem }
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
    problem: listed ? null : problem,
  }
}
