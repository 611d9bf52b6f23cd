import { describe, expect, it } from 'vitest'
import type { ColumnSummary } from '../../desktop/contract/table.ts'
import {
  barsOf,
  dayOf,
  findingOf,
  isNumeric,
} from '../../desktop/renderer/ui/summary/column-finding.ts'

const column = (rest: Partial<ColumnSummary>): ColumnSummary => ({
  ...{ name: 'c', type: 'VARCHAR', rows: 10, nulls: 0, distinct: 3, min: null, max: null },
  ...{ bins: [], top: [], ...rest },
})
const top = (...counts: number[]) => counts.map((count, at) => ({ value: `v${at}`, count }))
const bins = [{ from: '0', to: '9', count: 10 }]

describe('what a column’s summary says', () => {
  it('is the range of numbers and dates', () => {
    const ages = column({ type: 'BIGINT', bins, min: '0', max: '9' })
    expect(findingOf(ages)).toEqual({ kind: 'range', from: '0', to: '9' })
    expect(barsOf(ages)).toEqual([10])
  })
  it('is the range also where no number is finite, and there are no bins', () => {
    const none = column({ type: 'DOUBLE', min: 'inf', max: 'nan' })
    expect(findingOf(none)).toEqual({ kind: 'range', from: 'inf', to: 'nan' })
    expect(barsOf(none)).toEqual([])
  })
  it('is the commonest value, as a share of the rows that have one', () => {
    const status = column({ nulls: 2, top: top(6, 2) })
    expect(findingOf(status)).toEqual({ kind: 'most', value: 'v0', share: 0.75 })
    expect(barsOf(status)).toEqual([6, 2])
  })
  it('is that no value occurs twice, without bars that are all alike', () => {
    expect(findingOf(column({ top: top(1, 1, 1) })).kind).toBe('unique')
    expect(barsOf(column({ top: top(1, 1, 1) }))).toEqual([])
  })
  it('is that nothing is there', () => {
    expect(findingOf(column({ nulls: 10 })).kind).toBe('empty')
    expect(findingOf(column({ rows: 0 })).kind).toBe('empty')
  })
  it('is the one value of a single row', () => {
    expect(findingOf(column({ rows: 1, top: top(1) })).kind).toBe('most')
  })
})

it.each([
  ['BIGINT', true],
  ['INTEGER', true],
  ['UTINYINT', true],
  ['HUGEINT', true],
  ['DECIMAL(18,2)', true],
  ['DOUBLE', true],
  ['INTERVAL', false],
  ['DATE', false],
  ['VARCHAR', false],
])('%s is a number: %s', (type, expected) => {
  expect(isNumeric(column({ type }))).toBe(expected)
})

it('writes a moment by its day', () => {
  expect(dayOf(column({ type: 'TIMESTAMP' }), '2023-01-01 02:04:33')).toBe('2023-01-01')
  expect(dayOf(column({ type: 'DATE' }), '2023-01-01')).toBe('2023-01-01')
})
