import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { QueryBench } from './query-tables.ts'

let bench: QueryBench
beforeAll(async () => {
  bench = await QueryBench.open()
})
afterAll(() => bench.close())

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
      'takes the value of each group, and none where there are several',
      'from: events\njoin: [{table: streets, on: {street: name}, take: [people]}]\ngroup: [street]\nmeasure: [{as: p, one: people}, {as: d, one: days}, {as: w, one: days, where: [{column: days, above: 8}]}]\nsort: [-p, street]\nlimit: 2',
      [
        ['甲', 1000, null, null],
        ['乙', 500, null, 9],
      ],
    ],
    [
      'divides and ranks rows that are not grouped, after the conditions',
      'from: streets\nwhere: [{column: people, above: 10}]\ncolumns: [name, people, days]\ncalculate: [{as: r, divide: [days, people], per: 1000}, {as: p, rank: r}]\nsort: [p]',
      [
        ['乙', 500, 2, 4, 1],
        ['甲', 1000, 1, 1, 2],
      ],
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
      'ranks nothing that is missing',
      'from: events\ngroup: [street]\nmeasure: [{as: s, sum: days, where: [{column: channel, is: 网站}]}]\ncalculate: [{as: place, rank: s, lowest: true}]\nsort: [street]',
      [
        ['乙', null, null],
        ['甲', 5, 1],
        [null, null, null],
      ],
    ],
    [
      'groups by bins of tenths',
      'from: tenths\ngroup: [{column: x, width: 0.1, as: bin}]\nmeasure: [{as: n, count: rows}]',
      [
        [0.3, 2],
        [0.7, 1],
      ],
    ],
    [
      'calculates with what was calculated before',
      'from: events\ngroup: [channel]\nmeasure: [{as: n, count: rows}]\ncalculate: [{as: p, share-of: n}, {as: place, rank: p}, {as: d, difference: [place, p]}]\nlimit: 1',
      [['电话', 4, 4 / 6, 1, 1 - 4 / 6]],
    ],
    [
      'leaves equals in the order of their groups',
      'from: events\nwhere: [{column: street, empty: false}, {column: channel, is: [电话, 网站]}]\ngroup: [street, channel]\nmeasure: [{as: n, distinct: channel}]\nsort: [-n]',
      [
        ['乙', '电话', 1],
        ['甲', '电话', 1],
        ['甲', '网站', 1],
      ],
    ],
    [
      'compares a week with the 52nd before',
      'from: weeks\ngroup: [{column: day, by: week}]\nmeasure: [{as: n, sum: n}]\ncalculate: [{as: yoy, change: n, along: week, since: year}]',
      [
        ['2024-01-01', 2, null],
        ['2024-12-30', 3, 0.5],
        [null, 7, null],
      ],
    ],
    [
      'reads tables whose names its own stages might have',
      'from: grouped\njoin:\n  - { table: joined, on: { k: k }, take: [a] }\n  - { table: joined, on: { k: k }, take: [{ column: a, as: b }] }\ngroup: [k]\nmeasure: [{as: s, sum: b}]\ncalculate: [{as: r, rank: s}]',
      [['甲', 5, 1]],
    ],
    [
      'takes a text that begins like a parameter',
      'from: grouped\nwhere: [{column: v, is: "$$price"}]\ncolumns: [k]',
      [['甲']],
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
    const told = await bench.rowsOf(query)
    expect(
      told.map((row) => row.map((value) => (typeof value === 'bigint' ? Number(value) : value))),
    ).toEqual(rows)
  })

  it('takes in the whole last day of a range, and the number itself', async () => {
    const until = (column: string) =>
      `from: moments\nwhere: [{column: ${column}, to: $end}]\nmeasure: [{as: n, count: rows}]`
    expect(await bench.rowsOf(until('at'), '{ end: "2024-01-31" }')).toEqual([[2]])
    expect(await bench.rowsOf(until('n'), '{ end: 2 }')).toEqual([[2]])
  })

  it('takes a parameter where a value may stand', async () => {
    const query =
      'from: events\nwhere: [{column: street, is: $which}]\nmeasure: [{as: n, count: rows}]'
    expect(await bench.rowsOf(query, '{ which: 乙 }')).toEqual([[2]])
  })
})
