import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBench, type Bench } from './engine-bench.ts'
import { failure } from './engine-failure.ts'
import { cell, EngineSession, main } from './engine-session.ts'

let session: EngineSession
let bench: Bench
beforeAll(async () => {
  session = await EngineSession.open()
  bench = await openBench()
})
afterAll(async () => {
  await session.close()
  await bench.close()
})

it('is not named by any query', async () => {
  for (const table of ['"zhizhi store".main.tickets', '"zhizhi store".tickets']) {
    expect((await failure(session.make('out', `FROM ${table}`))).code).toMatch(/^sql_/)
  }
})

it('gives the same rows by number, filter and query before and after it is compressed', async () => {
  const look = async () => ({
    page: await session.page(main('tickets'), 4990, 10),
    sorted: await session.page(main('tickets'), 100, 5, [{ column: 'x', descending: true }]),
    groups: await groups(),
  })
  const groups = async () => {
    await session.make(
      'groups',
      'SELECT 街道, count(*) AS n FROM tickets GROUP BY ALL ORDER BY ALL',
    )
    return session.page(cell('groups'))
  }
  const before = await look()
  await sleep(600) // it is compressed 300 ms after it was read
  await session.make('again', 'FROM tickets')
  expect(await look()).toEqual(before)
  expect(before.page).toHaveLength(10)
})

it('shows a dataset that is brought anew with its new columns, and none that was taken away', async () => {
  const [first, second] = [`${bench.data}/one.parquet`, `${bench.data}/two.parquet`]
  const maker = bench.open('maker')
  const copy = (sql: string, file: string) => `COPY (${sql}) TO '${file}' (FORMAT parquet)`
  const statements = [copy('SELECT 1 AS a', first), copy("SELECT 'x' AS b, 2 AS c", second)]
  await maker.client.call('maker.run', { statements })
  maker.kill()
  const { client } = bench.open('workbench')
  const relation = { schema: 'registers', name: 'streets' }
  const ask = async () => {
    const stream = client.stream('query', {
      schema: 'main',
      sql: 'FROM registers.streets',
      parameters: {},
    })
    let batches = 0
    for await (const { rows } of stream) batches += rows > 0 ? 1 : 0
    expect(batches).toBe(1)
    return (await stream.result).columns.map(({ name }) => name)
  }
  await client.call('attach', { relations: [{ relation, file: first }] })
  expect(await ask()).toEqual(['a'])
  await client.call('attach', { relations: [{ relation, file: second }] })
  expect(await ask()).toEqual(['b', 'c'])
  await client.call('detach', { relations: [relation] })
  expect((await failure(ask())).code).toBe('sql_failed')
})
