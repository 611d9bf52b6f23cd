import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ZhizhiError } from '../../desktop/contract/errors.ts'
import { EngineSupervisor } from '../../desktop/host/engine-supervisor.ts'
import { forkSpawner } from '../../desktop/host/spawn-fork.ts'
import { bombs, type Hostile, refused } from '../fixtures/hostile/statements.ts'
import { type Bench, openBench } from './engine-bench.ts'

const SECRET = 'the-secret-of-this-machine'

let bench: Bench
let engine: EngineSupervisor
let exercise: EngineSupervisor
let outside: string
let server: Server
let asked = 0
const ends: string[] = []
let before: unknown

const numbers = { relation: { schema: '', name: 'numbers' }, file: '' }

beforeAll(async () => {
  bench = await openBench()
  outside = await mkdtemp(join(tmpdir(), 'zhizhi-outside-'))
  await writeFile(join(outside, 'secret.txt'), SECRET)
  server = createServer((_, response) => {
    asked += 1
    response.end('a\n1\n')
  }).listen(0, '127.0.0.1')
  const maker = bench.open('maker')
  numbers.file = `${bench.data}/numbers.parquet`
  await maker.client.call('maker.run', {
    statements: [`COPY (SELECT range AS a FROM range(1000)) TO '${numbers.file}'`],
  })
  engine = new EngineSupervisor({
    bundle: bench.bundle,
    config: bench.config('workbench', { memoryLimit: '400MB', temporarySize: '300MB' }),
    limits: { residentBytes: 900 * 2 ** 20, silenceMs: 10_000 },
    spawn: forkSpawner(),
    onEnd: (why) => ends.push(why),
    async prepare(client) {
      await client.call('attach', { relations: [numbers] })
      await client.call('schema.create', { schema: 's' })
    },
  })
  exercise = new EngineSupervisor({
    bundle: bench.bundle,
    config: bench.config('exercise', { memoryLimit: '400MB', temporarySize: '300MB' }),
    limits: { residentBytes: 900 * 2 ** 20, silenceMs: 10_000 },
    spawn: forkSpawner(),
  })
  await Promise.all([engine.start(), exercise.start()])
  before = await world()
})

afterAll(async () => {
  await Promise.all([engine.close(), exercise.close()])
  server.close()
  await rm(outside, { recursive: true, force: true })
  await bench.close()
})

/** Everything outside the engine that a statement might change. */
async function world() {
  return {
    outside: (await readdir(outside)).sort(),
    data: (await readdir(bench.data)).sort(),
    here: (await readdir('.')).sort().filter((name) => name !== '.git'),
    home: existsSync(join(homedir(), '.duckdb')),
    asked,
  }
}

function written({ sql }: Hostile): string {
  const { port } = server.address() as AddressInfo
  return sql
    .replaceAll('{secret}', join(outside, 'secret.txt'))
    .replaceAll('{out}', join(outside, 'out'))
    .replaceAll('{data}', bench.data)
    .replaceAll('{url}', `http://127.0.0.1:${port}`)
}

const titled = (statements: readonly Hostile[]) =>
  statements.map((hostile): [string, Hostile] => [
    `${hostile.about}: ${hostile.sql.slice(0, 70).replaceAll('\0', '␀')}`,
    hostile,
  ])

async function outcome(work: Promise<unknown>): Promise<string> {
  try {
    const result = JSON.stringify(await work, (_, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
    )
    expect(result).not.toContain(SECRET)
    return 'done'
  } catch (error) {
    if (!(error instanceof ZhizhiError)) throw error
    expect(JSON.stringify(error.params)).not.toContain(SECRET)
    return error.code
  }
}

const relation = { schema: 's', name: 'victim' }
const never = new AbortController().signal
const ways = {
  cell: (sql: string, signal = never) =>
    engine.call('cell.create', { relation, sql, parameters: {} }, { signal }),
  query: async (sql: string, signal = never) => {
    const stream = engine.stream(
      'query',
      { schema: 's', sql, parameters: {}, maxRows: 10 },
      { signal },
    )
    const items = []
    for await (const item of stream) items.push(item)
    return items
  },
  arrow: (sql: string) => engine.call('mosaic', { schema: 's', sql, type: 'arrow' }),
  exec: (sql: string) => engine.call('mosaic', { schema: 's', sql, type: 'exec' }),
  exercise: (sql: string, signal = never) =>
    exercise.call(
      'exercise.run',
      { setup: ['CREATE TABLE numbers AS SELECT range AS a FROM range(1000)'], sql, maxRows: 10 },
      { signal },
    ),
}

/** How long, in milliseconds, until both engines answer an ordinary query; restarts included. */
async function answersAfter(): Promise<number> {
  const begin = performance.now()
  for (;;) {
    const answers = await Promise.all([
      outcome(ways.query('SELECT 42 AS answer')),
      outcome(ways.exercise('SELECT 42 AS answer')),
    ])
    if (answers.every((answer) => answer === 'done')) return performance.now() - begin
    expect(answers.every((answer) => ['done', 'engine_stopped'].includes(answer))).toBe(true)
  }
}

describe('refused before it is bound', () => {
  const codes = ['sql_refused', 'sql_syntax', 'sql_failed', 'sql_empty']

  it.each(titled(refused))('%s', async (_, hostile) => {
    const sql = written(hostile)
    for (const [way, run] of Object.entries(ways)) {
      expect(codes, `${way}: ${sql.slice(0, 200)}`).toContain(await outcome(run(sql)))
    }
    const inspected = await engine.call('inspect', { sql })
    if (inspected.accepted) expect(inspected.tables.length).toBeGreaterThan(0) // of a table that is not there
  })

  it('and nothing happened: no file, no connection, no restart', async () => {
    expect(await world()).toEqual(before)
    expect(ends).toEqual([])
    expect(await outcome(ways.cell('SELECT count(*) AS n FROM numbers'))).toBe('done')
  })
})

describe('stopped or killed where it does not end', () => {
  const times: { ms: number; title: string }[] = []
  const PATIENCE_MS = 1500

  it.each(titled(bombs))('%s', async (title, hostile) => {
    const sql = written(hostile)
    const patience = AbortSignal.timeout(PATIENCE_MS)
    const ended = ['done', 'cancelled', 'engine_stopped', 'sql_failed', 'sql_refused', 'too_large']
    const outcomes = await Promise.all([
      outcome(ways.cell(sql, patience)),
      outcome(ways.exercise(sql, patience)),
    ])
    for (const ending of outcomes) expect(ended).toContain(ending)
    times.push({ ms: await answersAfter(), title })
  })

  it('and the machine is as it was', async () => {
    expect(await world()).toEqual(before)
    times.sort((a, b) => a.ms - b.ms)
    const at = (share: number) => Math.round(times[Math.floor(share * (times.length - 1))]?.ms ?? 0)
    console.log(
      `${refused.length} statements refused, ${bombs.length} bombs; SELECT 42 answers after ` +
        `${at(0.5)} ms (median), ${at(0.9)} ms (9 of 10), ${at(1)} ms (worst: ${times.at(-1)?.title}); ` +
        `workbench ended: ${ends.join(', ') || 'never'}`,
    )
  })
})
