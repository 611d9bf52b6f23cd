import { finding, type Finding, type PrivacyKind } from './finding.ts'
import { matchesOf } from './matches.ts'
import { isAfter } from './plain-text.ts'

function all(plain: string, pattern: RegExp, kind: PrivacyKind, confidence: number): Finding[] {
  return matchesOf(plain, pattern).map(({ 0: text, index }) =>
    finding(kind, index, index + text.length, confidence),
  )
}

/** Lengths are bounded, so that a long text without an `@` costs no time. */
const emailPattern =
  /(?<![\w.%+-])[\w.%+-]{1,64} ?@ ?[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,4}\.[A-Za-z]{2,24}(?![A-Za-z])/g

export function emails(plain: string): Finding[] {
  return all(plain, emailPattern, 'email', 0.95)
}

/** 公安 gives no I and no O; the last of five may be one of these. */
const platePattern =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][ ·•.-]?(?:[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳]|[A-HJ-NP-Z][A-HJ-NP-Z0-9]\d{4}|\d{5}[A-HJ-NP-Z])(?![A-Za-z0-9])/g

/** Plates of cars, with the eight signs of new-energy cars; at most two letters among the last. */
export function plates(plain: string): Finding[] {
  return all(plain, platePattern, 'plate', 0.85).filter(({ start, end }) => {
    const last = plain.slice(start + 2, end).replace(/[ ·•.-]/, '')
    return last.replace(/[^\d]/g, '').length >= 3
  })
}

const passportPattern =
  /(?<![A-Za-z0-9])(?:E[A-HJ-NP-Z]\d{7}|[EG]\d{8}|[SPD]E?\d{7})(?![A-Za-z0-9])/gi
const passportWords = /护照|passport/i

/** E or G with eight digits (E also with a letter and seven), S, P or D; only after the word. */
export function passports(plain: string): Finding[] {
  return all(plain, passportPattern, 'passport', 0.9).filter(({ start }) =>
    isAfter(plain, start, passportWords),
  )
}
