import type { JsonObject } from '../mosaic-json.ts'
import { drawBox } from './box.ts'
import { drawCalendar } from './calendar.ts'
import { drawControl } from './control.ts'
import { drawFunnel } from './funnel.ts'
import type { KindRows } from './kind-rows.ts'
import type { KindDrawing } from './kinds.ts'
import { drawLikert } from './likert.ts'
import { drawPanels } from './panels.ts'
import { pictureSpec, type Ground, type KindPicture } from './picture.ts'
import { drawPyramid } from './pyramid.ts'
import { drawRanked } from './ranked.ts'
import { drawParted } from './series.ts'
import { drawSlope } from './slope.ts'
import { leftOut } from './told.ts'

/** A ready-made kind as it is drawn. */
export interface DrawnKind {
  /** The Mosaic specification; undefined where there is nothing to draw, and `told` says why. */
  readonly spec: JsonObject | undefined
  /** What readers must know of what is not drawn, each a sentence. */
  readonly told: readonly string[]
  /** The chart in words, its title first. */
  readonly summary: string
}

/** Draws a ready-made kind from the answer to its query. `title` has its quotes filled in. */
export function drawKind(draw: KindDrawing, rows: KindRows, ground: Ground): DrawnKind {
  const { title, subtitle } = ground.chart
  const begin = subtitle === undefined ? `${title}。` : `${title}。${subtitle}。`
  const lost = leftOut(draw, rows)
  if (rows.rows.length === 0) {
    const told = ['没有可画的数：表是空的，或要画的列里没有数。', ...lost]
    return { spec: undefined, told, summary: `${begin}${told.join('')}` }
  }
  const picture = pictureOf(draw, rows, ground)
  const told = [...picture.told, ...lost]
  const summary = `${begin}${picture.said}${told.join('')}`
  if (picture.marks.length === 0) return { spec: undefined, told, summary }
  return { spec: pictureSpec(picture, ground), told, summary }
}

function pictureOf(draw: KindDrawing, rows: KindRows, ground: Ground): KindPicture {
  switch (draw.kind) {
    case 'ranked':
    case 'lollipop':
      return drawRanked(draw, rows, ground)
    case 'grouped':
    case 'stacked':
    case 'share':
      return drawParted(draw, rows, ground)
    case 'likert':
      return drawLikert(draw, rows, ground)
    case 'pyramid':
      return drawPyramid(draw, rows, ground)
    case 'slope':
      return drawSlope(draw, rows, ground)
    case 'box':
      return drawBox(draw, rows, ground)
    case 'panels':
      return drawPanels(draw, rows, ground)
    case 'calendar':
      return drawCalendar(rows, ground)
    case 'control':
      return drawControl(rows, ground)
    case 'funnel':
      return drawFunnel(draw, rows, ground)
  }
}
