import { createSubscriber } from 'svelte/reactivity'
import { on } from 'svelte/events'
import { type Route, parseRoute } from './paths.ts'

const follow = createSubscriber((update) => on(window, 'hashchange', update))

/** Where the learner is, as the address says. */
export const router = {
  get hash(): string {
    follow()
    return location.hash || '#/'
  },
  /** `undefined`: an address that leads nowhere. */
  get route(): Route | undefined {
    return parseRoute(router.hash)
  },
}
