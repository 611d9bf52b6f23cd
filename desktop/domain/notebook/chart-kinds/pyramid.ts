import type { DrawingOf } from './kinds.ts'
import type { KindRow, KindRows } from './kind-rows.ts'
import { legendOf, type Paint } from './legend.ts'
import { bars, labels, rowNames, rowsAxis, zeroLine, type Bar } from './lying.ts'
import { inOrder } from './order.ts'
import { shades } from './paint.ts'
import { amountWriter, placeAxis, roomFor, type Ground, type KindPicture } from './picture.ts'
import { extremes } from './told.ts'

const mostBands = 60

/** Two groups back to back, such as men and women by age; the highest band on top. */
export function drawPyramid(
  draw: DrawingOf<'pyramid'>,
  { rows }: KindRows,
  ground: Ground,
): KindPicture {
  const sides = inOrder(
    rows.map(({ b }) => b),
    draw.levels,
  )
  const [leftSide = '', rightSide = ''] = sides
  const all = inOrder(rows.map(({ a }) => a))
  const bands = all.slice(0, mostBands).toReversed()
  const write = amountWriter(ground.chart.x?.format)
  const items = itemsOf(rows, { bands, leftSide, rightSide }, write)
  const list = rowNames(bands, ground)
  const room = roomFor(
    items.map(({ label }) => label),
    ground,
    0.16,
  )
  const { axis, height } = rowsAxis(bands.length, 22, ground)
  const legend = legendOf(
    [leftSide, rightSide].filter((side) => side !== ''),
    shades(ground.palette, 2),
  )
  const far = Math.max(0, ...items.map(({ v }) => v)) || 1
  const wider = far * (1 + room / Math.max(1, (ground.width - list.left) / 2 - room))
  return {
    marks: [
      ...legend.flatMap(({ paint }, index) =>
        sideMarks(items, index === 0 ? -1 : 1, paint, ground),
      ),
      zeroLine(ground),
      ...list.marks,
    ],
    axes: { ...axis, ...placeAxis('x', [-wider, wider]) },
    height,
    left: list.left,
    legend,
    bare: true,
    told: toldOf(
      sides,
      all.length,
      rows.some(({ v = 0 }) => v < 0),
    ),
    said: `${leftSide}在左，${rightSide}在右。${extremes(items, write)}`,
  }
}

interface Sides {
  readonly bands: readonly string[]
  readonly leftSide: string
  readonly rightSide: string
}

interface Item extends Bar {
  readonly side: -1 | 1
  readonly v: number
  readonly y: number
  readonly label: string
  readonly name: string
}

function itemsOf(
  rows: readonly KindRow[],
  { bands, leftSide, rightSide }: Sides,
  write: (v: number) => string,
): Item[] {
  return rows.flatMap(({ a, b, v = 0 }): Item[] => {
    const row = bands.indexOf(a)
    const side = b === leftSide ? -1 : 1
    if (row < 0 || v < 0 || (b !== leftSide && b !== rightSide)) return []
    const label = write(v)
    const [x1, x2] = [Math.min(0, side * v), Math.max(0, side * v)]
    const place = { x1, x2, y1: row + 0.06, y2: row + 0.94, y: row + 0.5 }
    return [{ ...place, side, v, label, name: `${a} ${b}`, t: `${a} ${b} ${label}` }]
  })
}

function sideMarks(items: readonly Item[], side: -1 | 1, paint: Paint, ground: Ground) {
  const own = items.filter((item) => item.side === side)
  const ends = own.map(({ v, y, label }) => ({ x: side * v, y, label }))
  const style = { anchor: side < 0 ? 'end' : 'start', dx: side * 6 * ground.scale } as const
  return [
    ...bars(
      own.map(({ x1, x2, y1, y2, t }) => ({ x1, x2, y1, y2, t })),
      paint,
      ground,
    ),
    ...labels(ends, style, ground),
  ]
}

function toldOf(sides: readonly string[], bands: number, negative: boolean): string[] {
  return [
    ...(sides.length > 2
      ? [
          `金字塔只有左右两边，这里有 ${sides.length} 类，只画了“${sides[0] ?? ''}”和“${sides[1] ?? ''}”。`,
        ]
      : []),
    ...(sides.length === 1 ? ['只有一类，右边是空的。'] : []),
    ...(bands > mostBands ? [`共 ${bands} 段，只画了前 ${mostBands} 段。`] : []),
    ...(negative ? ['有负数，没有画。'] : []),
  ]
}
