import { readResult, type ResultTable } from '../../domain/notebook/result-table.ts'
import { mostModelRows, rowsFrom, tooManyRows } from '../../domain/notebook/stat/model/rows.ts'
import { tableQuery } from '../../domain/notebook/stat/model/table.ts'
import type { ModelStat } from '../../domain/notebook/stat/stat.ts'
import type { GuardedQuery } from '../disclosure/notebook-guard.ts'
import type { Engine, Models } from '../ports.ts'

interface Parts {
  readonly engine: Engine
  readonly models: Models
  /** Where the query's tables are. */
  readonly schema: string
  readonly signal: AbortSignal
}

/**
 * Reads a model's rows, fits it outside the engine and gives the query of the table that it came to;
 * of a model that cannot be fitted, a table that says why.
 */
export async function modelQuery(
  stat: ModelStat,
  { sql, parameters }: GuardedQuery,
  { engine, models, schema, signal }: Parts,
): Promise<string> {
  const parts: ResultTable[] = []
  const asked = { schema, sql, parameters: { ...parameters } }
  const stream = engine.stream('query', asked, { signal })
  for await (const { bytes } of stream) parts.push(readResult(bytes))
  const rows = rowsFrom(parts)
  if (rows.rows > mostModelRows) return tableQuery({ ok: false, why: tooManyRows })
  return tableQuery(await models.fit(stat, rows, signal))
}
