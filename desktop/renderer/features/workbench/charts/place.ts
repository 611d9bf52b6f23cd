import type { DrawnMark } from '../../../../domain/notebook/chart-summary.ts'
import { zh } from '../../../app/i18n.svelte.ts'
import { causeOf } from './cause-of.ts'
import type { DrawnChart } from './drawn-chart.ts'
import { giveMeaning } from './meaning.ts'
import type { ChartRoom } from './room.ts'
import type { Drawing, Words } from './start-drawing.ts'

/** Told of a picture each time it has been drawn. */
type OnDraw = (made: DrawnChart, marks: readonly DrawnMark[], told: readonly string[]) => void

/** The place of a chart on the page, and the picture in it. */
export class Place {
  readonly #node: HTMLElement
  readonly #onfail: Drawing['onfail']
  readonly #room: ChartRoom
  #drawn: DrawnChart | undefined
  #turn = 0

  constructor({ node, onfail }: Drawing, room: ChartRoom) {
    this.#node = node
    this.#onfail = onfail
    this.#room = room
  }

  /** Makes a picture; it takes the place of the one before once it is drawn. */
  draw(
    make: () => Promise<DrawnChart>,
    words: (marks: readonly DrawnMark[]) => Words,
    ondraw: OnDraw,
  ): void {
    const turn = (this.#turn += 1)
    const fail = (error: unknown) => {
      if (turn === this.#turn) this.#onfail(causeOf(error))
    }
    make().then((made) => {
      if (turn !== this.#turn) {
        this.#room.remove(made)
        return
      }
      if (this.#drawn) this.#room.remove(this.#drawn)
      this.#drawn = made
      made.follow({
        onfail: fail,
        ondraw: (svg, marks) => {
          if (turn !== this.#turn) return
          const { summary, told } = words(marks)
          giveMeaning(svg, zh(summary))
          if (!this.#node.contains(made.element)) this.#node.replaceChildren(made.element)
          ondraw(made, marks, told)
        },
      })
    }, fail)
  }

  /** Nothing is to be drawn. */
  empty(): void {
    this.close()
    this.#node.replaceChildren()
  }

  resize(width: number): void {
    if (this.#drawn) this.#drawn.width = width
  }

  close(): void {
    this.#turn += 1
    if (this.#drawn) this.#room.remove(this.#drawn)
    this.#drawn = undefined
  }
}
