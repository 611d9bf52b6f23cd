import { comparable, kindOf, type Column, type Kind } from './result.ts'

/** `order[i]` is the given column that stands for the i-th wanted one. */
export type ColumnOrder = readonly number[]

export type Arrangement =
  | { readonly fits: true; readonly orders: readonly ColumnOrder[]; readonly renamed: boolean }
  | { readonly fits: false; readonly missing: readonly string[]; readonly extra: readonly string[] }

/** More open columns than this are taken in the order they stand: 6! = 720 comparisons is enough. */
const mostOpen = 6

/** `户 数`, `户数` and `"户数"` are one name; so are `Total_Count` and `totalcount`. */
export function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_"'`“”‘’]/g, '')
}

/**
 * Which given column stands for which wanted one: by name, and where the names do not say, every
 * way that the types allow, the order in which they stand first.
 */
export function arrange(
  wanted: readonly string[],
  kinds: readonly Kind[],
  given: readonly Column[],
): Arrangement {
  const named = byName(wanted, given)
  const open = wanted.flatMap((_, index) => (named[index] === undefined ? [index] : []))
  const free = given.flatMap((_, index) => (named.includes(index) ? [] : [index]))
  const orders = wanted.length === given.length ? complete(named, open, free, kinds, given) : []
  if (orders.length > 0) return { fits: true, orders, renamed: open.length > 0 }
  return {
    fits: false,
    missing: open.map((index) => wanted[index] ?? ''),
    extra: free.map((index) => given[index]?.name ?? ''),
  }
}

/** Every order that the types allow, whatever the columns are called. */
export function ignoringNames(kinds: readonly Kind[], given: readonly Column[]): ColumnOrder[] {
  if (kinds.length !== given.length) return []
  const all = kinds.map((_, index) => index)
  const unnamed = all.map(() => undefined)
  return complete(unnamed, all, all, kinds, given)
}

function byName(wanted: readonly string[], given: readonly Column[]): (number | undefined)[] {
  const taken = new Set<number>()
  return wanted.map((name) => {
    const found = given.findIndex(
      (column, index) => !taken.has(index) && plainName(column.name) === plainName(name),
    )
    if (found < 0) return undefined
    taken.add(found)
    return found
  })
}

function complete(
  named: readonly (number | undefined)[],
  open: readonly number[],
  free: readonly number[],
  kinds: readonly Kind[],
  given: readonly Column[],
): ColumnOrder[] {
  const fits = (wanted: number, column: number) =>
    comparable(kinds[wanted] ?? 'other', kindOf(given[column]?.type ?? ''))
  const ways = open.length > mostOpen ? [free] : permutations(free)
  return ways
    .filter((way) => open.every((wanted, place) => fits(wanted, way[place] ?? -1)))
    .map((way) => named.map((column, wanted) => column ?? way[open.indexOf(wanted)] ?? -1))
}

/** All orders of the items, the given one first. */
function permutations(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]]
  return items.flatMap((item) =>
    permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
  )
}
