import type { JsonObject } from '../mosaic-json.ts'
import type { DrawingOf } from './kinds.ts'
import type { KindRow, KindRows } from './kind-rows.ts'
import { labels } from './lying.ts'
import { inOrder } from './order.ts'
import { amountWriter, placeAxis, roomFor, tip, type Ground, type KindPicture } from './picture.ts'
import { spread } from './spread.ts'
import { fitted } from './text-width.ts'
import { namesLeft } from './told.ts'

interface Line {
  readonly name: string
  readonly from: number
  readonly to: number
}

/** What each name was at the first time and is at the last, joined by a line; a falling one is dashed. */
export function drawSlope(
  draw: DrawingOf<'slope'>,
  { rows }: KindRows,
  ground: Ground,
): KindPicture {
  const times = inOrder(rows.map(({ b }) => b))
  const first = times[0] ?? ''
  const last = times.at(-1) ?? ''
  const all = linesOf(rows, first, last)
  const lines = all
    .toSorted((one, other) => Math.abs(other.to - other.from) - Math.abs(one.to - one.from))
    .slice(0, draw.top)
  const write = amountWriter(ground.chart.y?.format)
  const height = Math.max(220, 30 * lines.length) * ground.scale
  const ends = sideLabels(lines, write, height, ground)
  const values = lines.flatMap(({ from, to }) => [from, to])
  const alone = inOrder(rows.map(({ a }) => a)).length - all.length
  return {
    marks: [
      ...pole(0, first, ground),
      ...pole(1, last, ground),
      ...lines.flatMap((line) => stroke(line, write, ground)),
      ...ends.marks,
    ],
    axes: { ...placeAxis('x', [0, 1]), ...placeAxis('y', rangeOf(values)) },
    height,
    left: ends.left,
    right: ends.right,
    bare: true,
    told: [
      ...namesLeft(lines.length, all.length - lines.length, false).map((text) =>
        text.replace('最大的', '变化最大的'),
      ),
      ...(alone > 0 ? [`有 ${alone} 个只有一头有数，连不成线，没有画。`] : []),
      ...(times.length > 2
        ? [`“${draw.at}”有 ${times.length} 个值，只连了最早的“${first}”和最晚的“${last}”。`]
        : []),
      ...(times.length < 2 ? [`“${draw.at}”只有一个值，看不出变化。`] : []),
    ],
    said:
      lines.map(({ name, from, to }) => `${name}从 ${write(from)} 到 ${write(to)}`).join('；') +
      '。',
  }
}

function linesOf(rows: readonly KindRow[], first: string, last: string): Line[] {
  if (first === last) return []
  const at = (time: string) => new Map(rows.filter(({ b }) => b === time).map(({ a, v }) => [a, v]))
  const ends = at(last)
  return [...at(first)].flatMap(([name, from]) => {
    const to = ends.get(name)
    return from === undefined || to === undefined ? [] : [{ name, from, to }]
  })
}

function stroke(
  { name, from, to }: Line,
  write: (v: number) => string,
  ground: Ground,
): JsonObject[] {
  const { colours } = ground.palette
  const t = `${name} 从 ${write(from)} 到 ${write(to)}`
  const colour = to < from ? colours.gold : colours.teal
  const data = [
    { x: 0, y: from, t },
    { x: 1, y: to, t },
  ]
  return [
    {
      ...{ mark: 'line', data, x: 'x', y: 'y', stroke: colour, strokeWidth: 2 },
      ...(to < from ? { strokeDasharray: '6 4' } : {}),
    },
    { mark: 'dot', data, x: 'x', y: 'y', r: 4.5 * ground.scale, fill: colour, ...tip(ground) },
  ]
}

function pole(x: number, label: string, ground: Ground): JsonObject[] {
  const { colours } = ground.palette
  const place = { data: [{ x, label }], x: 'x' }
  const dy = -10 * ground.scale
  return [
    { mark: 'ruleX', ...place, stroke: colours.line },
    { mark: 'text', ...place, text: 'label', frameAnchor: 'top', dy, fill: colours.grey },
  ]
}

/** Names and values at both ends, moved apart where they would cover one another. */
function sideLabels(
  lines: readonly Line[],
  write: (v: number) => string,
  height: number,
  ground: Ground,
) {
  const [low, high] = rangeOf(lines.flatMap(({ from, to }) => [from, to]))
  const gap = ((high - low) * ground.em * 1.25) / height
  const side = (x: 0 | 1) => {
    const texts = lines.map(({ name, from, to }) => ({ v: x === 0 ? from : to, name }))
    const room = roomFor(
      texts.map(({ name, v }) => `${name} ${write(v)}`),
      ground,
      0.36,
    )
    const width = room / ground.em - 1
    const ys = spread(
      texts.map(({ v }) => v),
      gap,
    )
    const placed = texts.map(({ name, v }, index) => ({
      ...{ x, y: ys[index] ?? v },
      label:
        x === 0
          ? `${fitted(name, width - 3.5)} ${write(v)}`
          : `${write(v)} ${fitted(name, width - 3.5)}`,
    }))
    const style = {
      anchor: x === 0 ? 'end' : 'start',
      dx: (x === 0 ? -10 : 10) * ground.scale,
    } as const
    return { room, marks: labels(placed, style, ground) }
  }
  const [left, right] = [side(0), side(1)]
  return { left: left.room, right: right.room, marks: [...left.marks, ...right.marks] }
}

function rangeOf(values: readonly number[]): [number, number] {
  const low = Math.min(...values)
  const high = Math.max(...values)
  if (values.length === 0) return [0, 1]
  const pad = (high - low || Math.abs(high) || 1) * 0.06
  return [low - pad, high + pad]
}
