import type { Rater, RatingView } from '../../../../contract/capstone.ts'
import { zh } from '../../../app/i18n.svelte.ts'
import { t } from './messages.ts'

interface Named {
  readonly id: string
  readonly name: string
}

/** Who somebody is; whoever was forgotten has no name. */
export function nameOf(people: readonly Named[], id: string): string {
  const found = people.find((person) => person.id === id)
  return found ? zh(found.name) : t.forgotten
}

/** Several names, as they are listed in the language of the window. */
export const listed = (names: readonly string[]): string => names.join(t.and)

/** Whose levels these are. */
export function raterName(people: readonly Named[], { role, rater }: RatingView): string {
  if (role === 'self') return t.who.self
  return role === 'peer' ? t.who.peer(nameOf(people, rater)) : t.who.facilitator(rater)
}

/** Who asks, as the address says: `self`, `peer`, or a facilitator's number. */
export function raterAs(as: string, learner: string | null): Rater | undefined {
  if (/^[1-9]$/.test(as)) return { role: 'facilitator', number: Number(as) }
  if ((as !== 'self' && as !== 'peer') || learner === null) return undefined
  return { role: as, learner }
}
