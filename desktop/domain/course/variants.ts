import { drawnRows, numberedRows } from './drawn-rows.ts'
import type { Focus } from './focus.ts'
import { Sample } from './sample.ts'
import type { Recipe, SourceTable } from './source-table.ts'
import { identifier, quote } from './sql-text.ts'

/** Where queries run: what the statements have made in an empty database. */
export interface Place {
  readonly setup: readonly string[]
  /** One of the databases that the setup attached; without it, the one that it began in. */
  readonly database?: string | undefined
}

/** Data on which an answer is tried. */
export interface Variant extends Place {
  /** What is special about it, as a learner is told. */
  readonly name: string
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

/**
 * The hidden data: seeded samples with gaps, doubles, ties, boundary values and empty groups. One
 * setup makes them all, each in a database of its own: what takes time is to read a large table in
 * every column, and so that is done once for all of them.
 */
export function variantsOf(
  tables: readonly SourceTable[],
  focus: Focus,
  keep: readonly string[],
): Variant[] {
  const databases = recipes.map((_, index) => `sample ${index + 1}`)
  const setup = [
    ...databases.map((database) => `ATTACH ':memory:' AS ${identifier(database)}`),
    ...tables.flatMap((table) => [
      `CREATE TABLE drawn_rows AS ${drawnRows(table, focus, recipes)}`,
      `CREATE TABLE whole_rows AS SELECT * FROM ${numberedRows(table)}
  WHERE file_row_number IN (SELECT file_row_number FROM drawn_rows)`,
      ...recipes.flatMap((recipe, index) => {
        const drawn = new Sample(table, focus, keep, recipe).sql(takenBy(index))
        return create('TABLE', table, drawn, databases[index])
      }),
      'DROP TABLE drawn_rows',
      'DROP TABLE whole_rows',
    ]),
  ]
  return recipes.map(({ name }, index) => ({ name, setup, database: databases[index] }))
}

/** A recipe's rows as they lie in the file: whichever of equals comes first must not change. */
const takenBy = (recipe: number): string =>
  `SELECT * FROM whole_rows WHERE file_row_number IN (
    SELECT file_row_number FROM drawn_rows WHERE recipe = ${recipe}) ORDER BY file_row_number`

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

function create(
  kind: 'TABLE' | 'VIEW',
  { schema, name }: SourceTable,
  query: string,
  database?: string,
): string[] {
  const path = [...(database === undefined ? [] : [database]), schema === '' ? 'main' : schema]
  const inside = path.map(identifier).join('.')
  const made = `CREATE ${kind} ${inside}.${identifier(name)} AS ${query}`
  return schema === '' ? [made] : [`CREATE SCHEMA IF NOT EXISTS ${inside}`, made]
}
