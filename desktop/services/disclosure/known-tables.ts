import { tablesOf, type TableName } from '../../domain/catalogue/sql-name.ts'
import type { Governance } from '../../domain/catalogue/governance.ts'
import { fold } from '../../domain/notebook/name.ts'
import type { KnownTable, Protection } from '../../domain/privacy/release/rows.ts'
import type { Catalogue } from '../catalogue.ts'

/** The smallest cell that a dataset declares; nothing where its results may leave as they are. */
export function minimumOf({ minimumCell, catalogue }: Governance): number | undefined {
  return minimumCell === null || catalogue.openness.open ? undefined : minimumCell
}

/** What the catalogue knows of a table, as a query writes its name. */
export function knownTable(catalogue: Catalogue, name: TableName): KnownTable | undefined {
  const id = catalogue.ownerOf(name)
  const dataset = id === undefined ? undefined : catalogue.entry(id)?.package
  if (!dataset) return undefined
  const tables = tablesOf(dataset)
  const index = tables.findIndex((table) => fold(table.name) === fold(name.name))
  const [table, resource] = [tables[index], dataset.resources[index]]
  if (!table || !resource) return undefined
  const minimumCell = minimumOf(dataset.governance)
  const protection: Protection | null =
    minimumCell === undefined
      ? null
      : {
          dataset: dataset.name,
          hash: dataset.resources.map(({ hash }) => hash).join(),
          minimumCell,
          contributor: dataset.governance.contributors?.[resource.name] ?? null,
        }
  return { ...table, columns: resource.schema.fields.map((field) => field.name), protection }
}
