import type { DataPackage } from './data-package.ts'

/** A table by name; an empty schema means `main`. */
export interface TableName {
  readonly schema: string
  readonly name: string
}

/** Schemas that DuckDB has of itself; a dataset of several resources cannot be called so. */
const taken = new Set(['main', 'temp', 'system', 'information_schema', 'pg_catalog'])

/** A dataset's id as it stands in its tables' names. */
export const underscored = (id: string) => id.replaceAll('-', '_')

/**
 * The tables of a dataset in SQL, in the order of its resources: `census-2020` with one resource is
 * `census_2020`; with several, each is `census_2020.resource`.
 */
export function tablesOf(dataset: Pick<DataPackage, 'name' | 'resources'>): TableName[] {
  const name = underscored(dataset.name)
  if (dataset.resources.length === 1) return [{ schema: '', name }]
  return dataset.resources.map((resource) => ({ schema: name, name: resource.name }))
}

/** Whether a dataset's id would hide something of DuckDB's own. */
export function isTakenName(id: string): boolean {
  return taken.has(underscored(id))
}

/** A table as one writes it in a query: only what must be quoted is. */
export function sqlName({ schema, name }: TableName): string {
  return schema === '' ? identifier(name) : `${identifier(schema)}.${identifier(name)}`
}

function identifier(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`
}
