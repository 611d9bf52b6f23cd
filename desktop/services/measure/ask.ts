import { readResult, type ResultTable } from '../../domain/notebook/result-table.ts'
import type { CellValue } from '../../domain/notebook/value.ts'
import type { Engine } from '../ports.ts'

/** How a long measurement is followed and given up. */
export interface Work {
  readonly signal: AbortSignal
  /** From 0 to 1. */
  readonly progress?: (share: number) => void
  /** Where names without a schema are looked for before `main`. */
  readonly schema?: string
}

/** Only queries of our own making: every name in them is quoted, every text a literal. */
export type AskedEngine = Pick<Engine, 'stream'>

/** The rows of a query in batches of up to 100,000; there is always one batch, if an empty one. */
export async function* askBatches(
  engine: AskedEngine,
  sql: string,
  { signal, progress, schema = '' }: Work,
): AsyncGenerator<ResultTable, void, undefined> {
  const input = { schema, sql, parameters: {} }
  const stream = engine.stream('query', input, { signal, window: 2, onProgress: progress })
  for await (const { bytes } of stream) yield readResult(bytes)
  await stream.result
}

/** The only row of a query of aggregates: its values in the order of its columns. */
export async function askRow(engine: AskedEngine, sql: string, work: Work): Promise<CellValue[]> {
  for await (const { columns, rows } of askBatches(engine, sql, work)) {
    if (rows > 0) return columns.map((column) => column.at(0))
  }
  return []
}

/** A value as DuckDB wrote it as text; `null` for none. */
export function asText(value: CellValue | undefined): string | null {
  return typeof value === 'string' ? value : null
}

/** A count. */
export function asCount(value: CellValue | undefined): number {
  return typeof value === 'number' || typeof value === 'bigint' ? Number(value) : 0
}
