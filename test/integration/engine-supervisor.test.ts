import { type ChildProcess, fork } from 'node:child_process'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { forkPort } from '../../desktop/contract/wire/process-port.ts'
import { EngineSupervisor, type SupervisorOptions } from '../../desktop/host/engine-supervisor.ts'
import type { Spawner } from '../../desktop/host/engine-process.ts'
import { engineEnvironment } from '../../desktop/host/engine-supervisor-environment.ts'
import type { EngineState } from '../../desktop/services/ports.ts'
import { type Bench, openBench } from './engine-bench.ts'
import { failure } from './engine-failure.ts'

let bench: Bench
let engine: EngineSupervisor
let child: ChildProcess

/** As the web host's, but the tests can reach the child. */
const spawn: Spawner = (bundle, config) => {
  const forked = fork(bundle, [JSON.stringify(config)], {
    serialization: 'advanced',
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: engineEnvironment(),
  })
  child = forked
  return {
    port: forkPort(forked),
    kill: () => void forked.kill('SIGKILL'),
    onExit: (listener) => void forked.once('exit', listener),
  }
}

beforeAll(async () => {
  bench = await openBench()
  const maker = bench.open('maker')
  await maker.client.call('maker.run', {
    statements: [`COPY (SELECT range AS a FROM range(1000)) TO '${bench.data}/numbers.parquet'`],
  })
})
afterEach(() => engine.close())
afterAll(() => bench.close())

const relation = { schema: '', name: 'numbers' }

function supervise(other: Partial<SupervisorOptions> = {}): EngineSupervisor {
  const limits = { residentBytes: 1500 * 2 ** 20, silenceMs: 3000, overdueMs: 500 }
  engine = new EngineSupervisor({
    bundle: bench.bundle,
    config: bench.config('workbench'),
    limits,
    spawn,
    prepare: async (client) => {
      await client.call('attach', {
        relations: [{ relation, file: `${bench.data}/numbers.parquet` }],
      })
    },
    ...other,
  })
  return engine
}

function statesOf(supervisor: EngineSupervisor): EngineState[] {
  const states: EngineState[] = []
  supervisor.onState((state) => states.push(state))
  return states
}

const rows = async () => (await engine.call('relation.describe', { relation })).rows
const cell = (sql: string, signal?: AbortSignal) =>
  engine.call(
    'cell.create',
    { relation: { schema: 's', name: 'c' }, sql, parameters: {} },
    { signal },
  )
const endless = 'SELECT sum(hash(a.range + b.range)) AS s FROM range(10000000) a, range(10000000) b'
/** DuckDB looks at no interrupt inside one function call. */
const deaf = "SELECT md5(repeat('x', 100000000) || i) AS m FROM range(1000) r(i)"

describe('the supervisor', () => {
  it('starts the engine at the first call, with its datasets', async () => {
    const states = statesOf(supervise())
    expect(await rows()).toBe(1000)
    expect(states).toEqual(['starting', 'ready'])
  })

  it('starts it again when it dies, attaches again, and fails what was running', async () => {
    const ended: string[] = []
    supervise({ onEnd: (why) => ended.push(why) })
    await engine.start()
    const states = statesOf(engine)
    await engine.call('schema.create', { schema: 's' })
    const running = failure(cell(endless))
    await new Promise((resolve) => setTimeout(resolve, 200))
    child.kill('SIGKILL')
    const died = performance.now()
    expect(await running).toMatchObject({ code: 'engine_stopped', params: { why: 'exited' } })
    expect(await rows()).toBe(1000)
    console.log(`back after a kill: ${Math.round(performance.now() - died)} ms`)
    expect(states).toEqual(['stopped', 'starting', 'ready'])
    expect(ended).toEqual(['exited'])
    expect(await failure(cell('SELECT 1'))).toMatchObject({ code: 'bad_request' }) // its schema is gone
  })

  it('kills it when it takes too much memory', async () => {
    supervise({ limits: { residentBytes: 600 * 2 ** 20, silenceMs: 3000 } })
    await engine.call('schema.create', { schema: 's' })
    const error = await failure(cell("SELECT repeat('x', 2000000000) AS x"))
    expect(error).toMatchObject({ code: 'engine_stopped', params: { why: 'memory' } })
    expect(await rows()).toBe(1000)
  })

  it('kills it when a cancelled statement does not stop', async () => {
    const ended: string[] = []
    supervise({
      onEnd: (why) => ended.push(why),
      limits: { residentBytes: 2 ** 40, silenceMs: 3000, overdueMs: 300 },
    })
    await engine.call('schema.create', { schema: 's' })
    const stop = new AbortController()
    const running = failure(cell("SELECT repeat('x', 4000000000) AS x", stop.signal))
    await new Promise((resolve) => setTimeout(resolve, 100))
    stop.abort()
    expect(await running).toMatchObject({ code: 'cancelled' })
    await expect.poll(() => ended, { timeout: 20_000 }).toEqual(['overtime'])
    expect(await rows()).toBe(1000)
  })

  it('kills it when it no longer beats', async () => {
    const ended: string[] = []
    supervise({
      onEnd: (why) => ended.push(why),
      limits: { residentBytes: 2 ** 40, silenceMs: 700 },
    })
    await engine.start()
    child.kill('SIGSTOP')
    expect(await failure(rows())).toMatchObject({
      code: 'engine_stopped',
      params: { why: 'stuck' },
    })
    expect(await rows()).toBe(1000)
    expect(ended).toEqual(['stuck'])
  })

  it('leaves an honest cancel alone', async () => {
    const ended: string[] = []
    supervise({ onEnd: (why) => ended.push(why) })
    await engine.call('schema.create', { schema: 's' })
    for (let round = 0; round < 5; round += 1) {
      const stop = new AbortController()
      const running = failure(cell(endless, stop.signal))
      await new Promise((resolve) => setTimeout(resolve, 100 + 50 * round))
      stop.abort()
      expect(await running).toMatchObject({ code: 'cancelled' })
    }
    await new Promise((resolve) => setTimeout(resolve, 1000))
    expect(ended).toEqual([])
    expect(await rows()).toBe(1000)
  })

  it('ends a stream with the reason, and a call that waits for the start with its own signal', async () => {
    supervise()
    const beats = engine.stream('heartbeat', { everyMs: 20 })
    const reading = (async () => {
      for await (const beat of beats) if (beat.residentBytes > 0) child.kill('SIGKILL')
    })()
    expect(await failure(reading)).toMatchObject({ code: 'engine_stopped' })
    expect(await failure(beats.result)).toMatchObject({ code: 'engine_stopped' })
    const stop = new AbortController()
    const waiting = failure(engine.call('relation.describe', { relation }, { signal: stop.signal }))
    stop.abort()
    expect(await waiting).toMatchObject({ code: 'cancelled' })
  })

  it('gives up on a program that never starts, and says so', async () => {
    supervise({ bundle: `${bench.data}/no-such-program.mjs` })
    expect(await failure(rows())).toMatchObject({ code: 'engine_stopped' })
    expect(engine.state).toBe('stopped')
  })

  it('goes on where a dataset cannot be attached', async () => {
    const problems: unknown[] = []
    supervise({
      onProblem: (problem) => problems.push(problem),
      prepare: async (client) => {
        await client.call('attach', {
          relations: [{ relation, file: `${bench.data}/gone.parquet` }],
        })
      },
    })
    expect(await failure(rows())).toMatchObject({ code: 'not_found' })
    expect(problems).toMatchObject([{ code: 'sql_failed' }])
  })

  it('ends the engine for good when closed, also in the middle of work', async () => {
    supervise()
    await engine.call('schema.create', { schema: 's' })
    const running = failure(cell(deaf))
    await new Promise((resolve) => setTimeout(resolve, 100))
    const { pid } = child
    await engine.close()
    expect(await running).toMatchObject({ code: 'engine_stopped', params: { why: 'closed' } })
    expect(await failure(rows())).toMatchObject({ code: 'engine_stopped' })
    expect(() => process.kill(pid!, 0)).toThrow()
  })
})
