import {
  placeKey,
  type RepairChange,
  type RepairFinding,
} from '../../../../../../domain/course/repair/judge.ts'

/** A place of the table: the row from 1, the column's name, null for the whole row. */
export type RepairPlace = Pick<RepairChange, 'row' | 'column'>

/** By place, in the order in which they were made. */
export type Changes = ReadonlyMap<string, RepairChange>

export const noChanges: Changes = new Map()
export const noFindings: ReadonlyMap<string, RepairFinding> = new Map()

export function byPlace<T extends RepairPlace>(each: readonly T[]): ReadonlyMap<string, T> {
  return new Map(each.map((one) => [placeKey(one), one]))
}

/** The change at the end, in place of an earlier one. */
export function withChange(changes: Changes, change: RepairChange): Changes {
  return byPlace([...withoutChange(changes, change).values(), change])
}

export function withoutChange(changes: Changes, place: RepairPlace): Changes {
  const key = placeKey(place)
  return new Map([...changes].filter(([each]) => each !== key))
}

/** The rows of places, from 0. */
export function rowsOf(places: Iterable<RepairPlace>): ReadonlySet<number> {
  return new Set([...places].map(({ row }) => row - 1))
}
