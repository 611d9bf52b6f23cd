import { writeValue } from '../value.ts'
import type { KindDrawing } from './kinds.ts'
import { mostRows } from './kind-query.ts'
import type { KindRow, KindRows } from './kind-rows.ts'

/** Whether parts of it add up to the whole: sums and counts do, averages do not. */
export function addsUp(draw: KindDrawing): boolean {
  if (draw.kind === 'box') return false
  const { value } = draw
  return value.kind !== 'aggregate' || value.of === 'sum'
}

/** What of the table no kind draws. */
export function leftOut(draw: KindDrawing, { rows, bad, empty, cut }: KindRows): string[] {
  const shared = rows.some(({ n }) => n > 1)
  const summed = draw.kind !== 'box' && draw.value.kind === 'column' && shared
  const column = draw.kind !== 'box' && draw.value.kind === 'column' ? draw.value.column : ''
  return [
    ...(bad > 0 ? [`有 ${number(bad)} 行的数是无穷大或不是数，没有算进去。`] : []),
    ...(empty > 0 ? [`有 ${number(empty)} 组没有数，没有画。`] : []),
    ...(cut
      ? [`分出的组超过 ${number(mostRows)} 个，只看了其中最大的 ${number(mostRows)} 个。`]
      : []),
    ...(summed
      ? [`有的组不止一行，“${column}”画的是合计；要看平均，写成 { avg: ${column} }。`]
      : []),
  ]
}

/** Names beyond those that are shown. */
export function namesLeft(shown: number, left: number, folded: boolean): string[] {
  if (left === 0) return []
  const all = number(shown + left)
  return [
    folded
      ? `共 ${all} 个，画了最大的 ${shown} 个，其余 ${number(left)} 个合成一条。`
      : `共 ${all} 个，只画了最大的 ${shown} 个，其余 ${number(left)} 个没有画。`,
  ]
}

/** The largest and the smallest, by their names. */
export function extremes(
  rows: readonly (Pick<KindRow, 'v'> & { readonly name: string })[],
  write: (value: number) => string,
): string {
  const sorted = rows
    .flatMap(({ name, v }) => (v === undefined ? [] : [{ name, v }]))
    .toSorted((one, other) => other.v - one.v)
  const [most] = sorted
  const least = sorted.at(-1)
  if (!most || !least) return ''
  const say = ({ name, v }: { name: string; v: number }) => `${name}（${write(v)}）`
  if (sorted.length === 1) return `只有 1 项：${say(most)}。`
  if (most.v === least.v) return `${number(sorted.length)} 项，都是 ${write(most.v)}。`
  return `${number(sorted.length)} 项：最大 ${say(most)}，最小 ${say(least)}。`
}

export const number = (value: number): string => writeValue(value)
