import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  calendarProblems,
  readCalendar,
  type CalendarProblem,
} from '../../desktop/domain/sharing/calendar-problems.ts'
import { clocksFrom, dueOn } from '../../desktop/domain/sharing/clocks.ts'
import { chinaDay } from '../../desktop/domain/sharing/day.ts'
import {
  inOrder,
  withYears,
  type Calendar,
  type HolidayYear,
} from '../../desktop/domain/sharing/holidays.ts'
import {
  addWorkingDays,
  countWorkingDays,
  isWorkingDay,
} from '../../desktop/domain/sharing/working-days.ts'

const shippedText = readFileSync(new URL('../../datasets/holidays.json', import.meta.url), 'utf8')
const calendar = readCalendar(shippedText)!
const none: Calendar = { years: [] }
const yearOf = (year: number) => calendar.years.find((each) => each.year === year)!

describe('the shipped calendar', () => {
  it('is right in form and days', () => {
    expect(calendarProblems(calendar)).toEqual([])
    expect(calendar.years.map(({ year }) => year)).toEqual([2023, 2024, 2025, 2026])
    expect(calendar.years.map(inOrder)).toEqual(calendar.years)
  })

  it.each([
    ['2026-10-01', false],
    ['2026-10-07', false],
    ['2026-10-08', true],
    ['2026-10-10', true], // a Saturday worked in exchange
    ['2026-10-11', false],
    ['2026-02-14', true],
    ['2026-02-20', false],
    ['2025-01-26', true], // a Sunday
    ['2024-02-09', true], // 除夕: leave was encouraged, not given
    ['2023-10-08', true],
    ['2022-12-31', false],
    ['2026-03-04', true],
    ['2026-03-07', false],
  ])('%s: working %s', (day, working) => {
    expect(isWorkingDay(day, calendar)).toBe(working)
  })
})

describe('counting working days', () => {
  it.each([
    // over 国庆: 9-30, then 10-8, 10-9, 10-10 (Saturday)
    ['2026-09-29', 1, '2026-09-30'],
    ['2026-09-29', 4, '2026-10-10'],
    ['2026-09-29', 5, '2026-10-12'],
    ['2026-09-30', 1, '2026-10-08'],
    // over 春节, with Saturdays worked before and after
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-13', 2, '2026-02-24'],
    ['2026-02-13', 6, '2026-02-28'],
    ['2026-02-13', 10, '2026-03-05'],
    ['2025-09-26', 1, '2025-09-28'],
    ['2025-09-30', 1, '2025-10-09'],
    ['2025-12-31', 1, '2026-01-04'],
    ['2023-09-28', 1, '2023-10-07'],
    // asked on a day off, it counts from the next working day
    ['2026-10-03', 1, '2026-10-08'],
    ['2026-03-02', 10, '2026-03-16'],
    ['2026-03-02', 0, '2026-03-02'],
  ])('%s and %i working days: %s', (from, count, date) => {
    expect(addWorkingDays(from, count, calendar)).toEqual({ date, beyond: false })
    expect(countWorkingDays(from, date, calendar)).toBe(count)
  })

  it('says where the calendar ended, and goes on from Monday to Friday', () => {
    expect(addWorkingDays('2026-12-30', 1, calendar)).toEqual({ date: '2026-12-31', beyond: false })
    // 1 January 2027 is a Friday: nobody has announced it yet
    expect(addWorkingDays('2026-12-30', 2, calendar)).toEqual({ date: '2027-01-01', beyond: true })
    expect(addWorkingDays('2027-03-05', 1, calendar)).toEqual({ date: '2027-03-08', beyond: true })
    expect(addWorkingDays('2020-10-01', 1, calendar)).toEqual({ date: '2020-10-02', beyond: true })
    expect(addWorkingDays('2026-10-01', 1, none)).toEqual({ date: '2026-10-02', beyond: true })
  })

  it('knows the day in China from any instant', () => {
    expect(chinaDay(new Date('2026-10-08T15:59:59Z'))).toBe('2026-10-08')
    expect(chinaDay(new Date('2026-10-08T16:00:00Z'))).toBe('2026-10-09')
  })

  const day = fc
    .date({ min: new Date('2022-06-01'), max: new Date('2027-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  const count = fc.integer({ min: 1, max: 60 })

  it('is the inverse of adding, and the day reached is worked on', () => {
    fc.assert(
      fc.property(day, count, (from, days) => {
        const { date } = addWorkingDays(from, days, calendar)
        expect(isWorkingDay(date, calendar)).toBe(true)
        expect(countWorkingDays(from, date, calendar)).toBe(days)
      }),
    )
  })

  it('later days and longer terms never end earlier', () => {
    fc.assert(
      fc.property(day, day, count, count, (one, other, few, more) => {
        const [from, later] = [one, other].toSorted()
        const [short, long] = [few, more].toSorted((a, b) => a - b)
        const end = addWorkingDays(from!, short!, calendar).date
        expect(end <= addWorkingDays(later!, short!, calendar).date).toBe(true)
        expect(end <= addWorkingDays(from!, long!, calendar).date).toBe(true)
      }),
    )
  })
})

describe('the clocks', () => {
  it('run 1 or 10 days to the reply, and 20 to the sharing', () => {
    expect(clocksFrom('unconditional', '2026-03-02', calendar)).toEqual({
      reply: { date: '2026-03-03', beyond: false },
      provide: { date: '2026-03-31', beyond: false },
    })
    expect(clocksFrom('conditional', '2026-09-25', calendar)?.reply.date).toBe('2026-10-15')
    expect(clocksFrom('none', '2026-03-02', calendar)).toBeUndefined()
  })

  it.each([
    ['2026-10-08', { overdue: false, days: 2 }],
    ['2026-10-10', { overdue: false, days: 0 }],
    ['2026-10-11', { overdue: true, days: 0 }],
    ['2026-10-13', { overdue: true, days: 2 }],
  ])('due on 2026-10-10, seen on %s', (today, expected) => {
    expect(dueOn({ date: '2026-10-10', beyond: false }, today, calendar)).toMatchObject(expected)
  })
})

const holiday = (name: string, from: string, to: string) => ({ name, from, to })
const edited = (change: Partial<HolidayYear>) =>
  withYears(calendar, [{ ...yearOf(2026), ...change }])
const added = (year: number): HolidayYear => ({
  year,
  source: { title: '通知', date: `${year - 1}-11-01` },
  holidays: [holiday('元旦', `${year}-01-01`, `${year}-01-01`)],
  makeUp: [],
})
const more = (...holidays: HolidayYear['holidays']) => ({
  holidays: [...yearOf(2026).holidays, ...holidays],
})

describe('an edited calendar', () => {
  const cases: readonly (readonly [string, Calendar, Partial<CalendarProblem>])[] = [
    [
      'overlap in a year',
      edited(more(holiday('加放', '2026-10-07', '2026-10-08'))),
      { code: 'overlap', what: '国庆节', other: '加放' },
    ],
    [
      'overlap over two years',
      edited(more(holiday('早', '2025-12-31', '2026-01-01'))),
      { code: 'overlap', what: '早', other: '元旦' },
    ],
    ['backwards', edited(more(holiday('反', '2026-11-05', '2026-11-03'))), { code: 'backwards' }],
    [
      'another year',
      edited(more(holiday('远', '2027-11-05', '2027-11-05'))),
      { code: 'other_year' },
    ],
    ['too long', edited(more(holiday('长', '2026-07-01', '2026-08-15'))), { code: 'too_long' }],
    ['work on a weekday', edited({ makeUp: ['2026-03-04'] }), { code: 'make_up_weekday' }],
    [
      'work on a day off',
      edited({ makeUp: ['2026-10-04'] }),
      { code: 'make_up_off', what: '2026-10-04', other: '国庆节' },
    ],
    ['work twice', edited({ makeUp: ['2026-03-07', '2026-03-07'] }), { code: 'make_up_twice' }],
    ['work in another year', edited({ makeUp: ['2027-03-06'] }), { code: 'other_year' }],
    ['a gap', withYears(calendar, [added(2028)]), { code: 'year_missing', what: '2027' }],
    ['a year twice', { years: [...calendar.years, yearOf(2026)] }, { code: 'year_twice' }],
  ]
  it.each(cases)('%s', (_name, broken, problem) => {
    expect(calendarProblems(broken)).toContainEqual(expect.objectContaining(problem))
  })

  it('takes a further year', () => {
    const longer = withYears(calendar, [added(2027)])
    expect(calendarProblems(longer)).toEqual([])
    expect(addWorkingDays('2026-12-31', 1, longer)).toEqual({ date: '2027-01-04', beyond: false })
  })

  it.each([
    ['no JSON', shippedText.slice(0, 300)],
    ['an end that the years do not reach', shippedText.replace('2026-12-31', '2027-12-31')],
    ['a day that does not exist', shippedText.replace('2026-10-07', '2026-10-32')],
    ['an overlap', shippedText.replace('2026-05-05', '2026-06-19')],
    ['a key of another kind', shippedText.replace('"makeUp"', '"workdays"')],
  ])('is not read with %s', (_name, text) => {
    expect(readCalendar(text)).toBeUndefined()
  })
})
