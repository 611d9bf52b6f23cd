import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { DrawnMark } from '../../desktop/domain/notebook/chart-summary.ts'
import type { ChartFacts } from '../../desktop/domain/notebook/chart-warnings/facts.ts'
import { warningsOf } from '../../desktop/domain/notebook/chart-warnings/warn.ts'
import { chartSchema } from '../../desktop/domain/notebook/chart.ts'

const nothing: ChartFacts = { drawn: [], tables: [], populations: [], titles: new Map() }
const chart = (yaml: string) => chartSchema.parse(parse(`title: 题\nfrom: t\n${yaml}`))
type Drawn = Partial<DrawnMark> & Pick<DrawnMark, 'x' | 'y'>

function kinds(yaml: string, drawn: Drawn, facts: Partial<ChartFacts> = {}): string[] {
  const made = chart(yaml)
  const mark = made.plot[0]?.mark ?? ''
  const all = { ...nothing, drawn: [{ mark, ...drawn }], ...facts }
  return warningsOf(made, all).map(({ kind }) => kind)
}

const months = (count: number, skip?: number) =>
  Array.from({ length: count }, (_, at) => at)
    .filter((at) => at !== skip)
    .map((at) => new Date(Date.UTC(2025, at, 1)))
const many = (count: number) => Array.from({ length: count }, (_, at) => `第${at}项`)
const ones = (count: number, value = 1) => Array.from({ length: count }, () => value)
const places = ['东门街道', '西门街道', '南门街道']
const bars = 'plot: [{ mark: barX, x: n, y: name }]'
const lines = 'plot: [{ mark: lineY, x: month, y: n }]'

const table: readonly [string, string, Drawn, readonly string[]][] = [
  ['a bar from zero', bars, { x: [3, 4], y: ['甲', '乙'] }, []],
  [
    'a bar from 50',
    `${bars}\nx: { domain: [50, 100] }`,
    { x: [60, 70], y: ['甲', '乙'] },
    ['cut-axis'],
  ],
  [
    'a bar told not to begin at 0',
    `${bars}\nx: { zero: false }`,
    { x: [6], y: ['甲'] },
    ['cut-axis'],
  ],
  ['a bar on a log axis', `${bars}\nx: { scale: log }`, { x: [6], y: ['甲'] }, ['cut-axis']],
  ['a bar down to −5', `${bars}\nx: { domain: [-5, 9] }`, { x: [6], y: ['甲'] }, []],
  [
    'an area from 10',
    'plot: [{ mark: areaY, x: a, y: b }]\ny: { domain: [10, 20] }',
    { x: [1, 2], y: [11, 12] },
    ['cut-axis'],
  ],
  ['a line from 10', `${lines}\ny: { domain: [10, 20] }`, { x: [1, 2], y: [11, 12] }, []],
  ['a log line', `${lines}\ny: { scale: log }`, { x: [1, 2], y: [1, 100] }, ['log-axis']],
  [
    'a log line that says so',
    `${lines}\ny: { scale: log, label: 件（对数刻度） }`,
    { x: [1, 2], y: [1, 100] },
    [],
  ],
  ['36 bars', bars, { x: ones(36, 0.5), y: many(36) }, ['many-bars']],
  ['35 bars', bars, { x: ones(35, 0.5), y: many(35) }, []],
  [
    '36 bars cut to 20 in silence',
    'plot: [{ mark: barX, x: n, y: name, sort: { y: -x, limit: 20 } }]',
    { x: ones(36, 0.5), y: many(36) },
    ['cut-off'],
  ],
  [
    'the first 20 of 36, said',
    'subtitle: 前 20 项\nplot: [{ mark: barX, x: n, y: name, sort: { y: -x, limit: 20 } }]',
    { x: ones(36, 0.5), y: many(36) },
    [],
  ],
  [
    'seven lines',
    'plot: [{ mark: lineY, x: a, y: b, stroke: { column: kind } }]',
    { x: ones(7), y: ones(7), channels: { stroke: many(7) } },
    ['many-colours'],
  ],
  [
    'six lines',
    'plot: [{ mark: lineY, x: a, y: b, stroke: { column: kind } }]',
    { x: ones(6), y: ones(6), channels: { stroke: many(6) } },
    [],
  ],
  [
    'counts of streets',
    'plot: [{ mark: barX, x: { count: true }, y: street }]',
    { x: [90, 50, 20], y: places },
    ['no-denominator'],
  ],
  [
    'rates of streets',
    'plot: [{ mark: barX, x: 每万人, y: street }]',
    { x: [9, 5, 2], y: places },
    [],
  ],
  [
    'counts of kinds',
    'plot: [{ mark: barX, x: { count: true }, y: kind }]',
    { x: [90, 50, 20], y: ['噪声', '停车', '绿化'] },
    [],
  ],
  [
    'a negative size',
    'plot: [{ mark: dot, x: a, y: b, r: c }]',
    { x: [1], y: [1], channels: { r: [-4] } },
    ['size'],
  ],
  ['twelve months', lines, { x: months(12), y: ones(12, 50) }, []],
  ['a month left out', lines, { x: months(12, 5), y: ones(11, 50) }, ['time-gap']],
  [
    'dots alone leave the gap to be seen',
    'plot: [{ mark: dot, x: at, y: v }]',
    { x: months(12, 5), y: ones(11, 50) },
    [],
  ],
  [
    'dots that a line joins do not',
    'plot: [{ mark: dot, x: at, y: v }, { mark: lineY, x: at, y: v }]',
    { x: months(12, 5), y: ones(11, 50) },
    ['time-gap'],
  ],
  [
    'years as text, one left out',
    lines,
    { x: ['2015', '2016', '2018', '2019'], y: ones(4) },
    ['time-gap'],
  ],
  [
    'a last month that is not over',
    lines,
    { x: months(8), y: [...ones(7, 50), 12] },
    ['last-period'],
  ],
  ['a fall that began before', lines, { x: months(8), y: [50, 50, 50, 40, 20, 20, 15, 12] }, []],
  [
    'parts of a whole of 120 %',
    'subtitle: 占全部工单的百分比\nplot: [{ mark: barX, x: pct, y: kind }]',
    { x: [70, 50], y: ['甲', '乙'] },
    ['over-100'],
  ],
  [
    'several may be chosen, said',
    'subtitle: 占全部的百分比；可选多项\nplot: [{ mark: barX, x: pct, y: kind }]',
    { x: [70, 50], y: ['甲', '乙'] },
    [],
  ],
  [
    'stacked to 110 %',
    'y: { format: "%" }\nplot: [{ mark: barY, x: g, y: s, fill: { column: k } }]',
    { x: ['甲', '甲', '乙'], y: [0.6, 0.5, 0.4], channels: { fill: ['a', 'b', 'a'] } },
    ['over-100'],
  ],
  ['nothing drawn', bars, { x: [], y: [] }, []],
  [
    'only nulls and infinities',
    bars,
    { x: [null, Infinity, Number.NaN], y: ['甲', '乙', null] },
    [],
  ],
]

describe('a chart warns where it may mislead', () => {
  it.each(table)('%s', (_, yaml, drawn, expected) => {
    expect(kinds(yaml, drawn)).toEqual(expected)
  })

  it('of rates with few cases behind them', () => {
    const rows = [
      { street: '东门街道', 满意率: 0.9, 参评数: 12 },
      { street: '西门街道', 满意率: 0.8, 参评数: 300 },
    ]
    const tables = [{ name: 't', columns: ['street', '满意率', '参评数'], rows }]
    const yaml = 'plot: [{ mark: barX, x: 满意率, y: street }]'
    const drawn = { x: [0.9, 0.8], y: ['东门街道', '西门街道'] }
    expect(kinds(yaml, drawn, { tables })).toEqual(['few-cases'])
    const [few] = warningsOf(chart(yaml), {
      ...nothing,
      tables,
      drawn: [{ mark: 'barX', ...drawn }],
    })
    expect(few?.sentence.zh).toContain('东门街道的“参评数”不到 30')
  })

  it.each([
    ['ranked, names: street, value: { count: true }', 1, ['no-denominator']],
    ['lollipop, names: street, value: 件数', 1, ['no-denominator']],
    ['stacked, names: street, series: kind, value: 件数', 1, ['no-denominator']],
    ['ranked, names: kind, value: { count: true }', 1, []],
    ['ranked, names: street, value: 满意率', 1, ['few-cases']],
    ['ranked, names: street, value: 满意率', 2, []], // a sum, which the picture says itself
    ['share, names: street, series: kind, value: { count: true }', 1, []],
    ['slope, names: street, at: kind, value: { count: true }', 1, []],
  ] as const)('of ready-made bars too: %s, of %s rows each', (draw, n, expected) => {
    const rows = places.map((a) => ({ a, b: '甲', k: null, v: 9, n, box: undefined }))
    const groups = { rows, bad: 0, empty: 0, cut: false, time: false }
    const columns = ['street', '满意率', '参评数']
    const tables = [{ name: 't', columns, rows: [{ street: '东门街道', 满意率: 1, 参评数: 5 }] }]
    const warned = (more: string) =>
      warningsOf(chart(`draw: { kind: ${draw} }${more}`), { ...nothing, tables, groups })
    expect(warned('').map(({ kind }) => kind)).toEqual(expected)
    const cut = warned('\nx: { domain: [5, 10] }').some(({ kind }) => kind === 'cut-axis')
    expect(cut).toBe(!/share|slope/.test(draw))
  })

  it('has a sentence in both languages for each', () => {
    for (const [, yaml, drawn] of table) {
      const made = chart(yaml)
      const all = { ...nothing, drawn: [{ mark: made.plot[0]?.mark ?? '', ...drawn }] }
      for (const { sentence } of warningsOf(made, all)) {
        expect(sentence.zh).toMatch(/。$/)
        expect(sentence.en).toMatch(/\.$/)
      }
    }
  })
})
