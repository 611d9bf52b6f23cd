import type { Element } from './element.ts'
import type { Fault } from './fault.ts'
import { fixedDigits } from './format.ts'

type Checker = (value: string) => Fault | undefined

/** What people leave in codes when they type or paste them. */
const litter = /[\s\u200b\ufeff'‘’`\-‐–—·,，]/gu

/** Kinds of values that are codes, in which spaces, dashes and the size of letters say nothing. */
const codeRules = new Set([
  'resident-id',
  'credit-code',
  'organisation-code',
  'division-code',
  'mobile',
  'code-list',
])

/**
 * Puts faults that a known slip explains before those that only say what is wrong: they tell the
 * provider what to do. A value that conforms is never asked about.
 */
export function withRepairs(element: Element, check: Checker): Checker {
  const kind = element.rule?.kind
  const digits = fixedDigits(element.format)
  const isCode = kind !== undefined && codeRules.has(kind)
  return (value) => {
    const fault = check(value)
    if (fault === undefined) return undefined
    if (isCode && /^\d(?:\.\d+)?E\+?\d+$/i.test(value)) return 'scientific'
    if (kind === 'resident-id' && isOldForm(value)) return 'old-form'
    const tidy = tidied(value, isCode)
    if (tidy !== value && (check(tidy) === undefined || check(tidy) === 'label')) return 'untidy'
    if (digits !== undefined && /^\d+$/.test(value) && value.length < digits) {
      if (check(value.padStart(digits, '0')) === undefined) return 'zeros'
    }
    return fault
  }
}

function tidied(value: string, isCode: boolean): string {
  const plain = value.normalize('NFKC').trim()
  return isCode
    ? plain
        .replace(litter, '')
        .replace(/^\+?86(?=1\d{10}$)/, '')
        .toUpperCase()
    : plain
}

/** Fifteen digits with a month and a day where resident IDs of before 1999 have them. */
function isOldForm(value: string): boolean {
  return /^\d{8}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}$/.test(value)
}
