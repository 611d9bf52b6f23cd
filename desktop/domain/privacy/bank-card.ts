import { finding, type Finding } from './finding.ts'
import type { WrittenNumber } from './numbers.ts'

/**
 * Issuers' prefixes after ISO/IEC 7812 and the lengths that go with them: 银联 62; Visa 4; Mastercard
 * 51–55 and 2221–2720; JCB 3528–3589; American Express 34 and 37; and 9558, of older cards.
 */
const issuers: readonly RegExp[] = [
  /^62\d{14,17}$/,
  /^4\d{15}$/,
  /^5[1-5]\d{14}$/,
  /^2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}$/,
  /^35(?:2[89]|[3-8]\d)\d{12}$/,
  /^3[47]\d{13}$/,
  /^9558\d{15}$/,
]

/** In one piece, in fours, or six and the rest: how cards are printed and copied. */
const grouping = /^(?:\d+|4,4,4,4(?:,[1-3])?|6,\d+|4,6,5)$/

/** A card number: a known issuer *and* the check digit. */
export function bankCard(_plain: string, number: WrittenNumber): Finding | undefined {
  const { digits, groups, start, end } = number
  if (!issuers.some((issuer) => issuer.test(digits)) || !grouping.test(groups.join())) {
    return undefined
  }
  return passesLuhn(digits) ? finding('bank_card', start, end, 0.9) : undefined
}

/** The check of ISO/IEC 7812-1, annex B. */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index])
    const doubled = digit * 2 > 9 ? digit * 2 - 9 : digit * 2
    sum += index % 2 === 0 ? digit : doubled
  }
  return sum % 10 === 0
}
