import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  clampTop,
  isScaled,
  LIMIT,
  rowsInView,
  scrollHeight,
  scrollTopOf,
  topOf,
  topToShow,
  type Space,
} from '../../desktop/renderer/ui/grid/scroll-space.ts'

const space = fc.record({
  rows: fc.integer({ min: 0, max: 100_000_000 }),
  rowHeight: fc.integer({ min: 20, max: 80 }),
  viewport: fc.integer({ min: 80, max: 2000 }),
})
const part = fc.double({ min: 0, max: 1, noNaN: true })
const whole = ({ rows, rowHeight }: Space) => rows * rowHeight

describe('the scroll space of a grid', () => {
  it('never asks the browser for more height than it has', () => {
    fc.assert(fc.property(space, (one) => scrollHeight(one) <= LIMIT))
  })

  it('reaches the first and the last row, whatever the number of rows', () => {
    fc.assert(
      fc.property(space, (one) => {
        const end = scrollHeight(one) - one.viewport
        if (end <= 0) return
        expect(topOf(0, one)).toBe(0)
        expect(topOf(end, one)).toBeCloseTo(whole(one) - one.viewport, 3)
        expect(rowsInView(topOf(end, one), one).to).toBe(one.rows)
      }),
    )
  })

  it('leads back to the same place', () => {
    fc.assert(
      fc.property(space, part, (one, share) => {
        const top = clampTop(share * whole(one), one)
        const back = topOf(scrollTopOf(top, one), one)
        expect(Math.abs(back - top)).toBeLessThan(0.01)
      }),
    )
  })

  it('moves pixel by pixel while the rows fit', () => {
    const one = { rows: 31, rowHeight: 34, viewport: 272 }
    expect(isScaled(one)).toBe(false)
    expect(topOf(123, one)).toBe(123)
    expect(rowsInView(340, one, 0)).toEqual({ from: 10, to: 18 })
  })

  it('draws every row in view and few others', () => {
    fc.assert(
      fc.property(space, part, (one, share) => {
        const top = clampTop(share * whole(one), one)
        const { from, to } = rowsInView(top, one)
        if (one.rows === 0) return
        const first = Math.floor(top / one.rowHeight)
        const last = Math.min(one.rows - 1, Math.floor((top + one.viewport - 1) / one.rowHeight))
        expect(from).toBeLessThanOrEqual(first)
        expect(to).toBeGreaterThan(last)
        expect(to - from).toBeLessThanOrEqual(one.viewport / one.rowHeight + 10)
      }),
    )
  })

  it('moves no further than it must to show a row', () => {
    const one = { rows: 100, rowHeight: 30, viewport: 300 }
    expect(topToShow(5, 0, one)).toBe(0)
    expect(topToShow(10, 0, one)).toBe(30)
    expect(topToShow(3, 200, one)).toBe(90)
  })
})
