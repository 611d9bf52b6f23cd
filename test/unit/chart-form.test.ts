import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  choicesOf,
  hasMore,
  isWhole,
  shapes,
  type ChartChoices,
} from '../../desktop/domain/notebook/chart-form/choices.ts'
import { firstChoices } from '../../desktop/domain/notebook/chart-form/first-choices.ts'
import { proposedTitle } from '../../desktop/domain/notebook/chart-form/title.ts'
import { withChoices, writeChart } from '../../desktop/domain/notebook/chart-form/write.ts'
import { aggregates, colours } from '../../desktop/domain/notebook/channel.ts'
import { chartSchema, type Chart } from '../../desktop/domain/notebook/chart.ts'
import { readYaml } from '../../desktop/domain/notebook/yaml-part.ts'

function read(body: string): Chart {
  const part = readYaml(body, chartSchema)
  if (!part.ok) throw new Error(part.detail.en)
  return part.value
}
const titles = new Map([
  ['street', '街道'],
  ['days', '办结用时'],
])
const written = `# 给区里看的图
title: 东街最多
from: tickets
height: 400 # 高一些
plot:
  - { mark: ruleX, x: 10, label: 门槛 }
  - mark: barX # 主要的
    x: { count: true }
    y: street
    fillOpacity: 0.8
    sort: { y: -x, limit: 5 }
x: { format: 万, domain: [0, 10] }
`

describe('a chart’s form', () => {
  it('shows what a chart says', () => {
    expect(choicesOf(read(written))).toMatchObject({
      from: 'tickets',
      shape: 'barX',
      along: 'street',
      how: 'rows',
      sort: 'most',
      limit: 5,
      title: '东街最多',
      x: { label: '', format: '万' },
    })
    expect(hasMore(read(written))).toBe(true)
  })

  it('changes what is changed, and keeps all else', () => {
    const before = choicesOf(read(written))
    const changed = withChoices(written, {
      ...before,
      how: 'avg',
      column: 'days',
      x: { label: '天', format: '' },
    })
    for (const kept of [
      '# 给区里看的图',
      '# 高一些',
      'ruleX',
      '# 主要的',
      'fillOpacity: 0.8',
      'domain',
      'limit: 5',
    ]) {
      expect(changed).toContain(kept)
    }
    expect(choicesOf(read(changed))).toMatchObject({
      how: 'avg',
      column: 'days',
      x: { label: '天' },
    })
  })

  it('writes nothing where nothing is changed', () => {
    expect(read(withChoices(written, choicesOf(read(written))))).toEqual(read(written))
  })

  it('leaves a chart as it is while too little is chosen, or while it cannot be read', () => {
    const before = choicesOf(read(written))
    expect(withChoices(written, { ...before, shape: 'dot', across: '' })).toBe(written)
    expect(withChoices('title: [', before)).toBe('title: [')
  })

  const column = fc.oneof(
    fc.constantFrom(
      'street',
      'days',
      'true',
      '1',
      '- x',
      '#a',
      'a: b',
      '列',
      'constructor',
      '__proto__',
      ...colours,
    ),
    fc.string({ minLength: 1, maxLength: 12 }).filter((name) => !name.startsWith('$')),
  )
  const choices: fc.Arbitrary<ChartChoices> = fc.record({
    from: fc.constantFrom('tickets', 'a.b'),
    shape: fc.constantFrom(...shapes),
    along: column,
    step: fc.constantFrom('', 'month'),
    across: column,
    how: fc.constantFrom('rows', 'value', ...aggregates),
    column,
    colour: fc.oneof(fc.constant(''), column),
    sort: fc.constantFrom('none', 'most', 'least'),
    limit: fc.option(fc.integer({ min: 1, max: 1000 }), { nil: undefined }),
    title: fc.constantFrom('各街道的件数', '"', '- x', '#'),
    source: fc.constantFrom('', '来源: 一', '{{a.b}}'),
    x: fc.record({ label: fc.constantFrom('', '天'), format: fc.constantFrom('', '万', '%') }),
    y: fc.record({ label: fc.constantFrom('', '件'), format: fc.constantFrom('', '月') }),
    select: fc.constantFrom('', 'brush'),
    filterBy: fc.constantFrom('', 'other'),
  })

  it('writes charts that say what was chosen', () => {
    fc.assert(
      fc.property(choices, choices, (first, next) => {
        const chart = withChoices(writeChart(first), next)
        const seen = choicesOf(read(chart))
        const { shape } = next
        expect(isWhole(seen)).toBe(true)
        expect(seen).toMatchObject({
          from: next.from,
          shape,
          along: next.along,
          title: next.title,
          select: next.select,
          x: next.x,
        })
        if (['dot', 'density', 'cell'].includes(shape)) expect(seen.across).toBe(next.across)
        else expect(seen.colour).toBe(next.colour)
        if (shape === 'barX') expect(seen.sort).toBe(next.sort)
      }),
      { numRuns: 100 },
    )
  })
})

describe('a first chart', () => {
  const ground = { from: 't', rows: 300_000, titles, source: '' }
  const col = (name: string, kind: 'text' | 'number' | 'date' | 'other', distinct?: number) => ({
    name,
    kind,
    distinct,
  })
  it.each([
    [
      'counts names',
      [col('id', 'text', 300_000), col('street', 'text', 12)],
      300_000,
      { shape: 'barX', along: 'street', how: 'rows', limit: undefined, title: '各街道的数量' },
    ],
    [
      'shows the most of many',
      [col('street', 'text', 30)],
      300_000,
      { limit: 20, title: '数量最多的 20 个街道' },
    ],
    [
      'takes a result’s numbers as they are',
      [col('street', 'text'), col('days', 'number')],
      12,
      { how: 'value', column: 'days' },
    ],
    ['follows time', [col('day', 'date')], 300_000, { shape: 'lineY', step: 'month' }],
    [
      'shows how numbers lie',
      [col('days', 'number')],
      300_000,
      { shape: 'rectY', title: '办结用时的分布' },
    ],
  ] as const)('%s', (_, columns, rows, expected) => {
    const first = firstChoices({ ...ground, columns, rows })
    expect(first).toMatchObject(expected)
    if (first) expect(choicesOf(read(writeChart(first)))).toEqual(first)
  })
  it('shows the number that the table is about, all rows where they are few', () => {
    const columns = [
      { name: '序号', kind: 'text', distinct: undefined },
      { name: 'street', kind: 'text', distinct: undefined },
      { name: 'n', kind: 'number', distinct: undefined },
      { name: 'rate', kind: 'number', distinct: undefined },
    ] as const
    const first = firstChoices({ ...ground, columns, rows: 12, main: 'rate' })
    expect(first).toMatchObject({ along: 'street', column: 'rate', limit: undefined })
    expect(firstChoices({ ...ground, columns, rows: 21, main: 'gone' })).toMatchObject({
      column: 'n',
      limit: 20,
    })
  })
  it('is none of a table without columns', () => {
    expect(firstChoices({ ...ground, columns: [] })).toBeUndefined()
  })
})

it('titles say plainly what is shown', () => {
  const base = choicesOf(read(writeChart({ ...choicesOf(read(written)), shape: 'barY' })))
  const title = (part: Partial<ChartChoices>) =>
    proposedTitle({ ...base, limit: undefined, ...part }, titles)
  expect(title({ how: 'avg', column: 'days' })).toBe('各街道的平均办结用时')
  expect(title({ shape: 'cell', across: 'days' })).toBe('各办结用时、各街道的数量')
  expect(title({ shape: 'density', across: 'days' })).toBe('街道与办结用时的关系')
  expect(title({ shape: 'dot', across: 'days' })).toBe('街道与办结用时的关系')
  expect(title({ shape: 'lineY', step: 'month' })).toBe('数量按月的变化')
})
