import { describe, expect, it } from 'vitest'
import { querySchema } from '../../desktop/domain/notebook/query/query.ts'
import { unfinishedPeriods } from '../../desktop/domain/notebook/query/unfinished.ts'

const found = (by: string, last: string | undefined, to?: string) => {
  const where = to === undefined ? [] : [{ column: 'day', to }]
  const query = querySchema.parse({ from: 't', where, group: [{ column: 'day', by }] })
  const [one] = unfinishedPeriods(query, () => last)
  return one && [one.from, one.last]
}

describe('a period at the end that is not over', () => {
  it.each<[string, string | undefined, string[] | undefined]>([
    ['month', '2025-09-28', ['2025-09-01', '2025-09-28']],
    ['month', '2025-09-30 23:59:00', undefined],
    ['month', '2024-02-28', ['2024-02-01', '2024-02-28']],
    ['month', '2025-02-28', undefined],
    ['year', '2025-12-30', ['2025-01-01', '2025-12-30']],
    ['year', '2025-12-31', undefined],
    ['quarter', '2025-05-31', ['2025-04-01', '2025-05-31']],
    ['quarter', '2025-06-30', undefined],
    ['week', '2025-11-22', ['2025-11-17', '2025-11-22']], // a Saturday
    ['week', '2025-11-23', undefined],
    ['day', '2025-11-22', undefined],
    ['month', undefined, undefined],
    ['month', '最近', undefined],
  ])('by %s with data until %s', (by, last, expected) => {
    expect(found(by, last)).toEqual(expected)
  })

  it('ends where the conditions end', () => {
    expect(found('month', '2025-09-28', '2025-08-31')).toBeUndefined()
    expect(found('month', '2025-09-30', '2025-08-15')).toEqual(['2025-08-01', '2025-08-15'])
    expect(found('month', '2025-09-28', '$end')).toEqual(['2025-09-01', '2025-09-28'])
  })
})
