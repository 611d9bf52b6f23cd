import { finding, type Finding } from './finding.ts'
import type { WrittenNumber } from './numbers.ts'
import { isAfter } from './plain-text.ts'
import { isCounty } from './words/counties.ts'

/** First two digits of GB/T 2260: provinces, and 81–83 on residence permits for 港澳台居民. */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
)

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkDigits = '10X98765432'

/** The check digit of 17 digits after GB 11643-1999 (ISO 7064, MOD 11-2). */
export function residentCheckDigit(digits: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  return checkDigits[sum % 11] ?? ''
}

const idWords = /身份证|证件号|公民身份|身份号码|身份號碼|\bID\b/i

/**
 * 18 digits with a right check digit, or 15 of the old form with a possible birthday. After a word
 * such as 身份证 a wrong check digit does not save it: a mistyped number still points at a person.
 * The old form has no check digit: without such a word its first six digits must be a county.
 */
export function residentId(plain: string, number: WrittenNumber): Finding | undefined {
  const { digits, start, end } = number
  if (!provinces.has(digits.slice(0, 2))) return undefined
  const found = (confidence: number) => finding('resident_id', start, end, confidence)
  if (digits.length === 18 && isBirthday(digits.slice(6, 14))) {
    if (residentCheckDigit(digits) === digits[17]) return found(1)
    return isAfter(plain, start, idWords) ? found(0.7) : undefined
  }
  if (digits.length === 15 && isBirthday(`19${digits.slice(6, 12)}`)) {
    if (!/^\d+$/.test(digits)) return undefined
    if (isAfter(plain, start, idWords)) return found(0.9)
    return isCounty(digits.slice(0, 6)) ? found(0.6) : undefined
  }
  return undefined
}

/** Whether `yyyymmdd` is a day on which somebody may have been born. */
function isBirthday(text: string): boolean {
  const [year, month, day] = [text.slice(0, 4), text.slice(4, 6), text.slice(6)].map(Number)
  if (year === undefined || month === undefined || day === undefined) return false
  if (year < 1850 || year > 2099) return false
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
