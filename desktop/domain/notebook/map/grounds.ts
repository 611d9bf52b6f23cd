import type { Boundary } from './boundary.ts'
import type { MapGround } from './draw.ts'
import { tileLayouts } from './layout.ts'
import { outlineGround } from './outlines.ts'
import { tileGround } from './tiles.ts'

/** Whether a map of this area is drawn on tiles of ours. */
export const isTiled = (area: string): boolean => Object.hasOwn(tileLayouts, area)

/** What a map is drawn on: tiles of ours, else the boundary file of that name; nothing without one. */
export function groundOf(area: string, own: Boundary | undefined): MapGround | undefined {
  const layout = Object.entries(tileLayouts).find(([name]) => name === area)?.[1]
  if (layout) return tileGround(layout)
  return own && outlineGround(own)
}
