import type { JsonObject } from '../mosaic-json.ts'
import type { Ground } from './picture.ts'
import { textWidth } from './text-width.ts'

/** How an area is filled: a colour of the theme, more or less of it. */
export interface Paint {
  readonly fill: string
  readonly opacity: number
  readonly stroke: string
  /** The colour of words upon it. */
  readonly ink: string
}

export interface LegendItem {
  readonly label: string
  readonly paint: Paint
}

interface Legend {
  readonly marks: readonly JsonObject[]
  readonly height: number
}

/** The legend as marks above the picture, so that it goes wherever the picture goes. */
export function legendMarks(items: readonly LegendItem[], left: number, ground: Ground): Legend {
  const { palette, scale, width, em: size } = ground
  const line = 1.6 * size
  const place = { x: 0, row: 0 }
  const placed = items.map((item) => {
    const long = textWidth(item.label) * size + 34 * scale
    if (place.x > 0 && place.x + long > width - 16 * scale) {
      place.x = 0
      place.row += 1
    }
    const at = { ...item, x: place.x, row: place.row }
    place.x += long
    return at
  })
  const height = items.length === 0 ? 0 : (place.row + 1) * line
  const marks = placed.flatMap(({ label, paint, x, row }): JsonObject[] => {
    const dx = x - left + 8 * scale
    const dy = row * line - height - 2 * scale
    const at = { data: [{ label }], frameAnchor: 'top-left', dy }
    const { fill, opacity, stroke } = paint
    return [
      {
        mark: 'dot',
        ...at,
        dx,
        symbol: 'square',
        r: 5 * scale,
        fill,
        fillOpacity: opacity,
        stroke,
      },
      {
        ...{ mark: 'text', ...at, text: 'label', textAnchor: 'start', fill: palette.colours.ink },
        dx: dx + 10 * scale,
        lineAnchor: 'middle',
      },
    ]
  })
  return { marks, height }
}

/** Each label with its paint, in order. */
export function legendOf(labels: readonly string[], paints: readonly Paint[]): LegendItem[] {
  return labels.flatMap((label, index) => {
    const paint = paints[index]
    return paint ? [{ label, paint }] : []
  })
}
