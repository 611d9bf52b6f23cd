import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ColumnFilter, FindQuestion, Relation, Sort } from '../../desktop/contract/table.ts'
import { failure } from './engine-failure.ts'
import { cell, EngineSession, main } from './engine-session.ts'

let session: EngineSession
beforeAll(async () => {
  session = await EngineSession.open()
})
afterAll(() => session.close())

interface View {
  readonly sort?: Sort[]
  readonly filters?: ColumnFilter[]
}

function find(
  relation: Relation,
  text: string,
  from = -1,
  direction: FindQuestion['direction'] = 'next',
  { sort = [], filters = [] }: View = {},
) {
  return session.engine.call('relation.find', { relation, text, from, direction, sort, filters })
}

describe('finding a text', () => {
  it('goes forwards and backwards through the rows that hold it, and round the ends', async () => {
    // 街道11 is in every twelfth row
    const first = await find(main('tickets'), '街道11')
    expect(first).toEqual({ count: 416, match: { row: 11, column: 4, nth: 1 } })
    expect((await find(main('tickets'), '街道11', 11)).match).toEqual({
      row: 23,
      column: 4,
      nth: 2,
    })
    expect((await find(main('tickets'), '街道11', 23, 'previous')).match?.row).toBe(11)
    expect((await find(main('tickets'), '街道11', 11, 'previous')).match).toEqual({
      ...{ row: 4991, column: 4, nth: 416 },
    })
    expect((await find(main('tickets'), '街道11', 4991)).match?.row).toBe(11)
    expect(await find(main('tickets'), '没有这样的字')).toEqual({ count: 0, match: null })
  })

  it('tells the place in the table as it is sorted and filtered', async () => {
    const sort = [{ column: 'id', descending: true }]
    expect((await find(main('tickets'), '4991', -1, 'next', { sort })).match).toMatchObject({
      ...{ row: 8, column: 0 },
    })
    const filters: ColumnFilter[] = [{ kind: 'values', column: '街道', values: ['街道11'] }]
    const left = await find(main('tickets'), '街道11', -1, 'next', { sort, filters })
    expect(left).toEqual({ count: 416, match: { row: 0, column: 4, nth: 1 } })
    const page = await session.engine.call('relation.remaining', {
      ...{ relation: main('tickets'), filters },
    })
    expect(page.rows).toBe(416)
  })

  it('takes the text as it is written, letters in either case', async () => {
    await session.make(
      'texts',
      String.raw`SELECT * FROM (VALUES ('100%'), ('100x'), ('a_b'), ('it''s'), ('C:\d'), ('Abc'), ('😀')) v(s)`,
    )
    for (const [text, row] of [
      ...([
        ['0%', 0],
        ['_', 2],
        ["'", 3],
        ['\\', 4],
        ['aBC', 5],
        ['😀', 6],
      ] as const),
    ]) {
      expect(await find(cell('texts'), text)).toEqual({
        count: 1,
        match: { row, column: 0, nth: 1 },
      })
    }
  })

  it('looks into every type as a grid writes it', async () => {
    await session.make(
      'types',
      `SELECT 170141183460469231731687303715884105727::HUGEINT AS h, 'nan'::DOUBLE AS n,
         'inf'::DOUBLE AS i, 1.50::DECIMAL(5, 2) AS d, DATE '2024-03-01' AS day, [1, 2] AS l,
         {'街': '石湖'} AS s, MAP {'k': 7} AS m, NULL AS nothing, '\\xAB'::BLOB AS b`,
    )
    for (const [text, column] of [
      ...([
        ['84105727', 0],
        ['nan', 1],
        ['inf', 2],
        ['1.50', 3],
        ['2024-03', 4],
      ] as const),
      ...([
        ['[1,2]', 5],
        ['"石湖"', 6],
        ['"k":7', 7],
        ['ab', 9],
      ] as const),
    ]) {
      expect((await find(cell('types'), text)).match, text).toMatchObject({ row: 0, column })
    }
    expect((await find(cell('types'), 'NULL')).count).toBe(0)
  })

  it('stands odd column names, also one that hides the row ids', async () => {
    const long = '长'.repeat(200)
    await session.make(
      'odd',
      `SELECT i AS "say ""hi""", -i AS "😀", 'x' || i AS "select", i AS "${long}", 4 - i AS rowid,
         i AS "zhizhi_code_0" FROM range(5) r(i)`,
    )
    expect((await find(cell('odd'), 'x3')).match).toEqual({ row: 3, column: 2, nth: 1 })
    const sort = [{ column: 'rowid', descending: false }]
    expect((await find(cell('odd'), 'x3', -1, 'next', { sort })).match?.row).toBe(1)
  })

  it('finds anew in a table that was made anew', async () => {
    await session.make('renewed', `SELECT 'a' || i AS a FROM range(10) r(i)`)
    expect((await find(cell('renewed'), 'a')).count).toBe(10)
    await session.make('renewed', `SELECT 'b' || i AS a FROM range(10) r(i)`)
    expect((await find(cell('renewed'), 'a')).count).toBe(0)
  })

  it('refuses what cannot be looked for', async () => {
    expect(await failure(find(main('tickets'), ''))).toMatchObject({ code: 'bad_request' })
    expect(await failure(find(main('tickets'), 'a\0b'))).toMatchObject({ code: 'bad_request' })
    expect(await failure(find(main('nothing'), 'a'))).toMatchObject({ code: 'not_found' })
    const sort = [{ column: 'no', descending: true }]
    const missing = find(main('tickets'), 'a', -1, 'next', { sort })
    expect(await failure(missing)).toMatchObject({ code: 'not_found' })
  })

  it('can be cancelled, and others who wait for the same are answered', async () => {
    await session.make(
      'many',
      `SELECT i, md5(i::VARCHAR) AS a, md5((i + 1)::VARCHAR) AS b FROM range(400000) r(i)`,
    )
    const control = new AbortController()
    const question = { relation: cell('many'), text: 'zz', from: -1, direction: 'next' as const }
    const input = { ...question, sort: [{ column: 'a', descending: false }] }
    const first = failure(session.engine.call('relation.find', input, { signal: control.signal }))
    const second = session.engine.call('relation.find', input)
    control.abort()
    expect(await first).toMatchObject({ code: 'cancelled' })
    expect(await second).toEqual({ count: 0, match: null })
  })
})

it('pages through two thousand columns, and finds in the last', async () => {
  const columns = Array.from({ length: 2000 }, (_, n) => `i + ${n} AS c${n}`)
  await session.make('wide', `SELECT ${columns.join(', ')} FROM range(500) r(i)`)
  const [row] = await session.page(cell('wide'), 499, 20)
  expect(row).toMatchObject({ c0: 499n, c1999: 2498n })
  expect((await find(cell('wide'), '2498')).match).toMatchObject({ row: 499, column: 1999 })
})
