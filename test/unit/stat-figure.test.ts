import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paperPalette } from '../../desktop/domain/notebook/palette.ts'
import { say } from '../../desktop/domain/notebook/stat/finished.ts'
import { drawFigure } from '../../desktop/domain/notebook/stat/figure/draw.ts'
import { figureSummary } from '../../desktop/domain/notebook/stat/figure/figure-summary.ts'
import type { Figure } from '../../desktop/domain/notebook/stat/figure/figure.ts'
import { linear } from '../../desktop/domain/notebook/stat/figure/scale.ts'
import { figureView, smallTableView } from '../../desktop/services/report/figure-view.ts'

const measure = say('平均之差（天）', 'difference (days)')
const both = (text: string) => say(text, text)

/** Figures of any values, few and many, equal and far apart. */
function figuresOf(values: readonly number[], label: string): Figure[] {
  const axis = values.map((_, at) => `${label}${at}`)
  const rows = values.map((value) => ({ label: both(label), value }))
  const intervals = values.map((value) => ({
    label: both(label),
    estimate: value,
    low: value - 1,
    high: value + 1,
  }))
  const reference = { value: 0, label: say('没有差别', 'no difference') }
  const band = { low: values.map((value) => value - 1), high: values.map(() => null) }
  const limits = values.map((value) => value + 3)
  return [
    { kind: 'intervals', measure, rows: intervals, reference },
    { kind: 'bars', measure, rows },
    {
      kind: 'lines',
      measure,
      axis,
      series: [
        { label: both(label), values: [...values.slice(1), null], band },
        { label: both('另'), values },
      ],
      marks: [{ at: 0, label: both('改口径') }],
    },
    {
      kind: 'control',
      measure,
      format: '%',
      axis,
      points: values.map((value, at) => ({ value, signal: at % 2 === 0 })),
      centre: values,
      low: values.map(() => null),
      high: limits,
    },
  ]
}

describe('a figure', () => {
  const value = fc.double({ min: -1e9, max: 1e9, noNaN: true })
  const sheets = fc.record({
    width: fc.integer({ min: 260, max: 760 }),
    letter: fc.integer({ min: 11, max: 30 }),
  })

  it.each([[[5e-324]], [[0, 1e-310]], [[1e9, 1e9 + 1e-7]]])('has a place for %j', (values) => {
    const scale = linear(values, [0, 100])
    const places = values.map((value) => scale.at(value))
    expect([...places, ...scale.ticks].every(Number.isFinite)).toBe(true)
  })

  it('has no place that is no number, whatever its values and its room', () => {
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 30 }),
        fc.string(),
        sheets,
        (values, label, sheet) => {
          for (const figure of figuresOf(values, label)) {
            const { shapes, height } = drawFigure(figure, {
              ...sheet,
              palette: paperPalette,
              pick: ({ zh }) => zh,
            })
            expect(height).toBeGreaterThan(0)
            for (const { tag, attributes } of shapes) {
              const numbers = tag === 'path' ? [attributes['d']] : Object.values(attributes)
              expect(numbers.join(' ')).not.toMatch(/NaN|Infinity|undefined/)
            }
            expect(figureSummary(figure).zh).not.toMatch(/undefined/)
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  it('is told in words, and leaves no markup of its data in a report', () => {
    const figures = figuresOf([1, 2], '<script>"')
    for (const figure of figures) {
      const { text } = figureView(figure)
      expect(text).not.toContain('<script')
      expect(text).toContain('role="img"')
    }
    expect(figureSummary(figures[0]!).zh).toContain('1（0 到 2）')
    const table = {
      title: both('每组'),
      columns: [{ title: both('组') }, { title: both('占比'), format: '%' }],
      rows: [['<b>', 0.5]],
    }
    expect(smallTableView(table).text).toContain('<td>&lt;b&gt;</td><td class="number">50.0%</td>')
  })
})

describe('a scale', () => {
  it.each([
    [
      [0, 10],
      [0, 2, 4, 6, 8, 10],
    ],
    [
      [0.31, 0.37],
      [0.3, 0.32, 0.34, 0.36, 0.38],
    ],
    [
      [5, 5],
      [2, 3, 4, 5, 6, 7, 8],
    ],
    [[], [0, 0.2, 0.4, 0.6, 0.8, 1]],
  ])('of %j has whole steps', (values, ticks) => {
    expect(linear(values, [0, 100]).ticks).toEqual(ticks)
  })
})
