import { controlChart, type ControlPoint } from '../../statistics/control-chart.ts'
import type { ResultTable } from '../result-table.ts'
import { writeValue } from '../value.ts'
import { say, type Finished } from './finished.ts'
import type { Figure } from './figure/figure.ts'
import { seriesIn } from './series-rows.ts'
import type { StatOf } from './stat.ts'
import { formatFor, plainFinding, written } from './wording.ts'

const ruleText = {
  1: say('一点超出界限', 'beyond the limits'),
  2: say('三点中两点超过两倍', 'two of three beyond 2 sd'),
  3: say('五点中四点超过一倍', 'four of five beyond 1 sd'),
  4: say('连续八点在同一侧', 'eight in a row on one side'),
} as const

export function finishControl(stat: StatOf<'control'>, table: ResultTable): Finished {
  const series = seriesIn(stat, table)
  if ('why' in series) return { ok: false, why: series.why, basis: undefined }
  const { basis } = series
  const points = controlChart(stat.chart, series.points)
  if (!points) return { ok: false, why: noChart, basis }
  if (stat.chart === 'p' && points.some(({ value }) => value > 1 || value < 0)) {
    return { ok: false, why: noShare, basis }
  }
  const last = points.at(-1)
  const format = stat.chart === 'p' ? '%' : formatFor(last?.centre ?? 0)
  const signals = points.flatMap((point, at) =>
    point.rules.length > 0 ? [{ ...point, place: series.points[at]?.place ?? '' }] : [],
  )
  const shown = (value: number) =>
    format === '%' ? writeValue(value, '%') : written(value, stat.unit)
  const what = stat.column
  const told = signals.slice(0, 5).map(({ place }) => place)
  const rest = signals.length > told.length ? '等' : ''
  return {
    ok: true,
    findings: [
      plainFinding('estimate', say('中心线', 'centre line'), last?.centre ?? NaN, format),
      plainFinding('low', say('最后一点的下限', 'last lower limit'), last?.low ?? NaN, format),
      plainFinding('high', say('最后一点的上限', 'last upper limit'), last?.high ?? NaN, format),
      plainFinding('signals', say('有信号的点', 'points with a signal'), signals.length, '.0'),
      plainFinding('n', say('点数', 'points'), points.length, '.0'),
    ],
    sentence:
      signals.length === 0
        ? say(
            `${what}的 ${points.length} 个点都在控制之内，中心线 ${shown(last?.centre ?? NaN)}。`,
            `All ${points.length} points of ${what} are within control; the centre line is ${shown(last?.centre ?? NaN)}.`,
          )
        : say(
            `${what}的 ${points.length} 个点里有 ${signals.length} 个有信号：${told.join('、')}${rest}；中心线 ${shown(last?.centre ?? NaN)}。`,
            `${signals.length} of ${points.length} points of ${what} give a signal: ${told.join(', ')}${rest === '' ? '' : ' and more'}; the centre line is ${shown(last?.centre ?? NaN)}.`,
          ),
    says: signals.length === 0 ? calm : stirred,
    saysNot: notTarget,
    table: signals.length > 0 ? signalTable(signals, format) : undefined,
    figure: pictureOf(points, series.points, what, format),
    basis,
    cautions: [...series.cautions, ...(points.length < 20 ? [fewPoints(points.length)] : [])],
  }
}

type Signal = ControlPoint & { readonly place: string }

function signalTable(signals: readonly Signal[], format: string) {
  return {
    title: say('有信号的点（西电规则）', 'Points with a signal (Western Electric rules)'),
    columns: [
      { title: say('时间', 'when') },
      { title: say('值', 'value'), format },
      { title: say('下限', 'lower limit'), format },
      { title: say('上限', 'upper limit'), format },
      { title: say('信号', 'signal') },
    ],
    rows: signals.slice(0, 40).map(({ place, value, low, high, rules }) => {
      const texts = rules.flatMap((rule) => ruleText[rule as keyof typeof ruleText])
      const signal = say(texts.map(({ zh }) => zh).join('；'), texts.map(({ en }) => en).join('; '))
      return [place, value, low, high, signal]
    }),
  }
}

function pictureOf(
  points: readonly ControlPoint[],
  series: readonly { readonly place: string }[],
  what: string,
  format: string,
): Figure {
  return {
    kind: 'control',
    measure: say(what, what),
    format,
    axis: series.map(({ place }) => place),
    points: points.map(({ value, rules }) => ({ value, signal: rules.length > 0 })),
    centre: points.map(({ centre }) => centre),
    low: points.map(({ low }) => low),
    high: points.map(({ high }) => high),
  }
}

const calm = say(
  '起伏都在平常的范围里：不必为某个月高一点低一点追问原因。',
  'The ups and downs are the usual ones: no single point needs an explanation.',
)
const stirred = say(
  '有信号的点不像平常的起伏，值得去查当时发生了什么。',
  'Points with a signal are unlike the usual ups and downs: find out what happened then.',
)
const notTarget = say(
  '控制之内不等于达标，界限是过程自己的起伏，不是目标；信号也不说明原因。',
  'Within control is not on target: the limits come from the process itself; nor does a signal tell its cause.',
)
const noChart = say(
  '至少要有两个时间点；p 图和 u 图的每个点还要有大于 0 的分母。',
  'At least two points are needed, and for p and u a size above 0 at each.',
)
const noShare = say(
  'p 图的分子不能超过分母，也不能是负数：请选分母那一列。',
  'The numerator of a p chart must lie between 0 and its size: choose the column of sizes.',
)
const fewPoints = (count: number) =>
  say(
    `只有 ${count} 个点，界限还不稳，20 个以上才可靠。`,
    `With only ${count} points the limits are unsteady; twenty or more are needed.`,
  )
