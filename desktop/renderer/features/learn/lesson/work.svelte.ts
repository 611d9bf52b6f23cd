import { isCancelled } from '../../../app/error-text.ts'

type Job<T> = (signal: AbortSignal) => Promise<T>

/** One piece of work at a time: whether it runs, what it failed with, and a way to stop it. */
export class Work {
  #controller = $state.raw<AbortController | undefined>()
  #error = $state.raw<unknown>()

  get running(): boolean {
    return this.#controller !== undefined
  }

  /** What the last job failed with; `undefined` where it did not, or was cancelled. */
  get error(): unknown {
    return this.#error
  }

  /** Stops what runs and does this instead; `undefined` where it failed or was itself stopped. */
  async do<T>(job: Job<T>): Promise<T | undefined> {
    this.cancel()
    const controller = new AbortController()
    this.#controller = controller
    this.#error = undefined
    try {
      const value = await job(controller.signal)
      return controller.signal.aborted ? undefined : value
    } catch (error) {
      if (!controller.signal.aborted && !isCancelled(error)) this.#error = error
      return undefined
    } finally {
      if (this.#controller === controller) this.#controller = undefined
    }
  }

  cancel(): void {
    this.#controller?.abort()
    this.#controller = undefined
  }
}
