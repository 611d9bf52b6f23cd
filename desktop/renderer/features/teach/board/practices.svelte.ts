import { SvelteMap } from 'svelte/reactivity'
import type { At } from '../../../../domain/classroom/presence.ts'
import { stepOf } from '../../../../domain/classroom/step-of.ts'
import type { Scenario } from '../../../../domain/simulation/scenario.ts'
import type { AppClient } from '../../../rpc/connection.ts'

/** The phone practices that phones of the class are at, each read once. */
export class Practices {
  readonly #known = new SvelteMap<string, Scenario>()
  readonly #asked: Record<string, true> = {}
  readonly #client: AppClient

  constructor(client: AppClient) {
    this.#client = client
  }

  /** Reads a practice that somebody is at; one that is gone has no steps. */
  async need(key: string): Promise<void> {
    if (this.#asked[key]) return
    this.#asked[key] = true
    const [course = '', scenario = ''] = key.split('/')
    try {
      this.#known.set(key, await this.#client.call('course.scenario', { course, scenario }))
    } catch {
      // its key is shown in the place of its title
    }
  }

  titleOf(key: string): Scenario['title'] | undefined {
    return this.#known.get(key)?.title
  }

  /** The place with its end known: who is on the last screen is there. */
  ended(at: At): At {
    const goal = this.#known.get(at.key)?.goal
    return at.screen !== null && at.screen === goal ? { ...at, finished: true } : at
  }

  stepOf({ key, screen }: At): number | undefined {
    const scenario = this.#known.get(key)
    return scenario && screen !== null ? stepOf(scenario, screen) : undefined
  }
}
