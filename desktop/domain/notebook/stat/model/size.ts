import type { Format } from '../../value.ts'
import type { Finding } from '../finished.ts'
import { formatFor, written } from '../wording.ts'

/** Below this three digits are no longer seen in a plain number. */
const small = 5e-5

const raised = (exponent: number) =>
  String(exponent).replaceAll(/[-\d]/g, (sign) => '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'['-0123456789'.indexOf(sign)] ?? '')

/** A coefficient with three digits that count, however small it is: `3.52 × 10⁻⁸`. */
export function sized(value: number): string {
  if (!Number.isFinite(value)) return '—'
  if (value === 0 || Math.abs(value) >= small) return written(value)
  const [digits = '', exponent = '0'] = value.toExponential(2).split('e')
  return `${digits.replace('-', '−')} × 10${raised(Number(exponent))}`
}

/** A finding of such a number; as text where a format would make it 0. */
export function sizedFinding(
  name: string,
  label: Finding['label'],
  value: number,
  format: Format = formatFor(value),
): Finding {
  const plain = value === 0 || Math.abs(value) >= small
  return { name, label, value: plain ? value : sized(value), format }
}
