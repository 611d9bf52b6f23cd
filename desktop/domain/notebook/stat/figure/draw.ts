import { drawBars, drawIntervals } from './draw-rows.ts'
import { drawControl, drawLines } from './draw-series.ts'
import type { Figure } from './figure.ts'
import type { Picture, Sheet } from './shape.ts'

/**
 * Draws a figure without a document, so that the window, a report and a printed page show the same
 * shapes; only the palette differs.
 */
export function drawFigure(figure: Figure, sheet: Sheet): Picture {
  switch (figure.kind) {
    case 'intervals':
      return drawIntervals(figure, sheet)
    case 'bars':
      return drawBars(figure, sheet)
    case 'lines':
      return drawLines(figure, sheet)
    case 'control':
      return drawControl(figure, sheet)
  }
}
