import type { Cell, Policy, Table } from '../../desktop/domain/privacy/disclosure/model.ts'

export const policy: Policy = {
  minimumCell: 5,
  method: 'suppress',
  dominance: { n: 2, share: 0.85 },
}

/** A count of people by street and sex, with all totals, from the inner cells. */
export function countsWithTotals(inner: readonly (readonly number[])[]): Table {
  const cells: Cell[] = []
  const add = (street: string | undefined, sex: string | undefined, count: number) =>
    cells.push({ keys: [street, sex], contributors: count, values: [count], largest: [[]] })
  const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0)
  for (const [row, counts] of inner.entries()) {
    for (const [column, count] of counts.entries()) add(`street ${row}`, `sex ${column}`, count)
    add(`street ${row}`, undefined, sum(counts))
  }
  for (const column of inner[0]?.keys() ?? [])
    add(undefined, `sex ${column}`, sum(inner.map((counts) => counts[column] ?? 0)))
  add(undefined, undefined, sum(inner.flat()))
  return {
    population: 'residents',
    by: ['street', 'sex'],
    measures: [{ name: 'count(*)', kind: 'count' }],
    cells,
  }
}

/** The count of people by one column. */
export function countsBy(column: string, counts: Readonly<Record<string, number>>): Table {
  return {
    population: 'residents',
    by: [column],
    measures: [{ name: 'count(*)', kind: 'count' }],
    cells: Object.entries(counts).map(([key, count]) => ({
      keys: [key],
      contributors: count,
      values: [count],
      largest: [[]],
    })),
  }
}
