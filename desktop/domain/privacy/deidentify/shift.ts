/** Days are moved by so many at most, either way, and never by none. */
export const mostShiftDays = 30

/** A number of days, −30 to 30 without 0, from a keyed hash. */
export function shiftDays(hash: Uint8Array): number {
  const number = ((hash[0] ?? 0) << 16) | ((hash[1] ?? 0) << 8) | (hash[2] ?? 0)
  const days = (number % (2 * mostShiftDays)) - mostShiftDays
  return days < 0 ? days : days + 1
}

/** A day (`2025-03-05`) or moment (`2025-03-05 10:20:00`), moved by whole days; its time stays. */
export function shiftedDay(text: string, days: number): string | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})(.*)$/.exec(text)
  if (!found) return undefined
  const [, year, month, day, rest = ''] = found
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day) + days))
  const moved = date.toISOString()
  return /^\d{4}-/.test(moved) ? moved.slice(0, 10) + rest : undefined
}
