import { calendar } from '../anlan/calendar.ts'
import { communities, type Community } from '../anlan/city.ts'
import { temporary, values } from '../sql.ts'
import type { Truths } from '../truths.ts'
import { matterColumns, matters } from './matters.ts'
import { events, hours, inStrength, seasons, weeks } from './rhythms.ts'
import { pullTable } from './simpson.ts'
import { storyTable } from './stories.ts'

/** `{ flat: [98, 92 …] }` → rows of (name, place from `first`, weight). */
function unrolled(name: string, lists: Readonly<Record<string, readonly number[]>>, first: number) {
  const rows = Object.entries(lists).flatMap(([key, list]) =>
    list.map((weight, index) => ({ name: key, place: first + index, weight })),
  )
  return temporary(name, `FROM ${values(name, ['name', 'place', 'weight'], rows)}`)
}

const placeColumns = ['code', 'community', 'street', 'district', 'kind', 'residents', 'pace']

/** What the hotline's queries read: calendar, places, matters, their rhythms and what is said of them. */
export function referenceTables({ simpson, seasons: { strength } }: Truths): string[] {
  const numberedMatters = matters.map((matter, index) => ({ matter: index, ...matter }))
  // The streets of the paradox are as quick as the city: they differ in what is planted and in no more.
  const paceOf = ({ street, pace }: Community) =>
    street === simpson.street || street === simpson.rival ? 100 : pace
  const numberedPlaces = communities.map((each, place) => ({ place, ...each, pace: paceOf(each) }))
  const felt = Object.fromEntries(
    Object.entries(seasons).map(([name, list]) => [
      name,
      list.map((weight) => inStrength(weight, strength)),
    ]),
  )
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
    unrolled('seasons', felt, 1),
    unrolled('weeks', weeks, 1),
    unrolled('hours', hours, 0),
  ]
}
