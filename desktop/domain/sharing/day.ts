import * as z from 'zod'

/** A day as `2026-10-01`; days compare as texts do. */
export const daySchema = z.iso.date()

export const msPerDay = 86_400_000
/** The whole country keeps UTC+8, without summer time. */
const chinaAheadMs = 8 * 3_600_000

export const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10)

/** The day it is in China at an instant. */
export function chinaDay(instant: Date): string {
  return dayOf(instant.getTime() + chinaAheadMs)
}

/** Days from one day to another; negative where `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / msPerDay
}

/** Saturday or Sunday. */
export function isWeekend(day: string): boolean {
  return isWeekendAt(Date.parse(day))
}

/** The same for midnight UTC of a day, in ms. */
export function isWeekendAt(ms: number): boolean {
  const weekday = new Date(ms).getUTCDay()
  return weekday === 0 || weekday === 6
}
