import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { firstOf, readResult } from '../../desktop/domain/notebook/result-table.ts'
import type { Session } from '../../desktop/services/workbench/session.ts'
import { notebookOf, openBench, runText, type Bench } from './workbench-support.ts'

let bench: Bench
let session: Session

beforeAll(async () => {
  bench = await openBench()
})
afterAll(() => bench.close())
beforeEach(async () => {
  session = await bench.sessions.open()
})

const byProvince = 'SELECT province, population, share_65_plus FROM census_2020'
const deep = 'SELECT count(*) AS n FROM by_province WHERE share_65_plus > $threshold'
const params = '{ threshold: 14, unused: 1 }'
const cells = { by_province: byProvince, deep, other: 'SELECT 1 AS one' }

async function valueOf(cell: string, column: string) {
  const page = { relation: session.relation(cell), offset: 0, limit: 1, sort: [] }
  const { bytes } = await bench.engine.call('relation.page', page)
  return firstOf(readResult(bytes), column)
}

describe('a run', () => {
  it('makes every cell, whatever the order in which they stand', async () => {
    const text = notebookOf({ deep, by_province: byProvince }, { params })
    const { ran, statuses, cells } = await runText(session, text)
    expect(ran).toEqual(['by_province', 'deep'])
    expect(statuses).toEqual({ by_province: 'done', deep: 'done' })
    expect(cells['by_province']).toMatchObject({ rows: 31, inputs: ['census-2020'] })
    expect(cells['deep']).toMatchObject({ inputs: ['by_province'], parameters: ['threshold'] })
    expect(await valueOf('deep', 'n')).toBe(12n)
  })

  it('tells the first rows of a cell that was asked for by name, and of no other', async () => {
    const many = 'SELECT range AS n FROM range(1000)'
    const text = notebookOf({ many, deeper: 'SELECT n + 1 AS m FROM many' })
    const { cells } = await runText(session, text, {}, { asked: ['Many'] })
    const first = readResult(cells['many']?.first ?? new Uint8Array())
    expect([first.rows, firstOf(first, 'n'), first.columns[0]?.at(199)]).toEqual([200, 0n, 199n])
    expect(cells['deeper']).toMatchObject({ status: 'done', first: null })
  })

  it('runs again only what an edit touches', async () => {
    await runText(session, notebookOf(cells, { params }))
    expect((await runText(session, notebookOf(cells, { params }))).ran).toEqual([])
    const edited = { ...cells, by_province: `${byProvince} WHERE population > 0` }
    expect((await runText(session, notebookOf(edited, { params }))).ran).toEqual([
      'by_province',
      'deep',
    ])
  })

  it('runs again only what a parameter touches', async () => {
    const text = notebookOf(cells, { params })
    await runText(session, text)
    expect((await runText(session, text, { threshold: 7 })).ran).toEqual(['deep'])
    expect(await valueOf('deep', 'n')).toBe(30n)
    expect((await runText(session, text, { threshold: 7, unused: 2 })).ran).toEqual([])
  })

  it('runs manual cells only when asked, and what reads them waits', async () => {
    const text = notebookOf({ a: 'SELECT 1 AS x', b: 'SELECT x + 1 AS y FROM a' }).replace(
      'sql name=a',
      'sql name=a run=manual',
    )
    const session = await bench.sessions.open()
    const opened = await runText(session, text, {}, { asked: [] })
    expect(opened.statuses).toEqual({ a: 'stale', b: 'stale' })
    const asked = await runText(session, text, {}, { asked: ['a'] })
    expect(asked.statuses).toEqual({ a: 'done', b: 'done' })
    const edited = text.replace('SELECT 1', 'SELECT 2')
    expect((await runText(session, edited, {}, { asked: [] })).statuses).toEqual({
      a: 'stale',
      b: 'stale',
    })
    expect((await runText(session, edited)).ran).toEqual(['a', 'b'])
  })

  it('reads more cells than the engine takes calls at one time', async () => {
    const cells = Array.from({ length: 1500 }, (_, index) => [`c${index}`, `SELECT ${index} AS x`])
    const text = notebookOf(Object.fromEntries(cells) as Record<string, string>)
    const manual = text.replaceAll(/(sql name=\w+)/g, '$1 run=manual')
    const session = await bench.sessions.open()
    const { cells: told } = await runText(session, manual, {}, { asked: [] })
    expect(Object.keys(told)).toHaveLength(1500)
  })

  it('says which cells go round in a circle, and runs the rest', async () => {
    const circle = { a: 'FROM b', b: 'FROM c', c: 'FROM a', fine: 'SELECT 1', after: 'FROM a' }
    const { statuses, cells, ran } = await runText(session, notebookOf(circle))
    expect(ran).toEqual(['fine'])
    expect(statuses).toEqual({
      a: 'failed',
      b: 'failed',
      c: 'failed',
      fine: 'done',
      after: 'stale',
    })
    expect(cells['b']?.error).toEqual({ code: 'cell_circular', params: { cells: 'a → b → c → a' } })
  })

  it('leaves what depends on a failed cell stale, and runs the rest', async () => {
    const text = notebookOf({
      bad: 'SELECT nowhere FROM census_2020',
      next: 'FROM bad',
      fine: byProvince,
    })
    const { statuses, cells } = await runText(session, text)
    expect(statuses).toEqual({ bad: 'failed', next: 'stale', fine: 'done' })
    expect(cells['bad']?.error).toMatchObject({ code: 'sql_failed', at: { from: 7 } })
    expect(cells['next']?.inputs).toEqual(['bad'])
  })

  it('keeps what was there when an edit fails, and knows it again', async () => {
    await runText(session, notebookOf(cells, { params }))
    const broken = notebookOf({ ...cells, by_province: 'SELEC' }, { params })
    expect((await runText(session, broken)).statuses).toMatchObject({
      by_province: 'failed',
      deep: 'stale',
    })
    expect((await runText(session, notebookOf(cells, { params }))).ran).toEqual([])
  })

  it.each([
    ['an unknown table', 'FROM nowhere', [], 'sql_failed'],
    ['a statement that is no query', 'DROP TABLE census_2020', [], 'sql_refused'],
    ['a dataset that the front matter does not name', 'FROM census_2020', [], 'sql_failed'],
    ['a dataset that does not exist', 'FROM no_such', ['no-such'], 'unknown_dataset'],
    ['a parameter without a value', 'SELECT $nobody', [], 'parameter_missing'],
  ])('refuses %s', async (_, sql, datasets, code) => {
    const { cells } = await runText(session, notebookOf({ a: sql }, { datasets: [...datasets] }))
    expect(cells['a']).toMatchObject({ status: 'failed', error: { code } })
  })

  it('forgets the table of a deleted cell', async () => {
    await runText(session, notebookOf({ a: 'SELECT 1', b: 'FROM a' }))
    const { cells } = await runText(session, notebookOf({ b: 'FROM a' }))
    expect(cells['b']).toMatchObject({ status: 'failed' })
    expect(() => session.relation('a')).toThrow('not_found')
  })
})

describe('a run that is given up', () => {
  const slow =
    'SELECT count(*) AS n FROM range(100_000_000) a, range(1_000_000) b WHERE a.range * b.range % 7 = 1'

  it('is cancelled, and its cells say so', async () => {
    const control = new AbortController()
    const seen: string[] = []
    const run = runText(
      session,
      notebookOf({ slow, after: 'FROM slow' }),
      {},
      {
        signal: control.signal,
        onState: ({ cell, status }) => {
          seen.push(`${cell} ${status}`)
          if (cell === 'slow' && status === 'running') setTimeout(() => control.abort(), 50)
        },
      },
    )
    await expect(run).rejects.toThrow()
    expect(seen).toEqual([
      'slow waiting',
      'after waiting',
      'slow running',
      'slow cancelled',
      'after cancelled',
    ])
    expect((await runText(session, notebookOf({ slow: 'SELECT 1' }))).statuses).toEqual({
      slow: 'done',
    })
  })

  it('gives way to a newer one', async () => {
    const first = runText(
      session,
      notebookOf({ slow, keep: 'SELECT 1' }),
      {},
      {
        onState: ({ cell, status }) => {
          if (cell === 'slow' && status === 'running') running()
        },
      },
    )
    let running = () => {}
    await new Promise<void>((resolve) => (running = resolve))
    const second = runText(session, notebookOf({ slow: 'SELECT 2', keep: 'SELECT 1' }))
    await expect(first).rejects.toThrow()
    expect((await second).statuses).toEqual({ slow: 'done', keep: 'done' })
  })
})

describe('an engine that dies', () => {
  it('leaves every cell to be made again when asked', async () => {
    const text = notebookOf(cells, { params })
    await runText(session, text)
    const ready = new Promise<void>((resolve) => {
      const off = bench.engine.onState((state) => {
        if (state !== 'ready') return
        off()
        resolve()
      })
    })
    bench.killEngine()
    await ready
    expect(() => session.relation('deep')).toThrow('not_found')
    const { ran, statuses } = await runText(session, text)
    expect(ran).toEqual(['by_province', 'deep', 'other'])
    expect(statuses).toEqual({ by_province: 'done', deep: 'done', other: 'done' })
  })
})
