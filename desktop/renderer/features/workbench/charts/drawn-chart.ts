import { drawnChannels, type DrawnMark } from '../../../../domain/notebook/chart-summary.ts'

/** What is used of a Mosaic plot and its marks. */
interface Plot {
  render: () => Promise<void>
  readonly marks: readonly PlotMark[]
}
interface PlotMark {
  readonly type: string
  readonly pending: Promise<unknown>
  readonly data?: { readonly columns?: Readonly<Record<string, ArrayLike<unknown>>> }
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

  constructor(element: HTMLElement | SVGSVGElement, resize: (width: number) => void) {
    this.element = element
    this.#plot = (element as unknown as { readonly value: Plot }).value // where vgplot leaves it
    this.#resize = resize
  }

  /** Mosaic draws in a frame of its own and asks by itself; whatever goes wrong there is told. */
  follow({ ondraw, onfail }: ChartEvents): void {
    const plot = this.#plot
    const render = plot.render.bind(plot)
    plot.render = async () => {
      try {
        await render()
        const svg = this.element.querySelector('svg')
        if (svg) ondraw(svg, plot.marks.map(drawnMark))
      } catch (error) {
        onfail(error)
      }
    }
    for (const mark of plot.marks) {
      mark.pending.catch(onfail)
      mark.queryError = (error) => {
        onfail(error)
        return mark
      }
    }
  }

  set width(width: number) {
    this.#resize(width)
  }

  close(): void {
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
