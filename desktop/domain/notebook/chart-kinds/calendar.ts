import type { JsonObject } from '../mosaic-json.ts'
import type { KindRows } from './kind-rows.ts'
import { placed, placeWriter } from './along.ts'
import { legendOf } from './legend.ts'
import { bars, labels, type Bar } from './lying.ts'
import { shades } from './paint.ts'
import { unplaced } from './panels.ts'
import { amountWriter, placeAxis, type Ground, type KindPicture } from './picture.ts'
import { extremes } from './told.ts'

const mostYears = 4
const dayMs = 86_400_000
interface Grid {
  readonly years: readonly number[]
  /** From the top of one year to the top of the next, in days of height. */
  readonly high: number
  /** A day, in pixels. */
  readonly cell: number
  readonly head: number
}

interface Day extends Bar {
  readonly level: number
}

/** Every day a small square, a column for each week, a block for each year; the darker, the more. */
export function drawCalendar(all: KindRows, ground: Ground): KindPicture {
  const rows = placed(all.rows).flatMap(({ k, v }) => (typeof k === 'number' ? [{ ms: k, v }] : []))
  const everyYear = [...new Set(rows.map(({ ms }) => new Date(ms).getUTCFullYear()))]
  const years = everyYear.toSorted((a, b) => a - b).slice(-mostYears)
  const write = amountWriter(ground.chart.y?.format)
  const shown = rows.filter(({ ms }) => years.includes(new Date(ms).getUTCFullYear()))
  const left = 5 * ground.em
  const cell = Math.max(4, (ground.width - left - 16 * ground.scale) / 54)
  // room for the names of the months over each year, in days of height
  const head = Math.max(1, (ground.em * 1.3) / cell)
  const grid = { years, high: 7.4 + head, cell, head }
  const steps = stepsOf(shown.map(({ v }) => v))
  const place = placeWriter({ time: true }, { format: '日期' })
  const days = shown.map(({ ms, v }): Day => {
    const { x, y } = spotOf(ms, grid)
    const at = { x1: x + 0.06, x2: x + 0.94, y1: y + 0.06, y2: y + 0.94 }
    return { ...at, level: steps.level(v), t: `${place(ms)} ${write(v)}` }
  })
  const paints = shades(ground.palette, steps.count).toReversed()
  const legend = legendOf(
    steps.edges.map((edge) => (steps.count === 1 ? write(edge) : `${write(edge)} 起`)),
    paints,
  )
  return {
    marks: [
      ...legend.flatMap(({ paint }, level) =>
        bars(
          days
            .filter((day) => day.level === level)
            .map(({ x1, x2, y1, y2, t }) => ({ x1, x2, y1, y2, t })),
          paint,
          ground,
        ),
      ),
      ...words(grid, ground),
    ],
    axes: {
      ...placeAxis('x', [0, 54]),
      ...placeAxis('y', [years.length * grid.high - grid.head - 0.4, -grid.head]),
    },
    height: years.length * grid.high * cell,
    left,
    right: 16 * ground.scale,
    legend,
    bare: true,
    told: [
      ...(everyYear.length > mostYears
        ? [`共 ${everyYear.length} 年，只画了最近 ${mostYears} 年。`]
        : []),
      ...(rows.length > 0 ? ['没有方格的日子没有数。'] : []),
      ...unplaced(all.rows, placed(all.rows)),
    ],
    said: extremes(
      shown.map(({ ms, v }) => ({ name: place(ms), v })),
      write,
    ).replace(' 项：', ' 天：'),
  }
}

/** The week across and the weekday down, Monday first; the years one below the other. */
function spotOf(ms: number, { years, high }: Grid): { x: number; y: number } {
  const year = new Date(ms).getUTCFullYear()
  const begin = Date.UTC(year, 0, 1)
  const monday = (new Date(begin).getUTCDay() + 6) % 7
  const day = Math.floor((ms - begin) / dayMs) + monday
  return { x: Math.floor(day / 7), y: years.indexOf(year) * high + (day % 7) }
}

/** A few steps of an equal, round width from the least to the most. */
function stepsOf(values: readonly number[]) {
  const low = Math.min(...values)
  const high = Math.max(...values)
  if (low === high) return { count: 1, level: () => 0, edges: [low] }
  const width = roundStep((high - low) / 5)
  const first = Math.floor(low / width)
  const count = Math.floor(high / width) - first + 1
  const level = (v: number) => Math.floor(v / width) - first
  const edges = Array.from({ length: count }, (_, index) => (first + index) * width)
  return { count, level, edges }
}

/** The next of 1, 2, 2.5, 5 times a power of ten, so that at most six steps hold five times the width. */
function roundStep(width: number): number {
  const power = 10 ** Math.floor(Math.log10(width))
  return ([1, 2, 2.5, 5].find((one) => one * power >= width) ?? 10) * power
}

function words(grid: Grid, ground: Ground): JsonObject[] {
  const { years, high, cell, head } = grid
  const { grey, ink } = ground.palette.colours
  const months = years.flatMap((year, index) =>
    Array.from({ length: 12 }, (_, month) => month)
      .filter((month) => cell * 4.3 > 3.2 * ground.em || month % 3 === 0)
      .map((month) => ({
        ...{ x: spotOf(Date.UTC(year, month, 1), grid).x, y: index * high - head / 2 },
        label: `${month + 1} 月`,
      })),
  )
  const weekdays = cell < 0.9 * ground.em ? [] : [0, 2, 4, 6]
  const side = years.flatMap((_, index) =>
    weekdays.map((day) => ({
      x: 0,
      y: index * high + day + 0.5,
      label: '一二三四五六日'.charAt(day),
    })),
  )
  const named = years.map((year, index) => ({
    x: 0,
    y: index * high + 3.5,
    label: String(year),
  }))
  return [
    ...labels(months, { anchor: 'start', fill: grey }, ground),
    ...labels(side, { anchor: 'end', dx: -6 * ground.scale, fill: grey }, ground),
    ...labels(named, { anchor: 'end', dx: -1.9 * ground.em, fill: ink }, ground),
  ]
}
