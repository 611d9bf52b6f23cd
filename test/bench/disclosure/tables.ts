import type { Cell, Table } from '../../../desktop/domain/privacy/disclosure/model.ts'
import { randomNumbers } from './random.ts'

/** People drawn at random over several properties, and tables of them as SQL would group them. */

export interface People {
  readonly columns: readonly string[]
  /** The place of each person on each column. */
  readonly rows: readonly (readonly string[])[]
  readonly amounts: readonly number[]
}

/** So many people for each cell of the shape, unevenly spread as places and ages are. */
export function drawPeople(shape: readonly number[], perCell: number, seed: number): People {
  const random = randomNumbers(seed)
  const weights = shape.map((size) => Array.from({ length: size }, () => 0.2 + random() ** 2))
  const cells = shape.reduce((all, size) => all * size, 1)
  const rows = Array.from({ length: Math.round(cells * perCell) }, () =>
    weights.map((column, at) => `${'abc'[at] ?? 'd'}${pick(column, random())}`),
  )
  const amounts = rows.map(() => Math.round(1000 * Math.exp(2 * random() * random())))
  return { columns: shape.map((_, at) => 'ABC'[at] ?? 'D'), rows, amounts }
}

function pick(weights: readonly number[], chance: number): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let left = chance * total
  return weights.findIndex((weight) => (left -= weight) < 0)
}

/** The table by some columns, with the wanted totals (`CUBE` has all of them). */
export function tableOf(
  people: People,
  by: readonly string[],
  totals: 'cube' | 'none',
  withSum = false,
): Table {
  const at = by.map((column) => people.columns.indexOf(column))
  const levels = totals === 'cube' ? 2 ** by.length : 1
  const groups = new Map<string, { keys: (string | undefined)[]; amounts: number[] }>()
  for (let leave = 0; leave < levels; leave++)
    for (const [person, row] of people.rows.entries()) {
      const keys = at.map((column, bit) => ((leave >> bit) & 1 ? undefined : row[column]))
      const name = JSON.stringify(keys.map((key) => key ?? 0))
      const group = groups.get(name) ?? { keys, amounts: [] }
      group.amounts.push(people.amounts[person] ?? 0)
      groups.set(name, group)
    }
  const cells = [...groups.values()].map(({ keys, amounts }): Cell => {
    const sum = amounts.reduce((all, one) => all + one, 0)
    const top = amounts.toSorted((a, b) => b - a).slice(0, 2)
    return {
      keys,
      contributors: amounts.length,
      values: withSum ? [amounts.length, sum] : [amounts.length],
      largest: withSum ? [[], top] : [[]],
    }
  })
  const measures = [
    { name: 'count(*)', kind: 'count' as const },
    ...(withSum ? [{ name: 'sum(amount)', kind: 'sum' as const }] : []),
  ]
  return { population: 'people', by, measures, cells }
}
