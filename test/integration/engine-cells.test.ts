import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { failure } from './engine-failure.ts'
import { cell, EngineSession } from './engine-session.ts'

let session: EngineSession
beforeAll(async () => {
  session = await EngineSession.open()
})
afterAll(() => session.close())

describe('cells', () => {
  it('are tables that later cells and datasets are joined with', async () => {
    const made = await session.make(
      'by_k',
      'SELECT k, count(*) AS n FROM tickets GROUP BY k ORDER BY k;',
    )
    expect(made).toEqual({
      columns: [
        { name: 'k', type: 'BIGINT' },
        { name: 'n', type: 'BIGINT' },
      ],
      rows: 7,
      first: null,
    })
    await session.make('big', 'FROM by_k WHERE n > 714 -- a comment at the end')
    expect(await session.page(cell('big'))).toEqual([0, 1].map((k) => ({ k: BigInt(k), n: 715n })))
    await session.make('joined', 'SELECT province FROM census_2020.provinces, by_k LIMIT 1')
  })

  it('keep the order of their query over a million rows', async () => {
    await session.make('ordered', 'SELECT i FROM range(1000000) r(i) ORDER BY hash(i)')
    const { rows } = await session.query(
      'SELECT count(*) AS n FROM (SELECT hash(i) AS h, lag(hash(i)) OVER (ORDER BY rowid) AS p FROM ordered) WHERE h < p',
    )
    expect(rows).toBe(1)
    expect(
      (
        await session.query(
          'SELECT count(*)::INTEGER AS n FROM (SELECT hash(i) AS h, lag(hash(i)) OVER (ORDER BY rowid) AS p FROM ordered) WHERE h < p',
        )
      ).all,
    ).toEqual([{ n: 0 }])
  })

  it('take DESCRIBE, SUMMARIZE, PIVOT with IN, UNPIVOT, VALUES and names in Chinese', async () => {
    for (const sql of [
      'DESCRIBE tickets',
      'SUMMARIZE tickets',
      'PIVOT (SELECT k, x FROM tickets) ON k IN (1, 2) USING sum(x)',
      'UNPIVOT (SELECT x, id::DOUBLE AS i FROM tickets) ON x, i',
      "VALUES ('a'), ('b')",
      'SELECT 街道 AS "乡镇、街道", count(*) AS 件数 FROM tickets GROUP BY ALL',
      '(SELECT 1 AS a) UNION ALL (SELECT 2)',
      'WITH t AS (SELECT 1 AS a) FROM t',
      'SELECT 1 AS a; -- the end; really',
      "SELECT ';' AS a /* ; */ ;;",
    ]) {
      await session.make('shape', sql)
    }
  })

  it('bind the parameters that occur: numbers, text, null, lists, in any case of letters', async () => {
    const sql = `SELECT count(*)::INTEGER AS n FROM tickets
      WHERE 街道 IN $streets AND k >= $Least AND ($word IS NULL OR 街道 LIKE $word)`
    await session.make('chosen', sql, {
      streets: ['街道1', '街道2'],
      least: 3,
      word: null,
      unused: 1,
    })
    const expected = Array.from({ length: 5000 }, (_, i) => i).filter(
      (i) => [1, 2].includes(i % 12) && i % 7 >= 3,
    ).length
    expect(await session.page(cell('chosen'))).toEqual([{ n: expected }])
    await session.make('none', 'SELECT * FROM tickets WHERE k IN $none LIMIT $n', {
      none: [],
      n: 3,
    })
    const error = await failure(session.make('chosen', sql, { streets: [], least: 1 }))
    expect(error).toMatchObject({ code: 'parameter_missing', params: { name: 'word' } })
  })

  it('that fail leave the table of before, and say where they failed', async () => {
    await session.make('kept', 'SELECT 1 AS a')
    const sql = "SELECT '居民😀'　AS r,\n  nothing FROM tickets"
    const error = await failure(session.make('kept', sql))
    expect(error).toMatchObject({ code: 'sql_failed', params: { kind: 'binder' } })
    expect(sql.slice(error.at!.from, error.at!.to)).toBe('nothing')
    expect(await session.page(cell('kept'))).toEqual([{ a: 1 }])
  })

  it('are gone when dropped, and with their schema', async () => {
    await session.engine.call('schema.create', { schema: '会话 "2"' })
    const relation = { schema: '会话 "2"', name: '结果' }
    await session.engine.call('cell.create', { relation, sql: 'SELECT 1 AS a', parameters: {} })
    await session.engine.call('cell.create', {
      relation: { ...relation, name: 'next' },
      sql: 'SELECT * FROM 结果, tickets LIMIT 1',
      parameters: {},
    })
    await session.engine.call('schema.drop', { schema: '会话 "2"' })
    expect(await failure(session.page(relation))).toMatchObject({ code: 'not_found' })
    await session.make('gone', 'SELECT 1 AS a')
    await session.engine.call('cell.drop', { relation: cell('gone') })
    expect(await failure(session.make('after', 'SELECT * FROM gone'))).toMatchObject({
      code: 'sql_failed',
      params: { kind: 'unknown table', name: 'gone' },
      at: { from: 14, to: 18 },
    })
  })

  it('are not made in main, in a schema that is not there, or in one of DuckDB’s', async () => {
    for (const schema of ['', 'main', 'nowhere', 'temp', 'zhizhi_order']) {
      const create = session.engine.call('cell.create', {
        relation: { schema, name: 'x' },
        sql: 'SELECT 1',
        parameters: {},
      })
      expect(await failure(create)).toMatchObject({ code: 'bad_request' })
    }
  })
})

describe('inspect', () => {
  it('names tables as written, once each, and parameters, without running anything', async () => {
    const sql =
      "SELECT repeat('x', 1000000000000) FROM tickets, census_2020.provinces, tickets t2 WHERE k > $k"
    expect(await session.engine.call('inspect', { sql })).toEqual({
      accepted: true,
      tables: expect.arrayContaining([
        { schema: '', name: 'tickets' },
        { schema: 'census_2020', name: 'provinces' },
      ]) as object,
      parameters: ['k'],
    })
  })

  it('tells why a text is not accepted, and where', async () => {
    expect(await session.engine.call('inspect', { sql: ' -- 还没写' })).toEqual({
      accepted: false,
      error: { code: 'sql_empty', params: {} },
    })
    expect(await session.engine.call('inspect', { sql: "SELECT '东', 1 FRM t t2" })).toMatchObject({
      accepted: false,
      error: { code: 'sql_syntax', at: { from: 18, to: 19 } },
    })
  })
})
