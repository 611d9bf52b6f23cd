/** How a number is written beyond its bare digits. */
export type NumberForm =
  'wide' | 'comma' | 'percent' | 'wan' | 'yi' | 'spaced' | 'bracket' | `unit:${string}`

export interface ReadNumber {
  /** In decimal notation, half-width, without separators: `-1234.5`. 万 and 亿 are multiplied out. */
  readonly text: string
  readonly forms: readonly NumberForm[]
}

const shape = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(%|万|亿)?([\u4e00-\u9fff]{1,4})?$/
/** What may stand behind the digits of an amount; what names a thing (`3栋`, `5号`) may not. */
const counted =
  /^(?:元|人次|人|户|件|个|次|家|米|公里|平方米|平方公里|亩|公顷|吨|公斤|千克|岁|天|小时|分钟|台|辆|起|宗)$/u
const bracketed = /^\((?=\d)([^()]*)\)$/
/** Most numbers are written so, and most texts do not begin like one: both are told at once. */
const plain = /^-?\d+(?:\.\d+)?$/
const mayBegin = /^\s*[-+\d\u2212\uff0b\uff0d\uff10-\uff19(（¥￥]/
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

/** Cheap: digits, with decimals or not, such as `readNumber` gives back as they are. */
export function isPlainNumber(cell: string): boolean {
  const { length } = cell
  let point = length
  for (let at = 0; at < length; at += 1) {
    const code = cell.charCodeAt(at)
    if (code === 46 && point === length && at > 0 && at < length - 1) point = at
    else if (code < 48 || code > 57) return false
  }
  return length > 0
}

/**
 * Reads a number as government tables write it: `1,234`, `１２３`, `3.2万`, `1.5亿`, `12.5%` (which
 * stays 12.5: the per cent is the unit), `(1,234)` (below zero, as accountants write), `¥5`, `12件`.
 * Nothing where the text is no such number.
 */
export function readNumber(cell: string): ReadNumber | undefined {
  if (plain.test(cell)) return { text: cell, forms: none }
  if (cell.length > mostSigns || !mayBegin.test(cell)) return undefined
  const trimmed = cell.trim()
  const signed = halfWidth(trimmed).replace(/\u2212/g, '-')
  const inner = bracketed.exec(signed)?.[1]
  const half = inner === undefined ? signed : `-${inner}`
  if (exponential.test(half)) return { text: half, forms: half === cell ? [] : ['wide'] }
  const spaceless = half.replace(/(?<=\d) (?=\d{3}(?!\d)|[%万亿元人户件个次家])/g, '')
  const match = shape.exec(spaceless.replace(/^([+-]?)[¥￥] ?(?=\d)/, '$1'))
  if (!match) return undefined
  const [, sign = '', whole = '', decimals = '', unit = '', thing] = match
  if (thing !== undefined && (unit === '%' || !counted.test(thing))) return undefined
  const digits = whole.replaceAll(',', '')
  const forms: NumberForm[] = []
  if (inner !== undefined) forms.push('bracket')
  else if (half !== trimmed) forms.push('wide')
  if (spaceless !== half) forms.push('spaced')
  if (whole !== digits) forms.push('comma')
  if (unit === '%') forms.push('percent')
  if (unit === '万') forms.push('wan')
  if (unit === '亿') forms.push('yi')
  if (thing !== undefined) forms.push(`unit:${thing}`)
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
