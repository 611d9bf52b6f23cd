import type { Axis } from '../chart.ts'
import { axisText } from '../axis-text.ts'
import { paramNames, ref, type JsonObject } from '../mosaic-json.ts'
import type { KindRow, KindRows } from './kind-rows.ts'
import { compareNames } from './order.ts'

/** A group that has its place along the axis. */
export type Placed = KindRow & { readonly k: string | number; readonly v: number }

/** The groups that have a place, in its order. */
export function placed(rows: readonly KindRow[]): Placed[] {
  return rows
    .filter((row): row is Placed => row.k !== null && row.v !== undefined)
    .toSorted((one, other) => compare(one.k, other.k))
}

function compare(one: string | number, other: string | number): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other
  return compareNames(String(one), String(other))
}

/** The axis along which a chart is drawn: time, numbers, or names in their order. */
export function alongAxis(
  rows: readonly Placed[],
  { time }: Pick<KindRows, 'time'>,
  axis: Axis = {},
  ticks = 6,
): JsonObject {
  const usual = {
    xLabel: axis.label === undefined || axis.label === '' ? null : axis.label,
    xTickFormat: ref(paramNames.format(axis.format)),
  }
  if (time) return { ...usual, xScale: 'utc', xTicks: axis.ticks ?? ticks }
  const names = [...new Set(rows.map(({ k }) => k))]
  if (names.every((name) => typeof name === 'number'))
    return { ...usual, xTicks: axis.ticks ?? ticks }
  const every = Math.max(1, Math.ceil(names.length / (axis.ticks ?? ticks * 2)))
  return {
    ...usual,
    xScale: 'point',
    xDomain: names,
    xTicks: names.filter((_, index) => index % every === 0),
  }
}

/** Writes a place along the axis as a sentence would. */
export function placeWriter({ time }: Pick<KindRows, 'time'>, axis: Axis = {}) {
  const write = axisText(axis.format)
  return (k: string | number): string => {
    if (!time || typeof k === 'string') return typeof k === 'number' ? write(k) : k
    const date = new Date(k)
    if (axis.format !== undefined) return write(date)
    const day = date.toISOString().slice(0, 10)
    return day.endsWith('-01') ? `${date.getUTCFullYear()} 年 ${date.getUTCMonth() + 1} 月` : day
  }
}
