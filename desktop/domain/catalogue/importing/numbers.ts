/** How a number is written beyond its bare digits. */
export type NumberForm = 'wide' | 'comma' | 'percent' | 'wan' | 'yi' | 'spaced'

export interface ReadNumber {
  /** In decimal notation, half-width, without separators: `-1234.5`. 万 and 亿 are multiplied out. */
  readonly text: string
  readonly forms: readonly NumberForm[]
}

const shape = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(%|万|亿)?$/
const exponential = /^[+-]?\d(?:\.\d+)?[eE][+-]?\d{1,3}$/
const powers: Readonly<Record<string, number>> = { 万: 4, 亿: 8 }

/** Full-width digits, letters and signs in half width; other signs as they are. */
export function halfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (sign) =>
    String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  )
}

/**
 * Reads a number as government tables write it: `1,234`, `１２３`, `3.2万`, `1.5亿`, `12.5%` (which
 * stays 12.5: the per cent is the unit). Nothing where the text is no such number.
 */
export function readNumber(cell: string): ReadNumber | undefined {
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
  const digits = halfWidth(cell.trim())
  return /^0\d+$/.test(digits) || /^\d{16,}$/.test(digits)
}
