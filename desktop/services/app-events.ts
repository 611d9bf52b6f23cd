import type { AppEvent } from '../contract/app.ts'

/** Tells every open window what changed elsewhere. */
export class AppEvents {
  readonly #listeners = new Set<(event: AppEvent) => void>()

  send(event: AppEvent): void {
    for (const listener of this.#listeners) listener(event)
  }

  classChanged(id: string): void {
    this.send({ kind: 'class', class: id })
  }

  /** Tells the host itself, for as long as it runs. */
  listen(listener: (event: AppEvent) => void): void {
    this.#listeners.add(listener)
  }

  /** Calls `emit` for every event until the signal is aborted. */
  async forward(emit: (event: AppEvent) => Promise<void>, signal: AbortSignal): Promise<void> {
    let last = Promise.resolve()
    const listener = (event: AppEvent) => {
      last = last.then(() => emit(event)).catch(() => undefined)
    }
    this.#listeners.add(listener)
    await new Promise<void>((resolve) => {
      if (signal.aborted) resolve()
      signal.addEventListener('abort', () => resolve(), { once: true })
    })
    this.#listeners.delete(listener)
    await last
  }
}
