import { parseSpec } from '@uwdata/mosaic-spec'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { calendarUnits, colours } from '../../desktop/domain/notebook/channel.ts'
import { compileChart } from '../../desktop/domain/notebook/chart-spec.ts'
import { chartSchema, parametersOf, sourcesOf } from '../../desktop/domain/notebook/chart.ts'
import type { Palette } from '../../desktop/domain/notebook/palette.ts'

const palette: Palette = {
  colours: Object.fromEntries(
    colours.map((name) => [name, `var(--${name})`]),
  ) as Palette['colours'],
  categories: ['#111111', '#222222'],
  ground: '#ffffff',
  steps: ['#eeeeee', '#888888', '#000000'],
}
const compile = (yaml: string) =>
  compileChart(chartSchema.parse(parse(yaml)), { palette, interactive: true })

describe('a chart compiles to a Mosaic specification', () => {
  it('bars with a threshold and its words', () => {
    const spec = compile(`
title: 排名
from: by_province
plot:
  - { mark: barX, x: share, y: province, sort: { y: -x }, tip: true }
  - { mark: ruleX, x: $threshold, strokeDasharray: 4 3, label: 门槛 }
`)
    expect(spec['plot']).toEqual([
      {
        mark: 'barX',
        data: { from: 'by_province' },
        x: { column: 'share' },
        y: { column: 'province' },
        fill: 'var(--teal)',
        sort: { y: '-x' },
        tip: { format: { y: true, x: true } },
      },
      { mark: 'ruleX', x: '$value_threshold', stroke: 'var(--seal)', strokeDasharray: '4 3' },
      {
        mark: 'text',
        data: [{ label: '门槛' }],
        text: 'label',
        x: '$value_threshold',
        frameAnchor: 'top',
        dy: -14,
        fill: 'var(--seal)',
      },
    ])
    expect(spec).toMatchObject({ xLabel: 'share', yLabel: '\u200b', xGrid: true, yGrid: false })
  })

  it('a brushed histogram before a ground that stays', () => {
    const spec = compile(`
title: 月份
from: hotline_tickets
filter-by: brush
select: { brush: intervalX, as: brush }
plot:
  - { mark: rectY, x: { month: created_at }, y: { count: true }, fill: tint, filtered: false }
  - { mark: rectY, x: { month: created_at }, y: { count: true } }
`)
    const x = { bin: 'created_at', interval: 'month' }
    expect(spec['plot']).toEqual([
      {
        mark: 'rectY',
        data: { from: 'hotline_tickets' },
        x,
        y: { count: null },
        fill: 'var(--tint)',
        inset: 0.5,
      },
      {
        mark: 'rectY',
        data: { from: 'hotline_tickets', filterBy: '$selection_brush' },
        x,
        y: { count: null },
        fill: 'var(--teal)',
        inset: 0.5,
      },
      { select: 'intervalX', as: '$selection_brush' },
    ])
  })

  it('tables in schemas, aggregates, and colours of values', () => {
    const spec = compile(`
title: 点
plot:
  - { mark: dot, from: households.persons, x: { avg: age }, y: { distinct: id }, r: { sum: n }, fill: band }
color: { values: { 超过: teal, 未超过: tint } }
`)
    expect(spec['plot']).toMatchObject([
      {
        data: { from: ['households', 'persons'] },
        x: { avg: 'age' },
        y: { count: 'id', distinct: true },
        r: { sum: 'n' },
        fill: { column: 'band' },
      },
    ])
    expect(spec).toMatchObject({
      colorScale: 'ordinal',
      colorDomain: ['超过', '未超过'],
      colorRange: ['var(--teal)', 'var(--tint)'],
    })
  })

  it('a tip that says whose values they are', () => {
    const spec = compile(
      '{ title: t, from: a, plot: [{ mark: dot, x: p, y: q, r: n, tip: place }] }',
    )
    expect(spec['plot']).toMatchObject([
      {
        channels: { '\u200b': 'place' },
        tip: { format: { '\u200b': true, x: true, y: true, r: false } },
      },
    ])
  })

  it('says what it reads', () => {
    const chart = chartSchema.parse(
      parse(
        '{ title: t, from: a, plot: [{ mark: dot, from: b.c, x: $p, y: q }, { mark: ruleY, y: $r }] }',
      ),
    )
    expect(sourcesOf(chart)).toEqual(['a', 'b.c'])
    expect(parametersOf(chart)).toEqual(['p', 'r'])
  })
})

describe('what a chart may not say is refused', () => {
  const good = { title: 't', from: 'a', plot: [{ mark: 'dot', x: 'x', y: 'y' }] }
  const mark = (change: object) => ({ ...good, plot: [{ ...good.plot[0], ...change }] })
  const hostile: [string, unknown][] = [
    ['extensions', { ...good, config: { extensions: 'spatial' } }],
    ['data with SQL', { ...good, data: { a: { type: 'table', query: 'SELECT 1' } } }],
    ['data from a file', { ...good, data: { a: { file: 'http://example.org/x.parquet' } } }],
    ['params', { ...good, params: { p: { select: 'union' } } }],
    ['an SQL expression', mark({ x: { sql: 'getenv($$HOME$$)' } })],
    ['an SQL expression beside a column', mark({ x: { column: 'x', sql: '1' } })],
    ['a window function', mark({ x: { row_number: null } })],
    ['an expression in an aggregate', mark({ x: { sum: { sql: '1' } } })],
    ['a parameter in an aggregate', mark({ x: { sum: '$p' } })],
    ['inline data', mark({ data: [{ x: 1 }] })],
    ['a function in a tip', mark({ tip: { format: 'd => 1' } })],
    ['a link', mark({ href: 'u' })],
    ['a style', mark({ style: 'position:fixed' })],
    ['a title channel', mark({ title: 'x' })],
    ['a picture', mark({ mark: 'image', src: 'u' })],
    ['geography', mark({ mark: 'geo' })],
    ['an address as a colour', mark({ fill: { column: 'x', url: 'u' } })],
    ['a table function', { ...good, from: "read_csv('/etc/passwd')" }],
    ['a file as a table', { ...good, from: "'/etc/passwd'" }],
    ['a quoted table', { ...good, from: '"a"; DROP TABLE b' }],
    ['a catalogue', { ...good, from: 'system.main.duckdb_settings' }],
    ['a function as a format', { ...good, x: { format: 'd => alert(1)' } }],
    [
      'a dash pattern with more',
      { ...good, plot: [{ mark: 'ruleX', x: 1, strokeDasharray: '4;x' }] },
    ],
    ['a colour of its own', { ...good, plot: [{ mark: 'ruleX', x: 1, stroke: 'url(#x)' }] }],
    ['a selection by a strange name', { ...good, 'filter-by': 'a; b' }],
    ['ten thousand marks', { ...good, plot: Array.from({ length: 10_000 }, () => good.plot[0]) }],
    ['a script as a table', { ...good, from: 'javascript:alert(1)' }],
    [
      'a script as an element',
      { ...good, plot: [{ mark: 'script', src: 'https://example.org/a.js' }] },
    ],
    [
      'a remote picture',
      { ...good, plot: [{ mark: 'image', x: 'x', y: 'y', src: 'https://example.org/a.png' }] },
    ],
    ['a script behind a link', mark({ href: 'javascript:alert(1)' })],
    [
      'a prototype key',
      JSON.parse(
        '{"title":"t","from":"a","plot":[{"mark":"dot","x":"x","y":"y"}],"constructor":{}}',
      ),
    ],
    ['a prototype key in a mark', mark({ constructor: 'x' })],
    ['a prototype key in a channel', mark({ x: { constructor: 'x' } })],
    ['a giant title', { ...good, title: '长'.repeat(1_000_000) }],
    ['a giant column', mark({ x: '长'.repeat(1_000_000) })],
    [
      'a giant value of a colour',
      { ...good, color: { values: { ['长'.repeat(1_000_000)]: 'teal' } } },
    ],
    ['nothing', null],
  ]

  it.each(hostile)('%s', (_, chart) => {
    expect(chartSchema.safeParse(chart).success).toBe(false)
  })

  it('takes the good one', () => {
    expect(chartSchema.safeParse(good).success).toBe(true)
  })
})

describe('whatever a chart says', () => {
  const word = fc.oneof(
    fc.constantFrom(
      'x',
      '列',
      'sql',
      'param',
      'red',
      '"; DROP TABLE a; --',
      'url(x)',
      'constructor',
      '__proto__',
    ),
    fc.string({ minLength: 1, maxLength: 12 }),
  )
  const channel = fc.oneof(
    word,
    fc.integer(),
    word.map((name) => ({ column: name })),
    fc.constant({ count: true }),
    fc
      .tuple(
        fc.constantFrom('sum', 'avg', 'min', 'max', 'median', 'distinct', ...calendarUnits),
        word,
      )
      .map(([key, name]) => ({ [key]: name })),
    word.map((name) => ({ bin: name, steps: 20 })),
    fc.constant('$threshold'),
  )
  const mark = fc.record({
    mark: fc.constantFrom('barX', 'barY', 'rectY', 'areaY', 'dot', 'cell'),
    x: channel,
    y: channel,
    fill: fc.option(fc.oneof(channel, fc.constantFrom(...colours)), { nil: undefined }),
  })
  const chart = fc.record({
    title: fc.constant('t'),
    from: fc.constant('a'),
    plot: fc.array(mark, { minLength: 1, maxLength: 4 }),
  })

  it('its specification holds no more than names, numbers and colours, and Mosaic reads it', () => {
    const keys = new Set([
      'mark',
      'data',
      'from',
      'x',
      'y',
      'r',
      'fill',
      'inset',
      'column',
      'count',
      'distinct',
      'bin',
      'steps',
      'interval',
      'sum',
      'avg',
      'min',
      'max',
      'median',
    ])
    fc.assert(
      fc.property(chart, (raw) => {
        const checked = chartSchema.safeParse(raw)
        if (!checked.success) return
        const spec = compileChart(checked.data, { palette, interactive: true })
        const used = new Set<string>()
        JSON.stringify(spec['plot'], (key, value: unknown) => {
          if (key !== '' && !/^\d+$/.test(key)) used.add(key)
          return value
        })
        expect([...used].filter((key) => !keys.has(key))).toEqual([])
        parseSpec(JSON.parse(JSON.stringify(spec)) as Parameters<typeof parseSpec>[0])
      }),
    )
  })
})
