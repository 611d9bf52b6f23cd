import type { Colour } from '../channel.ts'
import type { Palette } from '../palette.ts'
import type { Paint } from './legend.ts'

/** More than these cannot be told apart by their shade, on paper least of all. */
export const mostShades = 6

/** One colour, a share of it. Words stand on it in the ground's colour where it is strong. */
export function paint(palette: Palette, colour: Colour, opacity = 1): Paint {
  const fill = palette.colours[colour]
  return {
    fill,
    opacity,
    stroke: fill,
    ink: opacity > 0.8 ? palette.ground : palette.colours.ink,
  }
}

const ramps: readonly (readonly number[])[] = [
  [1],
  [1, 0.35],
  [1, 0.5, 0.15],
  [1, 0.55, 0.3, 0.08],
  [1, 0.84, 0.55, 0.3, 0.08],
  [1, 0.84, 0.6, 0.42, 0.24, 0.06],
]

/** Shades of the data's colour from strong to pale: they can be told apart in grey as well. */
export function shades(palette: Palette, count: number): Paint[] {
  const ramp = ramps[Math.min(count, mostShades) - 1] ?? [1]
  return ramp.map((opacity) => paint(palette, 'teal', opacity))
}

/** From one end over a pale middle to the other: gold for the first, the data's colour for the last. */
export function diverging(palette: Palette, count: number): Paint[] {
  const half = Math.floor(count / 2)
  const strengths = Array.from(
    { length: half },
    (_, index) => 1 - (index / half) * 0.95 + (index / half) ** 2 * 0.2,
  )
  return [
    ...strengths.map((opacity) => paint(palette, 'gold', opacity)),
    ...(count % 2 === 1 ? [{ ...paint(palette, 'line', 0.55), ink: palette.colours.ink }] : []),
    ...strengths.toReversed().map((opacity) => paint(palette, 'teal', opacity)),
  ]
}
