import type { DuckDBConnection } from '@duckdb/node-api'
import type { Workbench } from './workbench.ts'
import { qualified } from './names.ts'

const never = new AbortController().signal

/**
 * Drops the tables that charts of a session had pre-aggregated. They are named by the text of their
 * query and made only where missing, so they must go as soon as anything that they read may differ.
 */
export async function dropPreaggregates(bench: Workbench, schema: string): Promise<void> {
  const stale = bench.relations.in(schema).filter(({ derived }) => derived)
  if (stale.length === 0) return
  for (const { relation } of stale) bench.relations.remove(relation)
  await bench.lanes.control.run(never, 'main', async (connection) => {
    for (const { relation } of stale) {
      await connection.run(`DROP TABLE IF EXISTS ${qualified(relation)}`)
    }
  })
}

/** So many are kept of a session; each brush that stands while another moves makes its own. */
const KEPT = 48

/**
 * Drops those made first where a session has too many; whoever still asks one is told that it is not
 * there, and counts directly.
 */
export async function thinOut(
  bench: Workbench,
  connection: DuckDBConnection,
  schema: string,
): Promise<void> {
  const made = bench.relations.in(schema).filter(({ derived }) => derived)
  for (const { relation } of made.slice(0, Math.max(0, made.length - KEPT))) {
    bench.relations.remove(relation)
    await connection.run(`DROP TABLE IF EXISTS ${qualified(relation)}`)
  }
}

/** For datasets, which any session may read. */
export async function dropAllPreaggregates(bench: Workbench): Promise<void> {
  for (const schema of bench.relations.schemas) await dropPreaggregates(bench, schema)
}
