import { calendar } from '../anlan/calendar.ts'
import { communities, type Community } from '../anlan/city.ts'
import { temporary, values } from '../sql.ts'
import type { Truths } from '../truths.ts'
import { matterColumns, matters } from './matters.ts'
import { rhythmTables } from './rhythm-tables.ts'
import { events, inStrength } from './rhythms.ts'
import { pullTable } from './simpson.ts'
import { storyTable } from './stories.ts'

const placeColumns = ['code', 'community', 'street', 'district', 'kind', 'residents', 'pace']

/** What the hotline's queries read: calendar, places, matters, their rhythms and what is said of them. */
export function referenceTables({ simpson, seasons: { strength } }: Truths): string[] {
  const numberedMatters = matters.map((matter, index) => ({ matter: index, ...matter }))
  // The streets of the paradox are as quick as the city: they differ in what is planted and in no more.
  const paceOf = ({ street, pace }: Community) =>
    street === simpson.street || street === simpson.rival ? 100 : pace
  const numberedPlaces = communities.map((each, place) => ({ place, ...each, pace: paceOf(each) }))
  const happened = events.map((event) => ({
    ...event,
    percent: inStrength(event.percent, strength),
  }))
  const eventColumns = ['subcategory', 'first', 'last', 'percent']
  return [
    ...calendar(),
    temporary('matters', `FROM ${values('m', ['matter', ...matterColumns], numberedMatters)}`),
    temporary('places', `FROM ${values('p', ['place', ...placeColumns], numberedPlaces)}`),
    temporary('events', `FROM ${values('e', eventColumns, happened)}`),
    pullTable(simpson),
    storyTable(),
    ...rhythmTables(strength),
  ]
}
