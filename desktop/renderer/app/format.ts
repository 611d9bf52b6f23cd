import { i18n } from './i18n.svelte.ts'

/** 302,418 */
export function count(value: number | bigint): string {
  return new Intl.NumberFormat(i18n.language).format(value)
}

/** A share of one as 12.5% (up to `digits` decimals). */
export function percent(share: number, digits = 1): string {
  const style = { style: 'percent', maximumFractionDigits: digits } as const
  return new Intl.NumberFormat(i18n.language, style).format(share)
}

/** 2026年11月23日 / Nov 23, 2026 */
export function date(iso: string): string {
  return new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' }).format(new Date(iso))
}

/** 11月23日星期一 / Monday, November 23 */
export function day(date: Date): string {
  const style = { month: 'long', day: 'numeric', weekday: 'long' } as const
  return new Intl.DateTimeFormat(i18n.language, style).format(date)
}

/** 09:05 */
export function time(iso: string): string {
  const style = { hour: '2-digit', minute: '2-digit', hour12: false } as const
  return new Intl.DateTimeFormat(i18n.language, style).format(new Date(iso))
}
