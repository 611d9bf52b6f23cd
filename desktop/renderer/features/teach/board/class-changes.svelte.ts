import type { App } from '../../../app/app.svelte.ts'

/** Forty phones tell of themselves at once: what shows a class is read again at most so often. */
const restMs = 400

/** How often a class has changed, as far as it is worth reading it again. */
export class ClassChanges {
  #times = $state(0)

  get times(): number {
    return this.#times
  }

  /** Counts the changes of a class until the returned function is called. */
  follow(app: Pick<App, 'onClass'>, id: string): () => void {
    let waiting: ReturnType<typeof setTimeout> | undefined
    const stop = app.onClass((changed) => {
      if (changed !== id || waiting !== undefined) return
      waiting = setTimeout(() => {
        waiting = undefined
        this.#times += 1
      }, restMs)
    })
    return () => {
      stop()
      clearTimeout(waiting)
    }
  }
}
