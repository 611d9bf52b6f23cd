/** An exact decimal number: `digits` × 10^−`scale`. */
export interface Decimal {
  readonly digits: bigint
  readonly scale: number
}

/** The decimal that a finite number is written as (its shortest form), so that 0.615 is 0.615. */
export function decimalOf(value: number | bigint): Decimal {
  if (typeof value === 'bigint') return { digits: value, scale: 0 }
  const [mantissa = '0', exponent = '0'] = String(value).split('e')
  const [whole = '0', fraction = ''] = mantissa.split('.')
  const scale = fraction.length - Number(exponent)
  const digits = BigInt(whole + fraction)
  return scale >= 0 ? { digits, scale } : { digits: digits * 10n ** BigInt(-scale), scale: 0 }
}

/** The same number times 10^`power`, exactly. */
export function shift({ digits, scale }: Decimal, power: number): Decimal {
  const moved = scale - power
  return moved >= 0
    ? { digits, scale: moved }
    : { digits: digits * 10n ** BigInt(-moved), scale: 0 }
}

/** Rounds to `places` decimals, halves away from zero (四舍五入). */
export function round({ digits, scale }: Decimal, places: number): Decimal {
  if (scale <= places) return { digits, scale }
  const unit = 10n ** BigInt(scale - places)
  const magnitude = digits < 0n ? -digits : digits
  const rounded = (magnitude + unit / 2n) / unit
  return { digits: digits < 0n ? -rounded : rounded, scale: places }
}

/**
 * Writes a decimal with thousands separated by commas from five digits on (GB/T 15835-2011 leaves
 * integers of up to four digits, years among them, unseparated) and at least `places` decimals.
 */
export function writeDecimal({ digits, scale }: Decimal, places = 0): string {
  const negative = digits < 0n
  const text = String(negative ? -digits : digits).padStart(scale + 1, '0')
  const whole = text.slice(0, text.length - scale)
  const fraction = text.slice(text.length - scale).padEnd(places, '0')
  const kept =
    places > 0
      ? fraction.replace(new RegExp(`(?<=^.{${places}})(.*?)0+$`), '$1')
      : fraction.replace(/0+$/, '')
  const grouped = whole.length > 4 ? whole.replaceAll(/\B(?=(\d{3})+$)/g, ',') : whole
  const sign = negative && digits !== 0n ? '−' : ''
  return sign + grouped + (kept === '' ? '' : `.${kept}`)
}
