import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fork } from 'node:child_process'
import { DuckDBInstance } from '@duckdb/node-api'
import { tableFromIPC } from '@uwdata/flechette'
import { engineTable } from '../../desktop/contract/engine.ts'
import { connect } from '../../desktop/contract/wire/client.ts'
import { forkPort } from '../../desktop/contract/wire/process-port.ts'
import { attach } from '../../desktop/engine/attach.ts'
import { createCell } from '../../desktop/engine/cells.ts'
import type { EngineConfig } from '../../desktop/engine/config.ts'
import { page } from '../../desktop/engine/paging.ts'
import { createSchema } from '../../desktop/engine/schemas.ts'
import { Workbench } from '../../desktop/engine/workbench.ts'
import { forkSpawner } from '../../desktop/host/spawn-fork.ts'
import { bundleProgram } from '../bundle.ts'
import { peerTable } from './engine-peer.ts'

export interface EngineFigure {
  readonly name: string
  readonly ours_ms: number
  readonly peer_ms: number
  /** How many times faster ours is. */
  readonly ratio: number
}

const RUNS = 3
const relation = { schema: '', name: 'tickets' }
const { signal } = new AbortController()

/** Rows of eight columns, two of them text: one with few distinct values, one with all distinct. */
export async function makeTickets(folder: string, rows: number): Promise<string> {
  const file = join(folder, 'tickets.parquet')
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run(`COPY (
    SELECT i AS id, i * 7919 % 1000 AS matter, hash(i) / 1e15 AS score, (hash(i) % 1000000)::INTEGER AS amount,
      DATE '2020-01-01' + (i % 1500)::INTEGER AS day, TIMESTAMP '2020-01-01' + to_seconds(i) AS moment,
      '街道' || (i % 40) || '社区居民委员会' AS place, '工单编号' || md5(i::VARCHAR) AS number
    FROM range(${rows}) r(i)) TO '${file}' (FORMAT parquet)`)
  connection.closeSync()
  instance.closeSync()
  return file
}

export function configFor(folder: string): EngineConfig {
  return {
    role: 'workbench',
    temporaryDirectory: join(folder, 'spill'),
    temporarySize: '4GB',
    memoryLimit: '2GB',
    threads: 2,
    allowedDirectories: [folder],
  }
}

type Timed = () => Promise<unknown>

/** Each of ours against one peer: medians in ms of several runs in turn, the first not counted; `before` each. */
export async function compare(
  ours: Readonly<Record<string, Timed>>,
  peer: Timed,
  before: Timed = () => Promise.resolve(),
): Promise<EngineFigure[]> {
  const timed = [peer, ...Object.values(ours)]
  const times = timed.map((): number[] => [])
  for (let run = 0; run <= RUNS; run += 1) {
    for (const [index, work] of timed.entries()) {
      await before()
      const begin = performance.now()
      await work()
      if (run > 0) times[index]?.push(performance.now() - begin)
    }
  }
  const [peer_ms = NaN, ...rest] = times.map((runs) => runs.sort((a, b) => a - b)[RUNS >> 1])
  return Object.keys(ours).map((name, index) => {
    const ours_ms = rest[index] ?? NaN
    return { name, ours_ms, peer_ms, ratio: peer_ms / ours_ms }
  })
}

/**
 * The first screen of `SELECT *`, in one process. A result that is to be looked at is made a table and
 * its first hundred rows are encoded; the peer reads the whole result and makes rows of it.
 */
export async function benchFirstScreen(rows = 1_000_000): Promise<EngineFigure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'zhizhi-bench-'))
  try {
    const bench = await Workbench.open(configFor(folder), () => undefined)
    await attach(bench, [{ relation, file: await makeTickets(folder, rows) }], signal)
    await createSchema(bench, 's', signal)
    const cell = { schema: 's', name: 'all' }
    const work = { signal, progress: () => undefined }
    const sql = 'SELECT * FROM tickets'
    const firstPage = () => page(bench, { relation: cell, offset: 0, limit: 100, sort: [] }, signal)
    const readAll = () =>
      bench.lanes.charts.run(signal, 'main', async (connection) =>
        (await connection.runAndReadAll(sql)).getRows(),
      )
    const makeAndShow = async () => {
      await createCell(bench, { relation: cell, sql, parameters: {} }, work)
      return firstPage()
    }
    const size = `${rows} × 8`
    const ours = {
      [`engine: SELECT * of ${size}, run and first screen`]: makeAndShow,
      [`engine: first screen of a cell of ${size} that was run before`]: firstPage,
    }
    return await compare(ours, readAll)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Looks at every value, so that nothing is left undecoded. */
function readEvery(bytes: Uint8Array): number {
  const table = tableFromIPC(bytes, { useBigInt: true })
  let seen = 0
  for (let column = 0; column < table.numCols; column += 1) {
    for (const value of table.getChildAt(column)) if (value !== null) seen += 1
  }
  return seen
}

/** The whole result into another process: Arrow against rows as JSON, over the same kind of port. */
export async function benchTransport(rows = 1_000_000): Promise<EngineFigure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'zhizhi-bench-'))
  const programs = [
    await bundleProgram('desktop/engine/main.ts'),
    await bundleProgram('test/bench/engine-peer.ts'),
  ] as const
  const engine = forkSpawner()(programs[0].file, configFor(folder))
  const other = fork(programs[1].file, [], { serialization: 'advanced' })
  try {
    const file = await makeTickets(folder, rows)
    const ours = connect(engine.port, engineTable)
    const peer = connect(forkPort(other, { limit: 2 ** 30 }), peerTable)
    await ours.call('attach', { relations: [{ relation, file }] })
    await peer.call('open', { file })
    const sql = 'SELECT * FROM tickets'
    const take = (use: (bytes: Uint8Array) => unknown) => async () => {
      const stream = ours.stream('query', { schema: '', sql, parameters: {} })
      for await (const { bytes } of stream) use(bytes)
      if ((await stream.result).rows !== rows) throw new Error('rows are missing')
    }
    const asJson = async () => {
      // in slices: a message, and a string in V8, hold no more than some hundred megabytes
      for (let from = 0; from < rows; from += 100_000) {
        const slice = `${sql} WHERE rowid >= ${from} AND rowid < ${from + 100_000}`
        const { bytes } = await peer.call('rows', { sql: slice })
        JSON.parse(new TextDecoder().decode(bytes))
      }
    }
    const arrow = {
      [`engine: ${rows} × 8 into a process, as tables`]: take((bytes) => tableFromIPC(bytes)),
      [`engine: ${rows} × 8 into a process, every value read`]: take(readEvery),
    }
    return await compare(arrow, asJson)
  } finally {
    engine.kill()
    other.kill('SIGKILL')
    await Promise.all(programs.map(({ remove }) => remove()))
    await rm(folder, { recursive: true, force: true })
  }
}
