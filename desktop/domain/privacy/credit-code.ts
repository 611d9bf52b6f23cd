import { creditCheckSign } from '../catalogue/elements/credit-code.ts'
import { finding, type Finding } from './finding.ts'
import { matchesOf } from './matches.ts'
import { isAfter } from './plain-text.ts'

const shape =
  /(?<![0-9A-Za-z])[1-9AGNY][0-9A-HJ-NPQRTUWXY]\d{6}[0-9A-HJ-NPQRTUWXY]{10}(?![0-9A-Za-z])/gi

const words = /信用代码/u

/** Unified social credit codes after GB 32100-2015; digits alone only after the word. */
export function creditCodes(plain: string): Finding[] {
  return matchesOf(plain, shape).flatMap(({ 0: text, index }) => {
    const code = text.toUpperCase()
    if (creditCheckSign(code) !== code[17]) return []
    if (/^\d+$/.test(code) && !isAfter(plain, index, words)) return []
    return [finding('credit_code', index, index + text.length, 0.97)]
  })
}
