import { ownSchema } from './names.ts'
import { Relations } from './relations.ts'
import type { Workbench } from './workbench.ts'

export async function createSchema(
  bench: Workbench,
  schema: string,
  signal: AbortSignal,
): Promise<void> {
  Relations.checkSchema(schema)
  if (bench.relations.hasSchema(schema)) return
  await bench.lanes.control.run(signal, 'main', async (connection) => {
    await connection.run(`CREATE SCHEMA IF NOT EXISTS ${ownSchema(schema)}`)
  })
  bench.relations.addSchema(schema)
}

/** Drops a schema with all that is in it. */
export async function dropSchema(
  bench: Workbench,
  schema: string,
  signal: AbortSignal,
): Promise<void> {
  Relations.checkSchema(schema)
  if (schema === 'main' || !bench.relations.hasSchema(schema)) return
  for (const known of bench.relations.in(schema)) bench.forget(known)
  bench.relations.removeSchema(schema)
  await bench.turns.settled(schema)
  await bench.lanes.control.run(signal, 'main', async (connection) => {
    await connection.run(`DROP SCHEMA IF EXISTS ${ownSchema(schema)} CASCADE`)
  })
}
