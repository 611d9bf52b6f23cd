import { untrack } from 'svelte'
import type { Brushed, BrushSpace } from '../../../../domain/notebook/brush/brush.ts'
import { summarise } from '../../../../domain/notebook/chart-summary.ts'
import { brushSide } from '../../../../domain/notebook/brush/words.ts'
import { readsTable, type Chart } from '../../../../domain/notebook/chart.ts'
import type { JsonObject } from '../../../../domain/notebook/mosaic-json.ts'
import { zh } from '../../../app/i18n.svelte.ts'
import type { EngineSession } from '../runner.svelte.ts'
import type { BrushHand } from './brush-hand.ts'
import type { Charts } from './charts.svelte.ts'
import type { DrawnChart } from './drawn-chart.ts'
import type { ChartRoom } from './room.ts'
import { giveMeaning } from './meaning.ts'

export interface Drawing {
  readonly cell: string
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
  /** What was brushed in the chart before it was drawn anew. */
  readonly kept: KeptBrush
  readonly ondraw: (drawn: Drawn) => void
  readonly onfail: (error: unknown) => void
}

/** A brush that outlives the picture in which it was made, while the chart is brushed the same way. */
export interface KeptBrush {
  brushed: Brushed | undefined
  way: string
}

/** A picture that stands. */
export interface Drawn {
  /** How it is brushed, where it can be. */
  readonly brushing:
    | {
        readonly hand: BrushHand
        readonly space: BrushSpace | undefined
        readonly items: readonly unknown[]
      }
    | undefined
  /** Whether what follows the filters shows nothing. */
  readonly empty: boolean
}

/** Draws a chart into the node, at the node's width. What was there stays until the new one is drawn. */
export function startDrawing(drawing: Drawing): () => void {
  const { node, chart, charts, onfail } = drawing
  let over = false
  let first = true
  let drawn: DrawnChart | undefined
  let room: ChartRoom | undefined
  const sizes = new ResizeObserver(() => {
    if (drawn && node.clientWidth > 0) drawn.width = node.clientWidth
  })
  const run = async () => {
    room = await charts.room(drawing.session)
    const made = await makeChart(drawing, room)
    if (over) {
      room.remove(made)
      return
    }
    drawn = made
    drawn.follow({
      onfail: (error) => onfail(causeOf(error)),
      ondraw: (svg, marks) => {
        if (over) return
        giveMeaning(svg, zh(summarise(chart, drawing.title, marks)))
        if (!node.contains(made.element)) node.replaceChildren(made.element)
        drawing.ondraw(standing(made, chart))
        if (first) brushAgain(made, drawing)
        first = false
      },
    })
    sizes.observe(node)
  }
  run().catch((error: unknown) => onfail(causeOf(error)))
  return () => {
    over = true
    sizes.disconnect()
    const own = untrack(() =>
      charts.filters(chart.select?.as).find(({ cell }) => cell === drawing.cell),
    )
    if (!first) Object.assign(drawing.kept, { brushed: own?.brushed, way: wayOf(chart) })
    if (drawn) room?.remove(drawn)
  }
}

async function makeChart(
  { cell, node, chart, spec }: Drawing,
  room: ChartRoom,
): Promise<DrawnChart> {
  room.forget()
  const selections = [chart.select?.as, chart['filter-by']].filter((name) => name !== undefined)
  const width = Math.max(240, node.clientWidth)
  return room.draw({ cell, spec: JSON.parse(spec) as JsonObject, width, selections })
}

function standing(made: DrawnChart, chart: Chart): Drawn {
  const { hand, empty } = made
  if (!hand) return { brushing: undefined, empty }
  const items = chart.select?.brush === 'point' ? made.itemsAlong(brushSide(chart)) : []
  return { brushing: { hand, space: hand.space, items }, empty }
}

/** The reader's brush is not lost when the table behind the chart was made anew. */
function brushAgain({ hand }: DrawnChart, { chart, kept }: Drawing): void {
  const { brushed, way } = kept
  kept.brushed = undefined
  if (brushed && way === wayOf(chart)) hand?.choose(brushed)
}

/** How a chart is brushed: a brush on another column or side means something else. */
function wayOf(chart: Chart): string {
  return JSON.stringify([chart.select, chart.plot.find(readsTable)?.[brushSide(chart)]])
}

/** Mosaic wraps the engine's error in its own. */
function causeOf(error: unknown): unknown {
  return error instanceof Error && error.cause !== undefined ? error.cause : error
}
