import { createSubscriber } from 'svelte/reactivity'
import { on } from 'svelte/events'
import { type Route, parseRoute, pathOf, queryOf, withQuery } from './paths.ts'

const follow = createSubscriber((update) => on(window, 'hashchange', update))

/** Where the learner is, as the address says. */
export const router = {
  get hash(): string {
    follow()
    return location.hash || '#/'
  },
  /** The address without what is asked of its page. */
  get path(): string {
    return pathOf(router.hash)
  },
  /** What is asked of the page: all behind the `?`. */
  get query(): URLSearchParams {
    return queryOf(router.hash)
  },
  /** Asks the same page something else; `replace` leaves no step to go back to. */
  ask(query: URLSearchParams, { replace = false } = {}): void {
    const address = withQuery(router.path, query)
    if (address === router.hash) return
    if (replace) location.replace(address)
    else location.hash = address
  },
  /** `undefined`: an address that leads nowhere. */
  get route(): Route | undefined {
    return parseRoute(router.hash)
  },
}
