import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import type { ColumnFilter } from '../../desktop/contract/table.ts'
import { attach } from '../../desktop/engine/attach.ts'
import { remaining } from '../../desktop/engine/summary/remaining.ts'
import { summarise } from '../../desktop/engine/summary/summarise.ts'
import { Workbench } from '../../desktop/engine/workbench.ts'
import { compare, configFor, type EngineFigure, makeTickets } from './engine.ts'

const { signal } = new AbortController()
const relation = { schema: '', name: 'tickets' }
const BINS = 20

/** A column on the scale of its bins, as one would write it by hand. */
const scales: Readonly<Record<string, string>> = {
  id: 'id',
  matter: 'matter',
  score: 'score',
  amount: 'amount',
  day: `day - DATE '1970-01-01'`,
  moment: 'epoch_us(moment)',
}
const texts = ['place', 'number']
const columns = [...Object.keys(scales), ...texts]

const filters: ColumnFilter[] = [
  { kind: 'bins', column: 'matter', from: 3, to: 9 },
  { kind: 'values', column: 'place', values: [0, 10, 11].map((n) => `街道${n}社区居民委员会`) },
]
const byHand: Readonly<Record<string, string>> = {
  matter: 'matter // 50 BETWEEN 3 AND 8',
  place: `place IN (${[0, 10, 11].map((n) => `'街道${n}社区居民委员会'`).join(', ')})`,
}

/** Least value and width of a bin, per column. */
type Widths = Readonly<Record<string, readonly [number, number]>>

/** The plain statements that give the same: one over the table, then one for each column's bars. */
class Bare {
  readonly #connection: DuckDBConnection

  constructor(connection: DuckDBConnection) {
    this.#connection = connection
  }

  async #rows(sql: string) {
    return (await this.#connection.run(sql)).getRowsJS()
  }

  /** With the bins' widths known beforehand, which ours have to find out. */
  async summaries(widths: Widths): Promise<void> {
    const facts = columns.map(
      (name) => `count(${name}), approx_count_distinct(${name}), min(${name}), max(${name})`,
    )
    await this.#rows(`SELECT count(*), ${facts.join(', ')} FROM tickets`)
    await this.bars(widths, () => '')
  }

  async widths(): Promise<Widths> {
    const ends = Object.entries(scales).map(([, scale]) => `min(${scale}), max(${scale})`)
    const [row = []] = await this.#rows(`SELECT ${ends.join(', ')} FROM tickets`)
    return Object.fromEntries(
      Object.keys(scales).map((name, n) => {
        const [low, high] = [Number(row[2 * n]), Number(row[2 * n + 1])]
        const whole = name !== 'score'
        return [name, [low, whole ? Math.ceil((high - low + 1) / BINS) : (high - low) / BINS]]
      }),
    )
  }

  /** Every column's bars; the filters of the others as `where` says. */
  async bars(widths: Widths, where: (column: string) => string): Promise<void> {
    for (const [name, scale] of Object.entries(scales)) {
      const [low, width] = widths[name] ?? [0, 1]
      const bin =
        name === 'score' ? `floor((score - ${low}) / ${width})` : `(${scale} - ${low}) // ${width}`
      await this.#rows(`SELECT ${bin} AS bin, count(*) FROM tickets ${where(name)} GROUP BY bin`)
    }
    for (const name of texts) {
      await this.#rows(
        `SELECT ${name}, count(*) AS n FROM tickets ${where(name)} GROUP BY ${name} ORDER BY n DESC, ${name} LIMIT 10`,
      )
    }
  }

  crossFilter(widths: Widths): Promise<void> {
    return this.bars(widths, (column) => {
      const others = Object.entries(byHand).filter(([name]) => name !== column)
      return `WHERE ${others.map(([, sql]) => sql).join(' AND ')}`
    })
  }
}

/** Column summaries of a table of eight columns, and what filters leave of them, against bare SQL. */
export async function benchSummaries(rows = 1_000_000): Promise<EngineFigure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'zhizhi-bench-'))
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' })
  try {
    const file = await makeTickets(folder, rows)
    const bench = await Workbench.open(configFor(folder), () => undefined)
    const renew = () => attach(bench, [{ relation, file }], signal)
    await renew()
    const connection = await instance.connect()
    await connection.run(`CREATE TABLE tickets AS FROM read_parquet('${file}')`)
    const bare = new Bare(connection)
    const widths = await bare.widths()
    const size = `${rows} × 8`
    const summary = () => summarise(bench, relation, signal)
    const left = () => remaining(bench, { relation, filters }, signal)
    // a table that is loaded again has to be summarised again
    const first = await compare(
      { [`summaries: of ${size}`]: summary },
      () => bare.summaries(widths),
      renew,
    )
    await summary()
    const begin = performance.now()
    await left()
    const once = performance.now() - begin
    const again = await compare({ [`summaries: two filters on ${size}`]: left }, () =>
      bare.crossFilter(widths),
    )
    const [{ peer_ms } = { peer_ms: NaN }] = again
    const name = `summaries: the first filter on ${size}`
    return [...first, { name, ours_ms: once, peer_ms, ratio: peer_ms / once }, ...again]
  } finally {
    instance.closeSync()
    await rm(folder, { recursive: true, force: true })
  }
}
