/** Remembers which cancelled pieces of work have not stopped yet. */
export class Overdue {
  readonly #since = new Set<{ readonly at: number }>()

  /** Call it when work is cancelled, and what it returns when the work has stopped. */
  begin(): () => void {
    const entry = { at: performance.now() }
    this.#since.add(entry)
    return () => void this.#since.delete(entry)
  }

  /** Milliseconds since the oldest such cancellation; 0 where everything stopped. */
  get milliseconds(): number {
    const [oldest] = this.#since
    return oldest ? Math.round(performance.now() - oldest.at) : 0
  }
}
