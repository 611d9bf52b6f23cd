export type Hint =
  | { readonly kind: 'hint'; readonly text: string }
  | { readonly kind: 'half-worked'; readonly sql: string }

/** Hints in their order, the half-worked example last; all that were seen can be read again. */
export class HintTrail {
  readonly steps: readonly Hint[]
  #at = $state(0)
  #seen: number
  #open = $state(false)

  /** @param seen how many of them the learner has seen before */
  constructor(hints: readonly string[], halfWorked: string | null, seen = 0) {
    this.steps = [
      ...hints.map((text) => ({ kind: 'hint' as const, text })),
      ...(halfWorked === null ? [] : [{ kind: 'half-worked' as const, sql: halfWorked }]),
    ]
    this.#seen = Math.min(seen, this.steps.length)
  }

  /** How many hints the learner has used, from 0 to the number of steps. */
  get used(): number {
    return this.#seen
  }

  /** 1 for the first. */
  get position(): number {
    return this.#at + 1
  }

  /** Hints without the half-worked example. */
  get count(): number {
    return this.steps.filter(({ kind }) => kind === 'hint').length
  }

  get open(): boolean {
    return this.#open
  }

  get current(): Hint | undefined {
    return this.#open ? this.steps[this.#at] : undefined
  }

  get hasNext(): boolean {
    return this.#at < this.steps.length - 1
  }

  get hasBack(): boolean {
    return this.#at > 0
  }

  toggle(): void {
    this.#open = !this.#open
    this.#look(this.#at)
  }

  next(): void {
    if (this.hasNext) this.#look(this.#at + 1)
  }

  back(): void {
    if (this.hasBack) this.#look(this.#at - 1)
  }

  #look(at: number): void {
    this.#at = at
    if (this.#open) this.#seen = Math.max(this.#seen, at + 1)
  }
}
