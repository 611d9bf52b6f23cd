import type { StepView } from '../../../../contract/assessment.ts'
import type { App } from '../../../app/app.svelte.ts'
import { href } from '../../../app/paths.ts'

/** Opens a test: begins it, or goes on with the one that was begun. A second click does nothing. */
export class BeginTest {
  readonly #app: App
  #busy = $state(false)

  constructor(app: App) {
    this.#app = app
  }

  get busy(): boolean {
    return this.#busy
  }

  begin(learner: string, programme: string, kind: StepView['kind']): void {
    if (this.#busy) return
    this.#busy = true
    this.#app.attempt(async () => {
      try {
        const { sitting } = await this.#app.client.call('proof.begin', { learner, programme, kind })
        location.hash = href('sitting', { sitting })
      } finally {
        this.#busy = false
      }
    })
  }
}
