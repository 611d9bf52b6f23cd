import { type Order, orderOf } from '../../../../domain/classroom/stage-keys.ts'
import {
  goTo,
  type StageState,
  type TimedStep,
  veiled,
} from '../../../../domain/classroom/stage-state.ts'
import { keyPlace } from './key-place.ts'
import type { StageLink } from './stage-link.svelte.ts'

/** The lesson after an order; `show` opens windows and changes nothing but the veil. */
function obeyed(state: StageState, order: Order, steps: readonly TimedStep[], now: number) {
  switch (order) {
    case 'next':
      return goTo(state, state.at + 1, steps, now)
    case 'back':
      return goTo(state, state.at - 1, steps, now)
    case 'first':
      return goTo(state, 0, steps, now)
    case 'last':
      return goTo(state, steps.length - 1, steps, now)
    case 'black':
    case 'white':
      return veiled(state, order)
    case 'clear':
    case 'show':
      return { ...state, veil: 'none' as const }
  }
}

export function obey(link: StageLink, order: Order, steps: readonly TimedStep[]): void {
  if (link.leads) link.change((state, now) => obeyed(state, order, steps, now))
}

/** Takes a key that leads the lesson, wherever the focus is; never one that belongs to a field. */
export function takeKey(
  event: KeyboardEvent,
  link: StageLink,
  steps: readonly TimedStep[],
  show?: () => void,
): void {
  const order = orderOf(event, keyPlace(event.target))
  if (order === undefined) return
  event.preventDefault()
  obey(link, order, steps)
  if (order === 'show') show?.()
}
