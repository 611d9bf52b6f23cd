import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  conditionOf,
  conditionWords,
  draftOf,
} from '../../desktop/domain/notebook/pivot/condition-draft.ts'
import { parseNotebook } from '../../desktop/domain/notebook/parse.ts'
import { withChange } from '../../desktop/domain/notebook/pivot/edit.ts'
import { columnKind, movedPiece, type Piece } from '../../desktop/domain/notebook/pivot/pieces.ts'
import { pivotSchema } from '../../desktop/domain/notebook/pivot/pivot.ts'
import { groupLabel } from '../../desktop/domain/notebook/pivot/label.ts'
import { groupTitle, titlesOf } from '../../desktop/domain/notebook/pivot/titles.ts'
import { placedSheet } from '../../desktop/domain/notebook/pivot/workbook.ts'
import type { Condition } from '../../desktop/domain/notebook/query/condition.ts'
import { readYaml } from '../../desktop/domain/notebook/yaml-part.ts'

const body = `# 每周一看
from: tickets
rows: [street] # 各街道
columns: [channel]
values:
  - { as: 件数, count: rows } # 全部的件
`
const pivot = pivotSchema.parse({
  from: 'tickets',
  rows: ['street', 'district'],
  columns: ['channel'],
  values: [
    { as: '件数', count: 'rows' },
    { as: '用时', avg: 'days' },
  ],
})
const known = {
  kindOf: (column: string) =>
    (({ days: 'number', day: 'date' }) as const)[column] ?? ('text' as const),
  titles: new Map([['days', '办结用时']]),
}

describe('a pivot’s text', () => {
  it('keeps its comments and what is not changed', () => {
    const changed = withChange(body, {
      columns: [],
      limit: 20,
      totals: { rows: true, columns: false },
    })
    expect(changed).toContain('# 每周一看')
    expect(changed).toContain('rows: [ street ] # 各街道')
    expect(changed).toContain('# 全部的件')
    expect(changed).not.toContain('columns: [channel]')
    const read = readYaml(changed, pivotSchema)
    expect(read).toMatchObject({
      ok: true,
      value: { columns: [], limit: 20, totals: { rows: true, columns: false } },
    })
  })

  it('says what it is given, whatever the names', () => {
    const name = fc.oneof(
      fc.constantFrom('yes', '- a', '#x', 'a: b', '"', '列', '__proto__'),
      fc.string({ minLength: 1, maxLength: 20 }),
    )
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 3 }), name, (rows, value) => {
        const wanted = pivotSchema.safeParse({
          from: 't',
          rows,
          where: [{ column: value, is: value }],
        })
        if (!wanted.success) return
        const { rows: groups, where } = wanted.data
        const written = withChange('from: t', { rows: groups, where })
        expect(readYaml(written, pivotSchema)).toEqual({ ok: true, value: wanted.data })
      }),
      { numRuns: 150 },
    )
  })

  it.each([
    ['a name twice', { rows: ['a'], columns: ['A'] }],
    ['a measure called like a field', { rows: ['a'], values: [{ as: 'a', count: 'rows' }] }],
    ['a field called like a place', { rows: ['row_no'] }],
    ['a format of its own', { formats: { a: 'd => 1' } }],
    ['more columns than anyone reads', { limit: 100_000 }],
    ['SQL as a table', { from: 'a; DROP TABLE b' }],
    ['an unknown part', { having: '1' }],
  ])('refuses %s', (_, part) => {
    expect(pivotSchema.safeParse({ from: 't', ...part }).success).toBe(false)
  })

  it('is a cell with a table, or says what is wrong with it', () => {
    const text = (yaml: string) => `---\ntitle: t\n---\n\`\`\`pivot name=p\n${yaml}\n\`\`\`\n`
    expect(parseNotebook(text('from: t')).blocks[0]).toMatchObject({ kind: 'pivot', name: 'p' })
    expect(parseNotebook(text('from: t\nrows: 1')).problems[0]).toMatchObject({
      kind: 'pivot-wrong',
    })
  })
})

describe('moving a field', () => {
  const names = (change: ReturnType<typeof movedPiece>) => [
    change?.rows?.map(({ column }) => column),
    change?.columns?.map(({ column }) => column),
    change?.values?.map(({ as }) => as),
  ]
  it.each<[string, Piece, Parameters<typeof movedPiece>[2], unknown]>([
    [
      'to another side',
      { zone: 'rows', index: 0 },
      { zone: 'columns' },
      [['district'], ['channel', 'street'], ['件数', '用时']],
    ],
    [
      'before another',
      { zone: 'rows', index: 1 },
      { zone: 'rows', at: 0 },
      [['district', 'street'], ['channel'], ['件数', '用时']],
    ],
    [
      'behind another',
      { zone: 'rows', index: 0 },
      { zone: 'rows', at: 2 },
      [['district', 'street'], ['channel'], ['件数', '用时']],
    ],
    [
      'from the table',
      { zone: 'fields', column: 'day' },
      { zone: 'columns', at: 0 },
      [
        ['street', 'district'],
        ['day', 'channel'],
        ['件数', '用时'],
      ],
    ],
    [
      'that stands on a side already',
      { zone: 'fields', column: 'channel' },
      { zone: 'rows' },
      [['street', 'district', 'channel'], [], ['件数', '用时']],
    ],
    [
      'among the values',
      { zone: 'fields', column: 'days' },
      { zone: 'values' },
      [['street', 'district'], ['channel'], ['件数', '用时', '办结用时 合计']],
    ],
    [
      'from the values to a side',
      { zone: 'values', index: 1 },
      { zone: 'rows' },
      [['street', 'district', 'days'], ['channel'], ['件数']],
    ],
  ])('%s', (_, piece, to, expected) => {
    expect(names(movedPiece(pivot, piece, to, known))).toEqual(expected)
  })

  it('counted rows are on no side', () => {
    expect(movedPiece(pivot, { zone: 'values', index: 0 }, { zone: 'rows' }, known)).toBeUndefined()
  })

  it('dates go by month', () => {
    const change = movedPiece(pivot, { zone: 'fields', column: 'day' }, { zone: 'rows' }, known)
    expect(change?.rows?.at(-1)).toEqual({ column: 'day', by: 'month', as: 'day_month' })
  })
})

describe('conditions in a form', () => {
  const conditions: Condition[] = [
    { column: 'a', is: '东街' },
    { column: 'a', is: ['东街', '西街'] },
    { column: 'a', not: 'x' },
    { column: 'a', contains: '路' },
    { column: 'n', above: 3 },
    { column: 'n', from: 1, to: 2 },
    { column: 'n', is: [1, 2] },
    { column: 'a', empty: true },
    { column: 'a', empty: false },
    { column: 'a', in: '$streets' },
    { column: 'b', is: true },
    { column: 'a', is: '$street' },
  ]
  it.each(conditions)('keeps %j', (condition) => {
    const kind = condition.column === 'n' ? 'number' : condition.column === 'b' ? 'boolean' : 'text'
    expect(conditionOf(draftOf(condition), kind)).toEqual(condition)
    expect(conditionWords(condition, '街道').zh).toMatch(/^街道/)
  })
  it('is none while it is not complete', () => {
    expect(conditionOf({ column: 'a', test: 'is', text: ' ', until: '' }, 'text')).toBeUndefined()
    expect(conditionOf({ column: '', test: 'empty', text: '', until: '' }, 'text')).toBeUndefined()
  })
})

describe('names in a crosstab', () => {
  const ms = Date.UTC(2024, 4, 1)
  it.each([
    [{ column: 'd', by: 'year' }, '2024 年'],
    [{ column: 'd', by: 'quarter' }, '2024 年第 2 季度'],
    [{ column: 'd', by: 'month' }, '2024 年 5 月'],
    [{ column: 'd', by: 'week' }, '2024 年 5 月 1 日起一周'],
    [{ column: 'd', by: 'day' }, '2024 年 5 月 1 日'],
  ] as const)('of %j', (group, label) => {
    expect(groupLabel(group, { kind: 'date', ms })).toBe(label)
  })
  it('of empty and blank groups', () => {
    expect(groupLabel({ column: 'a' }, null)).toBe('（空）')
    expect(groupLabel({ column: 'a' }, ' ')).toBe('（空白）')
  })
  it('are the columns’ titles where all mean the same by them', () => {
    const dataset = (title: string, other: string) =>
      ({
        resources: [
          {
            schema: {
              fields: [
                { name: 'a', title },
                { name: other, title: other },
              ],
            },
          },
        ],
      }) as unknown as Parameters<typeof titlesOf>[0][number]
    const titles = titlesOf([dataset('甲', 'b'), dataset('乙', 'c')])
    expect([...titles]).toEqual([
      ['b', 'b'],
      ['c', 'c'],
    ])
    expect(groupTitle({ column: 'b', by: 'month' }, titles)).toBe('b（按月）')
    expect(groupTitle({ column: 'b', by: 'month', as: 'b_month' }, titles)).toBe('b（按月）')
    expect(groupTitle({ column: 'b', by: 'month', as: '月份' }, titles)).toBe('月份')
  })
})

describe('a workbook of a crosstab', () => {
  it('has numbers as numbers, to the digit that fits', () => {
    const value = (value: never, format?: string) =>
      ({ kind: 'value', value, format, total: false }) as const
    const values = [
      5n,
      2n ** 60n,
      { kind: 'decimal', digits: -1234n, scale: 2 },
      Number.NaN,
      undefined,
      0.5,
    ]
    const sheet = {
      head: [],
      body: [values.map((one) => value(one as never, one === 0.5 ? '%.1' : undefined))],
    }
    const { rows } = placedSheet(sheet, { name: 'p', note: '来源', fields: 1 })
    expect(rows[0]?.map((cell) => cell?.value)).toEqual([
      5,
      '1152921504606846976',
      -12.34,
      'NaN',
      '',
      0.5,
    ])
    expect(rows[0]?.at(-1)?.format).toBe('0.0%')
  })
})

it('knows numbers, dates and texts by their types', () => {
  const kinds = [
    'BIGINT',
    'DECIMAL(18,2)',
    'DOUBLE',
    'HUGEINT',
    'DATE',
    'TIMESTAMP',
    'VARCHAR',
    "ENUM('a')",
    'BOOLEAN',
    'INTEGER[]',
  ]
  expect(kinds.map(columnKind)).toEqual([
    'number',
    'number',
    'number',
    'number',
    'date',
    'date',
    'text',
    'text',
    'boolean',
    'other',
  ])
})
