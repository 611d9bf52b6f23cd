import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { writeBody } from '../../desktop/domain/notebook/query/edit.ts'
import { querySchema, type Query } from '../../desktop/domain/notebook/query/query.ts'
import { writeQuery } from '../../desktop/domain/notebook/query/write-sql.ts'
import type { KnownColumn, KnownTable } from '../../desktop/domain/notebook/questions/lexicon.ts'
import { piecesOf } from '../../desktop/domain/notebook/questions/pieces.ts'
import { understand } from '../../desktop/domain/notebook/questions/understand.ts'

const column = (
  name: string,
  title: string,
  kind: KnownColumn['kind'],
  values: string[] = [],
): KnownColumn => ({ name, title, kind, values, last: undefined })

const tickets: KnownTable = {
  name: 'tickets',
  title: '热线工单',
  columns: [
    column('created_at', '受理时间', 'date'),
    column('closed_at', '办结时间', 'date'),
    column('days', '办结用时/天', 'number'),
    column('district', '区', 'text', ['临江区', '南山区']),
    column('street', '街道（镇）', 'text', ['柳堤街道', '科创街道']),
    column('channel', '来源渠道', 'text', ['电话', '网站', '来信']),
    column('type', '诉求类型', 'text', ['投诉', '咨询', '求助']),
    column('last_channel', '上次渠道', 'text', ['来信']),
    column('satisfied', '是否满意', 'boolean'),
  ],
}
const elders: KnownTable = {
  name: 'elders',
  title: '老年居民',
  columns: [
    column('street', '街道（镇）', 'text', ['柳堤街道']),
    column('age', '年龄（下限）/岁', 'number'),
    column('alone', '是否独居', 'boolean'),
  ],
}

/** A query in a line: groups | measures | conditions | calculations | order. */
function shown(query: Query | undefined): string {
  if (!query) return '—'
  const group = query.group.map((one) => ('by' in one ? `${one.column}:${one.by}` : one.column))
  const measure = query.measure.map(({ as, ...rest }) => `${as}=${JSON.stringify(rest)}`)
  const where = query.where.map(({ column: name, ...rest }) => `${name}${JSON.stringify(rest)}`)
  const calculate = query.calculate.map(({ as }) => as)
  const order = [...query.sort, ...(query.limit === undefined ? [] : [String(query.limit)])]
  return [group, measure, where, calculate, order]
    .map((part) => part.join(','))
    .join('|')
    .replaceAll('"', '')
}

describe('a question in Chinese', () => {
  it.each([
    ['各街道件数', 'street|件数={count:rows}|||street'],
    ['各街道有多少件', 'street|件数={count:rows}|||street'],
    ['按来源渠道统计数量', 'channel|件数={count:rows}|||channel'],
    ['每个区的工单数', 'district|件数={count:rows}|||district'],
    ['各街道投诉率', 'street|投诉率={share:[{column:type,is:投诉}]}|||street'],
    [
      '各街道满意率',
      'street|满意率={share:[{column:satisfied,is:true}],of:[{column:satisfied,empty:false}]}|||street',
    ],
    [
      '各街道投诉率同比',
      'street,created_at:month|投诉率={share:[{column:type,is:投诉}]}||投诉率同比|street,month',
    ],
    ['各街道件数同比', 'street,created_at:month|件数={count:rows}||件数同比|street,month'],
    ['各月件数环比', 'created_at:month|件数={count:rows}||件数环比|month'],
    ['按季度的件数环比', 'created_at:quarter|件数={count:rows}||件数环比|quarter'],
    ['历年件数', 'created_at:year|件数={count:rows}|||year'],
    ['逐日件数', 'created_at:day|件数={count:rows}|||day'],
    ['每周件数', 'created_at:week|件数={count:rows}|||week'],
    ['按月累计件数', 'created_at:month|件数={count:rows}||累计件数|month'],
    ['平均办结用时', '|平均办结用时={avg:days}|||'],
    ['各街道平均办结用时', 'street|平均办结用时={avg:days}|||street'],
    ['各街道办结用时中位数', 'street|办结用时中位数={median:days}|||street'],
    ['各街道办结用时合计', 'street|办结用时合计={sum:days}|||street'],
    ['电话有多少件', '|件数={count:rows}|channel{is:电话}||'],
    ['电话和网站的件数', '|件数={count:rows}|channel{is:[电话,网站]}||'],
    [
      '2025年各街道件数',
      'street|件数={count:rows}|created_at{from:2025-01-01,to:2025-12-31}||street',
    ],
    ['2024年2月的件数', '|件数={count:rows}|created_at{from:2024-02-01,to:2024-02-29}||'],
    ['件数最多的前十个街道', 'street|件数={count:rows}|||-件数,10'],
    ['前5名街道', 'street|件数={count:rows}|||-件数,5'],
    ['件数最少的前三街道', 'street|件数={count:rows}|||件数,3'],
    ['各街道件数排名', 'street|件数={count:rows}||件数排名|-件数'],
    ['各渠道投诉的占比', '|件数={count:rows}|type{is:投诉}|件数占比|'],
    ['各来源渠道占比', 'channel|件数={count:rows}||件数占比|channel'],
    ['办结用时超过30天的件数', '|件数={count:rows}|days{from:30}||'],
    ['投诉里电话的件数', '|件数={count:rows}|type{is:投诉},channel{is:电话}||'],
    [
      '柳堤街道的满意率',
      '|满意率={share:[{column:satisfied,is:true}],of:[{column:satisfied,empty:false}]}|street{is:柳堤街道}||',
    ],
    ['按办结时间各月件数', 'closed_at:month|件数={count:rows}|||month'],
    ['各区各街道件数', 'district,street|件数={count:rows}|||district,street'],
    ['', '—'],
    ['？？？', '—'],
    ['你好', '—'],
  ])('%s', (question, expected) => {
    expect(shown(understand(question, [tickets])[0]?.query)).toBe(expected)
  })

  it('says what it is unsure of, and follows what is chosen', () => {
    const question = '各街道投诉率同比'
    const [first] = understand(question, [tickets])
    expect(first?.doubts.map(({ id, options }) => [id, options.length])).toEqual([
      ['denominator', 2],
      ['time', 2],
      ['period', 3],
    ])
    const [other] = understand(question, [tickets], { denominator: 1, time: 1, period: 2 })
    expect(shown(other?.query)).toBe(
      'street,closed_at:year|投诉率={share:[{column:type,is:投诉}],of:[{column:type,empty:false}]}||投诉率同比|street,year',
    )
  })

  it('asks to which column a value belongs', () => {
    const [asked] = understand('来信的件数', [tickets])
    expect(asked?.doubts[0]).toMatchObject({ id: 'value 来信', chosen: 0 })
    const [other] = understand('来信的件数', [tickets], { 'value 来信': 1 })
    expect(other?.query?.where).toEqual([{ column: 'last_channel', is: '来信' }])
  })

  it('puts the table that knows more of the question first', () => {
    expect(understand('各街道独居率', [tickets, elders])[0]?.table.name).toBe('elders')
    expect(understand('各街道投诉率', [elders, tickets])[0]?.table.name).toBe('tickets')
    expect(shown(understand('年龄80岁以上的人数', [tickets, elders])[0]?.query)).toContain(
      'age{from:80}',
    )
  })

  it('names what it did not understand', () => {
    const [read] = understand('各街道的幸福指数', [tickets])
    expect(read?.unknown).toEqual(['幸福指'])
  })

  it('reads any text without harm into a query that can be written', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.constantFrom(
        '各街道"; DROP TABLE x --',
        '$__proto__ 率',
        '率率率',
        '前零名',
        '__proto__',
        '2025年99月',
      ),
      fc
        .array(
          fc.constantFrom(
            '各',
            '街道',
            '率',
            '投诉',
            '同比',
            '前十',
            '2024年',
            '满意',
            '是否',
            '来信',
            '最多',
          ),
        )
        .map((all) => all.join('')),
    )
    fc.assert(
      fc.property(hostile, (question) => {
        for (const { query, pieces } of understand(question, [tickets, elders])) {
          expect(pieces.every(({ from, to }) => from < to && to <= question.length)).toBe(true)
          if (!query) continue
          expect(querySchema.parse(parse(writeBody(query)))).toEqual(query)
          expect(writeQuery(query)).toContain('FROM')
        }
      }),
      { numRuns: 300 },
    )
  })

  it('covers the text with its pieces, in order', () => {
    const question = '请统计 各街道 奇怪的 投诉率'
    const pieces = piecesOf(question, tickets)
    expect(
      pieces
        .map(({ text }) => text)
        .join('')
        .replaceAll(' ', ''),
    ).toBe(question.replaceAll(' ', ''))
  })
})
