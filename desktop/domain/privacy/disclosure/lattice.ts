import type { Place } from './model.ts'

/** Cells of several tables side by side: places are given for all columns, undefined where summed over. */
export interface Spot {
  readonly address: string
  /** The columns by which it is grouped, one bit for each. */
  readonly level: number
  readonly places: readonly Place[]
}

/** A total and the cells that make it up. */
export interface Sum {
  readonly total: Spot
  readonly parts: readonly Spot[]
}

/** A cell's place among all columns of a population's tables. */
export function spotOf(
  columns: readonly string[],
  by: readonly string[],
  keys: readonly Place[],
): Spot {
  return spotAt(columns.map((column) => keys[by.indexOf(column)]))
}

function spotAt(places: readonly Place[]): Spot {
  const level = places.reduce<number>(
    (bits, place, at) => (place === undefined ? bits : bits | (1 << at)),
    0,
  )
  const address = JSON.stringify(places.map((place) => (place === undefined ? 0 : [place])))
  return { address, level, places }
}

/**
 * Which cells are sums of which. Groups that are not there count as nothing, for a grouping gives
 * every group there is. Levels that no table gives but two have in common (both are grouped by
 * street, each by something else as well) take part as totals that nobody has published.
 */
export function sumsOf(spots: readonly Spot[]): Sum[] {
  const levels = new Map<number, Spot[]>()
  for (const spot of spots) listUnder(levels, spot.level, spot)
  addShared(levels)
  const numbers = [...levels.keys()]
  return numbers.flatMap((coarse) =>
    numbers
      .filter((fine) => nextAbove(coarse, fine, numbers))
      .flatMap((fine) => sumsBetween(levels.get(coarse) ?? [], levels.get(fine) ?? [], coarse)),
  )
}

const within = (coarse: number, fine: number) => coarse !== fine && (coarse & fine) === coarse

/** Whether no level lies between: sums over several steps follow from those of one. */
const nextAbove = (coarse: number, fine: number, levels: readonly number[]) =>
  within(coarse, fine) && !levels.some((one) => within(coarse, one) && within(one, fine))

function addShared(levels: Map<number, Spot[]>): void {
  for (let grown = true; grown;) {
    grown = false
    for (const one of [...levels.keys()])
      for (const other of [...levels.keys()]) {
        const shared = one & other
        if (levels.has(shared)) continue
        const all = new Map(
          [...(levels.get(one) ?? []), ...(levels.get(other) ?? [])]
            .map((spot) => narrowed(spot, shared))
            .map((spot) => [spot.address, spot]),
        )
        levels.set(shared, [...all.values()])
        grown = true
      }
  }
}

const narrowed = ({ places }: Spot, level: number) =>
  spotAt(places.map((place, at) => ((level >> at) & 1 ? place : undefined)))

function sumsBetween(coarse: readonly Spot[], fine: readonly Spot[], level: number): Sum[] {
  const parts = new Map<string, Spot[]>()
  for (const spot of fine) listUnder(parts, narrowed(spot, level).address, spot)
  return coarse.flatMap((total) => {
    const own = parts.get(total.address)
    return own ? [{ total, parts: own }] : []
  })
}

/** Adds to the list that is kept under a key. */
export function listUnder<Name, Item>(lists: Map<Name, Item[]>, name: Name, item: Item): void {
  const list = lists.get(name)
  if (list) list.push(item)
  else lists.set(name, [item])
}
