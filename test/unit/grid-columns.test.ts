import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  columnsInView,
  drawnColumns,
  frozenWidth,
  layoutOf,
  leftToShow,
  widthOf,
} from '../../desktop/renderer/ui/grid/column-layout.ts'

const wide = (count: number, width = 100) =>
  Array.from({ length: count }, () => ({ width, set: false }))

describe('the columns of a grid', () => {
  it('share what room is left, except those that somebody set', () => {
    const wished = [
      { width: 100, set: false },
      { width: 200, set: true },
      { width: 100, set: false },
    ]
    expect(layoutOf(wished, 1000, 0).widths).toEqual([400, 200, 400])
    expect(layoutOf(wished, 300, 0).widths).toEqual([100, 200, 100])
  })

  it('stay at the left only as far as the others have room', () => {
    expect(layoutOf(wide(20), 1000, 3).frozen).toBe(3)
    expect(layoutOf(wide(20), 1000, 15).frozen).toBe(7)
    expect(layoutOf(wide(20), 1000, 99).frozen).toBe(7)
    expect(layoutOf(wide(20), 50, 1).frozen).toBe(0)
  })

  const any = fc.record({
    widths: fc.array(fc.integer({ min: 30, max: 600 }), { minLength: 1, maxLength: 2000 }),
    viewport: fc.integer({ min: 200, max: 2000 }),
    frozen: fc.nat(5),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })

  it('are drawn where they are in view, and few others, each in its place', () => {
    fc.assert(
      fc.property(any, ({ widths, viewport, frozen, share }) => {
        const wished = widths.map((width) => ({ width, set: true }))
        const layout = layoutOf(wished, viewport, frozen)
        const left = share * Math.max(0, widthOf(layout) - viewport)
        const drawn = drawnColumns(layout, columnsInView(layout, left, viewport))
        const numbers = new Set(drawn.map(({ column }) => column))
        for (const column of widths.keys()) {
          const start = layout.starts[column]!
          const end = layout.starts[column + 1]!
          const seen = end > left + frozenWidth(layout) && start < left + viewport
          if (seen || column < layout.frozen) expect(numbers.has(column)).toBe(true)
        }
        expect(drawn.length).toBeLessThanOrEqual(viewport / 30 + 10 + layout.frozen)
        let at = 0
        for (const { column, width, gap } of drawn) {
          at += gap
          expect(at).toBe(layout.starts[column])
          at += width
        }
      }),
      { numRuns: 60 },
    )
  })

  it('are moved no further than they must to be seen whole', () => {
    const layout = layoutOf(wide(100), 1000, 2)
    expect(leftToShow(layout, 0, 5000, 1000)).toBe(5000)
    expect(leftToShow(layout, 5, 0, 1000)).toBe(0)
    expect(leftToShow(layout, 12, 0, 1000)).toBe(300)
    expect(leftToShow(layout, 12, 5000, 1000)).toBe(1000)
    expect(leftToShow(layout, 99, 0, 1000)).toBe(9000)
    expect(leftToShow(layoutOf([{ width: 2000, set: true }], 1000, 0), 0, 0, 1000)).toBe(0)
  })
})
