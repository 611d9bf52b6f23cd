import type { Chart } from '../chart.ts'
import { columnOf, numbers, valueWords, type ChartFacts, type MainMark } from './facts.ts'
import type { Warning } from './warning.ts'
import { isRate } from './words.ts'

/** A time as a whole number of its unit since some beginning. */
interface Step {
  readonly unit: '年' | '月' | '天'
  readonly at: number
}

const dayMs = 86_400_000

function stepOf(value: unknown): Step | undefined {
  if (typeof value === 'string') return stepOfText(value)
  if (!(value instanceof Date) || Number.isNaN(value.getTime())) return undefined
  if (value.getTime() % dayMs !== 0) return undefined
  if (value.getUTCDate() === 1) {
    return { unit: '月', at: value.getUTCFullYear() * 12 + value.getUTCMonth() }
  }
  return { unit: '天', at: value.getTime() / dayMs }
}

function stepOfText(text: string): Step | undefined {
  const [, year, month] = /^(\d{4})(?:-|\/|年)(\d{1,2})月?$/.exec(text) ?? []
  if (year !== undefined && month !== undefined) {
    return { unit: '月', at: Number(year) * 12 + Number(month) - 1 }
  }
  const [, alone] = /^((?:19|20)\d{2})年?$/.exec(text) ?? []
  return alone === undefined ? undefined : { unit: '年', at: Number(alone) }
}

/** The different times of the mark in order, with the sum of what is shown at each. */
function series({ drawn, along, value }: MainMark): { unit: string; at: number; sum: number }[] {
  const steps = drawn[along].map(stepOf)
  if (steps.length === 0 || steps.includes(undefined)) return []
  const units = new Set(steps.map((step) => step?.unit))
  const unit = units.has('天') ? '天' : ([...units][0] ?? '天')
  if (unit === '天' && units.size > 1) return daily(drawn[along], numbers(drawn[value]))
  const sums = new Map<number, number>()
  const shown = numbers(drawn[value])
  steps.forEach((step, index) => {
    const at = step?.at ?? 0
    sums.set(at, (sums.get(at) ?? 0) + (shown[index] ?? 0))
  })
  return ordered(sums, unit)
}

/** Days, of which some are the first of a month. */
function daily(times: readonly unknown[], shown: readonly (number | undefined)[]) {
  const sums = new Map<number, number>()
  times.forEach((time, index) => {
    const at = time instanceof Date ? time.getTime() / dayMs : 0
    sums.set(at, (sums.get(at) ?? 0) + (shown[index] ?? 0))
  })
  return ordered(sums, '天')
}

const ordered = (sums: ReadonlyMap<number, number>, unit: string) =>
  Array.from(sums, ([at, sum]) => ({ unit, at, sum })).sort((a, b) => a.at - b.at)

/**
 * A period left out makes what happened over two look as if it happened over one. Dots with nothing
 * between them leave the gap to be seen.
 */
export function timeGap(chart: Chart, main: MainMark): Warning[] {
  const joined = chart.plot.some(({ mark }) => mark === 'lineY' || mark === 'areaY')
  if (main.mark.mark === 'dot' && !joined) return []
  const points = series(main)
  if (points.length < 4) return []
  const steps = points.slice(1).map(({ at }, index) => at - (points[index]?.at ?? at))
  const usual = Math.min(...steps)
  const missing = steps.reduce((sum, step) => sum + step / usual - 1, 0)
  const even = steps.filter((step) => step === usual).length
  // of times that come as they please, nothing is missing
  if (usual < 1 || missing === 0 || even < steps.length / 2) return []
  const unit = points[0]?.unit === '天' && usual === 7 ? '周' : (points[0]?.unit ?? '')
  const count = Math.round(missing)
  return [
    {
      kind: 'time-gap',
      sentence: {
        zh: `时间不连续：中间缺 ${count} ${unit === '月' ? '个月' : unit}。条形会挨在一起，线会直接连过去，看不出缺。请补上，没有发生的写 0。`,
        en: `Time is not even: ${count} periods are missing between. Fill them in, with 0 where nothing happened.`,
      },
    },
  ]
}

/** A count that falls off at the end is mostly a period that is not over. */
export function lastPeriod(chart: Chart, main: MainMark, { titles }: ChartFacts): Warning[] {
  const channel = main.mark[main.value]
  const counted = channel.kind === 'count' || (channel.kind === 'aggregate' && channel.of !== 'avg')
  const words = valueWords(chart, main, titles)
  if (isRate(words) || (!counted && columnOf(channel) === undefined)) return []
  const points = series(main)
  const last = points.at(-1)
  const before = points.slice(-7, -1).map(({ sum }) => sum)
  if (!last || before.length < 3) return []
  const usual = before.toSorted((a, b) => a - b)[Math.floor(before.length / 2)] ?? 0
  if (usual <= 0 || last.sum >= usual * 0.6 || Math.min(...before) < usual * 0.6) return []
  const share = Math.round((last.sum / usual) * 100)
  return [
    {
      kind: 'last-period',
      sentence: {
        zh: `最后一期只有前几期的 ${share}%，可能还没有过完。请核对数据到哪一天；没有过完的一期不画，或在副标题里写明。`,
        en: `The last period is ${share}% of those before it; it may not be over. Check how far the data go; leave it out, or say so.`,
      },
    },
  ]
}
