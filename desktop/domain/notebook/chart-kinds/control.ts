import type { JsonObject } from '../mosaic-json.ts'
import type { KindRows } from './kind-rows.ts'
import { alongAxis, placed, placeWriter, type Placed } from './along.ts'
import { unplaced } from './panels.ts'
import { amountWriter, roomFor, tip, valueAxis, type Ground, type KindPicture } from './picture.ts'

/** Fewer points than these give limits that another point would move. */
const fewPoints = 12

export interface Limits {
  readonly mean: number
  readonly low: number
  readonly high: number
}

/**
 * The limits of a chart of single values: the mean ± 2.66 times the mean moving range (3 / d₂ with
 * d₂ = 1.128 for two neighbours; Shewhart, Wheeler). Undefined below two values.
 */
export function limitsOf(values: readonly number[]): Limits | undefined {
  if (values.length < 2) return undefined
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length
  const moves = values.slice(1).map((v, index) => Math.abs(v - (values[index] ?? v)))
  const range = moves.reduce((sum, v) => sum + v, 0) / moves.length
  return { mean, low: mean - 2.66 * range, high: mean + 2.66 * range }
}

/** A value over time with the limits within which it varies by itself; what lies outside is marked. */
export function drawControl(all: KindRows, ground: Ground): KindPicture {
  const rows = placed(all.rows)
  const limits = limitsOf(rows.map(({ v }) => v))
  const write = amountWriter(ground.chart.y?.format)
  const place = placeWriter(all, ground.chart.x)
  const spots = rows.map(({ k, v }) => ({ x: k, y: v, t: `${place(k)} ${write(v)}` }))
  const beyond = rows.map(({ v }) => limits !== undefined && (v < limits.low || v > limits.high))
  const { colours } = ground.palette
  const dot = { mark: 'dot', x: 'x', y: 'y', ...tip(ground) }
  const own = spots.filter((_, index) => beyond[index] !== true)
  const out = spots.filter((_, index) => beyond[index] === true)
  const lines = limits === undefined ? [] : limitLines(limits, write)
  return {
    marks: [
      ...lines.flatMap((line) => limitMarks(line, ground)),
      ...(spots.length > 1
        ? [{ mark: 'line', data: spots, x: 'x', y: 'y', stroke: colours.teal, strokeWidth: 1.75 }]
        : []),
      ...(own.length > 0 ? [{ ...dot, data: own, r: 3.5 * ground.scale, fill: colours.teal }] : []),
      ...(out.length > 0
        ? [{ ...dot, data: out, symbol: 'diamond', r: 6 * ground.scale, fill: colours.seal }]
        : []),
    ],
    axes: {
      ...alongAxis(rows, all, ground.chart.x),
      ...valueAxis('y', ground.chart, { grid: false }),
    },
    height: 240 * ground.scale,
    left:
      roomFor(
        lines.map(({ label }) => label.slice(3)),
        ground,
        0.2,
      ) +
      18 * ground.scale,
    right: roomFor(
      lines.map(({ label }) => label),
      ground,
      0.25,
    ),
    told: [...explained(rows.length, limits !== undefined), ...unplaced(all.rows, rows)],
    said: said(
      rows,
      beyond,
      lines.map(({ label }) => label),
      place,
      write,
    ),
  }
}

function explained(points: number, limited: boolean): string[] {
  if (!limited) return ['只有一个点，算不出界限。']
  const basis = '上下限由这些数自己算出：平均 ± 2.66 × 平均移动极差；在界限里的起落不必解释。'
  return points < fewPoints ? [basis, `只有 ${points} 个点，界限还不牢靠。`] : [basis]
}

interface LimitLine {
  readonly y: number
  readonly label: string
  readonly limit: boolean
}

function limitLines({ mean, low, high }: Limits, write: (v: number) => string): LimitLine[] {
  return [
    { y: high, label: `上限 ${write(high)}`, limit: true },
    { y: mean, label: `平均 ${write(mean)}`, limit: false },
    { y: low, label: `下限 ${write(low)}`, limit: true },
  ]
}

function limitMarks({ y, label, limit }: LimitLine, ground: Ground): JsonObject[] {
  const { colours } = ground.palette
  const colour = limit ? colours.seal : colours.grey
  const place = { data: [{ y, label }], y: 'y' }
  const words = { text: 'label', frameAnchor: 'right', textAnchor: 'start', lineAnchor: 'middle' }
  return [
    { mark: 'ruleY', ...place, stroke: colour, ...(limit ? { strokeDasharray: '5 4' } : {}) },
    { mark: 'text', ...place, ...words, dx: 8 * ground.scale, fill: colour },
  ]
}

function said(
  rows: readonly Placed[],
  beyond: readonly boolean[],
  lines: readonly string[],
  place: (k: string | number) => string,
  write: (v: number) => string,
): string {
  const out = rows.filter((_, index) => beyond[index] === true)
  const named = out.slice(0, 5).map(({ k, v }) => `${place(k)}（${write(v)}）`)
  const outside =
    out.length === 0 ? '没有点在界限外' : `${out.length} 个点在界限外：${named.join('、')}`
  return `${rows.length} 个点，${lines.map((line) => `${line}，`).join('')}${outside}。`
}
