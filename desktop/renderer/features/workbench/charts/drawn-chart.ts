import { drawnChannels, type DrawnMark } from '../../../../domain/notebook/chart-summary.ts'
import { BrushHand } from './brush-hand.ts'
import { withoutInfinite, type MarkData } from './finite.ts'

/** What is used of a Mosaic plot and its marks. */
interface Plot {
  render: () => Promise<void>
  readonly marks: readonly PlotMark[]
  readonly interactors: readonly object[]
  /** What waits for all marks of the plot. */
  readonly synch: { ready(mark: unknown): boolean; resolve(): void }
}
interface PlotMark {
  readonly type: string
  readonly pending: Promise<unknown>
  readonly filterBy?: unknown
  data?: MarkData
  queryResult: (data: unknown) => unknown
  queryError: (error: unknown) => unknown
  channelField(channel: string): { readonly as: string } | null
  destroy(): void
}

export interface ChartEvents {
  /** After each drawing: the picture, and what it shows. */
  readonly ondraw: (svg: SVGSVGElement, marks: readonly DrawnMark[]) => void
  readonly onfail: (error: unknown) => void
}

/** One chart of a room, from its first drawing to its end. */
export class DrawnChart {
  readonly element: HTMLElement | SVGSVGElement
  readonly #plot: Plot
  readonly #resize: (width: number) => void
  /** Brushes it, where it can be brushed. */
  readonly hand: BrushHand | undefined

  constructor(element: HTMLElement | SVGSVGElement, resize: (width: number) => void) {
    this.element = element
    this.#plot = (element as unknown as { readonly value: Plot }).value // where vgplot leaves it
    this.#resize = resize
    this.hand = BrushHand.of(this.#plot.interactors)
  }

  /**
   * Mosaic draws in a frame of its own and asks by itself; whatever goes wrong there is told. It must
   * not be left waiting for a mark that failed either: nothing would follow any brush any more.
   */
  follow({ ondraw, onfail }: ChartEvents): void {
    const plot = this.#plot
    const render = plot.render.bind(plot)
    const failed = new Map<PlotMark, unknown>()
    plot.render = async () => {
      try {
        await render()
        for (const error of failed.values()) throw error
        this.hand?.highlight(this.element)
        const svg = this.element.querySelector('svg')
        if (svg) ondraw(svg, plot.marks.map(drawnMark))
      } catch (error) {
        onfail(error)
        plot.synch.resolve()
      }
    }
    for (const mark of plot.marks) {
      mark.pending.catch(onfail)
      const take = mark.queryResult.bind(mark)
      mark.queryResult = (data) => {
        failed.delete(mark)
        const taken = take(data)
        if (mark.data) mark.data = withoutInfinite(mark.data)
        return taken
      }
      mark.queryError = (error) => {
        failed.set(mark, error)
        onfail(error)
        if (plot.synch.ready(mark)) plot.synch.resolve()
        return mark
      }
    }
  }

  set width(width: number) {
    this.#resize(width)
  }

  /** Whether every mark that follows a filter has no rows. */
  get empty(): boolean {
    const following = this.#plot.marks.filter(({ filterBy }) => filterBy)
    return following.length > 0 && following.every(({ data }) => data?.numRows === 0)
  }

  /** The values along an axis of all marks, each once. */
  itemsAlong(side: 'x' | 'y'): unknown[] {
    const all = this.#plot.marks.flatMap((mark) => drawnMark(mark)[side])
    return [
      ...new Map(all.map((item) => [item instanceof Date ? item.getTime() : item, item])).values(),
    ]
  }

  close(): void {
    this.hand?.drop()
    for (const mark of this.#plot.marks) mark.destroy()
  }
}

function drawnMark(mark: PlotMark): DrawnMark {
  const column = (channel: string) => {
    const as = mark.channelField(channel)?.as
    return Array.from(mark.data?.columns?.[as ?? ''] ?? [])
  }
  const channels = Object.fromEntries(drawnChannels.map((name) => [name, column(name)]))
  return { mark: mark.type, x: column('x'), y: column('y'), channels }
}
