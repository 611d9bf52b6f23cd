import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tableFromIPC } from '@uwdata/flechette'
import { keyWarnings } from '../../desktop/domain/notebook/query/key-check.ts'
import { countKeys } from '../../desktop/services/workbench/count-keys.ts'
import { openBench, runText, type Bench } from './workbench-support.ts'

let bench: Bench
let session: Awaited<ReturnType<Bench['sessions']['open']>>
const signal = new AbortController().signal

const events = `SELECT * FROM (VALUES
  ('甲', '电话', DATE '2024-01-05', 3, true),
  ('甲', '网站', DATE '2024-01-31', 5, false),
  ('甲', '电话', DATE '2025-01-10', 1, true),
  ('乙', '电话', DATE '2024-02-01', 2, NULL),
  ('乙', NULL,   DATE '2025-02-28', 9, true),
  (NULL, '电话', DATE '2025-03-01', 4, false)
) t(street, channel, day, days, "满 意")`
const streets = `SELECT * FROM (VALUES ('甲', 1000, 1), ('乙', 500, 2), ('丙', 10, 3)) t(name, people, days)`

beforeAll(async () => {
  bench = await openBench()
  session = await bench.sessions.open()
})
afterAll(() => bench.close())

/** The rows of a query cell, as arrays of plain values. */
async function rowsOf(query: string, params = '{}', chosen = {}): Promise<unknown[][]> {
  const body = query.trim()
  const text = `---\ntitle: 试\nparams: ${params}\n---\n\`\`\`sql name=events\n${events}\n\`\`\`\n\`\`\`sql name=streets\n${streets}\n\`\`\`\n\`\`\`query name=q\n${body}\n\`\`\`\n`
  const { cells } = await runText(session, text, chosen)
  const q = cells['q']
  if (q?.status !== 'done') throw new Error(JSON.stringify(q?.error ?? 'no such cell'))
  const page = { relation: session.relation('q'), offset: 0, limit: 100, sort: [] }
  const { bytes } = await bench.engine.call('relation.page', page, { signal })
  const table = tableFromIPC(bytes, { useDate: true })
  return table
    .toArray()
    .map((row) =>
      Object.values(row as Record<string, unknown>).map((value) =>
        value instanceof Date ? value.toISOString().slice(0, 10) : value,
      ),
    )
}

describe('a query put together by pointing', () => {
  it.each<[string, string, unknown[][]]>([
    [
      'keeps columns',
      'from: streets\ncolumns: [name]\nsort: [-people]\nlimit: 2',
      [['甲'], ['乙']],
    ],
    [
      'asks for values',
      'from: events\nwhere: [{column: channel, is: 电话}]\nmeasure: [{as: n, count: rows}]',
      [[4]],
    ],
    [
      'asks for several',
      'from: events\nwhere: [{column: channel, is: [电话, 网站]}]\nmeasure: [{as: n, count: rows}]',
      [[5]],
    ],
    [
      'leaves values out',
      'from: events\nwhere: [{column: street, not: 甲}]\nmeasure: [{as: n, count: rows}]',
      [[3]],
    ],
    [
      'asks for a text inside',
      'from: events\nwhere: [{column: channel, contains: 电}]\nmeasure: [{as: n, count: rows}]',
      [[4]],
    ],
    [
      'asks for more',
      'from: events\nwhere: [{column: days, above: 4}]\nmeasure: [{as: n, count: rows}]',
      [[2]],
    ],
    [
      'asks for a range with its ends',
      'from: events\nwhere: [{column: day, from: "2024-01-31", to: "2025-01-10"}]\nmeasure: [{as: n, count: rows}]',
      [[3]],
    ],
    [
      'asks for what is missing',
      'from: events\nwhere: [{column: street, empty: true}]\nmeasure: [{as: n, count: rows}]',
      [[1]],
    ],
    [
      'asks a yes or no of an odd name',
      'from: events\nwhere: [{column: "满 意", is: true}]\nmeasure: [{as: "a \\"b\\" 😀", count: rows}]',
      [[3]],
    ],
    [
      'groups, a missing value too',
      'from: events\ngroup: [street]\nmeasure: [{as: n, count: rows}]\nsort: [n, street]',
      [
        [null, 1],
        ['乙', 2],
        ['甲', 3],
      ],
    ],
    [
      'counts different and present values',
      'from: events\nmeasure: [{as: a, distinct: channel}, {as: b, count: channel}]',
      [[2, 5]],
    ],
    [
      'measures',
      'from: events\ngroup: [street]\nmeasure: [{as: s, sum: days}, {as: a, avg: days}, {as: m, median: days}, {as: l, min: days}, {as: h, max: days}]\nsort: [street]\nlimit: 1',
      [['乙', 11, 5.5, 5.5, 2, 9]],
    ],
    [
      'gives a rate of all',
      'from: events\nmeasure: [{as: r, share: [{column: channel, is: 电话}]}]',
      [[4 / 6]],
    ],
    [
      'gives a rate of some',
      'from: events\nmeasure: [{as: r, share: [{column: "满 意", is: true}], of: [{column: "满 意", empty: false}]}]',
      [[3 / 5]],
    ],
    [
      'gives no rate of nothing',
      'from: events\nmeasure: [{as: r, share: [{column: days, above: 1}], of: [{column: days, above: 99}]}]',
      [[null]],
    ],
    [
      'takes only some rows into a measure',
      'from: events\nmeasure: [{as: n, sum: days, where: [{column: channel, is: 网站}]}]',
      [[5]],
    ],
    [
      'groups by year',
      'from: events\ngroup: [{column: day, by: year}]\nmeasure: [{as: n, count: rows}]\nsort: [year]',
      [
        ['2024-01-01', 3],
        ['2025-01-01', 3],
      ],
    ],
    [
      'groups by bins',
      'from: events\ngroup: [{column: days, width: 5, as: bin}]\nmeasure: [{as: n, count: rows}]\nsort: [bin]',
      [
        [0, 4],
        [5, 2],
      ],
    ],
    [
      'ranks, ties sharing a place',
      'from: events\ngroup: [channel]\nmeasure: [{as: n, count: rows}]\ncalculate: [{as: place, rank: n}]\nsort: [place, channel]\nlimit: 2',
      [
        ['电话', 4, 1],
        ['网站', 1, 2],
      ],
    ],
    [
      'divides',
      'from: events\nmeasure: [{as: a, sum: days}, {as: b, count: rows}]\ncalculate: [{as: c, divide: [a, b]}, {as: d, divide: [a, b], per: 1000}, {as: e, difference: [a, b]}]',
      [[24, 6, 4, 4000, 18]],
    ],
    [
      'adds up along the way',
      'from: events\ngroup: [{column: day, by: year}]\nmeasure: [{as: s, sum: days}]\ncalculate: [{as: t, running: s, along: year}]\nsort: [year]',
      [
        ['2024-01-01', 10, 10],
        ['2025-01-01', 14, 24],
      ],
    ],
    [
      'gives parts of the whole',
      'from: events\ngroup: [channel]\nmeasure: [{as: n, count: rows}]\ncalculate: [{as: p, share-of: n}]\nsort: [-n]\nlimit: 1',
      [['电话', 4, 4 / 6]],
    ],
    [
      'compares with the year before, each with its like',
      'from: events\nwhere: [{column: street, empty: false}]\ngroup: [street, {column: day, by: month}]\nmeasure: [{as: n, sum: days}]\ncalculate: [{as: yoy, change: n, along: month, since: year}]\nsort: [street, month]',
      [
        ['乙', '2024-02-01', 2, null],
        ['乙', '2025-02-01', 9, 3.5],
        ['甲', '2024-01-01', 8, null],
        ['甲', '2025-01-01', 1, -0.875],
      ],
    ],
    [
      'does not take the next for the period before where one is missing',
      'from: events\ngroup: [{column: day, by: month}]\nmeasure: [{as: n, count: rows}]\ncalculate: [{as: mom, change: n, along: month, since: month}]\nsort: [month]',
      [
        ['2024-01-01', 2, null],
        ['2024-02-01', 1, -0.5],
        ['2025-01-01', 1, null],
        ['2025-02-01', 1, 0],
        ['2025-03-01', 1, 0],
      ],
    ],
    [
      'puts a table beside, under another name where it must',
      'from: events\njoin:\n  - { table: streets, on: { street: name }, take: [people, { column: days, as: d }] }\nwhere: [{column: channel, is: 网站}]\ncolumns: [street, days, people, d]',
      [['甲', 5, 1000, 1]],
    ],
    [
      'keeps rows without a match, or not',
      'from: events\njoin:\n  - { table: streets, on: { street: name }, take: [people], only: true }\nmeasure: [{as: n, count: rows}]',
      [[5]],
    ],
    [
      'puts two tables beside',
      'from: events\njoin:\n  - { table: streets, on: { street: name }, take: [people] }\n  - { table: streets, on: { people: people }, take: [{ column: name, as: again }] }\nwhere: [{column: channel, is: 网站}]\ncolumns: [again]',
      [['甲']],
    ],
  ])('%s', async (_, query, rows) => {
    const told = await rowsOf(query)
    expect(
      told.map((row) => row.map((value) => (typeof value === 'bigint' ? Number(value) : value))),
    ).toEqual(rows)
  })

  it('takes a parameter where a value may stand', async () => {
    const query =
      'from: events\nwhere: [{column: street, is: $which}]\nmeasure: [{as: n, count: rows}]'
    expect(await rowsOf(query, '{ which: 乙 }')).toEqual([[2]])
  })
})

describe('the keys of two tables', () => {
  const check = (left: string, leftColumns: string[], right: string, rightColumns: string[]) =>
    countKeys(
      bench.engine,
      { left, leftColumns, right, rightColumns },
      { signal, schema: session.id },
    )

  it('are counted, and what is to be feared is said', async () => {
    await rowsOf('from: streets')
    const fine = await check('events', ['street'], 'streets', ['name'])
    expect(fine).toEqual({
      leftKeys: 2,
      matched: 2,
      rightRows: 3,
      rightKeys: 3,
      leftLength: 1,
      rightLength: 1,
    })
    expect(keyWarnings(fine, 'streets')).toEqual([])

    const many = await check('streets', ['name'], 'events', ['street'])
    expect(keyWarnings(many, 'events').map(({ kind }) => kind)).toEqual(['unmatched', 'fan-out'])
    const none = await check('events', ['channel'], 'streets', ['name'])
    expect(keyWarnings(none, 'streets').map(({ kind }) => kind)).toEqual(['level'])
  })

  it('are not counted where a column is not there', async () => {
    await expect(check('events', ['no'], 'streets', ['name'])).rejects.toThrow()
    await expect(check('events', ['street', 'day'], 'streets', ['name'])).rejects.toThrow()
  })
})
