/** How a number is written beyond its bare digits. */
export type NumberForm = 'wide' | 'comma' | 'percent' | 'wan' | 'yi' | 'spaced'

export interface ReadNumber {
  /** In decimal notation, half-width, without separators: `-1234.5`. 万 and 亿 are multiplied out. */
  readonly text: string
  readonly forms: readonly NumberForm[]
}

const shape = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(%|万|亿)?$/
/** Most numbers are written so, and most texts do not begin like one: both are told at once. */
const plain = /^-?\d+(?:\.\d+)?$/
const mayBegin = /^\s*[-+\d\u2212\uff0b\uff0d\uff10-\uff19]/
const mostSigns = 60
const none: readonly NumberForm[] = []
const exponential = /^[+-]?\d(?:\.\d+)?[eE][+-]?\d{1,3}$/
const powers: Readonly<Record<string, number>> = { 万: 4, 亿: 8 }

/** Whether anything in a text is written in full width. */
export function hasWide(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code >= 0xff01 && code <= 0xff5e) return true
  }
  return false
}

/** Full-width digits, letters and signs in half width; other signs as they are. */
export function halfWidth(text: string): string {
  if (!hasWide(text)) return text
  return text.replace(/[\uff01-\uff5e]/g, (sign) =>
    String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  )
}

/**
 * Reads a number as government tables write it: `1,234`, `１２３`, `3.2万`, `1.5亿`, `12.5%` (which
 * stays 12.5: the per cent is the unit). Nothing where the text is no such number.
 */
export function readNumber(cell: string): ReadNumber | undefined {
  if (plain.test(cell)) return { text: cell, forms: none }
  if (cell.length > mostSigns || !mayBegin.test(cell)) return undefined
  const trimmed = cell.trim()
  const half = halfWidth(trimmed).replace(/\u2212/g, '-')
  if (exponential.test(half)) return { text: half, forms: half === cell ? [] : ['wide'] }
  const spaceless = half.replace(/(?<=\d) (?=\d{3}(?!\d)|[%万亿])/g, '')
  const match = shape.exec(spaceless)
  if (!match) return undefined
  const [, sign = '', whole = '', decimals = '', unit = ''] = match
  const digits = whole.replaceAll(',', '')
  const forms: NumberForm[] = []
  if (half !== trimmed) forms.push('wide')
  if (spaceless !== half) forms.push('spaced')
  if (whole !== digits) forms.push('comma')
  if (unit === '%') forms.push('percent')
  if (unit === '万') forms.push('wan')
  if (unit === '亿') forms.push('yi')
  return { text: (sign === '-' ? '-' : '') + shifted(digits, decimals, powers[unit] ?? 0), forms }
}

/** Moves the decimal point to the right, exactly, on the digits themselves. */
function shifted(whole: string, decimals: string, places: number): string {
  const moved = whole + decimals.slice(0, places).padEnd(places, '0')
  const rest = decimals.slice(places)
  const bare = places === 0 ? moved : moved.replace(/^0+(?=\d)/, '')
  return rest === '' ? bare : `${bare}.${rest}`
}

/** Digits that begin with a zero, or more than a number keeps exactly: a code, not an amount. */
export function isCode(cell: string): boolean {
  if (cell.length < 2 || !mayBegin.test(cell)) return false
  const digits = halfWidth(cell.trim())
  return /^0\d+$/.test(digits) || /^\d{16,}$/.test(digits)
}
