import type { DrawingOf } from './kinds.ts'
import type { KindRows } from './kind-rows.ts'
import { bars, labels, rowNames, rowsAxis, zeroLine, type Bar } from './lying.ts'
import { shownNames, totals } from './order.ts'
import { paint } from './paint.ts'
import { amountWriter, roomFor, valueAxis, type Ground, type KindPicture } from './picture.ts'
import { addsUp, extremes, namesLeft } from './told.ts'

/** A rest that is longer than so many of the longest bar would leave them no length. */
const mostTimes = 3

type Ranked = DrawingOf<'ranked' | 'lollipop'>

/** One bar, or a dot on a stem, for each name; the largest first. */
export function drawRanked(draw: Ranked, { rows }: KindRows, ground: Ground): KindPicture {
  const { names, left } = shownNames(rows, draw)
  const sums = totals(rows)
  const write = amountWriter(ground.chart.x?.format)
  const shown = names.map((name) => ({ name, v: sums.get(name) ?? 0 }))
  const rest = [...sums.values()].reduce((sum, v) => sum + v, 0) - sumOf(shown)
  const most = Math.max(...shown.map(({ v }) => Math.abs(v)))
  const folded = left > 0 && addsUp(draw) && Math.abs(rest) <= mostTimes * most
  const all = folded ? [...shown, { name: `其余 ${left} 个`, v: rest }] : shown
  const items = all.map(({ name, v }, index) => ({ name, v, y: index + 0.5, label: write(v) }))
  const list = rowNames(
    items.map(({ name }) => name),
    ground,
  )
  const { axis, height } = rowsAxis(items.length, 26, ground)
  const ends = (side: 1 | -1) =>
    labels(
      items.filter(({ v }) => v < 0 === side < 0).map(({ v, y, label }) => ({ x: v, y, label })),
      { anchor: side < 0 ? 'end' : 'start', dx: side * 8 * ground.scale },
      ground,
    )
  const body = draw.kind === 'ranked' ? lengths(items, folded, ground) : stems(items, ground)
  return {
    marks: [...body, zeroLine(ground), ...ends(1), ...ends(-1), ...list.marks],
    axes: { ...axis, ...valueAxis('x', ground.chart, { domain: reach(items) }) },
    height,
    left: list.left,
    right: roomFor(
      items.map(({ label }) => label),
      ground,
      0.3,
    ),
    told: [
      ...namesLeft(names.length, left, folded),
      ...(left > 0 && !folded && addsUp(draw) ? [`没有画的合计 ${write(rest)}。`] : []),
    ],
    said: extremes(shown, write),
  }
}

interface Item {
  readonly name: string
  readonly v: number
  readonly y: number
  readonly label: string
}

const sumOf = (items: readonly { readonly v: number }[]) => items.reduce((sum, { v }) => sum + v, 0)

/** From zero to the longest, with room for the words before a negative one. */
function reach(items: readonly Item[]): [number, number] {
  const low = Math.min(0, ...items.map(({ v }) => v))
  const high = Math.max(0, ...items.map(({ v }) => v))
  if (low === 0 && high === 0) return [0, 1]
  return [low < 0 ? low - (high - low) * 0.12 : 0, high]
}

function lengths(items: readonly Item[], folded: boolean, ground: Ground) {
  const bar = ({ name, v, y, label }: Item): Bar => ({
    ...{ x1: Math.min(0, v), x2: Math.max(0, v), y1: y - 0.36, y2: y + 0.36 },
    t: `${name} ${label}`,
  })
  const own = folded ? items.slice(0, -1) : items
  return [
    ...bars(own.map(bar), paint(ground.palette, 'teal'), ground),
    ...bars(folded ? items.slice(-1).map(bar) : [], paint(ground.palette, 'line', 0.6), ground),
  ]
}

function stems(items: readonly Item[], ground: Ground) {
  const { colours } = ground.palette
  const data = items.map(({ name, v, y, label }) => ({ x: v, y, zero: 0, t: `${name} ${label}` }))
  const stem = { mark: 'ruleY', data, x1: 'zero', x2: 'x', y: 'y', stroke: colours.teal }
  return [
    { ...stem, strokeWidth: 2 },
    { mark: 'dot', data, x: 'x', y: 'y', r: 5.5 * ground.scale, fill: colours.teal },
  ]
}
