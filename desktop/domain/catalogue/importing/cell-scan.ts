import { creditCheckSign } from '../elements/credit-code.ts'
import type { PrivacyKind } from '../../privacy/finding.ts'
import { findPersonal } from '../../privacy/mask.ts'
import { plainText } from '../../privacy/plain-text.ts'
import type { TitleKind } from './title-kinds.ts'

/** What the gate looks for: a company's code is no person's, and may be kept. */
export type GateKind = PrivacyKind | TitleKind | 'credit_code'

/** A passage of a cell. Offsets count UTF-16 units. */
export interface Passage {
  readonly kind: GateKind
  readonly start: number
  readonly end: number
  readonly confidence: number
  readonly masked: string
}

/** Words that the recognisers want before a number, where a column's title has one like them. */
const contexts: readonly (readonly [RegExp, string])[] = [
  [/护照|passport/iu, '护照 '],
  [/身份证|证件号|公民身份|身份号码/u, '身份证 '],
  [/电话|座机|固话|联系方式|tel|phone/iu, '电话 '],
]

/** What stands before every cell of the column when it is read. */
export function contextOf(title: string): string {
  return contexts.find(([words]) => words.test(title))?.[1] ?? ''
}

/** Every kind has six digits at least, an @, or is a plate: most cells are passed over here. */
function mayHold(cell: string): boolean {
  let digits = 0
  for (let at = 0; at < cell.length; at += 1) {
    const code = cell.charCodeAt(at)
    if (code === 0x40 || code === 0xff20) return true
    if ((code >= 48 && code <= 57) || (code >= 0xff10 && code <= 0xff19)) digits += 1
    if (digits === 6) return true
  }
  return digits >= 3 && mayBePlate.test(cell)
}

/** Days, moments, decimals and up to ten digits are nobody's, unless the title says so. */
const isAmountOrDay =
  /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?|-?\d{1,10}(?:\.\d+)?)$/

const mayBePlate = /[\u4e00-\u9fff][A-Za-zＡ-Ｚａ-ｚ]/

/** Personal information in a cell of a column with this context, in order and apart. */
export function scanCell(cell: string, context: string, title = ''): Passage[] {
  if (!mayHold(cell) || (context === '' && isAmountOrDay.test(cell))) return []
  const shift = context.length
  const personal = findPersonal(context + cell).flatMap(({ start, end, ...rest }): Passage[] =>
    end > shift ? [{ ...rest, start: Math.max(0, start - shift), end: end - shift }] : [],
  )
  const codes = creditCodes(cell, /信用代码/u.test(title)).filter(({ start, end }) =>
    personal.every((one) => one.end <= start || one.start >= end),
  )
  return codes.length === 0 ? personal : [...personal, ...codes].sort((a, b) => a.start - b.start)
}

const creditShape =
  /(?<![0-9A-Za-z])[1-9AGNY][0-9A-HJ-NPQRTUWXY]\d{6}[0-9A-HJ-NPQRTUWXY]{10}(?![0-9A-Za-z])/gi

/** Unified social credit codes after GB 32100-2015; digits alone only where the title says so. */
function creditCodes(cell: string, told: boolean): Passage[] {
  if (cell.length < 18) return []
  return Array.from(plainText(cell).matchAll(creditShape)).flatMap(({ 0: text, index }) => {
    const code = text.toUpperCase()
    if (creditCheckSign(code) !== code[17] || (!told && /^\d+$/.test(code))) return []
    const end = index + text.length
    const masked = '［统一社会信用代码］'
    return [{ kind: 'credit_code', start: index, end, confidence: 0.97, masked }]
  })
}

/** The cell with every passage that is personal replaced by what kind it was. */
export function maskCell(cell: string, context: string, title = ''): string {
  let masked = ''
  let at = 0
  for (const { start, end, masked: label } of scanCell(cell, context, title)) {
    masked += cell.slice(at, start) + label
    at = end
  }
  return masked + cell.slice(at)
}
