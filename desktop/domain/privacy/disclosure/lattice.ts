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

/** More groups than these are not put together. */
const mostJoined = 3000

/**
 * The groups by all columns together, where tables are crossed in a ring (street by sex, sex by age,
 * age by street): such tables bind one another in ways that their common totals do not show. None
 * where there is no ring; undefined where they would be too many.
 */
export function joinedSpots(spots: readonly Spot[]): Spot[] | undefined {
  const levels = [...new Set(spots.map(({ level }) => level))]
  if (!isRing(levels)) return []
  const listed = new Set(spots.map(({ address }) => address))
  const width = spots[0]?.places.length ?? 0
  let joined: Place[][] = [[]]
  for (let at = 0; at < width; at++) {
    const keys = [...new Set(spots.flatMap(({ places }) => places[at] ?? []))]
    const nulls = spots.some(({ places }) => places[at] === null) ? [null] : []
    joined = joined.flatMap((places) => [...keys, ...nulls].map((key) => [...places, key]))
    if (joined.length > mostJoined) return undefined
  }
  return joined
    .map(spotAt)
    .filter((spot) => levels.every((level) => listed.has(narrowed(spot, level).address)))
}

/** Whether sets of columns hang together in a ring: what is left when ends are plucked off. */
function isRing(levels: readonly number[]): boolean {
  let left = [...levels]
  for (let before = -1; before !== left.reduce((sum, level) => sum + level, 0);) {
    before = left.reduce((sum, level) => sum + level, 0)
    left = left.map((level, at) => {
      const others = left.filter((_, other) => other !== at).reduce((all, one) => all | one, 0)
      return level & others
    })
    left = left.filter(
      (level, at) =>
        !left.some((one, other) => (level & one) === level && (level !== one || other < at)),
    )
  }
  return left.length > 1
}

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
