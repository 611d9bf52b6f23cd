import type { ColumnFacts } from '../../domain/catalogue/elements/suggest.ts'
import { askBatches, asText, type AskedEngine, type Work } from '../measure/ask.ts'
import { quote, tableOf } from '../measure/sql.ts'
import type { ElementTable } from '../elements.ts'

/** Rows that are looked at, evenly spread over the table: the same rows each time. */
const sampled = 1000

/** The different values of a sample of the table's rows, column by column; empty ones left out. */
export async function sampleColumns(
  engine: AskedEngine,
  { relation, rows, columns }: ElementTable,
  work: Work,
): Promise<ColumnFacts[]> {
  if (columns.length === 0) return []
  const step = Math.max(1, Math.floor(rows / sampled))
  const texts = columns.map(({ name }, at) => `${quote(name)}::VARCHAR AS c${at}`)
  const sql = `SELECT ${texts.join(', ')} FROM ${tableOf(relation)}
    WHERE rowid % ${step} = 0 LIMIT ${sampled}`
  const counts = columns.map(() => new Map<string, number>())
  for await (const batch of askBatches(engine, sql, work)) {
    for (const [at, count] of counts.entries()) {
      for (let row = 0; row < batch.rows; row += 1) {
        const value = asText(batch.columns[at]?.at(row))
        if (value !== null && value.trim() !== '') count.set(value, (count.get(value) ?? 0) + 1)
      }
    }
  }
  return columns.map(({ name, title }, at) => ({
    name,
    title,
    values: [...(counts[at] ?? [])].map(([value, rows]) => ({ value, rows })),
  }))
}
