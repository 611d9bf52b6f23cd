import { untrack } from 'svelte'
import type { Brushed, BrushSpace } from '../../../../domain/notebook/brush/brush.ts'
import { brushSide } from '../../../../domain/notebook/brush/words.ts'
import { drawKind, type DrawnKind } from '../../../../domain/notebook/chart-kinds/draw-kind.ts'
import type { KindRows } from '../../../../domain/notebook/chart-kinds/kind-rows.ts'
import { notesOn } from '../../../../domain/notebook/chart-notes.ts'
import { compileChart } from '../../../../domain/notebook/chart-spec.ts'
import { summarise, type DrawnMark } from '../../../../domain/notebook/chart-summary.ts'
import { readsTable, type Chart } from '../../../../domain/notebook/chart.ts'
import { screenPalette } from '../../../../domain/notebook/palette.ts'
import type { EngineSession } from '../runner.svelte.ts'
import type { BrushHand } from './brush-hand.ts'
import { causeOf } from './cause-of.ts'
import type { Charts } from './charts.svelte.ts'
import type { DrawnChart } from './drawn-chart.ts'
import { followKind } from './follow-kind.ts'
import { Place } from './place.ts'
import type { ChartRoom } from './room.ts'

export interface Drawing {
  readonly cell: string
  readonly node: HTMLElement
  /** With its quotes filled in. */
  readonly chart: Chart
  /** How much larger than usual the text is. */
  readonly scale: number
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
  /** What its layers show; a ready-made kind has none. */
  readonly marks: readonly DrawnMark[]
  /** The groups of a ready-made kind. */
  readonly groups?: KindRows
  /** What readers must know of what is not drawn. */
  readonly told: readonly string[]
}

export type Words = Pick<DrawnKind, 'summary' | 'told'>

const narrowest = 240

/** Draws a chart into the node, at the node's width. What was there stays until the new one is drawn. */
export function startDrawing(drawing: Drawing): () => void {
  const { chart, charts, session, onfail } = drawing
  let over = false
  let end: () => void = () => undefined
  const start = async () => {
    const room = await charts.room(session)
    if (over) return
    room.forget()
    end = chart.draw ? drawReadyMade(room, drawing) : drawLayers(room, drawing)
  }
  start().catch((error: unknown) => onfail(causeOf(error)))
  return () => {
    over = true
    end()
  }
}

/** Mosaic asks for what the layers show, and draws them anew whenever something is brushed. */
function drawLayers(room: ChartRoom, drawing: Drawing): () => void {
  const { cell, node, chart, scale, kept } = drawing
  const selections = [chart.select?.as, chart['filter-by']].filter((name) => name !== undefined)
  const spec = compileChart(chart, { palette: screenPalette, interactive: true, scale })
  const place = new Place(drawing, room)
  const sizes = new ResizeObserver(() => {
    if (node.clientWidth > 0) place.resize(node.clientWidth)
  })
  let first = true
  place.draw(
    () => room.draw({ cell, spec, width: Math.max(narrowest, node.clientWidth), selections }),
    (marks) => ({ summary: summarise(chart, chart.title, marks), told: notesOn(chart, marks) }),
    (made, marks, told) => {
      drawing.ondraw({ ...standing(made, chart), marks, told })
      if (first) brushAgain(made, drawing)
      first = false
    },
  )
  sizes.observe(node)
  return () => {
    sizes.disconnect()
    if (!first) Object.assign(kept, { brushed: ownBrush(drawing), way: wayOf(chart) })
    place.close()
  }
}

/** A ready-made kind is laid out here, again for each width and whenever something is brushed. */
function drawReadyMade(room: ChartRoom, drawing: Drawing): () => void {
  const { cell, node, chart, scale, ondraw, onfail } = drawing
  const place = new Place(drawing, room)
  const still = { brushing: undefined, marks: [] }
  const layOut = (rows: KindRows, width: number) => {
    if (!chart.draw) return
    const em = Number.parseFloat(getComputedStyle(node).fontSize)
    const ground = { chart, palette: screenPalette, interactive: true, scale, em, width }
    const drawn = drawKind(chart.draw, rows, ground)
    const { spec, told } = drawn
    const empty = rows.rows.length === 0
    if (spec)
      place.draw(
        () => room.draw({ cell, spec, width, selections: [] }),
        () => drawn,
        () => ondraw({ ...still, empty, groups: rows, told }),
      )
    else {
      place.empty()
      ondraw({ ...still, empty, told })
    }
  }
  const end = followKind(room, chart, node, narrowest, layOut, (error) => onfail(causeOf(error)))
  return () => {
    end()
    place.close()
  }
}

function standing(made: DrawnChart, chart: Chart): Pick<Drawn, 'brushing' | 'empty'> {
  const { hand, empty } = made
  if (!hand) return { brushing: undefined, empty }
  const items = chart.select?.brush === 'point' ? made.itemsAlong(brushSide(chart)) : []
  return { brushing: { hand, space: hand.space, items }, empty }
}

/** What is brushed in this chart now. */
function ownBrush({ cell, chart, charts }: Drawing): Brushed | undefined {
  const filters = untrack(() => charts.filters(chart.select?.as))
  return filters.find((filter) => filter.cell === cell)?.brushed
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
