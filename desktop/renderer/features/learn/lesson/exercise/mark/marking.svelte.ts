import { overlaps, tidySpans, type Span } from '../../../../../../domain/course/mark/span.ts'
import { textPieces, widened, type TextPiece } from '../../../../../../domain/course/mark/words.ts'

/** What the learner has marked in one text, and where the keyboard is in it. */
export class Marking {
  readonly text: string
  readonly pieces: readonly TextPiece[]
  readonly #onchange: (marks: readonly Span[]) => void
  readonly #marks: () => readonly Span[]
  #before = $state.raw<readonly (readonly Span[])[]>([])
  /** Piece that the keyboard is on, and the one where a choice of several began. */
  #active = $state(0)
  #anchor = $state<number | undefined>()

  /** @param marks what is marked now @param onchange told of every change */
  constructor(
    text: string,
    marks: () => readonly Span[],
    onchange: (marks: readonly Span[]) => void,
  ) {
    this.text = text
    this.pieces = textPieces(text)
    this.#marks = marks
    this.#active = Math.max(
      0,
      this.pieces.findIndex(({ word }) => word),
    )
    this.#onchange = onchange
  }

  /** In reading order, never touching each other. */
  get marks(): readonly Span[] {
    return this.#marks()
  }

  get active(): number {
    return this.#active
  }

  /** The pieces chosen by the keyboard: from where Shift was first held to where it stands. */
  get chosen(): Span {
    const ends = [this.#active, this.#anchor ?? this.#active].map((at) => this.pieces[at])
    const [from, to] = [ends.map((end) => end?.from ?? 0), ends.map((end) => end?.to ?? 0)]
    return { from: Math.min(...from), to: Math.max(...to) }
  }

  get choosing(): boolean {
    return this.#anchor !== undefined
  }

  get undoable(): boolean {
    return this.#before.length > 0
  }

  /** Puts the keyboard on a piece; `extend` chooses all from where it was. */
  point(index: number, extend = false): void {
    this.#anchor = extend ? (this.#anchor ?? this.#active) : undefined
    this.#active = Math.max(0, Math.min(index, this.pieces.length - 1))
  }

  /** The next word in a direction; where there is none, the piece itself. */
  wordFrom(index: number, step: 1 | -1): number {
    for (let at = index + step; at >= 0 && at < this.pieces.length; at += step) {
      if (this.pieces[at]?.word) return at
    }
    return index
  }

  /** Marks a stretch; one that is marked already becomes a word wider. */
  mark(span: Span): void {
    this.#anchor = undefined
    const around = this.marks.find(({ from, to }) => from <= span.from && span.to <= to)
    if (!around) this.#become([...this.marks, span])
    else this.replace(around, widened(this.pieces, around))
  }

  /** Puts another stretch in the place of a mark. */
  replace(mark: Span, by: Span): void {
    this.#become([...this.#without(mark), by])
  }

  remove(mark: Span): void {
    this.#become(this.#without(mark))
  }

  /** Takes away the marks that a stretch touches. */
  erase(span: Span): void {
    this.#become(this.marks.filter((mark) => !overlaps(mark, span)))
  }

  undo(): void {
    const last = this.#before.at(-1)
    if (!last) return
    this.#before = this.#before.slice(0, -1)
    this.#onchange(last)
  }

  #without(mark: Span): Span[] {
    return this.marks.filter(({ from }) => from !== mark.from)
  }

  #become(marks: readonly Span[]): void {
    const tidy = tidySpans(this.text, marks)
    if (JSON.stringify(tidy) === JSON.stringify(this.marks)) return
    this.#before = [...this.#before, this.marks]
    this.#onchange(tidy)
  }
}
