import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { createGateReader } from '../../desktop/host/gate/reader.ts'
import { bundleProgram } from '../bundle.ts'
import { gb18030, utf8 } from '../chinese-bytes.ts'
import { writeTickets } from './gate-file.ts'

interface GateFigure {
  readonly name: string
  readonly ours_ms: number
  readonly peer_ms: number
  /** How many times the peer's time ours takes: less is better. */
  readonly times_peer: number
  readonly mb: number
}

const runs = 3

/**
 * Looking through a file as the import page does, every cell of every row, against DuckDB's plain
 * CSV → Parquet of the same file; and the same file in GB 18030 against that in UTF-8.
 */
export async function benchGate(rows = 1_000_000): Promise<GateFigure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'zhizhi-bench-'))
  const worker = await bundleProgram('desktop/host/gate/worker.ts')
  try {
    const files = { utf8: join(folder, 'utf8.csv'), gb: join(folder, 'gb.csv') }
    const bytes = writeTickets(files.utf8, rows, utf8)
    const gbBytes = writeTickets(files.gb, rows, gb18030)
    const reader = createGateReader(worker.file)
    const call = { signal: new AbortController().signal, onProgress: () => undefined }
    const look = (file: string) => () => reader.look(file, 'tickets.csv', {}, false, call)
    const instance = await DuckDBInstance.create(':memory:', { threads: '2' })
    const connection = await instance.connect()
    const plain = () =>
      connection.run(
        `COPY (FROM read_csv('${files.utf8}')) TO '${join(folder, 'plain.parquet')}' (FORMAT parquet)`,
      )
    const [peer, ours, gb] = await inTurn([plain, look(files.utf8), look(files.gb)])
    instance.closeSync()
    const name = (what: string) => `gate: ${rows} × 8, ${what}`
    return [
      figure(name('looked through, against DuckDB CSV → Parquet'), ours, peer, bytes),
      figure(name('in GB 18030, against UTF-8'), gb, ours, gbBytes),
    ]
  } finally {
    await worker.remove()
    await rm(folder, { recursive: true, force: true })
  }
}

const figure = (name: string, ours_ms = NaN, peer_ms = NaN, bytes: number): GateFigure => ({
  ...{ name, ours_ms, peer_ms, times_peer: ours_ms / peer_ms, mb: bytes / 1e6 },
})

/** Medians in ms of several runs in turn. */
async function inTurn(works: readonly (() => Promise<unknown>)[]): Promise<number[]> {
  const times = works.map((): number[] => [])
  for (let run = 0; run < runs; run += 1) {
    for (const [index, work] of works.entries()) {
      const begin = performance.now()
      await work()
      times[index]?.push(performance.now() - begin)
    }
  }
  return times.map((all) => all.toSorted((a, b) => a - b)[runs >> 1] ?? NaN)
}
