import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EngineTable } from '../../desktop/contract/engine.ts'
import type { Client } from '../../desktop/contract/wire/procedure.ts'
import { type Bench, openBench } from './engine-bench.ts'
import { failure } from './engine-failure.ts'

let bench: Bench
let engine: Client<EngineTable>

beforeAll(async () => {
  bench = await openBench()
  const maker = bench.open('maker')
  await maker.client.call('maker.run', {
    statements: [`COPY (SELECT range AS a FROM range(100)) TO '${bench.data}/numbers.parquet'`],
  })
  engine = bench.open('exercise').client
})
afterAll(() => bench.close())

const setup = [
  "CREATE TABLE people AS SELECT * FROM (VALUES ('王', 70, true), ('李', 64, NULL)) v(name, age, alone)",
]
const run = (sql: string, more: string[] = [], maxRows = 100) =>
  engine.call('exercise.run', { setup: [...setup, ...more], sql, maxRows })

describe('an exercise', () => {
  it('gives rows that survive JSON', async () => {
    const result = await run(
      `SELECT name, age, alone, 9007199254740993 AS big, 9007199254740991::BIGINT AS safe, 1.50 AS money,
         0.5::DOUBLE AS half, 'nan'::DOUBLE AS nan, '-inf'::FLOAT AS inf, sum(age) OVER () AS total,
         DATE '2020-01-01' AS day, TIMESTAMP '2020-01-01 10:00:00' AS moment, [1, NULL] AS list,
         {'a': DATE '2020-01-01'} AS struct, INTERVAL 3 DAY AS span, NULL AS nothing
       FROM people ORDER BY age;`,
    )
    const rest = [
      '9007199254740993',
      9007199254740991,
      '1.50',
      0.5,
      'nan',
      '-inf',
      134,
      '2020-01-01',
      '2020-01-01 10:00:00',
      '[1,null]',
      '{"a":"2020-01-01"}',
      '3 days',
      null,
    ]
    expect(result.rows).toEqual([
      ['李', 64, null, ...rest],
      ['王', 70, true, ...rest],
    ])
    expect(result.columns.map(({ type }) => type).slice(0, 6)).toEqual([
      'VARCHAR',
      'INTEGER',
      'BOOLEAN',
      'BIGINT',
      'BIGINT',
      'DECIMAL(3,2)',
    ])
    expect(JSON.parse(JSON.stringify(result))).toEqual(result)
  })

  it('starts from nothing each time, also when several run at once', async () => {
    const counts = await Promise.all(
      Array.from({ length: 6 }, (_, n) =>
        run('SELECT * FROM own', [`CREATE TABLE own AS SELECT ${n} AS n`]),
      ),
    )
    expect(counts.map(({ rows }) => rows)).toEqual(Array.from({ length: 6 }, (_, n) => [[n]]))
    expect(await failure(run('SELECT * FROM own'))).toMatchObject({
      code: 'sql_failed',
      params: { kind: 'unknown table', name: 'own' },
      at: { from: 14, to: 17 },
    })
  })

  it('may be set up from files in the sandbox, and the text may not read them', async () => {
    const load = [`CREATE TABLE numbers AS FROM read_parquet('${bench.data}/numbers.parquet')`]
    expect((await run('SELECT count(*) AS n FROM numbers', load)).rows).toEqual([[100]])
    expect(await failure(run(`FROM '${bench.data}/numbers.parquet'`, load))).toMatchObject({
      code: 'sql_failed',
    })
    expect(await failure(run('FROM duckdb_tables()'))).toMatchObject({ code: 'sql_refused' })
    expect(await failure(run('FROM information_schema.tables'))).toMatchObject({
      code: 'sql_failed',
    })
  })

  it('may be asked of any database that its setup attached, and then sees no other', async () => {
    const two = ['one', 'other'].flatMap((name, place) => [
      `ATTACH ':memory:' AS "${name}"`,
      `CREATE TABLE "${name}".main.own AS SELECT ${place} AS n`,
    ])
    const within = (database: string | undefined, sql: string) => {
      const input = { setup: [...setup, ...two], database, sql, maxRows: 100, keep: true }
      return engine.call('exercise.run', input)
    }
    for (const [place, name] of ['one', 'other'].entries()) {
      expect((await within(name, 'FROM own')).rows).toEqual([[place]])
    }
    expect((await within(undefined, 'SELECT name FROM people')).rows).toHaveLength(2)
    for (const sql of ['FROM people', 'FROM other.own', 'FROM memory.people']) {
      expect(await failure(within('one', sql))).toMatchObject({
        code: 'sql_failed',
        params: { kind: 'unknown table' },
      })
    }
    expect(await failure(within('one', 'FROM other.main.own'))).toMatchObject({
      code: 'sql_refused',
    })
    expect(await failure(within(undefined, 'FROM own'))).toMatchObject({ code: 'sql_failed' })
  })

  it('keeps the order and stops after maxRows', async () => {
    const result = await run('SELECT i FROM range(100000) r(i) ORDER BY i DESC', [], 3)
    expect(result).toMatchObject({ rows: [[99_999], [99_998], [99_997]], truncated: true })
    expect(await run('SELECT 1 AS a', [], 1)).toMatchObject({ rows: [[1]], truncated: false })
    expect(await run('SELECT 1 AS a WHERE false', [], 1)).toMatchObject({
      rows: [],
      truncated: false,
    })
  })

  it('says where it went wrong', async () => {
    const sql = "SELECT name,\n  agge FROM people WHERE '居' = name"
    const error = await failure(run(sql))
    expect(error).toMatchObject({ code: 'sql_failed', params: { kind: 'binder' } })
    expect(sql.slice(error.at!.from, error.at!.to)).toBe('agge')
    expect(await failure(run('SELECT name FORM people WHERE'))).toMatchObject({
      code: 'sql_syntax',
    })
    expect(await failure(run('SELECT CAST(name AS INTEGER) AS n FROM people'))).toMatchObject({
      code: 'sql_failed',
      params: { kind: 'conversion' },
    })
    expect(await failure(run('SELECT * FROM people WHERE age > $age'))).toMatchObject({
      code: 'parameter_missing',
      params: { name: 'age' },
    })
  })

  it('is cancelled', async () => {
    const signal = AbortSignal.timeout(300)
    const sql = 'SELECT sum(hash(a.range + b.range)) AS s FROM range(10000000) a, range(10000000) b'
    const endless = engine.call('exercise.run', { setup: [], sql, maxRows: 1 }, { signal })
    expect(await failure(endless)).toMatchObject({ code: 'cancelled' })
    expect((await run('SELECT 42 AS a')).rows).toEqual([[42]])
  })
})
