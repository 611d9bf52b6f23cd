import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moved, moveOf, type BrushMove } from '../../desktop/domain/notebook/brush/brush.ts'
import { readEnds, type EndTexts } from '../../desktop/domain/notebook/brush/ends.ts'
import { steadyAxes } from '../../desktop/domain/notebook/brush/steady.ts'
import {
  brushLabel,
  brushSide,
  brushWords,
  placesFor,
} from '../../desktop/domain/notebook/brush/words.ts'
import { chartSchema } from '../../desktop/domain/notebook/chart.ts'

const space = { low: 0, high: 100, dates: false }
const allMoves: readonly BrushMove[] = ['back', 'forth', 'narrower', 'wider', 'first', 'last']

describe('a brush under the keyboard', () => {
  it.each([
    ['ArrowLeft', false, 'back'],
    ['ArrowRight', false, 'forth'],
    ['ArrowRight', true, 'wider'],
    ['ArrowDown', true, 'narrower'],
    ['Home', true, 'first'],
    ['a', false, undefined],
  ])('%s (shift %s) is %s', (key, shift, move) => {
    expect(moveOf(key, shift)).toBe(move)
  })

  it.each<[BrushMove, boolean, number, number]>([
    ['back', false, 39, 59],
    ['back', true, 30, 50],
    ['forth', true, 50, 70],
    ['narrower', false, 40, 59],
    ['wider', true, 40, 70],
    ['first', false, 0, 20],
    ['last', false, 80, 100],
  ])('%s (large %s) leads to %d–%d', (move, large, from, to) => {
    expect(moved({ from: 40, to: 60 }, space, move, large)).toEqual({ from, to })
  })

  it('begins in the middle', () => {
    expect(moved(undefined, space, 'back')).toEqual({ from: 40, to: 60 })
  })

  it('never leaves the axis nor turns round', () => {
    const steps = fc.array(fc.tuple(fc.constantFrom(...allMoves), fc.boolean()), { maxLength: 60 })
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
        steps,
        (low, length, all) => {
          const axis = { low, high: low + length, dates: false }
          let now: { from: number; to: number } | undefined
          for (const [move, large] of all) {
            now = moved(now, axis, move, large)
            const slack = length * 1e-9
            expect(now.from).toBeGreaterThanOrEqual(low - slack)
            expect(now.to).toBeLessThanOrEqual(axis.high + slack)
            expect(now.to).toBeGreaterThanOrEqual(now.from)
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})

const chart = (more: object = {}) =>
  chartSchema.parse({
    title: '年龄',
    from: 'people',
    plot: [{ mark: 'rectY', x: { bin: 'age' }, y: { count: true } }],
    select: { brush: 'intervalX', as: 'pick' },
    ...more,
  })
const stretch = (from: number, to: number, within: Partial<typeof space> = {}) =>
  ({ kind: 'stretch', exact: false, from, to, space: { ...space, ...within } }) as const

describe('a brush in words', () => {
  it.each([
    [{}, stretch(59.8, 75.2), '60 至 75'],
    [{}, stretch(0.123, 0.25, { high: 1 }), '0.12 至 0.25'],
    [{ x: { format: '%' } }, stretch(0.12, 0.5, { high: 1 }), '12% 至 50%'],
    [{ x: { format: '万' } }, stretch(12_340, 50_000, { high: 2_000_000 }), '1 万 至 5 万'],
    [
      {},
      stretch(Date.UTC(2024, 0, 5), Date.UTC(2024, 2, 1), {
        low: Date.UTC(2024, 0, 1),
        high: Date.UTC(2024, 11, 31),
        dates: true,
      }),
      '2024 年 1 月 5 日 至 2024 年 3 月 1 日',
    ],
  ])('%j %j is %s', (more, brushed, words) => {
    expect(brushWords(chart(more), brushed)).toBe(words)
  })

  it('writes ends that were named to their last digit', () => {
    expect(brushWords(chart(), { ...stretch(9.25, 20), exact: true })).toBe('9.25 至 20')
  })

  it('names a few items and counts many', () => {
    const some = { kind: 'items', items: ['柳岸街道', '南桥镇'] } as const
    expect(brushWords(chart(), some)).toBe('柳岸街道、南桥镇')
    const many = { kind: 'items', items: Array.from({ length: 9 }, (_, i) => `甲${i}`) } as const
    expect(brushWords(chart(), many)).toBe('甲0、甲1、甲2、甲3、甲4、甲5等 9 项')
  })

  it('calls it by the axis, else by the column’s title', () => {
    const titled = (column: string) => (column === 'age' ? '年龄（岁）' : column)
    expect(brushLabel(chart({ x: { label: '岁数' } }), titled)).toBe('岁数')
    expect(brushLabel(chart(), titled)).toBe('年龄（岁）')
  })

  it('knows the side: names left of lying bars are chosen along y', () => {
    const point = { select: { brush: 'point', as: 'pick' } }
    const lying = { plot: [{ mark: 'barX', x: { count: true }, y: 'street' }] }
    expect(brushSide(chart({ ...point, ...lying }))).toBe('y')
    expect(brushSide(chart(point))).toBe('x')
    expect(brushSide(chart({ select: { brush: 'intervalY', as: 'pick' } }))).toBe('y')
  })

  it.each([
    [0, 0],
    [NaN, 0],
    [Infinity, 0],
    [100, 0],
    [2000, 0],
    [1, 2],
  ])('tells the steps of %d apart with %d decimals', (span, places) => {
    expect(placesFor(span)).toBe(places)
  })
})

describe('axes under a brush', () => {
  const sides = (more: object) => Object.keys(steadyAxes(chart({ 'filter-by': 'pick', ...more })))
  it('stay where they are, but for amounts', () => {
    expect(steadyAxes(chart())).toEqual({})
    expect(sides({})).toEqual(['xDomain'])
    expect(sides({ x: { domain: [0, 10] } })).toEqual([])
    expect(sides({ plot: [{ mark: 'barX', x: { count: true }, y: 'street' }] })).toEqual([
      'yDomain',
    ])
    expect(sides({ plot: [{ mark: 'density', x: 'a', y: 'b' }] })).toEqual(['xDomain', 'yDomain'])
  })
})

describe('the two ends, typed', () => {
  const read = (texts: EndTexts, axis: object = {}, dates = false) =>
    readEnds(texts, chart({ x: axis }), { ...space, dates })
  it.each([
    [{ from: '10', to: '20' }, {}, { from: 10, to: 20 }],
    [{ from: '', to: '20' }, {}, { from: 0, to: 20 }],
    [{ from: '1,000', to: '' }, {}, { from: 1000, to: 1000 }],
    [{ from: '５０', to: '60' }, {}, { from: 50, to: 60 }],
    [{ from: '10%', to: '50' }, { format: '%' }, { from: 0.1, to: 0.5 }],
    [{ from: '1', to: '2' }, { format: '万' }, { from: 10_000, to: 20_000 }],
  ])('%j on %j is %j', (texts, axis, ends) => {
    const found = read(texts, axis)
    expect(found).toMatchObject({ ok: true })
    if (found.ok) {
      expect(found.from).toBeCloseTo(ends.from, 9)
      expect(found.to).toBeCloseTo(ends.to, 9)
    }
  })

  it.each([
    [{ from: 'abc', to: '' }, 'from'],
    [{ from: '', to: '1e999' }, 'to'],
    [{ from: '20', to: '10' }, 'order'],
    [{ from: '', to: '' }, 'empty'],
  ])('%j is refused: %s', (texts, why) => {
    expect(read(texts)).toEqual({ ok: false, why })
  })

  it('reads days, the last one to its end', () => {
    const days = read({ from: '2024-01-05', to: '2024-01-06' }, {}, true)
    expect(days).toEqual({
      ok: true,
      from: Date.UTC(2024, 0, 5),
      to: Date.UTC(2024, 0, 7) - 1,
    })
    expect(read({ from: '2024-13-05', to: '' }, {}, true)).toEqual({ ok: false, why: 'from' })
  })
})
