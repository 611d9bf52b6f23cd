import { onDestroy } from 'svelte'
import type { App } from '../../../app/app.svelte.ts'

/** A roster of many changes many times: what shows it reads again when it has come to rest. */
const restMs = 60

/** Rises when a class changed, here or in another window: this one, or any where none is named. */
export class ClassChanges {
  #times = $state(0)
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(app: App, id?: string) {
    const stop = app.onClass((changed) => {
      if (id !== undefined && changed !== id) return
      this.#timer ??= setTimeout(() => this.#rise(), restMs)
    })
    onDestroy(() => {
      stop()
      clearTimeout(this.#timer)
    })
  }

  get times(): number {
    return this.#times
  }

  #rise(): void {
    this.#timer = undefined
    this.#times += 1
  }
}
