import type { App } from '../../app/app.svelte.ts'

/** How often a class, or any class, has changed, as far as it is worth reading it again. */
export class ClassChanges {
  readonly #restMs: number
  #times = $state(0)

  /** @param restMs what changes many times at once is read again at most so often */
  constructor(restMs = 60) {
    this.#restMs = restMs
  }

  get times(): number {
    return this.#times
  }

  /** Counts the changes, here or in another window, until the returned function is called. */
  follow(app: Pick<App, 'onClass'>, id?: string): () => void {
    let waiting: ReturnType<typeof setTimeout> | undefined
    const stop = app.onClass((changed) => {
      if ((id !== undefined && changed !== id) || waiting !== undefined) return
      waiting = setTimeout(() => {
        waiting = undefined
        this.#times += 1
      }, this.#restMs)
    })
    return () => {
      stop()
      clearTimeout(waiting)
    }
  }
}
