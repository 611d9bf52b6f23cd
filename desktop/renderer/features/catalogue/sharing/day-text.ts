import { i18n } from '../../../app/i18n.svelte.ts'

/** 2026年10月8日周四 / Thu, Oct 8, 2026, of a day written as `2026-10-08`. */
export function dayText(day: string): string {
  const style = { year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' } as const
  return new Intl.DateTimeFormat(i18n.language, { ...style, timeZone: 'UTC' }).format(new Date(day))
}

/** The same without the weekday: 2026年12月31日. */
export function plainDay(day: string): string {
  const style = { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(i18n.language, style).format(new Date(day))
}

/** 10月8日周四, of a day in this year; with its year where that is another. */
export function dayInYear(day: string, year: number): string {
  if (!day.startsWith(`${year}-`)) return dayText(day)
  const style = { month: 'long', day: 'numeric', weekday: 'short', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(i18n.language, style).format(new Date(day))
}
