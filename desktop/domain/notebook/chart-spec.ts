import { steadyAxes } from './brush/steady.ts'
import { compileMark } from './chart-marks.ts'
import { compileAxis, compileColours, hasNamesLeft } from './chart-scales.ts'
import { readsTable, type Chart, type Mark } from './chart.ts'
import { paramNames, ref, type JsonObject } from './mosaic-json.ts'
import type { Palette } from './palette.ts'

/** Where a chart is drawn. */
export interface Target {
  readonly palette: Palette
  /** Whether it can be pointed at and brushed. */
  readonly interactive: boolean
  /** How much larger than usual the text is; heights and margins grow with it. */
  readonly scale?: number
}

/** In pixels, at the usual size of text. */
const usualHeight = 280

/**
 * The Mosaic specification of a chart. It draws what the checked chart says and nothing else: every
 * name in it comes from here, every value is a name of a column or table, a number or a colour.
 */
export function compileChart(chart: Chart, target: Target): JsonObject {
  const { palette, scale = 1 } = target
  const px = (length: number) => Math.round(length * scale)
  return {
    plot: compilePlot(chart, target),
    width: ref(paramNames.width),
    height: px(chart.height ?? usualHeight),
    marginLeft: px(chart['margin-left'] ?? (hasNamesLeft(chart) ? 104 : 56)),
    marginRight: px(24),
    marginTop: px(28),
    marginBottom: px(44),
    ...compileAxis('x', chart),
    ...compileAxis('y', chart),
    ...(target.interactive ? steadyAxes(chart) : {}),
    ...compileColours(chart, palette),
  }
}

/** An interactor belongs to the mark before it: the uppermost one that can be pointed at. */
function compilePlot(chart: Chart, { palette, interactive }: Target): JsonObject[] {
  const pointed = chart.plot.findLastIndex((mark) => readsTable(mark) && mark.mark !== 'text')
  return chart.plot.flatMap((mark, index) => [
    ...compileMark(interactive ? mark : still(mark), chart, palette),
    ...(interactive && index === pointed ? compileSelect(chart) : []),
  ])
}

const still = (mark: Mark): Mark => (readsTable(mark) ? { ...mark, tip: false } : mark)

function compileSelect(chart: Chart): JsonObject[] {
  if (!chart.select) return []
  const as = ref(paramNames.selection(chart.select.as))
  if (chart.select.brush !== 'point') return [{ select: chart.select.brush, as }]
  const along = hasNamesLeft(chart) ? 'toggleY' : 'toggleX'
  return [{ select: along, as }]
}
