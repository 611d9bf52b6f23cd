import { copyFile, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { App } from '../compose.ts'
import type { Leaving } from './released.ts'

const relation = { schema: 'query', name: 'result' }

/** Writes a query's result as a Parquet file; returns the number of its rows. */
export async function queryToParquet(
  { engine, engineFolder }: App,
  { sql, done }: Leaving,
  out: string,
): Promise<number> {
  await engine.call('schema.create', { schema: relation.schema })
  const { rows } = await engine.call('cell.create', { relation, sql, parameters: {} })
  await done()
  const file = join(engineFolder, 'result.parquet')
  try {
    await engine.call('relation.write', { relation, file })
    await copyFile(file, resolve(out))
  } finally {
    await rm(file, { force: true })
  }
  return rows
}
