import { ZhizhiError } from '../../contract/errors.ts'
import { isCancelled } from '../app/error-text.ts'

type Shown<T> =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'error'; readonly error: unknown }

/** Something read from the host. While it is read again, what was there stays to be looked at. */
export class Loading<T> {
  #shown = $state.raw<Shown<T>>({ kind: 'nothing' })

  get shown(): Shown<T> {
    return this.#shown
  }

  /** Reads, and gives back how to stop reading. */
  start(from: (signal: AbortSignal) => Promise<T>): () => void {
    const controller = new AbortController()
    const { signal } = controller
    void this.#read(from(signal), signal)
    return () => controller.abort()
  }

  async #read(promise: Promise<T>, signal: AbortSignal): Promise<void> {
    try {
      const value = await promise
      if (!signal.aborted) this.#shown = { kind: 'value', value }
    } catch (error) {
      if (!signal.aborted && !this.#passes(error)) this.#shown = { kind: 'error', error }
    }
  }

  /** The shell tells of a broken line, and it is read again when the line is back. */
  #passes(error: unknown): boolean {
    const lost = error instanceof ZhizhiError && error.code === 'disconnected'
    return isCancelled(error) || (lost && this.#shown.kind === 'value')
  }
}
