import type { MapGround } from './draw.ts'
import { tileLayouts } from './layout.ts'
import { tileGround } from './tiles.ts'

/** What a map is drawn on; nothing where there is none of that name. */
export function groundOf(area: string): MapGround | undefined {
  const layout = Object.entries(tileLayouts).find(([name]) => name === area)?.[1]
  return layout && tileGround(layout)
}
