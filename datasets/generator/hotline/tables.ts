import { calendar } from '../anlan/calendar.ts'
import { communities } from '../anlan/city.ts'
import { temporary, values } from '../sql.ts'
import { matterColumns, matters } from './matters.ts'
import { events, hours, seasons, weeks } from './rhythms.ts'

/** `{ flat: [98, 92 …] }` → rows of (name, place from `first`, weight). */
function unrolled(name: string, lists: Readonly<Record<string, readonly number[]>>, first: number) {
  const rows = Object.entries(lists).flatMap(([key, list]) =>
    list.map((weight, index) => ({ name: key, place: first + index, weight })),
  )
  return temporary(name, `FROM ${values(name, ['name', 'place', 'weight'], rows)}`)
}

const placeColumns = ['code', 'community', 'street', 'district', 'kind', 'residents', 'pace']

/** What the hotline's queries read: calendar, places, matters and their rhythms. */
export function referenceTables(): string[] {
  const numberedMatters = matters.map((matter, index) => ({ matter: index, ...matter }))
  const numberedPlaces = communities.map((place, index) => ({ place: index, ...place }))
  const eventColumns = ['subcategory', 'first', 'last', 'percent']
  return [
    ...calendar(),
    temporary('matters', `FROM ${values('m', ['matter', ...matterColumns], numberedMatters)}`),
    temporary('places', `FROM ${values('p', ['place', ...placeColumns], numberedPlaces)}`),
    temporary('events', `FROM ${values('e', eventColumns, events)}`),
    unrolled('seasons', seasons, 1),
    unrolled('weeks', weeks, 1),
    unrolled('hours', hours, 0),
  ]
}
