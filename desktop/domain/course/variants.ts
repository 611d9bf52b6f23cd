import type { Focus } from './focus.ts'
import { Sample, type Recipe, type SourceTable } from './sample.ts'
import { identifier, quote } from './sql-text.ts'

/** Data on which an answer is tried; the statements make it in an empty database. */
export interface Variant {
  /** What is special about it, as a learner is told. */
  readonly name: string
  readonly setup: readonly string[]
}

const fewerRows = { name: '另一批数据', seed: 11, rows: 5000, share: 0.7, emptied: 25 }
const gaps = { name: '有空值、有重复行的数据', seed: 23, rows: 2000, share: 0.8, emptied: 0 }
const ties = { name: '只有几十行、有并列的数据', seed: 37, rows: 60, share: 0.6, emptied: 0 }

const recipes: readonly (Recipe & { readonly name: string })[] = [
  { ...fewerRows, renamed: 25, missing: 0, doubled: 0 },
  { ...gaps, renamed: 0, missing: 12, doubled: 20 },
  { ...ties, renamed: 0, missing: 0, doubled: 30 },
]

/** The visible data: every table whole, as a view, so that only the columns asked for are read. */
export function wholeSetup(tables: readonly SourceTable[]): string[] {
  return tables.flatMap((table) => create('VIEW', table, `FROM read_parquet(${quote(table.file)})`))
}

/** The hidden data: seeded samples with gaps, doubles, ties, boundary values and empty groups. */
export function variantsOf(
  tables: readonly SourceTable[],
  focus: Focus,
  keep: readonly string[],
): Variant[] {
  return recipes.map((recipe) => ({
    name: recipe.name,
    setup: tables.flatMap((table) =>
      create('TABLE', table, new Sample(table, focus, keep, recipe).sql()),
    ),
  }))
}

/** Authored hidden data: the author's statements on the first rows of each table. */
export function authoredVariant(
  tables: readonly SourceTable[],
  name: string,
  statements: readonly string[],
): Variant {
  const firstRows = (table: SourceTable) =>
    `FROM read_parquet(${quote(table.file)}) LIMIT ${fewerRows.rows}`
  const made = tables.flatMap((table) => create('TABLE', table, firstRows(table)))
  return { name, setup: [...made, ...statements] }
}

function create(kind: 'TABLE' | 'VIEW', { schema, name }: SourceTable, query: string): string[] {
  if (schema === '') return [`CREATE ${kind} ${identifier(name)} AS ${query}`]
  return [
    `CREATE SCHEMA IF NOT EXISTS ${identifier(schema)}`,
    `CREATE ${kind} ${identifier(schema)}.${identifier(name)} AS ${query}`,
  ]
}
