import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ColumnSummary } from '../../desktop/contract/table.ts'
import {
  type Bar,
  filtersOf,
  noChoice,
  runsOf,
  span,
  toggledBar,
  withBars,
} from '../../desktop/renderer/ui/summary/choices.ts'

const column = (rest: Partial<ColumnSummary>): ColumnSummary => ({
  ...{ name: 'c', type: 'VARCHAR', rows: 10, nulls: 0, distinct: 3, min: null, max: null },
  ...{ bins: [], top: [], ...rest },
})
const ages = column({
  name: 'age',
  bins: [0, 1, 2].map((n) => ({ from: `${n}`, to: `${n + 1}`, count: 1 })),
})
const street = column({
  name: 'street',
  top: [
    { value: '甲', count: 2 },
    { value: '乙', count: 1 },
  ],
})

describe('what is chosen of columns', () => {
  it('is asked for as runs of bins, values, and what is beside them', () => {
    let chosen = withBars(noChoice, 'age', [2, 0, 1, 'null'])
    chosen = withBars(chosen, 'street', [1, 'rest'])
    expect(filtersOf([ages, street], chosen)).toEqual([
      { kind: 'bins', column: 'age', from: 0, to: 3 },
      { kind: 'null', column: 'age' },
      { kind: 'values', column: 'street', values: ['乙'] },
      { kind: 'rest', column: 'street' },
    ])
    expect(filtersOf([ages, street], noChoice)).toEqual([])
  })

  it('is back where it was after a bar was chosen and chosen again', () => {
    const bars = fc.constantFrom<Bar>(0, 1, 2, 'rest', 'null')
    fc.assert(
      fc.property(fc.uniqueArray(bars, { minLength: 1 }), bars, (some, bar) => {
        const before = withBars(noChoice, 'age', some)
        const after = toggledBar(toggledBar(before, 'age', bar), 'age', bar)
        expect(new Set(after.get('age'))).toEqual(new Set(before.get('age')))
      }),
    )
    expect(toggledBar(withBars(noChoice, 'age', [1]), 'age', 1)).toEqual(noChoice)
  })

  it('falls into runs that hold exactly the chosen bars, and do not touch', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(19)), (chosen) => {
        const runs = runsOf(new Set(chosen))
        const held = runs.flatMap(({ from, to }) => span(from, to - 1))
        expect(held).toEqual(chosen.toSorted((a, b) => a - b))
        expect(runs.every(({ from }, n) => n === 0 || (runs[n - 1]?.to ?? 0) < from)).toBe(true)
      }),
    )
  })
})
