import type { Relation } from '../../contract/table.ts'
import type { CellValue } from '../../domain/notebook/value.ts'
import { askRow, type AskedEngine, type Work } from '../measure/ask.ts'
import { tableOf } from '../measure/sql.ts'

/** Aggregates and characters of one query: DuckDB plans hundreds well, and a query may not be endless. */
const mostAggregates = 80
const mostLetters = 60_000

/** Aggregates over one table, each different one computed once, in as few scans as they fit in. */
export class Scan {
  readonly #aggregates = new Map<string, number>()
  #values: CellValue[] = []

  /** Enters an aggregate and gives back how its value is read after the run. */
  add(sql: string): () => CellValue {
    const at = this.#aggregates.get(sql) ?? this.#aggregates.size
    this.#aggregates.set(sql, at)
    return () => this.#values[at] ?? null
  }

  async run(engine: AskedEngine, relation: Relation, work: Work): Promise<void> {
    const batches = this.#batches()
    this.#values = []
    for (const [at, batch] of batches.entries()) {
      const columns = batch.map((sql, index) => `${sql} AS a${index}`)
      const progress = (share: number) => work.progress?.((at + share) / batches.length)
      const sql = `SELECT ${columns.join(',\n')} FROM ${tableOf(relation)}`
      this.#values.push(...(await askRow(engine, sql, { signal: work.signal, progress })))
    }
  }

  #batches(): string[][] {
    const batches: string[][] = []
    let letters = Infinity
    for (const sql of this.#aggregates.keys()) {
      const last = batches.at(-1)
      letters += sql.length
      if (last && last.length < mostAggregates && letters < mostLetters) last.push(sql)
      else {
        batches.push([sql])
        letters = sql.length
      }
    }
    return batches
  }
}
