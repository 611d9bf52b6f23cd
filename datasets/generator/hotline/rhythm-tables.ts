import { temporary, values } from '../sql.ts'
import { hours, inStrength, seasons, weeks } from './rhythms.ts'

/** `{ flat: [98, 92 …] }` → rows of (name, place from `first`, weight). */
function unrolled(name: string, lists: Readonly<Record<string, readonly number[]>>, first: number) {
  const rows = Object.entries(lists).flatMap(([key, list]) =>
    list.map((weight, index) => ({ name: key, place: first + index, weight })),
  )
  return temporary(name, `FROM ${values(name, ['name', 'place', 'weight'], rows)}`)
}

/** Tables `seasons`, `weeks` and `hours`, each of (name, place, weight); so much of the seasons, 1 all. */
export function rhythmTables(strength: number): string[] {
  const felt = Object.fromEntries(
    Object.entries(seasons).map(([name, list]) => [
      name,
      list.map((weight) => inStrength(weight, strength)),
    ]),
  )
  return [unrolled('seasons', felt, 1), unrolled('weeks', weeks, 1), unrolled('hours', hours, 0)]
}
