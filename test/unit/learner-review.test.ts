import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReviewRecord } from '../../desktop/domain/course/record.ts'
import {
  dayNumber,
  dueReviews,
  reviewDays,
  reviewsPerDay,
} from '../../desktop/domain/course/review.ts'

const at = (day: number, hour = 9, minute = 0) => new Date(2026, 10, day, hour, minute)
const learnt = (key: string, date: Date) => ({ key, learntAt: date.toISOString() })
const record = (date: Date, row = 0): ReviewRecord => {
  return { times: 1, row, lastAt: date.toISOString() }
}

describe('reviews', () => {
  it.each([
    ['the same day', at(10), []],
    ['a day too early', at(13, 23, 59), []],
    ['just after midnight of the day', at(14, 0, 0), ['a']],
    ['long after', at(29), ['a']],
    ['with the clock set back an hour over midnight', at(9, 23, 30), []],
    ['with the clock set back by years', new Date(2001, 0, 1), ['a']],
  ])('%s', (_, now, keys) => {
    expect(dueReviews([learnt('a', at(10, 0, 10))], {}, now)).toEqual(keys)
  })

  it('come again after as many days, whether known or not', () => {
    for (const row of [0, 1]) {
      const reviews = { a: record(at(14), row) }
      const due = (now: Date) => dueReviews([learnt('a', at(10))], reviews, now)
      expect(due(at(17))).toEqual([])
      expect(due(at(18))).toEqual(['a'])
    }
  })

  it('rest after four times 会 in a row', () => {
    expect(dueReviews([learnt('a', at(1))], { a: record(at(14), 4) }, at(30))).toEqual([])
  })

  it('are five a day, and a new day begins at midnight', () => {
    const many = Array.from({ length: 9 }, (_, n) => learnt(`k${n}`, at(1)))
    expect(dueReviews(many, {}, at(10))).toHaveLength(5)
    const three = Object.fromEntries(['k0', 'k1', 'k2'].map((key) => [key, record(at(10, 23, 58))]))
    expect(dueReviews(many, three, at(10, 23, 59))).toEqual(['k3', 'k4'])
    expect(dueReviews(many, three, at(11, 0, 1))).toEqual(['k3', 'k4', 'k5', 'k6', 'k7'])
  })

  it('begin with what has waited longest', () => {
    const some = [learnt('new', at(10)), learnt('old', at(2)), learnt('older', at(1))]
    expect(dueReviews(some, {}, at(20))).toEqual(['older', 'old', 'new'])
  })

  it('leave out what is no longer there, and take it up when it is back', () => {
    const reviews = { gone: record(at(2)), here: record(at(2)) }
    expect(dueReviews([learnt('here', at(1))], reviews, at(20))).toEqual(['here'])
    expect(dueReviews([learnt('gone', at(1))], reviews, at(20))).toEqual(['gone'])
  })

  it('stand a date that cannot be read', () => {
    expect(dueReviews([{ key: 'a', learntAt: 'soon' }], {}, at(10))).toEqual(['a'])
  })

  const moments = fc.date({
    min: new Date(2001, 0, 1),
    max: new Date(2060, 0, 1),
    noInvalidDate: true,
  })
  it('never lose anything and never exceed the day, whatever clocks do', () => {
    fc.assert(
      fc.property(fc.array(moments, { maxLength: 12 }), moments, (dates, now) => {
        const candidates = dates.map((date, n) => learnt(`k${n}`, date))
        const due = dueReviews(candidates, {}, now)
        expect(due.length).toBeLessThanOrEqual(reviewsPerDay)
        // reviewed day by day from now on, each comes up within the days that all need
        const reviews: Record<string, ReviewRecord> = {}
        const seen = new Set<string>()
        for (let day = 0; day < reviewDays + dates.length; day += 1) {
          const today = new Date(now.getFullYear(), now.getMonth(), now.getDate() + day, 12)
          for (const key of dueReviews(candidates, reviews, today)) {
            seen.add(key)
            reviews[key] = record(today)
          }
        }
        expect(seen.size).toBe(dates.length)
      }),
      { numRuns: 60 },
    )
  })

  it('count days by the calendar, also where a day has 23 hours', () => {
    expect(dayNumber(at(11, 0, 1)) - dayNumber(at(10, 23, 59))).toBe(1)
  })
})
