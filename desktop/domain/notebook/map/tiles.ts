import type { Shape } from '../picture/svg.ts'
import { widthOfText } from '../picture/wrap.ts'
import type { MapGround, PlaceLook } from './draw.ts'
import type { Tile, TileLayout } from './layout.ts'

const [wide, high, gap] = [82, 62, 5]
const width = 8 * (wide + gap)

/** Squares with the name and the value on them. */
export function tileGround({ tiles, rows, columns, note }: TileLayout): MapGround {
  const left = (width - columns * (wide + gap)) / 2
  return {
    places: tiles,
    width,
    height: rows * (high + gap),
    note,
    shapes: (look, colours) =>
      tiles.flatMap((tile) =>
        tileShapes(tile, look(tile.code), { left, line: colours.line, grey: colours.grey }),
      ),
  }
}

interface Ground {
  readonly left: number
  readonly line: string
  readonly grey: string
}

function tileShapes(
  { row, column, short }: Tile,
  { fill, missing, ink, value }: PlaceLook,
  { left, line, grey }: Ground,
): Shape[] {
  const [x, y] = [left + column * (wide + gap), row * (high + gap)]
  const box: Shape = { kind: 'rect', x, y, width: wide, height: high, fill, stroke: line }
  const room = wide - 8
  const fit = (text: string, size: number) => Math.min(size, room / widthOfText(text))
  const middle = { kind: 'text', x: x + wide / 2, anchor: 'middle', fill: ink } as const
  const name: Shape = { ...middle, y: y + 26, text: short, size: fit(short, 15), weight: 600 }
  if (missing) {
    const plate: Shape = { kind: 'rect', x: x + 9, y: y + 10, width: wide - 18, height: 22, fill }
    return [box, hatch(x, y, grey), plate, name]
  }
  return [box, name, { ...middle, y: y + 47, text: value, size: fit(value, 14) }]
}

/** Slanted lines across a square, drawn as lines so that nothing need be referred to. */
function hatch(x: number, y: number, stroke: string): Shape {
  const parts: string[] = []
  for (let at = 10; at < wide + high; at += 10) {
    const [x1, y1] = at < high ? [0, at] : [at - high, high]
    const [x2, y2] = at < wide ? [at, 0] : [wide, at - wide]
    parts.push(`M${x + x1} ${y + y1}L${x + x2} ${y + y2}`)
  }
  return { kind: 'path', d: parts.join(''), fill: 'none', stroke, width: 0.7 }
}
