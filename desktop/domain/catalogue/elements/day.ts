/** The writings of dates and moments that GB/T 7408.1 knows: basic and extended. */
const writings = [
  /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?$/,
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?)?$/,
]

/** The day of a written date or moment as `YYYY-MM-DD`; `undefined` where it is none of the calendar. */
export function dayOf(text: string): string | undefined {
  for (const writing of writings) {
    const match = writing.exec(text)
    if (!match) continue
    const [, year = '', month = '', day = '', hour = '0', minute = '0', second = '0'] = match
    if (Number(hour) > 24 || Number(minute) > 59 || Number(second) > 60) return undefined
    return isDay(Number(year), Number(month), Number(day)) ? `${year}-${month}-${day}` : undefined
  }
  return undefined
}

/** Whether the Gregorian calendar has this day. */
function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(2000, 0, 1))
  date.setUTCFullYear(year, month - 1, day)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** Whether a text has the shape of a date, whatever its day. */
export function looksLikeDate(text: string): boolean {
  return writings.some((writing) => writing.test(text))
}
