import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tableFromIPC } from '@uwdata/flechette'
import { failure } from './engine-failure.ts'
import { cell, EngineSession } from './engine-session.ts'

let session: EngineSession
beforeAll(async () => {
  session = await EngineSession.open()
})
afterAll(() => session.close())

describe('queries', () => {
  it('stream in pieces that are readable alone', async () => {
    const stream = session.engine.stream('query', {
      schema: 's1',
      sql: "SELECT i, '街道' || (i % 40) AS s FROM range(350000) r(i)",
      parameters: {},
    })
    let next = 0
    let pieces = 0
    for await (const { bytes, rows } of stream) {
      const table = tableFromIPC(bytes)
      expect(rows).toBeLessThanOrEqual(110_000)
      expect(table.getChild('i').at(0)).toBe(next)
      expect(table.getChild('s').at(rows - 1)).toBe(`街道${(next + rows - 1) % 40}`)
      next += rows
      pieces += 1
    }
    expect(next).toBe(350_000)
    expect(pieces).toBeGreaterThan(2)
    expect(await stream.result).toMatchObject({ rows: 350_000, truncated: false })
  })

  it('stop at maxRows and say so', async () => {
    const { all, rows, truncated } = await session.query('SELECT * FROM tickets', 3000)
    expect([all.length, rows, truncated]).toEqual([3000, 3000, true])
    expect(await session.query('SELECT * FROM tickets LIMIT 3000', 3000)).toMatchObject({
      rows: 3000,
      truncated: false,
    })
    expect(await session.query('SELECT * FROM tickets WHERE false')).toMatchObject({
      rows: 0,
      all: [],
      truncated: false,
    })
  })

  it('tell errors that come while rows already flow', async () => {
    const error = await failure(
      session.query(
        "SELECT CASE WHEN i > 300000 THEN error('坏行') ELSE i END AS a FROM range(400000) r(i)",
      ),
    )
    expect(error).toMatchObject({
      code: 'sql_failed',
      params: { message: expect.stringContaining('坏行') as string },
    })
  })

  it('are cancelled at once, and others go on meanwhile', async () => {
    const stop = new AbortController()
    const forever = session.engine.call(
      'cell.create',
      {
        relation: cell('never'),
        sql: 'SELECT sum(hash(a.i + b.i)) AS s FROM range(10000000) a(i), range(10000000) b(i)',
        parameters: {},
      },
      { signal: stop.signal },
    )
    const error = failure(forever)
    expect((await session.query('SELECT 42 AS a')).all).toEqual([{ a: 42 }])
    stop.abort()
    expect(await error).toMatchObject({ code: 'cancelled' })
    const [beat] = await heartbeats(1, 300)
    expect(beat!.overdueMs).toBeLessThan(250)
  })

  it('tell their progress, 0 to 1', async () => {
    const seen: number[] = []
    // many small steps: DuckDB looks up from its work only between them
    await session.make('many', 'SELECT range AS id FROM range(3000000)')
    await session.engine.call(
      'cell.create',
      {
        relation: cell('slow'),
        sql: 'SELECT max(md5(md5(id::VARCHAR))) AS m FROM many',
        parameters: {},
      },
      { onProgress: (fraction) => seen.push(fraction) },
    )
    expect(seen.length).toBeGreaterThan(0)
    expect(Math.min(...seen)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...seen)).toBeLessThanOrEqual(1)
  })
})

async function heartbeats(count: number, after = 0) {
  await new Promise((resolve) => setTimeout(resolve, after))
  const beats: { residentBytes: number; overdueMs: number }[] = []
  for await (const beat of session.engine.stream('heartbeat', { everyMs: 20 })) {
    beats.push(beat)
    if (beats.length === count) break
  }
  return beats
}

describe('the process', () => {
  it('beats with its resident memory', async () => {
    const beats = await heartbeats(3)
    expect(beats).toHaveLength(3)
    for (const { residentBytes } of beats) expect(residentBytes).toBeGreaterThan(30 * 2 ** 20)
  })

  it('serves only what its role allows', async () => {
    const run = session.engine.call('exercise.run', { setup: [], sql: 'SELECT 1', maxRows: 1 })
    expect(await failure(run)).toMatchObject({ code: 'unknown_procedure' })
    expect(
      await failure(session.engine.call('maker.run', { statements: ['SELECT 1'] })),
    ).toMatchObject({
      code: 'unknown_procedure',
    })
  })
})
