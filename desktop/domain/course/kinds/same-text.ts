import { inUnit, plainText, readNumber } from './written-number.ts'

/** Whether a typed text says the same: width, blanks, case, quotes and a final stop do not matter. */
export function sameText(wanted: string, given: string): boolean {
  return plain(wanted) === plain(given) || sameNumber(wanted, given)
}

const plain = (text: string): string =>
  plainText(text)
    .toLowerCase()
    .replaceAll(/[“”"'‘’「」《》]/g, '')
    .replaceAll(/[。.;,、!?]+$/g, '')

/** `1,234 人`, `1234` and `０.１２３４万人` are one number; 人 and 户 are not. */
function sameNumber(wanted: string, given: string): boolean {
  const [one, other] = [readNumber(wanted), readNumber(given)]
  if (one === undefined || other === undefined) return false
  const value = one.unit === '' ? one.value : inUnit(one, one.unit)
  const said = inUnit(other, one.unit)
  if (one.unit === '' && other.unit === '%') return false
  return said !== undefined && Math.abs((value ?? NaN) - said) <= 1e-9 * Math.max(1, Math.abs(said))
}
