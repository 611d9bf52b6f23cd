import { i18n } from '../../../app/i18n.svelte.ts'

/** 11月26日 09:05 / Nov 26, 09:05; with the year where it is not this one. */
export function timeOf(at: string | number): string {
  const date = new Date(at)
  const thisYear = date.getFullYear() === new Date().getFullYear()
  return new Intl.DateTimeFormat(i18n.language, {
    ...(thisYear ? {} : { year: 'numeric' }),
    month: i18n.language === 'en' ? 'short' : 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).format(date)
}
