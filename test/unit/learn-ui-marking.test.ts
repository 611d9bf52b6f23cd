import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { figureSchema, type Figure } from '../../desktop/domain/course/figure/figure.ts'
import type { MarkOutcome } from '../../desktop/domain/course/mark/judge.ts'
import type { Span } from '../../desktop/domain/course/mark/span.ts'
import { drawFigure } from '../../desktop/renderer/features/learn/lesson/exercise/figure/draw.ts'
import { emptyEnd } from '../../desktop/renderer/features/learn/lesson/exercise/figure/places.ts'
import {
  fragments,
  stillHolds,
} from '../../desktop/renderer/features/learn/lesson/exercise/mark/fragments.ts'
import { stepped } from '../../desktop/renderer/features/learn/lesson/exercise/mark/stepped.ts'
import {
  noChanges,
  rowsOf,
  withChange,
  withoutChange,
} from '../../desktop/renderer/features/learn/lesson/exercise/repair/changes.ts'
import { viewRows } from '../../desktop/renderer/features/learn/lesson/exercise/repair/view-rows.ts'

describe('marking a text', () => {
  it('a word is cut where marks and findings begin and end', () => {
    const marks = [{ from: 1, to: 3 }]
    const missed = { from: 3, to: 4, outcome: 'missed', say: '' } as const
    expect(fragments({ from: 0, to: 4 }, marks, [missed])).toEqual([
      { from: 0, to: 1, marked: false, outcome: undefined },
      { from: 1, to: 3, marked: true, outcome: undefined },
      { from: 3, to: 4, marked: false, outcome: 'missed' },
    ])
  })

  it.each<[MarkOutcome, boolean, boolean, boolean]>([
    ['found', false, false, true],
    ['part', true, true, false],
    ['missed', true, false, false],
    ['false', false, true, true],
    ['broad', false, true, true],
  ])('%s holds as long as it is true', (outcome, none, half, whole) => {
    const finding = { from: 2, to: 6, outcome, say: '' }
    const holds = (...marks: Span[]) => stillHolds(finding, marks)
    expect(holds()).toBe(none)
    expect(holds({ from: 4, to: 8 })).toBe(half)
    expect(holds({ from: 0, to: 6 })).toBe(whole)
  })

  it('an end moves by whole characters and never past the other', () => {
    const rare = '找𠮷田。'
    expect(stepped(rare, { from: 1, to: 4 }, 'from', 1)).toEqual({ from: 3, to: 4 })
    expect(stepped(rare, { from: 3, to: 4 }, 'from', -1)).toEqual({ from: 1, to: 4 })
    expect(stepped(rare, { from: 3, to: 4 }, 'to', -1)).toEqual({ from: 3, to: 4 })
    expect(stepped(rare, { from: 0, to: 5 }, 'to', 1)).toEqual({ from: 0, to: 5 })
  })
})

const table = {
  columns: [{ name: '户主' }, { name: '人数' }],
  rows: [
    ['王秀兰', '10'],
    ['李明', ''],
    ['赵建国', '9'],
    ['钱桂英', '１０'],
  ],
}

describe('rows in view', () => {
  const view = (wish: Partial<Parameters<typeof viewRows>[1]>) =>
    viewRows(table, { text: '', sort: undefined, only: undefined, ...wish })

  it('are sorted by number, gaps last, ties as they stood', () => {
    expect(view({ sort: { column: 1, descending: false } })).toEqual([2, 0, 3, 1])
    expect(view({ sort: { column: 1, descending: true } })).toEqual([0, 3, 2, 1])
    expect(view({ sort: { column: -1, descending: true } })).toEqual([3, 2, 1, 0])
  })

  it('are found in any way of writing', () => {
    expect(view({ text: '10' })).toEqual([0, 3])
    expect(view({ text: ' 王秀 兰' })).toEqual([0])
    expect(view({ only: new Set([2]) })).toEqual([2])
  })
})

describe('changes of a table', () => {
  it('are one a place, the last at the end', () => {
    const one = { row: 1, column: '人数', value: null }
    const other = { row: 2, column: null, value: null }
    const changes = withChange(withChange(noChanges, one), other)
    const again = withChange(changes, { ...one, value: '3' })
    expect([...again.values()]).toEqual([other, { ...one, value: '3' }])
    expect(withoutChange(again, other).size).toBe(1)
    expect([...rowsOf(changes.values())]).toEqual([0, 1])
  })
})

const label = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }).map((word) => `${word}名`)
const anyFigure = fc
  .record({
    type: fc.constantFrom<Figure['type']>('bar', 'line', 'area', 'pie', 'dots'),
    data: fc.uniqueArray(fc.tuple(label, fc.double({ min: 0.01, max: 1e6, noNaN: true })), {
      minLength: 2,
      maxLength: 12,
      selector: ([name]) => name.trim(),
    }),
    size: fc.constantFrom('radius' as const, 'area' as const, undefined),
  })
  .map(({ type, data, size }) =>
    figureSchema.parse({
      type,
      data,
      title: '图',
      source: null,
      ...(type === 'dots' && size ? { size } : {}),
    }),
  )

it('every figure is drawn inside its room, at any width and size of text', () => {
  const room = fc.record({
    width: fc.integer({ min: 280, max: 1200 }),
    em: fc.integer({ min: 12, max: 24 }),
  })
  fc.assert(
    fc.property(anyFigure, room, (figure, { width, em }) => {
      const { height, plot, filled, labels, axes } = drawFigure(figure, { width, em })
      expect(height).toBeGreaterThan(0)
      expect(plot.width).toBeGreaterThan(0)
      expect(plot.x + plot.width).toBeLessThanOrEqual(width + 0.1)
      expect(filled.map(({ path }) => path).join()).not.toMatch(/NaN|Infinity/)
      for (const { x, y } of labels) {
        expect(x).toBeGreaterThanOrEqual(0)
        expect(x).toBeLessThanOrEqual(width + em)
        expect(y).toBeLessThanOrEqual(height)
      }
      for (const { box } of axes) expect(box.y + box.height).toBeLessThanOrEqual(height + 0.1)
    }),
  )
})

describe('the number of the drawing', () => {
  const figure = (data: [string, number][], order: Figure['order'] = 'given') =>
    figureSchema.parse({ type: 'line', title: '图', data, source: null, order })

  it.each<[[string, number][], Figure['order'], boolean]>([
    [
      [
        ['1 月', 603],
        ['6 月', 11],
      ],
      'given',
      true,
    ],
    [
      [
        ['2023', 96],
        ['2025', 104],
      ],
      'given',
      false,
    ],
    [
      [
        ['甲', 3],
        ['乙', 9],
      ],
      'down',
      true,
    ],
    [
      [
        ['甲', 5],
        ['乙', 5],
      ],
      'given',
      false,
    ],
  ])('stands where the drawing of %j is low', (data, order, end) => {
    expect(emptyEnd(figure(data, order))).toBe(end)
  })
})
