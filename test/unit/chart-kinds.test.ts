import { parseSpec } from '@uwdata/mosaic-spec'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { limitsOf } from '../../desktop/domain/notebook/chart-kinds/control.ts'
import { drawKind } from '../../desktop/domain/notebook/chart-kinds/draw-kind.ts'
import { writeKindQuery } from '../../desktop/domain/notebook/chart-kinds/kind-query.ts'
import type { KindRow, KindRows } from '../../desktop/domain/notebook/chart-kinds/kind-rows.ts'
import { kindSchema, type KindDrawing } from '../../desktop/domain/notebook/chart-kinds/kinds.ts'
import { spread } from '../../desktop/domain/notebook/chart-kinds/spread.ts'
import { notesOn } from '../../desktop/domain/notebook/chart-notes.ts'
import { chartSchema } from '../../desktop/domain/notebook/chart.ts'
import { paperPalette } from '../../desktop/domain/notebook/palette.ts'
import { kindTable } from '../../desktop/domain/notebook/picture/kind-table.ts'

const written = [
  '{ kind: ranked, names: a, value: { count: true } }',
  '{ kind: lollipop, names: a, value: { avg: v } }',
  '{ kind: grouped, names: a, series: b, value: v }',
  '{ kind: stacked, names: a, series: b, value: v }',
  '{ kind: share, names: a, series: b, value: v }',
  '{ kind: likert, names: a, series: b, value: { count: true }, levels: [不, 是] }',
  '{ kind: pyramid, names: a, series: b, value: v }',
  '{ kind: slope, names: a, at: b, value: v }',
  '{ kind: box, names: a, value: v }',
  '{ kind: panels, panels: a, along: { month: k }, value: v }',
  '{ kind: panels, panels: a, along: k, value: v, as: bar }',
  '{ kind: panels, panels: a, along: k, value: v, as: area }',
  '{ kind: calendar, day: k, value: { count: true } }',
  '{ kind: control, along: { week: k }, value: v }',
  '{ kind: funnel, names: a, value: v }',
]
const drawings = written.map((yaml) => kindSchema.parse(parse(yaml)))
const row = (part: Partial<KindRow>): KindRow => ({
  ...{ a: '甲', b: '乙', k: 1, v: 1, n: 1, box: undefined },
  ...part,
})
const rowsOf = (rows: readonly KindRow[], part: Partial<KindRows> = {}): KindRows => ({
  ...{ rows, bad: 0, empty: 0, cut: false, time: false },
  ...part,
})
function drawn(draw: KindDrawing, rows: KindRows, width = 640) {
  const chart = chartSchema.parse({
    title: '题',
    from: 't',
    draw: { kind: 'funnel', names: 'a', value: 'v' },
  })
  const ground = { palette: paperPalette, interactive: true, scale: 1, em: 12, width }
  return drawKind(draw, rows, { ...ground, chart })
}
const of = (kind: string) => {
  const found = drawings.find((draw) => draw.kind === kind)
  if (!found) throw new Error(kind)
  return found
}

describe('a ready-made kind is read', () => {
  it.each([
    ['an unknown kind', { kind: 'pie', names: 'a', value: 'v' }],
    ['an expression', { kind: 'ranked', names: 'a', value: { sql: '1' } }],
    ['a number as what is measured', { kind: 'ranked', names: 'a', value: 3 }],
    ['a parameter as what is measured', { kind: 'ranked', names: 'a', value: '$p' }],
    ['a part of another kind', { kind: 'ranked', names: 'a', value: 'v', day: 'd' }],
    ['a part that is missing', { kind: 'share', names: 'a', value: 'v' }],
    ['a thousand at the top', { kind: 'ranked', names: 'a', value: 'v', top: 1000 }],
    ['a giant column', { kind: 'ranked', names: '长'.repeat(1_000_000), value: 'v' }],
    ['a style', { kind: 'ranked', names: 'a', value: 'v', style: 'x' }],
    ['binned numbers along', { kind: 'control', along: { bin: 'k' }, value: 'v' }],
  ])('%s is refused', (_, draw) => {
    expect(kindSchema.safeParse(draw).success).toBe(false)
  })
  it.each([
    ['neither layers nor a kind', {}],
    ['a kind with layers', { draw: drawings[0], plot: [{ mark: 'dot', x: 'a', y: 'b' }] }],
    ['a kind that is brushed', { draw: of('funnel'), select: { brush: 'point', as: 's' } }],
  ])('%s is no chart', (_, part) => {
    expect(chartSchema.safeParse({ title: 't', from: 'a', ...part }).success).toBe(false)
  })
})

it('its query groups, quotes every name and takes no number that is none', () => {
  const draw = kindSchema.parse({
    kind: 'share',
    names: 'a"; DROP',
    series: 'b',
    value: { avg: 'v' },
  })
  expect(writeKindQuery('x.y', draw, ['"c" = 1'])).toBe(
    `SELECT a, b, avg(x) FILTER (isfinite(x)) AS v, count(*) AS n, count(*) FILTER (NOT isfinite(x)) AS bad
FROM (SELECT CAST("a""; DROP" AS VARCHAR) AS a, CAST(b AS VARCHAR) AS b, TRY_CAST(v AS DOUBLE) AS x FROM x.y WHERE ("c" = 1))
GROUP BY ALL
ORDER BY v DESC NULLS LAST, a, b
LIMIT 20001`,
  )
})

describe('whatever the data', () => {
  const box = { low: 1, q1: 2, median: 3, q3: 4, high: 5, known: 3 }
  const name = fc.constantFrom('甲', '乙', '$width', '10', '2', '（空）', '长'.repeat(60))
  const amount = fc.oneof(
    fc.integer({ min: -9, max: 9 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  )
  const some = fc.array(
    fc.record({
      a: name,
      b: name,
      k: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 2e12 })),
      v: amount,
      n: fc.constant(1),
      box: fc.constant(box),
    }),
    { maxLength: 12 },
  )
  it.each(drawings.map((draw, index) => [written[index], draw] as const))(
    '%s is drawn, or a sentence says why not',
    (_, draw) => {
      fc.assert(
        fc.property(some, fc.boolean(), fc.constantFrom(240, 900), (rows, time, width) => {
          const { spec, told, summary } = drawn(draw, rowsOf(rows, { time }), width)
          expect(summary.startsWith('题。')).toBe(true)
          if (!spec) expect(told.length).toBeGreaterThan(0)
          else {
            expect(JSON.stringify(spec)).not.toContain('"height":null')
            parseSpec(JSON.parse(JSON.stringify(spec)) as Parameters<typeof parseSpec>[0])
          }
        }),
        { numRuns: 40 },
      )
    },
  )
  it.each(drawings)('of nothing: $kind', (draw) => {
    const { spec, told } = drawn(draw, rowsOf([], { empty: 3, bad: 2 }))
    expect(spec).toBeUndefined()
    expect(told.join('')).toContain('没有可画的数')
    expect(told.join('')).toContain('有 2 行的数是无穷大或不是数')
  })
})

describe('what is not drawn is told', () => {
  const many = Array.from({ length: 5000 }, (_, index) => row({ a: `名${index}`, v: 5000 - index }))
  it('five thousand names', () => {
    const { told } = drawn(of('ranked'), rowsOf(many))
    expect(told.join('')).toContain('共 5000 个，只画了最大的 20 个，其余 4980 个没有画')
  })
  it('a short rest as a bar of its own', () => {
    const rows = Array.from({ length: 22 }, (_, index) => row({ a: `名${index}`, v: 100 - index }))
    const { told, spec } = drawn(of('ranked'), rowsOf(rows))
    expect(told.join('')).toContain('其余 2 个合成一条')
    expect(JSON.stringify(spec)).toContain('其余 2 个')
  })
  it('negatives in a funnel, too many answers, a third sex, one end of a slope', () => {
    const negative = rowsOf([row({ v: -3 }), row({ a: '丙', v: 5 })])
    expect(drawn(of('funnel'), negative).told.join('')).toContain('“甲”是负数')
    const answers = Array.from({ length: 9 }, (_, index) => row({ b: `答${index}` }))
    expect(drawn(of('likert'), rowsOf(answers)).told.join('')).toContain('回答有 9 种')
    const sexes = ['男', '女', '不详'].map((b) => row({ b }))
    expect(drawn(of('pyramid'), rowsOf(sexes)).told.join('')).toContain('左右两边')
    const slope = rowsOf([row({ b: '2020' }), row({ b: '2024' }), row({ a: '丙', b: '2024' })])
    expect(drawn(of('slope'), slope).told.join('')).toContain('有 1 个只有一头有数')
  })
  it('names, infinities and emptiness of layers', () => {
    const chart = chartSchema.parse({ title: 't', plot: [{ mark: 'barX', x: 'x', y: 'y' }] })
    const names = Array.from({ length: 5000 }, (_, index) => `名${index}`)
    const bars = (x: unknown[], y: unknown[]) => notesOn(chart, [{ mark: 'barX', x, y }])
    expect(
      bars(
        names.map(() => 1),
        names,
      )[0],
    ).toContain('有 5000 个名称')
    expect(bars([1, Number.POSITIVE_INFINITY], ['a', 'b'])[0]).toContain('有 1 个数是无穷大')
    expect(bars([null], ['a'])[0]).toContain('没有可画的数')
    expect(bars([1], ['a'])).toEqual([])
  })
})

it('control limits are those of single values', () => {
  // moving ranges 2, 2, 2: mean 2; mean 11; 2.66 × 2
  const limits = limitsOf([10, 12, 10, 12])
  expect(limits?.mean).toBeCloseTo(11)
  expect(limits?.high).toBeCloseTo(16.32)
  expect(limits?.low).toBeCloseTo(5.68)
  expect(limitsOf([1])).toBeUndefined()
})

it('labels keep their order and their distance', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 15 }),
      (values) => {
        const places = spread(values, 3).toSorted((a, b) => a - b)
        places.slice(1).forEach((place, index) => {
          expect(place - (places[index] ?? 0)).toBeGreaterThanOrEqual(3 - 1e-6)
        })
      },
    ),
  )
})

it('a box of equal values is not as wide as the picture', () => {
  const boxed = (v: number) => ({ low: v, q1: v, median: v, q3: v, high: v, known: 9 })
  const domain = (values: readonly number[]) => {
    const rows = values.map((v, at) => row({ a: `${at}`, v: undefined, box: boxed(v) }))
    return drawn(of('box'), rowsOf(rows)).spec?.['xDomain']
  }
  expect(domain([50])).toEqual([45, 55])
  expect(domain([0, 0])).toEqual([-1, 1])
  expect(domain([1, 2])).toBeUndefined()
})

describe('the table behind a ready-made kind', () => {
  const titles = new Map([
    ['a', '街道'],
    ['v', '用时'],
  ])
  const table = (kind: string, rows: readonly KindRow[], part: Partial<KindRows> = {}) =>
    kindTable(of(kind), rowsOf(rows, part), titles)

  it.each([
    [
      'ranked',
      [row({ a: '乙', v: 3 }), row({})],
      ['街道', '数量'],
      [
        ['乙', 3],
        ['甲', 1],
      ],
    ],
    ['grouped', [row({})], ['街道', 'b', '用时'], [['甲', '乙', 1]]],
    ['grouped', [row({ n: 2 })], ['街道', 'b', '用时合计'], [['甲', '乙', 1]]],
    ['lollipop', [row({})], ['街道', '平均用时'], [['甲', 1]]],
    ['slope', [row({})], ['街道', 'b', '用时'], [['甲', '乙', 1]]],
  ] as const)('%s', (kind, rows, columns, cells) => {
    expect(table(kind, rows)).toEqual({ columns, rows: cells })
  })

  it('follows time where there is time, panel by panel', () => {
    const day = (date: string, a: string) => row({ a, k: Date.parse(date), v: 2 })
    const rows = [day('2025-02-01', '乙'), day('2025-01-01', '乙'), day('2025-03-01', '甲')]
    expect(table('calendar', rows, { time: true })).toEqual({
      columns: ['k', '数量'],
      rows: [
        ['2025 年 1 月 1 日', 2],
        ['2025 年 2 月 1 日', 2],
        ['2025 年 3 月 1 日', 2],
      ],
    })
    expect(table('panels', rows, { time: true })).toEqual({
      columns: ['街道', 'k（按月）', '用时'],
      rows: [
        ['甲', '2025 年 3 月 1 日', 2],
        ['乙', '2025 年 1 月 1 日', 2],
        ['乙', '2025 年 2 月 1 日', 2],
      ],
    })
  })

  it('tells the five numbers of a box, and of how many values they are', () => {
    const box = { low: 1, q1: 2, median: 3, q3: 4, high: 5, known: 9 }
    const { columns, rows } = table('box', [row({ v: undefined, box })])
    expect(columns.slice(0, 2)).toEqual(['街道', '用时：5% 分位'])
    expect(rows).toEqual([['甲', 1, 2, 3, 4, 5, 9]])
  })
})
