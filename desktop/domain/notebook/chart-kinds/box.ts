import type { DrawingOf } from './kinds.ts'
import type { Box, KindRow, KindRows } from './kind-rows.ts'
import { bars, labels, rowNames, rowsAxis } from './lying.ts'
import { compareNames } from './order.ts'
import { paint } from './paint.ts'
import { amountWriter, roomFor, tip, valueAxis, type Ground, type KindPicture } from './picture.ts'
import { namesLeft, number } from './told.ts'

/** Fewer values than these make no box that means anything. */
const fewValues = 5

const medians = { x1: 'median', x2: 'median', y1: 'y1', y2: 'y2' }

type Boxed = KindRow & { readonly box: Box }

/** How values lie in each group: the middle half as a box, the median in it, 5 % and 95 % at the ends. */
export function drawBox(draw: DrawingOf<'box'>, { rows }: KindRows, ground: Ground): KindPicture {
  const all = rows.filter((row): row is Boxed => row.box !== undefined)
  const shown = all
    .toSorted((one, other) => other.box.median - one.box.median || compareNames(one.a, other.a))
    .slice(0, draw.top)
  const names = shown.map(({ a }) => (draw.names === undefined ? draw.value : a))
  const write = amountWriter(ground.chart.x?.format)
  const data = shown.map(({ box }, row) => ({
    ...{
      low: box.low,
      high: box.high,
      median: box.median,
      y: row + 0.5,
      y1: row + 0.2,
      y2: row + 0.8,
    },
    t: `${names[row] ?? ''} 中位数 ${write(box.median)}，中间一半 ${write(box.q1)} 到 ${write(box.q3)}`,
  }))
  const list = rowNames(names, ground)
  const counts = shown.map(({ box }) => `${number(box.known)} 个`)
  const { axis, height } = rowsAxis(shown.length, 34, ground)
  const ink = ground.palette.colours.ink
  const whiskers = { mark: 'ruleY', data, x1: 'low', x2: 'high', y: 'y', stroke: ink }
  const few = shown.filter(({ box }) => box.known < fewValues).length
  const nearest = Math.min(...shown.map(({ box }) => box.low))
  const farthest = Math.max(...shown.map(({ box }) => box.high))
  return {
    marks: [
      whiskers,
      ...bars(
        shown.map(({ box }, row) => ({
          ...{ x1: box.q1, x2: box.q3, y1: row + 0.2, y2: row + 0.8, t: data[row]?.t ?? '' },
        })),
        paint(ground.palette, 'teal', 0.3),
        ground,
      ),
      { mark: 'link', data, ...medians, stroke: ink, strokeWidth: 2.5, ...tip(ground) },
      ...list.marks,
      ...labels(
        counts.map((label, row) => ({ x: farthest, y: row + 0.5, label })),
        { anchor: 'start', dx: 10 * ground.scale, fill: ground.palette.colours.grey },
        ground,
      ),
    ],
    axes: {
      ...axis,
      ...valueAxis('x', ground.chart, { label: draw.value, ...reach(nearest, farthest) }),
    },
    height,
    left: list.left,
    right: roomFor(counts, ground, 0.3),
    told: [
      '箱子是中间一半，粗线是中位数，两头的须到第 5 和第 95 百分位。',
      ...namesLeft(shown.length, all.length - shown.length, false),
      ...(few > 0 ? [`有 ${few} 组不到 ${fewValues} 个数，箱子说明不了什么。`] : []),
    ],
    said: said(shown, names, write),
  }
}

/** On an axis from a value to itself a box would be as wide as the picture. */
function reach(low: number, high: number): { readonly domain?: [number, number] } {
  const room = Math.abs(low) / 10 || 1
  return low === high ? { domain: [low - room, high + room] } : {}
}

function said(shown: readonly Boxed[], names: readonly string[], write: (v: number) => string) {
  const first = shown.slice(0, 6).map(({ box }, row) => {
    const half = `中间一半 ${write(box.q1)} 到 ${write(box.q3)}`
    return `${names[row] ?? ''}中位数 ${write(box.median)}（${half}）`
  })
  return `${first.join('；')}。`
}
