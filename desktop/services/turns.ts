/**
 * Work of one kind, one after another: what looks whether there is one and then makes one must not
 * be overtaken by another that looks, as where two windows ask at once.
 */
export class Turns {
  #last: Promise<unknown> = Promise.resolve()

  /** Begins when all before it has ended, well or not. */
  take<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work)
    this.#last = turn.catch(() => undefined)
    return turn
  }
}
