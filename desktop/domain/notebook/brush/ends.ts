import type { Chart } from '../chart.ts'
import { decimalOf, round, writeDecimal } from '../decimal.ts'
import { isDay } from '../misfit.ts'
import type { BrushSpace, Stretch } from './brush.ts'
import { brushSide, placesFor, unitOf } from './words.ts'

/** The two ends of a stretch as somebody types them; an empty one is the end of the axis. */
export interface EndTexts {
  readonly from: string
  readonly to: string
}

export type Ends =
  | ({ readonly ok: true } & Stretch)
  /** Which end cannot be read, or what is wrong with both. */
  | { readonly ok: false; readonly why: 'from' | 'to' | 'order' | 'empty' }

const DAY = 86_400_000

/** Reads what was typed, in the unit of the axis: `12` on an axis in % is 0.12. */
export function readEnds(texts: EndTexts, chart: Chart, space: BrushSpace): Ends {
  const { times } = unitOf(chart[brushSide(chart)]?.format)
  const read = (text: string) => (space.dates ? dayOf(text) : numberOf(text, times))
  const [from, to] = [texts.from.trim(), texts.to.trim()]
  if (from === '' && to === '') return { ok: false, why: 'empty' }
  const low = from === '' ? undefined : read(from)
  const high = to === '' ? undefined : read(to)
  if (from !== '' && low === undefined) return { ok: false, why: 'from' }
  if (to !== '' && high === undefined) return { ok: false, why: 'to' }
  // an open end lies where the axis ends, or beyond it with the other
  const first = low ?? Math.min(space.low, high ?? space.low)
  const whole = space.dates && high !== undefined ? high + DAY - 1 : high
  const last = whole ?? Math.max(space.high, first)
  return first > last ? { ok: false, why: 'order' } : { ok: true, from: first, to: last }
}

/** The ends of a stretch as they would be typed. */
export function writeEnds({ from, to }: Stretch, chart: Chart, space: BrushSpace): EndTexts {
  const { times } = unitOf(chart[brushSide(chart)]?.format)
  const places = placesFor((space.high - space.low) * times)
  const write = (value: number) =>
    space.dates
      ? new Date(value).toISOString().slice(0, 10)
      : writeDecimal(round(decimalOf(value * times), places)).replaceAll(',', '')
  return { from: write(from), to: write(to) }
}

/** Full-width digits, separators and a unit behind are understood. */
function numberOf(text: string, times: number): number | undefined {
  const plain = text
    .normalize('NFKC')
    .replaceAll(',', '')
    .replace('−', '-')
    .replace(/\s*[%万亿时]$/, '')
  const number = plain === '' ? NaN : Number(plain) / times
  return Number.isFinite(number) ? number : undefined
}

function dayOf(text: string): number | undefined {
  return isDay(text) ? Date.parse(text) : undefined
}
