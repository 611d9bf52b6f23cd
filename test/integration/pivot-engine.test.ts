import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type * as z from 'zod'
import { layOut } from '../../desktop/domain/notebook/pivot/crosstab.ts'
import { pivotSchema, type PivotInput } from '../../desktop/domain/notebook/pivot/pivot.ts'
import { headOf, sheetOf } from '../../desktop/domain/notebook/pivot/sheet.ts'
import { sheetText, writeMeasureValue } from '../../desktop/domain/notebook/pivot/text.ts'
import { writePivot } from '../../desktop/domain/notebook/pivot/write-sql.ts'
import { readResult } from '../../desktop/domain/notebook/result-table.ts'
import { cell, EngineSession } from './engine-session.ts'

let session: EngineSession

/** Streets without a name, amounts without a value, one caller on several tickets. */
const tickets = `SELECT * FROM (VALUES
  ('东街', '热线', DATE '2024-01-05', 'u1', 10,   true),
  ('东街', '热线', DATE '2024-01-20', 'u1', 20,   false),
  ('东街', '网格', DATE '2024-02-01', 'u2', NULL, true),
  ('西街', '热线', DATE '2024-02-03', 'u1', 5,    NULL),
  ('西街', '网格', DATE '2024-04-03', 'u3', 7,    false),
  (NULL,   '网格', DATE '2024-04-09', 'u4', 100,  true)
) AS v(street, channel, day, caller, amount, closed)`

beforeAll(async () => {
  session = await EngineSession.open()
  await session.make('tickets', tickets)
})
afterAll(() => session.close())

async function crosstab(input: Omit<PivotInput, 'from'>, from = 'tickets') {
  const pivot = pivotSchema.parse({ from, ...input })
  const { rows } = await session.make('p', writePivot(pivot))
  const page = { relation: cell('p'), offset: 0, limit: 10_000, sort: [] }
  const { bytes } = await session.engine.call('relation.page', page)
  return { pivot, laid: layOut(pivot, [readResult(bytes)]), rows }
}

/** The crosstab as one sees it: each line's names, then its measures. */
async function seen(input: Omit<PivotInput, 'from'>, from?: string): Promise<string[]> {
  const { laid, pivot } = await crosstab(input, from)
  return sheetOf(laid, pivot).body.map((line) =>
    line
      .map((one) => {
        if (!one) return '〃'
        return one.kind === 'head' ? one.text : writeMeasureValue(one.value, one.format)
      })
      .join(' | '),
  )
}

const rate = {
  as: '办结率',
  share: [{ column: 'closed', is: true }],
  of: [{ column: 'closed', empty: false }],
}

describe('a pivot', () => {
  it('counts groups down and across, with totals on both sides', async () => {
    expect(await seen({ rows: ['street'], columns: ['channel'] })).toEqual([
      '东街 | 2 | 1 | 3',
      '西街 | 1 | 1 | 2',
      '（空） |  | 1 | 1',
      '合计 | 3 | 3 | 6',
    ])
  })

  it.each([
    ['sum', { as: 'v', sum: 'amount' }, 'sum(amount)'],
    ['avg', { as: 'v', avg: 'amount' }, 'avg(amount)'],
    ['median', { as: 'v', median: 'amount' }, 'median(amount)'],
    ['distinct', { as: 'v', distinct: 'caller' }, 'count(DISTINCT caller)'],
    [
      'rate',
      { ...rate, as: 'v' },
      'count(*) FILTER (WHERE closed) / nullif(count(*) FILTER (WHERE closed IS NOT NULL), 0)',
    ],
  ] as const)('has totals of %s that are those of the rows themselves', async (_, value, sql) => {
    const input = {
      rows: ['street', { column: 'day', by: 'quarter' as const }],
      columns: ['channel'],
    }
    const pivot = pivotSchema.parse({ from: 'tickets', ...input, values: [value] })
    await session.make('p', writePivot(pivot))
    const quarter = `CAST(date_trunc('quarter', day) AS DATE)`
    const groups = [
      ['row_total = 0 AND column_total = 0', 'street, quarter, channel', 'street, q, channel'],
      ['row_total = 0 AND column_total = 1', 'street, quarter', 'street, q'],
      ['row_total = 1 AND column_total = 0', 'street, channel', 'street, channel'],
      ['row_total = 1 AND column_total = 1', 'street', 'street'],
      ['row_total = 2 AND column_total = 0', 'channel', 'channel'],
      ['row_total = 2 AND column_total = 1', '1', '1'],
    ]
    for (const [where, mine, own] of groups) {
      const from = `(SELECT *, ${quarter} AS q FROM tickets)`
      const differ = await session.query(`
        WITH mine AS (SELECT ${mine}, round(v, 9) AS v FROM p WHERE ${where}),
          own AS (SELECT ${own}, round(${sql}, 9) AS v FROM ${from} GROUP BY ${own})
        SELECT (SELECT count(*) FROM mine) AS lines,
          (SELECT count(*) FROM (FROM mine EXCEPT FROM own)) + (SELECT count(*) FROM (FROM own EXCEPT FROM mine)) AS wrong`)
      expect(differ.all[0]).toMatchObject({ wrong: 0 })
      expect(Number(differ.all[0]?.['lines'])).toBeGreaterThan(0)
    }
  })

  it('writes rates in percent, and tells several measures apart', async () => {
    const values = [{ as: '件数', count: 'rows' }, rate]
    const { laid } = await crosstab({ rows: ['street'], columns: [], values })
    expect(headOf(laid).map((line) => line.map((one) => one?.kind === 'head' && one.text))).toEqual(
      [['street', '件数', '办结率']],
    )
    expect(await seen({ rows: ['street'], values })).toEqual([
      '东街 | 3 | 66.7%',
      '西街 | 2 | 0.0%',
      '（空） | 1 | 100.0%',
      '合计 | 6 | 60.0%',
    ])
  })

  it('keeps a sum without values apart from a group without rows', async () => {
    const values = [{ as: 'v', sum: 'amount' }]
    expect(await seen({ rows: ['street'], columns: ['channel'], values, totals: false })).toEqual([
      '东街 | 30 | –',
      '西街 | 5 | 7',
      '（空） |  | 100',
    ])
  })

  it('sums up outer groups', async () => {
    expect(
      await seen({ rows: ['channel', 'street'], values: [{ as: 'v', sum: 'amount' }] }),
    ).toEqual([
      '热线 | 东街 | 30',
      '〃 | 西街 | 5',
      '〃 | 热线 小计 | 35',
      '网格 | 东街 | –',
      '〃 | 西街 | 7',
      '〃 | （空） | 100',
      '〃 | 网格 小计 | 107',
      '合计 |  | 142',
    ])
  })

  it('is ordered by fields or by a measure, outer groups first, with totals or without', async () => {
    const values = [{ as: '件数', count: 'rows' }]
    const by = (rows: string[]) => ({ sort: { rows, columns: [] } })
    expect(await seen({ rows: ['street'], values, ...by(['-street']) })).toEqual([
      '西街 | 2',
      '东街 | 3',
      '（空） | 1',
      '合计 | 6',
    ])
    const most = { rows: ['street', 'channel'], values, totals: false, ...by(['-件数']) }
    expect(await seen(most)).toEqual([
      '东街 | 热线 | 2',
      '〃 | 网格 | 1',
      '西街 | 热线 | 1',
      '〃 | 网格 | 1',
      '（空） | 网格 | 1',
    ])
    const least = { rows: ['street'], columns: ['channel'], values, ...by(['件数']) }
    expect(await seen(least)).toEqual([
      '（空） |  | 1 | 1',
      '西街 | 1 | 1 | 2',
      '东街 | 2 | 1 | 3',
      '合计 | 3 | 3 | 6',
    ])
  })

  it('keeps the first columns, while totals count them all', async () => {
    const columns = [{ column: 'day', by: 'month' as const }]
    const sort = { rows: [], columns: ['-行数'] }
    const { laid } = await crosstab({ rows: ['street'], columns, limit: 1, sort })
    expect(laid.columns.map(({ labels }) => labels)).toEqual([['2024 年 1 月'], []])
    expect(await seen({ rows: ['street'], columns, limit: 1, sort })).toEqual([
      '东街 | 2 | 3',
      '西街 |  | 2',
      '（空） |  | 1',
      '合计 | 2 | 6',
    ])
  })

  it('has groups of numbers and periods, of a name that the table has as well', async () => {
    await session.make('months', `SELECT amount AS month, day FROM tickets`)
    const rows = [{ column: 'day', by: 'month' as const }]
    const columns = [{ column: 'month', width: 10, as: '金额' }]
    expect(await seen({ rows, columns, totals: false }, 'months')).toHaveLength(3)
    const { laid } = await crosstab({ columns }, 'months')
    expect(laid.columns.map(({ labels }) => labels[0])).toEqual([
      '0 至不足 10',
      '10 至不足 20',
      '20 至不足 30',
      '100 至不足 110',
      '（空）',
      undefined,
    ])
  })

  it('has a single number where there are no groups, and no line but the total where no rows are', async () => {
    expect(await seen({ values: [{ as: 'v', avg: 'amount' }] })).toEqual([' | 28.4'])
    const none = [{ column: 'street', is: '没有' }]
    expect(await seen({ rows: ['street'], columns: ['channel'], where: none })).toEqual([
      '合计 | 0',
    ])
    expect(await seen({ rows: ['street'], where: none, totals: false })).toEqual([])
  })

  it('takes columns of any name', async () => {
    const odd = ['a"b', '😀 表情', 'select', '-minus', '列'.repeat(200), 'x;--']
    const list = odd.map((name, index) => `${index} AS "${name.replaceAll('"', '""')}"`).join(', ')
    await session.make('odd', `SELECT ${list}`)
    for (const name of odd) {
      const values = [{ as: '值', sum: name }]
      expect(await seen({ rows: [name], values }, 'odd')).toHaveLength(2)
    }
    expect(await seen({ rows: odd.slice(0, 4), columns: odd.slice(4) }, 'odd')).toHaveLength(5)
  })

  it('is a table for other queries, of a hundred thousand columns too', async () => {
    await session.make('many', 'SELECT range AS i, range % 3 AS k FROM range(100_000)')
    const pivot = pivotSchema.parse({ from: 'many', rows: ['k'], columns: ['i'] })
    const { rows } = await session.make('p', writePivot(pivot))
    expect(rows).toBe(100_000 + 100_000 + 3 + 1)
    const { all } = await session.query('SELECT max(column_no) AS most, max(row_no) AS rows FROM p')
    expect(all[0]).toEqual({ most: 100_001, rows: 4 })
  })

  it('copies texts that look like formulas as texts', async () => {
    await session.make(
      'evil',
      `SELECT * FROM (VALUES ('=cmd()', -1), ('@x', 2), ('+1', 3)) v(name, n)`,
    )
    const { laid, pivot } = await crosstab(
      { rows: ['name'], values: [{ as: 'n', sum: 'n' }] },
      'evil',
    )
    const text = sheetText(sheetOf(laid, pivot), '来源：试')
    expect(text.split('\r\n')).toEqual([
      'name\tn',
      "'+1\t3",
      "'=cmd()\t-1",
      "'@x\t2",
      '合计\t4',
      '来源：试',
      '',
    ])
  })

  it('is accepted by the engine whatever is chosen', async () => {
    const fields = ['street', 'channel', 'caller', 'closed', 'a"b', '没有']
    const measures: z.input<typeof pivotSchema>['values'] = [
      { as: '件', count: 'rows' },
      { as: '人', distinct: 'caller' },
      { as: '均', avg: 'amount' },
      rate,
    ]
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(fields),
        fc.nat(6),
        fc.subarray(measures, { minLength: 1 }),
        fc.boolean(),
        fc.boolean(),
        fc.subarray(['-street', '-件', '人', '办结率', 'channel']),
        async (chosen, cut, values, rowTotals, columnTotals, order) => {
          const pivot = pivotSchema.parse({
            from: 'tickets',
            rows: chosen.slice(0, Math.min(cut, 4)),
            columns: chosen.slice(Math.min(cut, 4)).slice(0, 3),
            values,
            totals: { rows: rowTotals, columns: columnTotals },
            sort: { rows: order, columns: order.toReversed() },
            limit: 5,
          })
          expect(await session.engine.call('inspect', { sql: writePivot(pivot) })).toMatchObject({
            accepted: true,
          })
        },
      ),
      { numRuns: 40 },
    )
  })
})
