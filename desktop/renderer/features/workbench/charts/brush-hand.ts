import type { Brushed, BrushSpace, Stretch } from '../../../../domain/notebook/brush/brush.ts'
import { exactEnds, wholePixels, type Clause, type Scale } from './brush-clause.ts'

/** What is used of Mosaic's selections. */
interface Chosen {
  update(clause: Clause): unknown
}

/** What is used of `Interval1D` and of `Toggle`. */
interface Interactor {
  readonly selection: Chosen
  value: unknown
  readonly scale?: Scale
  /** The columns behind the items. */
  readonly as?: readonly string[]
  readonly mark: {
    readonly index: number
    readonly data?: { readonly columns?: Readonly<Record<string, ArrayLike<unknown>>> }
  }
  /** The picture of an interval's brush. */
  readonly g?: { call(move: unknown, extent: readonly number[]): unknown }
  readonly brush?: { readonly moveSilent: unknown }
  publish?: (extent: readonly number[] | null) => void
  clause: (value: unknown) => Clause
  reset?: () => void
}

/** What was not chosen stays in sight, to be compared with. */
const PALE = '0.25'

/** Brushes a chart as a hand would, for the keyboard and for forms, and reads what is brushed. */
export class BrushHand {
  readonly source: object
  readonly #interactor: Interactor
  readonly #plain: Interactor['clause']

  private constructor(interactor: Interactor) {
    this.#interactor = interactor
    this.source = interactor
    // Mosaic's own forgets nothing when its filter is taken back, and the next click would go astray
    if (!interactor.publish) interactor.reset = () => (interactor.value = null)
    const clause = interactor.clause.bind(interactor)
    this.#plain = clause
    if (interactor.publish) {
      interactor.clause = (value) => wholePixels(clause(value), interactor.scale)
    }
  }

  /** The hand of a plot that can be brushed. */
  static of(interactors: readonly object[]): BrushHand | undefined {
    const found = interactors.find((one) => 'clause' in one && 'selection' in one)
    return found && new BrushHand(found as Interactor)
  }

  /** The axis that is brushed, once it is drawn; nothing where items are chosen, or it has no length. */
  get space(): BrushSpace | undefined {
    const { publish, scale } = this.#interactor
    if (!publish || !scale?.invert) return undefined
    const [low, high] = scale.range?.map((pixel) => scale.invert?.(pixel)) ?? []
    const ends = [Number(low), Number(high)].toSorted((a, b) => a - b)
    const [from = NaN, to = NaN] = ends
    if (!Number.isFinite(from) || !Number.isFinite(to) || from === to) return undefined
    return { low: from, high: to, dates: low instanceof Date }
  }

  /** What is brushed this moment; filters are told of it a little later. */
  get current(): Stretch | undefined {
    const { publish, value } = this.#interactor
    if (!publish || !Array.isArray(value)) return undefined
    const [from = NaN, to = NaN] = value.map(Number)
    return { from, to }
  }

  /** Brushes a stretch, as far as the axis goes; nothing takes the brush away. */
  stretch(stretch: Stretch | undefined): void {
    const { publish, scale } = this.#interactor
    const { space } = this
    if (!publish || !scale || !space) return
    if (!stretch) {
      this.#interactor.publish?.(null)
      return
    }
    const inside = (end: number) => Math.min(space.high, Math.max(space.low, end))
    const ends = [stretch.from, stretch.to].map((end) => this.#pixel(inside(end), space))
    this.#interactor.publish?.(ends.toSorted((a, b) => a - b))
  }

  /** Brushes between two values themselves, not between the pixels where they lie. */
  exactly({ from, to }: Stretch): void {
    const interactor = this.#interactor
    const { space } = this
    if (!space || !interactor.scale) return
    const ends = [from, to].map((end) => (space.dates ? new Date(end) : end))
    interactor.value = ends
    const inside = (end: number) => Math.min(space.high, Math.max(space.low, end))
    const pixels = [from, to].map((end) => this.#pixel(inside(end), space))
    interactor.g?.call(
      interactor.brush?.moveSilent,
      pixels.toSorted((a, b) => a - b),
    )
    interactor.selection.update(exactEnds(this.#plain(ends)))
  }

  #pixel(value: number, { dates }: BrushSpace): number {
    return this.#interactor.scale?.apply(dates ? new Date(value) : value) ?? 0
  }

  /** Chooses items by their values; none takes the choice away. */
  items(items: readonly unknown[]): void {
    const interactor = this.#interactor
    if (interactor.publish) return
    interactor.value = items.length === 0 ? null : items.map((item) => [item])
    interactor.selection.update(interactor.clause(interactor.value))
  }

  choose(brushed: Brushed): void {
    if (brushed.kind === 'items') this.items(brushed.items)
    else if (brushed.exact) this.exactly(brushed)
    else this.stretch(brushed)
  }

  /** What a clause of this chart says. */
  read({ value, predicate, meta }: Clause): Brushed | undefined {
    if (predicate === null || predicate === undefined || !Array.isArray(value)) return undefined
    if (!this.#interactor.publish) {
      return { kind: 'items', items: value.map((one: unknown) => (one as unknown[])[0]) }
    }
    const { space, current } = this
    return space && current && { kind: 'stretch', space, exact: meta === undefined, ...current }
  }

  /** Pales the items that were not chosen; Mosaic's own way fails where others brush in the selection. */
  highlight(element: Element): void {
    const { publish, value, as: [column = ''] = [], mark } = this.#interactor
    if (publish) return
    const chosen = Array.isArray(value)
      ? value.map((one: unknown) => keyOf((one as unknown[])[0]))
      : []
    const values = mark.data?.columns?.[column]
    for (const shape of element.querySelectorAll<SVGElement & { __data__?: number }>(
      `g[data-index="${mark.index}"] > :not(g)`,
    )) {
      const own = keyOf(values?.[shape.__data__ ?? -1])
      const paled = chosen.length > 0 && !chosen.includes(own)
      if (paled) shape.setAttribute('opacity', PALE)
      else shape.removeAttribute('opacity')
    }
  }

  /** What is still dragged on a picture that was replaced no longer filters anything. */
  drop(): void {
    const interactor = this.#interactor
    if (interactor.publish) interactor.publish = () => undefined
  }
}

const keyOf = (value: unknown) => (value instanceof Date ? value.getTime() : value)
