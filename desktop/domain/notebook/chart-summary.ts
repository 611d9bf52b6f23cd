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
  if (main.mark === 'cell' || main.mark === 'rect') return `${begin}${main.x.length} 格。`
  const named = main.y.length > 0 && main.y.every((name) => typeof name === 'string')
  if (main.mark === 'dot' && !named)
    return `${begin}${main.x.length} 个点。${rangeOf('横轴', main.x, chart.x)}${rangeOf('纵轴', main.y, chart.y)}`
  const lying = main.mark === 'barX' || (main.mark === 'dot' && named)
  const [names, values] = lying ? [main.y, main.x] : [main.x, main.y]
  const [nameAxis, valueAxis] = lying ? [chart.y, chart.x] : [chart.x, chart.y]
  const items = names.map((name, at) => ({ name: inWords(name, nameAxis), value: values[at] }))
  const series = seriesOf(main, items)
  if (!series) return begin + extremes(items, valueAxis)
  const told = series
    .slice(0, mostSeries)
    .map(([name, own]) => `${name} ${extremes(own, valueAxis)}`)
  return `${begin}${series.length} 组。${told.join('')}${series.length > mostSeries ? `另有 ${series.length - mostSeries} 组。` : ''}`
}

/** More than these nobody keeps in mind. */
const mostSeries = 6

interface Item {
  readonly name: string
  readonly value: unknown
}

/** The items by what their colour says, where the same name stands for several of them. */
function seriesOf({ channels }: DrawnMark, items: readonly Item[]): [string, Item[]][] | undefined {
  if (new Set(items.map(({ name }) => name)).size === items.length) return undefined
  const paint = [channels?.['stroke'], channels?.['fill']].find(
    (values) => values?.length === items.length && new Set(values).size > 1,
  )
  if (!paint || paint.some((value) => typeof value !== 'string')) return undefined
  const series = new Map<string, Item[]>()
  items.forEach((item, at) => {
    const name = String(paint[at])
    series.set(name, [...(series.get(name) ?? []), item])
  })
  return [...series]
}

function extremes(items: readonly Item[], axis: Axis | undefined): string {
  const known = items.flatMap(({ name, value }) =>
    typeof value === 'number' && Number.isFinite(value) ? [{ value, name }] : [],
  )
  const sorted = known.toSorted((a, b) => b.value - a.value)
  const [most] = sorted
  const least = sorted.at(-1)
  if (!most || !least) return `${items.length} 项。`
  const say = ({ name, value }: { name: string; value: number }) =>
    `${name}（${inWords(value, axis)}）`
  if (sorted.length === 1) return `只有 1 项：${say(most)}。`
  if (most.value === least.value) return `${sorted.length} 项，都是 ${inWords(most.value, axis)}。`
  return `${sorted.length} 项：最大 ${say(most)}，最小 ${say(least)}。`
}

function rangeOf(name: string, values: readonly unknown[], axis: Axis | undefined): string {
  const numbers = values.filter((value): value is number => typeof value === 'number')
  if (numbers.length === 0) return ''
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)]
  const label = axis?.label === undefined || axis.label === '' ? name : axis.label
  return `${label}从 ${inWords(low, axis)} 到 ${inWords(high, axis)}。`
}

/** A value without its axis around it: a date with its year, an amount in its usual decimals. */
export function inWords(value: unknown, axis: Axis | undefined): string {
  const format = axis?.format
  if (value instanceof Date && format === undefined) return moment(value)
  if (typeof value === 'number' && format !== '时')
    return writeValue(
      value,
      format === '万' || format === '亿' || format === '%' ? format : undefined,
    )
  return axisText(format)(value).replaceAll('\n', ' ')
}

/** As fine as the date: a month, a day, or an hour. */
function moment(date: Date): string {
  const ms = date.getTime()
  if (date.getUTCHours() > 0) return writeValue({ kind: 'timestamp', ms })
  return writeValue({ kind: 'date', ms }, date.getUTCDate() > 1 ? '日期' : '年月')
}
