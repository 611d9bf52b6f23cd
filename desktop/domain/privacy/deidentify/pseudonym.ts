import { residentCheckDigit } from '../resident-id.ts'

/**
 * A person's number or name in the one writing that all files share: half-width, without spaces and
 * dashes, capitals; old resident numbers of 15 digits with their 18, mobiles without +86.
 */
export function sameWriting(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s\u00b7\u2010-\u2015\u2212.-]+/gu, '')
    .toUpperCase()
  if (/^\d{15}$/.test(plain)) {
    const digits = `${plain.slice(0, 6)}19${plain.slice(6)}`
    return digits + residentCheckDigit(digits)
  }
  return plain.replace(/^(?:\+|00)?86(?=1[3-9]\d{9}$)/, '')
}

const signs = 'abcdefghijkmnopqrstuvwyz23456789'

/**
 * Thirteen signs of base 32, of the first 65 bits: no 0 and 1, so that none reads as a phone, and no x,
 * so that none reads as a WeChat id (`wx…`, `vx…`).
 */
export function shortCode(bytes: Uint8Array): string {
  let code = ''
  for (let at = 0; at < 13; at += 1) {
    const bit = at * 5
    const two = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0)
    code += signs[(two >> (11 - (bit & 7))) & 31] ?? ''
  }
  return code
}
