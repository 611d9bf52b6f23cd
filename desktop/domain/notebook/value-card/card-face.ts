import { decimalOf, type Decimal } from '../decimal.ts'
import { firstOf, type ResultTable } from '../result-table.ts'
import { writeValue, type CellValue } from '../value.ts'
import type { ValueCard } from './value-card.ts'

/** What a card shows. */
export interface CardFace {
  readonly value: string
  /** Beside the number, smaller: 万, 亿 and the card's own unit. */
  readonly unit: string
  readonly change: CardChange | undefined
}

export interface CardChange {
  /** Against which number, written as the first. */
  readonly before: string
  /** `+1.2`, with percentage points (个百分点) where the numbers are shares. */
  readonly difference: string
  /** In per cent of the number before; nothing where that is 0 or the numbers are shares themselves. */
  readonly relative: string | undefined
  readonly direction: 'up' | 'down' | 'same'
  readonly judged: 'better' | 'worse' | undefined
}

/** The face of a card from its cell's table; columns that are not there show a dash. */
export function cardFace(card: ValueCard, table: ResultTable | undefined): CardFace {
  const value = table && firstOf(table, card.column)
  const { number, unit } = apart(writeValue(value, card.format))
  return {
    value: number,
    unit: [unit, card.unit ?? ''].filter((part) => part !== '').join(' '),
    change: card.compare && table && changeOf(card, value, firstOf(table, card.compare.column)),
  }
}

/** `1.91 亿` as a number and its unit. */
function apart(written: string): { number: string; unit: string } {
  const [, number = written, unit = ''] = /^(.*\S) ([万亿])$/.exec(written) ?? []
  return { number, unit }
}

function changeOf(
  { format, compare }: ValueCard,
  value: CellValue | undefined,
  before: CellValue | undefined,
): CardChange | undefined {
  const now = decimalIn(value)
  const then = decimalIn(before)
  if (!now || !then) return undefined
  const difference = minus(now, then)
  const sign = Number(difference.digits)
  const direction = sign === 0 ? 'same' : sign > 0 ? 'up' : 'down'
  const share = format?.startsWith('%') === true
  const better = compare?.better ?? 'none'
  return {
    before: writeValue(before, format),
    difference: signed(difference, format, share),
    relative: share ? undefined : relativeOf(difference, then),
    direction,
    judged:
      better === 'none' || direction === 'same'
        ? undefined
        : direction === better
          ? 'better'
          : 'worse',
  }
}

function signed(difference: Decimal, format: string | undefined, share: boolean): string {
  const written = writeValue({ kind: 'decimal', ...difference }, format)
  const plus = difference.digits > 0n ? '+' : ''
  return share ? `${plus}${written.replace(/%$/, '')} 个百分点` : `${plus}${written}`
}

function relativeOf(difference: Decimal, before: Decimal): string | undefined {
  const base = asNumber(before)
  if (base === 0) return undefined
  const share = asNumber(difference) / Math.abs(base)
  return `${share > 0 ? '+' : ''}${writeValue(share, '%')}`
}

const asNumber = ({ digits, scale }: Decimal) => Number(digits) / 10 ** scale

function decimalIn(value: CellValue | undefined): Decimal | undefined {
  if (typeof value === 'bigint') return decimalOf(value)
  if (typeof value === 'number') return Number.isFinite(value) ? decimalOf(value) : undefined
  if (typeof value !== 'object' || value === null || value.kind !== 'decimal') return undefined
  return { digits: value.digits, scale: value.scale }
}

function minus(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale)
  const at = ({ digits, scale: own }: Decimal) => digits * 10n ** BigInt(scale - own)
  return { digits: at(a) - at(b), scale }
}
