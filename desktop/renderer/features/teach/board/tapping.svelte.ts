import { type Face, faces } from '../../../../domain/classroom/events.ts'
import type { App } from '../../../app/app.svelte.ts'

/** The thanks stay so long; then the next one taps. */
const thanksMs = 2_000

/** Faces tapped one after the other. What was tapped is shown to nobody; the last can be taken back. */
export class Tapping {
  #stage = $state<'faces' | 'thanks'>('faces')
  #last = $state.raw<Face>()
  #undone = $state(false)
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #app: Pick<App, 'client' | 'attempt'>
  readonly #session: () => string

  constructor(app: Pick<App, 'client' | 'attempt'>, session: () => string) {
    this.#app = app
    this.#session = session
  }

  get stage(): 'faces' | 'thanks' {
    return this.#stage
  }

  /** Whether there is a tap to take back. */
  get canUndo(): boolean {
    return this.#last !== undefined
  }

  /** The last was just taken back. */
  get undone(): boolean {
    return this.#undone
  }

  tap(face: Face): void {
    if (this.#stage === 'thanks') return
    this.#stage = 'thanks'
    this.#undone = false
    this.#last = undefined // only this tap can be taken back, once it is kept
    this.#app.attempt(async () => {
      try {
        await this.#app.client.call('session.face', { session: this.#session(), face })
        this.#last = face
        this.#timer = setTimeout(() => (this.#stage = 'faces'), thanksMs)
      } catch (error) {
        this.#stage = 'faces'
        throw error
      }
    })
  }

  undo(): void {
    const face = this.#last
    if (face === undefined) return
    this.#app.attempt(async () => {
      await this.#app.client.call('session.unface', { session: this.#session(), face })
      this.#last = undefined
      this.#undone = true
      this.stop()
    })
  }

  /** The keys 1, 2 and 3. */
  key(key: string): void {
    const face = faces[Number(key) - 1]
    if (face !== undefined) this.tap(face)
  }

  /** Back to the faces, for the next one. */
  stop(): void {
    clearTimeout(this.#timer)
    this.#stage = 'faces'
  }
}
