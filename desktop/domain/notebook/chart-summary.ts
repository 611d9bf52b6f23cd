import { axisText } from './axis-text.ts'
import type { Axis, Chart } from './chart.ts'
import { writeValue } from './value.ts'

/** Channels, beside the two sides, whose values are read when a mark has been drawn. */
export const drawnChannels = ['fill', 'stroke', 'r', 'text', 'fx', 'fy'] as const

/** What a mark drew: the values of its channels, row by row. */
export interface DrawnMark {
  readonly mark: string
  readonly x: readonly unknown[]
  readonly y: readonly unknown[]
  /** Of its other channels the values, by their names. */
  readonly channels?: Readonly<Record<string, readonly unknown[]>>
}

/** A chart in words, for those who do not see it: its finding, how much it shows, its extremes. */
export function summarise(chart: Chart, title: string, marks: readonly DrawnMark[]): string {
  const main = marks.find(({ mark, x }) => mark !== 'text' && x.length > 0)
  const begin = chart.subtitle === undefined ? `${title}。` : `${title}。${chart.subtitle}。`
  if (!main) return `${begin}图中还没有数据。`
  if (main.mark === 'dot')
    return `${begin}${main.x.length} 个点。${rangeOf('横轴', main.x, chart.x)}${rangeOf('纵轴', main.y, chart.y)}`
  if (main.mark === 'cell' || main.mark === 'rect') return `${begin}${main.x.length} 格。`
  const lying = main.mark === 'barX'
  const [names, values] = lying ? [main.y, main.x] : [main.x, main.y]
  const [nameAxis, valueAxis] = lying ? [chart.y, chart.x] : [chart.x, chart.y]
  const write = (name: unknown) => inWords(name, nameAxis)
  return begin + extremes(names.map(write), values, valueAxis)
}

function extremes(
  names: readonly string[],
  values: readonly unknown[],
  axis: Axis | undefined,
): string {
  const known = values.flatMap((value, index) =>
    typeof value === 'number' && Number.isFinite(value)
      ? [{ value, name: names[index] ?? '' }]
      : [],
  )
  const sorted = known.toSorted((a, b) => b.value - a.value)
  const [most] = sorted
  const least = sorted.at(-1)
  if (!most || !least) return `${values.length} 项。`
  const say = ({ name, value }: { name: string; value: number }) =>
    `${name}（${inWords(value, axis)}）`
  if (sorted.length === 1) return `只有 1 项：${say(most)}。`
  return `${sorted.length} 项：最大 ${say(most)}，最小 ${say(least)}。`
}

function rangeOf(name: string, values: readonly unknown[], axis: Axis | undefined): string {
  const numbers = values.filter((value): value is number => typeof value === 'number')
  if (numbers.length === 0) return ''
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)]
  const label = axis?.label === undefined || axis.label === '' ? name : axis.label
  return `${label}从 ${inWords(low, axis)} 到 ${inWords(high, axis)}。`
}

/** A value without its axis around it: a date with its year, an amount in its unit's usual decimals. */
export function inWords(value: unknown, axis: Axis | undefined): string {
  const format = axis?.format
  if (value instanceof Date && format === undefined) return moment(value)
  if (typeof value === 'number' && (format === '万' || format === '亿' || format === '%'))
    return writeValue(value, format)
  return axisText(format)(value).replaceAll('\n', ' ')
}

/** As fine as the date: a month, a day, or an hour. */
function moment(date: Date): string {
  const ms = date.getTime()
  if (date.getUTCHours() > 0) return writeValue({ kind: 'timestamp', ms })
  return writeValue({ kind: 'date', ms }, date.getUTCDate() > 1 ? '日期' : '年月')
}
