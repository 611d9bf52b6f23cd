import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { failure } from './engine-failure.ts'
import { cell, EngineSession, main } from './engine-session.ts'

let session: EngineSession
beforeAll(async () => {
  session = await EngineSession.open()
})
afterAll(() => session.close())

describe('pages', () => {
  it('come by row number from a dataset and from a cell', async () => {
    expect((await session.page(main('tickets'), 4990, 100)).map(({ id }) => id)).toEqual(
      Array.from({ length: 10 }, (_, n) => BigInt(4990 + n)),
    )
    await session.make('copy', 'FROM tickets')
    expect((await session.page(cell('copy'), 2040, 20)).map(({ id }) => id)).toEqual(
      Array.from({ length: 20 }, (_, n) => BigInt(2040 + n)),
    )
    expect(await session.page(cell('copy'), 5000, 20)).toEqual([])
  })

  it('are sorted by several columns, nulls last, ties in the order of the table', async () => {
    const sort = [
      { column: 'ok', descending: true },
      { column: 'k', descending: false },
    ]
    const rows = Array.from({ length: 5000 }, (_, i) => ({
      i,
      ok: i % 10 > 0 ? Number(i % 3 === 0) : -1,
      k: i % 7,
    }))
    rows.sort((a, b) => b.ok - a.ok || a.k - b.k || a.i - b.i)
    for (const offset of [0, 1500, 4980]) {
      const got = await session.page(main('tickets'), offset, 20, sort)
      expect(got.map(({ id }) => Number(id))).toEqual(
        rows.slice(offset, offset + 20).map(({ i }) => i),
      )
    }
  })

  it('follow a table that is made anew, also while many ask at once', async () => {
    const sort = [{ column: 'a', descending: true }]
    await session.make('renewed', 'SELECT i AS a FROM range(3000) r(i)')
    const many = await Promise.all(
      Array.from({ length: 12 }, (_, n) => session.page(cell('renewed'), n, 1, sort)),
    )
    expect(many.flat().map(({ a }) => Number(a))).toEqual(
      Array.from({ length: 12 }, (_, n) => 2999 - n),
    )
    await session.make('renewed', 'SELECT -i AS a FROM range(3000) r(i)')
    expect(await session.page(cell('renewed'), 0, 1, sort)).toEqual([{ a: 0n }])
  })

  it('work where a column is itself named rowid', async () => {
    await session.make('odd', 'SELECT 5 - i AS rowid, i AS b FROM range(5) r(i)')
    expect((await session.page(cell('odd'), 1, 2)).map(({ b }) => Number(b))).toEqual([1, 2])
    const sorted = await session.page(cell('odd'), 0, 2, [{ column: 'rowid', descending: false }])
    expect(sorted.map(({ b }) => Number(b))).toEqual([4, 3])
  })

  it('name a column or table that is not there', async () => {
    expect(await failure(session.page(main('nothing')))).toMatchObject({ code: 'not_found' })
    const missing = session.page(main('tickets'), 0, 1, [{ column: 'z"', descending: true }])
    expect(await failure(missing)).toMatchObject({ code: 'not_found' })
  })
})

describe('summaries', () => {
  it('count nulls, distinct values, bins and the most frequent values', async () => {
    const { columns } = await session.engine.call('relation.summary', { relation: main('tickets') })
    const [id, k, x, d, street, ok] = columns
    expect(id).toMatchObject({
      name: 'id',
      type: 'BIGINT',
      rows: 5000,
      nulls: 0,
      min: '0',
      max: '4999',
    })
    expect(id!.bins).toHaveLength(20)
    expect(id!.bins[0]).toEqual({ from: '0', to: '250', count: 250 })
    expect(k!.bins.map(({ from, count }) => [from, count])).toEqual(
      Array.from({ length: 7 }, (_, n) => [String(n), n < 2 ? 715 : 714]),
    )
    expect(x!.bins.at(-1)).toEqual({ from: '474.905', to: '499.9', count: 250 })
    expect(d).toMatchObject({ min: '2020-01-01', max: '2021-02-03' })
    expect(d!.bins).toHaveLength(20)
    expect(d!.bins[1]).toMatchObject({ from: '2020-01-21', to: '2020-02-10' })
    expect(street!.top).toHaveLength(10)
    expect(street!.top[0]).toEqual({ value: '街道0', count: 417 })
    expect(street!.distinct).toBeGreaterThan(8)
    expect(ok).toMatchObject({
      nulls: 500,
      bins: [],
      top: [
        { value: 'false', count: 3000 },
        { value: 'true', count: 1500 },
      ],
    })
    for (const column of columns) {
      const counted = [...column.bins, ...column.top].reduce((sum, { count }) => sum + count, 0)
      if (column.bins.length > 0) expect(counted).toBe(5000 - column.nulls)
    }
  })

  it('stand any type and any extreme', async () => {
    await session.make(
      'extremes',
      `SELECT * FROM (VALUES
        ('-inf'::DOUBLE, -170141183460469231731687303715884105727::HUGEINT, 'infinity'::DATE,
          '-infinity'::TIMESTAMP, [1, 2], {'a': 1}, '\\xAA'::BLOB, 1.5::DECIMAL(3, 1), MAP {'a': 1}, 'a'::VARCHAR),
        ('nan'::DOUBLE, 170141183460469231731687303715884105727, '5000000-01-01'::DATE,
          TIMESTAMP '2020-01-01', [1, 2], {'a': 1}, '\\xAA'::BLOB, 2.5, MAP {'a': 1}, repeat('长', 500)),
        (1.7e308, 0, '1000-01-01'::DATE, TIMESTAMP '290000-01-01', NULL, NULL, NULL, NULL, NULL, NULL),
        (-1.7e308, 9, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)) v(a, b, c, d, e, f, g, h, i, j),
       (SELECT uuid() AS u, TIME '10:00' AS t, INTERVAL 1 DAY AS iv, NULL AS nothing, '11'::BIT AS bits,
         'x'::ENUM('x', 'y') AS e2, TIMESTAMPTZ '2020-01-01 00:00:00+00' AS z, TRUE AS yes)`,
    )
    const { columns } = await session.engine.call('relation.summary', {
      relation: cell('extremes'),
    })
    const bins = (name: string) => columns.find((column) => column.name === name)!.bins
    const total = (name: string) => bins(name).reduce((sum, { count }) => sum + count, 0)
    expect(total('a')).toBe(2)
    expect(total('b')).toBe(4)
    expect(total('c')).toBe(2)
    expect(total('d')).toBe(2)
    expect(bins('z')[0]).toMatchObject({ from: '2020-01-01T00:00:00Z', count: 4 })
    expect(columns.find(({ name }) => name === 'j')!.top.map(({ value }) => value.length)).toEqual([
      1, 200,
    ])
    await session.make('empty', 'SELECT * FROM extremes WHERE false')
    for (const column of (
      await session.engine.call('relation.summary', { relation: cell('empty') })
    ).columns) {
      expect(column).toMatchObject({
        rows: 0,
        nulls: 0,
        distinct: 0,
        min: null,
        max: null,
        bins: [],
        top: [],
      })
    }
  })
})
