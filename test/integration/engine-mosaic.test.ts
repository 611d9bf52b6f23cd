import {
  clauseInterval,
  type Connector,
  Coordinator,
  makeClient,
  type MosaicClient,
  Selection,
} from '@uwdata/mosaic-core'
import { count, Query } from '@uwdata/vgplot'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { EngineTable } from '../../desktop/contract/engine.ts'
import type { Client } from '../../desktop/contract/wire/procedure.ts'
import { type Bench, openBench } from './engine-bench.ts'

let bench: Bench
let engine: Client<EngineTable>
let sent: string[] = []

beforeAll(async () => {
  bench = await openBench()
  engine = bench.open('workbench').client
})
afterAll(() => bench.close())

const schema = 'session_1'
const cell = (name: string, sql: string) =>
  engine.call('cell.create', { relation: { schema, name }, sql, parameters: {} })

beforeEach(async () => {
  sent = []
  await engine.call('schema.drop', { schema })
  await engine.call('schema.create', { schema })
  await cell('points', 'SELECT i % 100 AS x, (i * 7) % 50 AS y, i AS id FROM range(20000) r(i)')
})

/** A connector as the renderer has it: to the engine's `mosaic` procedure. */
const connector = {
  async query({ type, sql }: { type: string; sql: string }) {
    sent.push(sql)
    const { bytes } = await engine.call('mosaic', {
      schema,
      sql,
      type: type === 'arrow' ? 'arrow' : 'exec',
    })
    return bytes
  },
} as Connector

const coordinate = () => new Coordinator(connector, { logger: null, preagg: { schema } })

interface Bars {
  readonly client: MosaicClient
  counts(): Map<number, number>
  /** When the next result has come. */
  next(): Promise<void>
}

function bars(coordinator: Coordinator, brush: Selection, column: string): Bars {
  let counts = new Map<number, number>()
  let told: () => void = () => undefined
  const client = makeClient({
    coordinator,
    selection: brush,
    query: (filter) =>
      Query.from('points').select({ at: column, n: count() }).groupby('at').where(filter),
    queryResult(data) {
      counts = new Map(
        [...(data as Iterable<{ at: number; n: number }>)].map(({ at, n }) => [at, n]),
      )
      told()
    },
  })
  const next = () => new Promise<void>((resolve) => (told = resolve))
  return { client, counts: () => counts, next }
}

const sum = (counts: Map<number, number>) => [...counts.values()].reduce((a, b) => a + b, 0)

async function brushTwice() {
  const coordinator = coordinate()
  const brush = Selection.crossfilter()
  const x = bars(coordinator, brush, 'x')
  const y = bars(coordinator, brush, 'y')
  await Promise.all([x.next(), y.next()])
  expect([sum(x.counts()), sum(y.counts())]).toEqual([20_000, 20_000])
  const drag = async (low: number, high: number) => {
    const scale = {
      type: 'linear' as const,
      domain: [0, 100] as [number, number],
      range: [0, 100] as [number, number],
    }
    const clause = clauseInterval('x', [low, high], { source: x.client, scale })
    const drawn = y.next()
    brush.update(clause)
    await drawn
    return sum(y.counts())
  }
  return [await drag(10, 19), await drag(10, 59)]
}

describe('Mosaic’s coordinator on the engine', () => {
  it('brushes one histogram by another through a table that is aggregated before', async () => {
    expect(await brushTwice()).toEqual([2000, 10_000])
    const made = sent.filter((sql) => sql.startsWith('CREATE SCHEMA'))
    expect(made).toHaveLength(1)
    expect(sent.filter((sql) => sql.includes('FROM "session_1"."preagg_')).length).toBeGreaterThan(
      0,
    )
  })

  it('sees a cell’s new rows, for the tables made from the old ones are gone', async () => {
    await brushTwice()
    await cell('points', 'SELECT 15 AS x, 1 AS y, i AS id FROM range(20000) r(i)')
    expect(await brushTwice()).toEqual([20_000, 20_000])
  })

  it('keeps the last of very many tables that were aggregated before', async () => {
    const make = (n: number) => {
      const create = `CREATE SCHEMA IF NOT EXISTS "${schema}";\nCREATE TABLE IF NOT EXISTS "${schema}"."preagg_${n.toString(16)}" AS SELECT ${n} AS "n"`
      return engine.call('mosaic', { schema, sql: create, type: 'exec' })
    }
    const look = (n: number) => {
      const sql = `SELECT "n" FROM "${schema}"."preagg_${n.toString(16)}"`
      return engine.call('mosaic', { schema, sql, type: 'arrow' })
    }
    for (let n = 1; n <= 60; n += 1) await make(n)
    await expect(look(60)).resolves.toBeDefined()
    await expect(look(13)).resolves.toBeDefined()
    await expect(look(12)).rejects.toMatchObject({ code: 'sql_failed' })
    await expect(look(1)).rejects.toMatchObject({ code: 'sql_failed' })
    await make(1)
    await expect(look(1)).resolves.toBeDefined()
  })

  it('gets what it asks a table for: columns, extents, bins, dates and large numbers', async () => {
    await cell(
      'dated',
      "SELECT DATE '2020-01-01' + i::INTEGER AS d, 9007199254740993 + i AS id, sum(i) OVER (ORDER BY i) AS s FROM range(100) r(i)",
    )
    const coordinator = coordinate()
    const rows = async (query: string) => [
      ...((await coordinator.query(query)) as Iterable<Record<string, unknown>>),
    ]
    expect(await rows('DESC "dated"')).toMatchObject([
      { column_name: 'd', column_type: 'DATE' },
      { column_name: 'id', column_type: 'BIGINT' },
      { column_name: 's', column_type: 'HUGEINT' },
    ])
    expect(await rows(`DESC ${String(Query.from('dated').select('d'))}`)).toHaveLength(1)
    const [extent] = await rows('SELECT min("d") AS "min", max("d") AS "max" FROM "dated"')
    expect(extent!['max']).toEqual(new Date('2020-04-09'))
    const [last] = await rows('SELECT "id", "s" FROM "dated" ORDER BY "s" DESC LIMIT 1')
    expect(last).toEqual({ id: 9007199254741092, s: 4950 })
  })

  it.each([
    ['exec', 'SELECT 1'],
    ['exec', 'DROP TABLE points'],
    ['exec', 'CREATE TABLE IF NOT EXISTS "session_1"."points" AS SELECT 1'],
    ['exec', 'CREATE SCHEMA IF NOT EXISTS "elsewhere"'],
    [
      'exec',
      `CREATE SCHEMA IF NOT EXISTS "session_1";\nCREATE TABLE IF NOT EXISTS "session_1"."preagg_1" AS SELECT * FROM read_text('/etc/hostname')`,
    ],
    [
      'exec',
      'CREATE SCHEMA IF NOT EXISTS "session_1";\nCREATE TABLE IF NOT EXISTS "session_1"."preagg_1" AS SELECT 1; DROP TABLE points',
    ],
    ['exec', 'INSTALL httpfs; LOAD httpfs'],
    ['arrow', "SELECT * FROM read_csv('/etc/passwd')"],
    ['arrow', 'CREATE TABLE x AS SELECT 1'],
  ] as const)('refuses %s %s', async (type, sql) => {
    await expect(engine.call('mosaic', { schema, sql, type })).rejects.toMatchObject({
      code: 'sql_refused',
    })
  })

  it('keeps sessions apart', async () => {
    await expect(
      engine.call('mosaic', { schema: 'nobody', sql: 'SELECT 1', type: 'arrow' }),
    ).rejects.toMatchObject({ code: 'not_found' })
    await engine.call('schema.create', { schema: 'session_2' })
    await expect(
      engine.call('mosaic', { schema: 'session_2', sql: 'SELECT * FROM "points"', type: 'arrow' }),
    ).rejects.toMatchObject({ code: 'sql_failed' })
  })
})
