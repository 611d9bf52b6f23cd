import type { KindRow } from './kind-rows.ts'

const byName = new Intl.Collator('zh', { numeric: true })

/** As people sort names: 2 before 10, Chinese by its sound. */
export const compareNames = (one: string, other: string): number => byName.compare(one, other)

/** The names in `wanted` first and in that order, then the others as they sort. */
export function inOrder(names: Iterable<string>, wanted: readonly string[] = []): string[] {
  const place = (name: string) => {
    const found = wanted.indexOf(name)
    return found < 0 ? wanted.length : found
  }
  return [...new Set(names)].toSorted((a, b) => place(a) - place(b) || compareNames(a, b))
}

/** The sum over rows of each name. */
export function totals(rows: readonly KindRow[]): Map<string, number> {
  const sums = new Map<string, number>()
  for (const { a, v = 0 } of rows) sums.set(a, (sums.get(a) ?? 0) + v)
  return sums
}

/** The names that are shown, and how many are not. */
export interface Shown {
  readonly names: readonly string[]
  readonly left: number
}

/** The first `top` names by their sums, in the order that is wanted. */
export function shownNames(
  rows: readonly KindRow[],
  { top, order = 'value' }: { readonly top: number; readonly order?: 'value' | 'name' },
): Shown {
  const sums = totals(rows)
  const all = [...sums.keys()].toSorted(
    (a, b) => (sums.get(b) ?? 0) - (sums.get(a) ?? 0) || compareNames(a, b),
  )
  const names = all.slice(0, top)
  return {
    names: order === 'name' ? names.toSorted(compareNames) : names,
    left: all.length - names.length,
  }
}
