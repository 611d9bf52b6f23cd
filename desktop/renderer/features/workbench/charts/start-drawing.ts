import { summarise, type DrawnMark } from '../../../../domain/notebook/chart-summary.ts'
import type { Chart } from '../../../../domain/notebook/chart.ts'
import type { JsonObject } from '../../../../domain/notebook/mosaic-json.ts'
import { zh } from '../../../app/i18n.svelte.ts'
import type { EngineSession } from '../runner.svelte.ts'
import type { Charts } from './charts.svelte.ts'
import type { DrawnChart } from './drawn-chart.ts'
import { giveMeaning } from './meaning.ts'

export interface Drawing {
  readonly node: HTMLElement
  readonly chart: Chart
  /** With its quotes filled in. */
  readonly title: string
  /** The Mosaic specification, as JSON. */
  readonly spec: string
  readonly charts: Charts
  readonly session: EngineSession
  /** Differs whenever the tables behind the chart were made anew. */
  readonly version: string
  /** Told of what the marks show. */
  readonly ondraw: (marks: readonly DrawnMark[]) => void
  readonly onfail: (error: unknown) => void
}

/** Draws a chart into the node, at the node's width. What was there stays until the new one is drawn. */
export function startDrawing(drawing: Drawing): () => void {
  const { node, chart, onfail } = drawing
  let over = false
  let drawn: DrawnChart | undefined
  const sizes = new ResizeObserver(() => {
    if (drawn && node.clientWidth > 0) drawn.width = node.clientWidth
  })
  const run = async () => {
    const made = await makeChart(drawing)
    if (over) {
      made.close()
      return
    }
    drawn = made
    drawn.follow({
      onfail: (error) => onfail(causeOf(error)),
      ondraw: (svg, marks) => {
        if (over) return
        giveMeaning(svg, zh(summarise(chart, drawing.title, marks)))
        if (!node.contains(made.element)) node.replaceChildren(made.element)
        drawing.ondraw(marks)
      },
    })
    sizes.observe(node)
  }
  run().catch((error: unknown) => onfail(causeOf(error)))
  return () => {
    over = true
    sizes.disconnect()
    drawn?.close()
    if (chart.select) drawing.charts.clear(chart.select.as) // what was brushed is gone with the chart
  }
}

async function makeChart({ node, chart, spec, charts, session }: Drawing): Promise<DrawnChart> {
  const room = await charts.room(session)
  room.forget()
  const selections = [chart.select?.as, chart['filter-by']].filter((name) => name !== undefined)
  return room.draw(JSON.parse(spec) as JsonObject, Math.max(240, node.clientWidth), selections)
}

/** Mosaic wraps the engine's error in its own. */
function causeOf(error: unknown): unknown {
  return error instanceof Error && error.cause !== undefined ? error.cause : error
}
