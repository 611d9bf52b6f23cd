import type { DataPackage } from '../../domain/catalogue/data-package.ts'
import { sqlName, tablesOf } from '../../domain/catalogue/sql-name.ts'
import { readResult } from '../../domain/notebook/result-table.ts'
import type { Engine } from '../ports.ts'
import { numberOf } from './cells.ts'
import { minimumOf } from './known-tables.ts'

/**
 * Whether a dataset's rows themselves may leave: it is not protected, or it is de-identified and in
 * each table at least as many rows as it declares agree in all that might tell who somebody is.
 */
export async function mayLeaveWhole(engine: Engine, dataset: DataPackage): Promise<boolean> {
  const minimum = minimumOf(dataset.governance)
  if (minimum === undefined) return true
  const { personalInformation: declared } = dataset.governance
  if (declared.kind !== 'deidentified') return false
  for (const [index, table] of tablesOf(dataset).entries()) {
    const fields = declared.quasiIdentifiers[dataset.resources[index]?.name ?? '']
    if (!fields) return false
    const columns = fields.map((name) => `"${name.replaceAll('"', '""')}"`).join(', ')
    const groups = `SELECT count(*) AS n FROM ${sqlName(table)} GROUP BY ${columns}`
    const least = await leastOf(engine, `SELECT min(n) FROM (${groups})`)
    if (least < Math.max(declared.k, minimum)) return false
  }
  return true
}

async function leastOf(engine: Engine, sql: string): Promise<number> {
  const stream = engine.stream('query', { schema: 'main', sql, parameters: {} })
  let least = 0
  for await (const { bytes } of stream) least = numberOf(readResult(bytes).columns[0]?.at(0)) ?? 0
  await stream.result
  return least
}
