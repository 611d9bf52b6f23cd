import type { JsonObject } from '../mosaic-json.ts'
import type { DrawingOf } from './kinds.ts'
import type { KindRow, KindRows } from './kind-rows.ts'
import { alongAxis, placed, placeWriter, type Placed } from './along.ts'
import { compareNames, shownNames } from './order.ts'
import { amountWriter, roomFor, tip, valueAxis, type Ground, type KindPicture } from './picture.ts'
import { fitted } from './text-width.ts'
import { extremes, namesLeft } from './told.ts'

interface Spot extends JsonObject {
  readonly x: string | number
  readonly y: number
  readonly fx: number
  readonly fy: number
  readonly t: string
}

/** The same small picture for each name, all on the same axes, so that shapes can be compared. */
export function drawPanels(draw: DrawingOf<'panels'>, all: KindRows, ground: Ground): KindPicture {
  const rows = placed(all.rows)
  const chosen = shownNames(rows, { top: draw.top })
  const names = chosen.names.toSorted(compareNames)
  const columns = Math.max(
    1,
    Math.min(names.length, 4, Math.floor(ground.width / (190 * ground.scale))),
  )
  const lines = Math.ceil(names.length / columns)
  const write = amountWriter(ground.chart.y?.format)
  const place = placeWriter(all, ground.chart.x)
  const spots = names.map((name, index): Spot[] =>
    rows
      .filter(({ a }) => a === name)
      .map(({ k, v }) => ({
        ...{ x: k, y: v, fx: index % columns, fy: Math.floor(index / columns) },
        t: `${name} ${place(k)} ${write(v)}`,
      })),
  )
  const left =
    roomFor([write(Math.max(0, ...rows.map(({ v }) => v)))], ground, 0.2) + 8 * ground.scale
  const panel = (ground.width - left) / columns
  return {
    marks: [
      ...spots.flatMap((own) => (own.length === 0 ? [] : shape(draw.as, own, panel, ground))),
      ...titles(names, columns, panel, ground),
    ],
    axes: {
      ...alongAxis(rows, all, ground.chart.x, Math.max(2, Math.floor(panel / (9 * ground.em)))),
      ...valueAxis('y', ground.chart, { zero: true, ticks: 3 }),
      fxAxis: null,
      fyAxis: null,
      fxDomain: Array.from({ length: columns }, (_, index) => index),
      fyDomain: Array.from({ length: lines }, (_, index) => index),
      fyPadding: 0.24,
      fxPadding: 0.12,
    },
    height: lines * 118 * ground.scale,
    left,
    told: [...namesLeft(names.length, chosen.left, false), ...unplaced(all.rows, rows)],
    said: `${names.length} 幅小图。${extremes(inWords(rows, names, place), write)}`,
  }
}

function shape(
  as: 'line' | 'area' | 'bar',
  data: readonly Spot[],
  panel: number,
  ground: Ground,
): JsonObject[] {
  const { teal } = ground.palette.colours
  const at = { data, x: 'x', fx: 'fx', fy: 'fy' }
  const dots = {
    mark: 'dot',
    ...at,
    y: 'y',
    r: data.length === 1 ? 4 : 2,
    fill: teal,
    ...tip(ground),
  }
  if (as === 'bar') {
    const strokeWidth = Math.max(1, Math.min(16, (panel * 0.6) / data.length))
    const bars = data.map((spot) => ({ ...spot, zero: 0 }))
    return [
      {
        mark: 'ruleX',
        ...at,
        data: bars,
        y1: 'zero',
        y2: 'y',
        stroke: teal,
        strokeWidth,
        ...tip(ground),
      },
    ]
  }
  const line = { mark: 'line', ...at, y: 'y', stroke: teal, strokeWidth: 1.75 }
  const filled = data.map((spot) => ({ ...spot, zero: 0 }))
  const reach = { x1: 'x', x2: 'x', y1: 'zero', y2: 'y', fx: 'fx', fy: 'fy' }
  const area = { mark: 'area', data: filled, ...reach, fill: teal, fillOpacity: 0.25 }
  return [...(as === 'area' ? [area] : []), line, dots]
}

/** The name over each panel. */
function titles(
  names: readonly string[],
  columns: number,
  panel: number,
  ground: Ground,
): JsonObject[] {
  if (names.length === 0) return []
  const width = panel / ground.em - 3
  const data = names.map((name, index) => ({
    ...{ label: fitted(name, width), fx: index % columns, fy: Math.floor(index / columns) },
  }))
  const style = { textAnchor: 'start', fontWeight: 600, fill: ground.palette.colours.ink }
  const frame = { frameAnchor: 'top-left', lineAnchor: 'bottom', dy: -6 * ground.scale, dx: 2 }
  return [{ mark: 'text', data, text: 'label', fx: 'fx', fy: 'fy', ...frame, ...style }]
}

const inWords = (
  rows: readonly Placed[],
  names: readonly string[],
  place: (k: string | number) => string,
) =>
  rows.filter(({ a }) => names.includes(a)).map(({ a, k, v }) => ({ name: `${a} ${place(k)}`, v }))

/** Rows whose place is not known. */
export function unplaced(all: readonly KindRow[], rows: readonly Placed[]): string[] {
  const lost = all.length - rows.length
  return lost === 0 ? [] : [`有 ${lost} 组没有填横轴的值，没有画。`]
}
