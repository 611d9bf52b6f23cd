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

/** For datasets, which any session may read. */
export async function dropAllPreaggregates(bench: Workbench): Promise<void> {
  for (const schema of bench.relations.schemas) await dropPreaggregates(bench, schema)
}
