/** Ready-made ranges of days, by the last day that the data have. */
export type Preset = 'this-month' | 'last-month' | 'this-year' | 'last-year' | 'all'

export interface DayRange {
  readonly from: string
  readonly to: string
}

/** Days that a range may hold; an end that is not there sets no limit. */
export interface DayBounds {
  readonly min?: string | undefined
  readonly max?: string | undefined
}

const iso = (year: number, month: number, day: number) =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10)

/**
 * The ranges that a reader asks for most, relative to `last` (the data’s last day, not today’s):
 * this month and this year go up to it. Ranges that lie outside the bounds are left out, others cut.
 */
export function presetsFor(
  last: string,
  first: string | undefined,
  { min, max }: DayBounds = {},
): ReadonlyMap<Preset, DayRange> {
  const [year = 0, month = 1] = last.split('-').map(Number)
  const ranges: [Preset, DayRange][] = [
    ['this-month', { from: iso(year, month - 1, 1), to: last }],
    ['last-month', { from: iso(year, month - 2, 1), to: iso(year, month - 1, 0) }],
    ['this-year', { from: iso(year, 0, 1), to: last }],
    ['last-year', { from: iso(year - 1, 0, 1), to: iso(year - 1, 11, 31) }],
    ...(first === undefined ? [] : [['all', { from: first, to: last }] as [Preset, DayRange]]),
  ]
  const cut = ranges.map(([preset, { from, to }]): [Preset, DayRange] => [
    preset,
    {
      from: min !== undefined && from < min ? min : from,
      to: max !== undefined && to > max ? max : to,
    },
  ])
  return new Map(cut.filter(([, { from, to }]) => from <= to))
}
