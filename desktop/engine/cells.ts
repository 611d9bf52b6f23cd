import type { DuckDBConnection, DuckDBResult } from '@duckdb/node-api'
import { ZhizhiError } from '../contract/errors.ts'
import type { Column, Relation } from '../contract/table.ts'
import { closing, opening } from './accept/semicolon.ts'
import { pageRows } from '../domain/notebook/page-rows.ts'
import { columnsOf, encodeResult, shapeOf } from './arrow/encode.ts'
import { qualified, schemaOf } from './names.ts'
import { bindParameters, requireValues, type Values } from './parameters.ts'
import { dropPreaggregates } from './preaggregates.ts'
import { withProgress } from './progress.ts'
import { Relations } from './relations.ts'
import { textRows } from './text-rows.ts'
import type { Workbench } from './workbench.ts'

interface Cell {
  readonly relation: Relation
  readonly sql: string
  readonly parameters: Values
  /** Whether the first page is wanted too. */
  readonly first?: boolean | undefined
}

interface Work {
  readonly signal: AbortSignal
  readonly progress: (fraction: number) => void
}

interface Description {
  readonly columns: Column[]
  readonly rows: number
}

/** Columns and number of rows of a table, in SQL, by what the statement that made it has answered. */
export async function describe(
  connection: DuckDBConnection,
  table: string,
  created: DuckDBResult,
): Promise<Description> {
  const empty = await connection.run(`FROM ${table} LIMIT 0`)
  const [row] = await textRows(created)
  return { columns: columnsOf(shapeOf(empty)), rows: Number(row?.[0]) }
}

/** The rows of the first page. */
async function firstPage(
  connection: DuckDBConnection,
  relation: Relation,
  { columns }: Description,
): Promise<Uint8Array<ArrayBuffer>> {
  const limit = pageRows(columns.length)
  return encodeResult(await connection.run(`FROM ${qualified(relation)} LIMIT ${limit}`))
}

/** Runs an accepted query into the table `relation`. The table of before stays where it fails. */
export async function createCell(
  bench: Workbench,
  { relation, sql, parameters, first = false }: Cell,
  { signal, progress }: Work,
): Promise<Description & { first: Uint8Array<ArrayBuffer> | null }> {
  const schema = schemaOf(relation)
  Relations.checkSchema(schema)
  if (schema === 'main' || !bench.relations.hasSchema(schema)) {
    throw new ZhizhiError('bad_request', { where: 'relation.schema', why: schema })
  }
  const accepted = await bench.accept(sql, schema, signal)
  requireValues(accepted.parameters, parameters)
  const prefix = `CREATE OR REPLACE TABLE ${qualified(relation)} AS ${opening}`
  const source = { text: sql, prefixBytes: Buffer.byteLength(prefix) }
  let made = false
  const make = async (connection: DuckDBConnection) => {
    const statement = await connection.prepare(prefix + accepted.text + closing)
    try {
      bindParameters(statement, parameters)
      const created = await withProgress(connection, progress, () => statement.run())
      made = true
      const description = await describe(connection, qualified(relation), created)
      const page = first ? await firstPage(connection, relation, description) : null
      return { ...description, first: page }
    } finally {
      statement.destroySync()
    }
  }
  return bench.turns.run(relation, signal, async () => {
    const old = bench.relations.get(relation)
    try {
      const schemas = bench.schemasOf(accepted, schema)
      const description = await bench.lanes.cells.run(signal, schemas, (connection) =>
        bench.guarded(source, () => make(connection)),
      )
      // a schema that was dropped meanwhile takes the table with it
      if (bench.relations.hasSchema(schema)) {
        bench.relations.add(relation, description.columns, description.rows)
      }
      return description
    } catch (error) {
      if (made) bench.relations.remove(relation) // cancelled at the last moment: of what it is made nobody knows
      throw error
    } finally {
      if (made && old) bench.forget(old)
      if (made) await dropPreaggregates(bench, schema)
    }
  })
}

export async function dropRelation(
  bench: Workbench,
  relation: Relation,
  signal: AbortSignal,
): Promise<void> {
  const known = bench.relations.get(relation)
  if (!known) return
  bench.relations.remove(relation)
  bench.forget(known)
  await bench.turns.run(relation, signal, () =>
    bench.lanes.control.run(signal, 'main', (connection) =>
      connection.run(`DROP TABLE IF EXISTS ${known.source}`),
    ),
  )
}
