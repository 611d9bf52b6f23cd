import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fisherExact } from '../../desktop/domain/statistics/fisher.ts'
import { fisherSimulated } from '../../desktop/domain/statistics/fisher-simulated.ts'
import { fisherTable } from '../../desktop/domain/statistics/fisher-table.ts'

/** A table from its columns one after the other, as R's `matrix` reads it. */
const matrix = (values: readonly number[], height: number) =>
  Array.from({ length: height }, (_, row) => values.filter((__, at) => at % height === row))

// sprintf("%.15g", fisher.test(matrix(x, rows))$p.value), R 4.2.2
const cases: readonly (readonly [readonly number[], number, number])[] = [
  [[3, 1, 2, 0, 4, 1, 2, 2, 5], 3, 0.179918378834785],
  [[30, 12, 7, 22, 18, 15], 3, 0.0881800551862695],
  // Job satisfaction, of fisher.test's own examples (A. Agresti, 2002)
  [[1, 2, 1, 0, 3, 3, 6, 1, 10, 10, 14, 9, 6, 7, 12, 11], 4, 0.782684938965675],
  [[2, 0, 1, 3, 1, 2, 0, 4, 1, 1, 5, 0], 3, 0.0451666496558133],
  [[10, 0, 0, 0, 10, 0, 0, 0, 10], 3, 1.08088695157607e-12],
  [[1, 0, 2, 0, 3, 4], 2, 0.466666666666666],
  [[0, 0, 0, 3, 5, 1, 2, 2, 7], 3, 0.0606096689688013],
  [[45, 12, 8, 30, 25, 11, 17, 22, 19], 3, 0.000174481577862696],
  [[8, 2, 1, 5], 2, 0.0349650349650349],
]

describe('Fisher’s exact test of a table', () => {
  it.each(cases)('%j in %d rows: %d', (values, height, wanted) => {
    const found = fisherTable(matrix(values, height))
    expect(Math.abs(Number(found) / wanted - 1)).toBeLessThan(1e-8)
  })

  it.each(cases)('by simulation: %j in %d rows: %d', (values, height, wanted) => {
    const found = Number(fisherSimulated(matrix(values, height)))
    const spread = Math.sqrt((wanted * (1 - wanted)) / 10_000)
    expect(Math.abs(found - wanted)).toBeLessThan(4 * spread + 1.1e-4)
    expect(fisherSimulated(matrix(values, height))).toBe(found)
  })

  it('is that of two by two', () => {
    const count = fc.integer({ min: 0, max: 25 })
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        fc.pre(a + b > 0 && c + d > 0 && a + c > 0 && b + d > 0)
        const wanted = fisherExact([
          [a, b],
          [c, d],
        ])
        const found = fisherTable([
          [a, b],
          [c, d],
        ])
        expect(Math.abs(Number(found) / (wanted ?? 0) - 1)).toBeLessThan(1e-6)
      }),
    )
  })

  it('does not mind the order of rows and columns, nor empty ones', () => {
    const row = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 3 }), (rows) => {
        const found = fisherTable(rows)
        const turned = [0, 1, 2].map((at) => rows.map((one) => one[at] ?? 0)).reverse()
        const other = fisherTable([...turned, rows.map(() => 0)])
        if (found === undefined) expect(other).toBeUndefined()
        else expect(Math.abs(Number(found) - Number(other))).toBeLessThan(1e-9)
      }),
    )
  })

  it('is not told of a table of one row, and refuses what is too large', () => {
    expect(fisherTable([[1, 2, 3]])).toBeUndefined()
    expect(fisherTable([])).toBeUndefined()
    expect(
      fisherSimulated([
        [0, 0],
        [3, 4],
      ]),
    ).toBeUndefined()
    const wide = Array.from({ length: 6 }, (_, i) => [40 + i, 37, 51 - i, 44, 39 + 2 * i, 47])
    expect(fisherTable(wide)).toBe('too-large')
    expect(fisherSimulated(wide)).toBeGreaterThan(0.5)
    expect(
      fisherSimulated([
        [100_000, 100_000],
        [1, 2],
      ]),
    ).toBe('too-large')
  })
})
