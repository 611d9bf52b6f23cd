import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { withDataset } from '../../desktop/domain/notebook/attach.ts'
import { parseNotebook } from '../../desktop/domain/notebook/parse.ts'
import { aggregatedFirst } from '../../desktop/domain/notebook/query/aggregate-first.ts'
import { writeBody } from '../../desktop/domain/notebook/query/edit.ts'
import { joinOffers } from '../../desktop/domain/notebook/query/joins.ts'
import { likelyPair } from '../../desktop/domain/notebook/query/likely-pair.ts'
import { tidied } from '../../desktop/domain/notebook/query/tidy.ts'
import { drillQuery } from '../../desktop/domain/notebook/query/drill.ts'
import { mainNumber } from '../../desktop/domain/notebook/query/main-number.ts'
import { querySchema } from '../../desktop/domain/notebook/query/query.ts'
import { writeQuery } from '../../desktop/domain/notebook/query/write-sql.ts'

it('leads from a number to its rows', () => {
  const query = querySchema.parse({
    from: 'events',
    where: [{ column: 'days', above: 1 }],
    group: ['street', { column: 'day', by: 'month' }, { column: 'days', width: 5, as: 'bin' }],
    measure: [{ as: 'n', count: 'rows' }],
  })
  const drilled = drillQuery(query, { street: '甲', month: '2024-01-01', bin: 5 })!
  expect(drilled.where).toEqual([
    { column: 'days', above: 1 },
    { column: 'street', is: '甲' },
    { column: 'day', from: '2024-01-01', to: '2024-01-31' },
    { column: 'days', from: 5 },
    { column: 'days', below: 10 },
  ])
  expect(writeQuery(drilled)).toContain("street = '甲'")
  expect(drillQuery(query, { street: null, month: '2024-02-01', bin: 0 })?.where[1]).toEqual({
    column: 'street',
    empty: true,
  })
  expect(drillQuery(query, { street: '甲' })).toBeUndefined()
})

it('writes a query as an author would, and reads it again', () => {
  const query = querySchema.parse({
    from: 'events',
    join: [{ table: 'streets', on: { street: 'name' }, take: ['people'], only: true }],
    where: [{ column: 'street', is: '甲' }],
    group: ['street', { column: 'day', by: 'month' }],
    measure: [{ as: '件数', count: 'rows' }],
    calculate: [{ as: '排名', rank: '件数' }],
    sort: ['-件数'],
    limit: 5,
  })
  const body = writeBody(query)
  expect(querySchema.parse(parse(body))).toEqual(query)
  expect(body).toContain('where:\n  - { column: street, is: 甲 }')
})

it('lets go of what speaks of columns that are gone', () => {
  const query = querySchema.parse({
    from: 'events',
    group: ['street'],
    measure: [{ as: 'n', count: 'rows' }],
    calculate: [
      { as: 'p', rank: 'n' },
      { as: 'q', rank: 'gone' },
      { as: 'r', divide: ['p', 'q'] },
    ],
    sort: ['-n', 'q', '-p'],
    columns: ['street'],
  })
  const tidy = tidied(query, ['street', 'n'])
  expect(tidy.calculate.map(({ as }) => as)).toEqual(['p'])
  expect(tidy.sort).toEqual(['-n', '-p'])
  expect(tidy.columns).toEqual([])
})

it('keeps calculations on rows that are not grouped while their columns are there', () => {
  const calculate = [
    { as: 'r', divide: ['days', 'people'] },
    { as: 'p', rank: 'r' },
  ]
  const query = querySchema.parse({ from: 'events', calculate, sort: ['p'] })
  expect(tidied(query, ['days', 'people'])).toEqual(query)
  // not known yet is not gone
  expect(tidied(query, [])).toEqual(query)
  expect(tidied({ ...query, columns: ['days'] }, ['days', 'people'])).toMatchObject({
    calculate: [],
    sort: [],
  })
})

it('offers declared keys before columns of the same name', () => {
  const field = (name: string) => ({ name, type: 'string' as const, title: name })
  const resource = (name: string, fields: string[], more: object) => ({
    name,
    schema: { fields: fields.map(field), ...more },
  })
  const datasets = [
    {
      name: 'city',
      resources: [
        resource('streets', ['code', 'people'], { primaryKey: 'code' }),
        resource('houses', ['id', 'street'], {
          foreignKeys: [{ fields: 'street', reference: { resource: 'streets', fields: 'code' } }],
        }),
      ],
    },
    { name: 'codes', resources: [resource('codes', ['id', 'word'], { primaryKey: ['id'] })] },
  ] as unknown as Parameters<typeof joinOffers>[2]
  expect(joinOffers('city.houses', ['id', 'street'], datasets)).toEqual([
    { table: 'city.streets', on: { street: 'code' }, because: 'key', columns: ['people'] },
    { table: 'codes', on: { id: 'id' }, because: 'name', columns: ['word'] },
  ])
})

it('adds a dataset to the front matter and leaves the rest as it is', () => {
  const text = '---\ntitle: 试 # 说明\ndatasets: [a]\n---\n\n正文\n'
  const notebook = parseNotebook(text)
  expect(withDataset(notebook, 'b')).toBe(text.replace('[a]', '[ a, b ]'))
  expect(withDataset(notebook, 'a')).toBe(text)
  const none = parseNotebook('---\r\ntitle: 试\r\n---\r\n')
  expect(parseNotebook(withDataset(none, 'b')).head.datasets.map(({ id }) => id)).toEqual(['b'])
  expect(withDataset(parseNotebook('没有开头'), 'b')).toBe('没有开头')
})

it('takes nothing for a list but a parameter', () => {
  const where = (list: string) => ({ from: 'a', where: [{ column: 'b', in: list }] })
  expect(querySchema.safeParse(where('$kinds')).success).toBe(true)
  for (const list of ['kinds', '$', '$a) OR (1 = 1', '$a, b', '$1']) {
    expect(querySchema.safeParse(where(list)).success).toBe(false)
  }
})

it('keeps a condition that says no', () => {
  const query = querySchema.parse({
    from: 't',
    where: [
      { column: 'a', empty: false },
      { column: 'b', is: false },
    ],
  })
  expect(querySchema.parse(parse(writeBody(query)))).toEqual(query)
})

it.each<[string, string[], string[], [string, string] | undefined]>([
  ['one name', ['code', 'street'], ['street', 'people'], ['street', 'street']],
  ['what stands around it', ['编号', '所属街道'], ['序号', '街道名称'], ['所属街道', '街道名称']],
  ['case and spaces', ['Street '], [' street'], ['Street ', ' street']],
  ['nothing in common', ['编号'], ['街道'], undefined],
  ['only words around', ['名称'], ['所属'], undefined],
  ['no columns', [], [], undefined],
])('finds the pair of columns that likely mean the same: %s', (_, own, other, pair) => {
  const named = (names: string[]) => names.map((name) => ({ name, title: name }))
  const found = likelyPair(named(own), named(other))
  expect(found?.map(({ name }) => name)).toEqual(pair)
})

it('counts another table first in a cell of its own, so that its join repeats no row', () => {
  const notebook = parseNotebook(
    '---\ntitle: 试\n---\n\n说明\n\n```query name=结果\nfrom: people\n```\n\n```query name=工单汇总\nfrom: people\n```\n',
  )
  const join = { table: 'tickets', on: { name: '所属街道' }, take: ['id'], only: false }
  const made = aggregatedFirst(notebook, '结果', join, { cell: '工单汇总', rows: '行数' })
  expect(made.join).toEqual({ ...join, table: '工单汇总_2', take: ['行数'] })
  const cells = parseNotebook(made.source).blocks.filter((block) => block.kind === 'query')
  expect(cells.map(({ name }) => name)).toEqual(['工单汇总_2', '结果', '工单汇总'])
  expect(cells[0]?.query).toMatchObject({
    from: 'tickets',
    where: [{ column: '所属街道', empty: false }],
    group: [{ column: '所属街道' }],
    measure: [{ as: '行数', count: 'rows' }],
  })
})

it.each<[string[], string | undefined]>([
  [['排名'], '每万人件数'],
  [['-件数', '排名'], '件数'],
  [['street'], undefined],
  [['-gone'], undefined],
  [[], undefined],
])('knows the number by which %j puts rows in order', (sort, main) => {
  const query = querySchema.parse({
    from: 'events',
    group: ['street'],
    measure: [{ as: '件数', count: 'rows' }],
    calculate: [
      { as: '每万人件数', divide: ['件数', '件数'], per: 10000 },
      { as: '排名', rank: '每万人件数' },
    ],
    sort,
  })
  expect(mainNumber(query)).toBe(main)
})
