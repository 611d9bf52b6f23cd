import { drawKind, type DrawnKind } from '../../../../domain/notebook/chart-kinds/draw-kind.ts'
import type { KindRows } from '../../../../domain/notebook/chart-kinds/kind-rows.ts'
import { notesOn } from '../../../../domain/notebook/chart-notes.ts'
import { compileChart } from '../../../../domain/notebook/chart-spec.ts'
import { summarise, type DrawnMark } from '../../../../domain/notebook/chart-summary.ts'
import type { Chart } from '../../../../domain/notebook/chart.ts'
import { screenPalette } from '../../../../domain/notebook/palette.ts'
import { zh } from '../../../app/i18n.svelte.ts'
import type { EngineSession } from '../runner.svelte.ts'
import type { Charts } from './charts.svelte.ts'
import type { DrawnChart } from './drawn-chart.ts'
import { followKind } from './follow-kind.ts'
import { giveMeaning } from './meaning.ts'
import type { ChartRoom } from './room.ts'

export interface Drawing {
  readonly node: HTMLElement
  /** With its quotes filled in. */
  readonly chart: Chart
  /** How much larger than usual the text is. */
  readonly scale: number
  readonly charts: Charts
  readonly session: EngineSession
  /** Differs whenever the tables behind the chart were made anew. */
  readonly version: string
  /** Told of what the marks show, and what readers must know of what is not drawn. */
  readonly ondraw: (marks: readonly DrawnMark[], told: readonly string[]) => void
  readonly onfail: (error: unknown) => void
}

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
    if (chart.select) charts.clear(chart.select.as) // what was brushed is gone with the chart
  }
}

/** Mosaic asks for what the layers show, and draws them anew whenever something is brushed. */
function drawLayers(room: ChartRoom, drawing: Drawing): () => void {
  const { node, chart, scale } = drawing
  const selections = [chart.select?.as, chart['filter-by']].filter((name) => name !== undefined)
  const spec = compileChart(chart, { palette: screenPalette, interactive: true, scale })
  const place = new Place(drawing)
  const sizes = new ResizeObserver(() => {
    if (node.clientWidth > 0) place.resize(node.clientWidth)
  })
  place.draw(
    () => room.draw(spec, Math.max(narrowest, node.clientWidth), selections),
    (marks) => ({ summary: summarise(chart, chart.title, marks), told: notesOn(chart, marks) }),
  )
  sizes.observe(node)
  return () => {
    sizes.disconnect()
    place.close()
  }
}

/** A ready-made kind is laid out here, again for each width and whenever something is brushed. */
function drawReadyMade(room: ChartRoom, drawing: Drawing): () => void {
  const { node, chart, scale, onfail } = drawing
  const place = new Place(drawing)
  const layOut = (rows: KindRows, width: number) => {
    if (!chart.draw) return
    const em = Number.parseFloat(getComputedStyle(node).fontSize)
    const ground = { chart, palette: screenPalette, interactive: true, scale, em, width }
    const drawn = drawKind(chart.draw, rows, ground)
    const { spec } = drawn
    if (spec)
      place.draw(
        () => room.draw(spec, width, []),
        () => drawn,
      )
    else place.empty(drawn)
  }
  const end = followKind(room, chart, node, narrowest, layOut, (error) => onfail(causeOf(error)))
  return () => {
    end()
    place.close()
  }
}

type Words = Pick<DrawnKind, 'summary' | 'told'>

/** The place of a chart on the page, and the picture in it. */
class Place {
  readonly #drawing: Drawing
  #drawn: DrawnChart | undefined
  #turn = 0

  constructor(drawing: Drawing) {
    this.#drawing = drawing
  }

  /** Makes a picture; it takes the place of the one before once it is drawn. */
  draw(make: () => Promise<DrawnChart>, words: (marks: readonly DrawnMark[]) => Words): void {
    const { node, ondraw, onfail } = this.#drawing
    const turn = (this.#turn += 1)
    const fail = (error: unknown) => {
      if (turn === this.#turn) onfail(causeOf(error))
    }
    make().then((made) => {
      if (turn !== this.#turn) {
        made.close()
        return
      }
      this.#drawn?.close()
      this.#drawn = made
      made.follow({
        onfail: fail,
        ondraw: (svg, marks) => {
          if (turn !== this.#turn) return
          const { summary, told } = words(marks)
          giveMeaning(svg, zh(summary))
          if (!node.contains(made.element)) node.replaceChildren(made.element)
          ondraw(marks, told)
        },
      })
    }, fail)
  }

  /** Nothing is to be drawn, and why. */
  empty({ told }: Words): void {
    this.close()
    this.#drawing.node.replaceChildren()
    this.#drawing.ondraw([], told)
  }

  resize(width: number): void {
    if (this.#drawn) this.#drawn.width = width
  }

  close(): void {
    this.#turn += 1
    this.#drawn?.close()
    this.#drawn = undefined
  }
}

/** Mosaic wraps the engine's error in its own. */
function causeOf(error: unknown): unknown {
  return error instanceof Error && error.cause !== undefined ? error.cause : error
}
