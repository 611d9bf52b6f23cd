import { primaryReasons } from '../../../desktop/domain/privacy/disclosure/judge.ts'
import type { Policy, Released, Table } from '../../../desktop/domain/privacy/disclosure/model.ts'

/**
 * What is commonly done by hand: the small cells go, and in each line where a single cell is
 * missing the smallest other one goes with it, once along rows and once along columns.
 */
export function naiveRelease(table: Table, policy: Policy): Released {
  const hidden = new Set(
    primaryReasons(table, policy).flatMap((reason, at) => (reason ? [at] : [])),
  )
  for (const [column] of table.by.entries())
    for (const line of linesOf(table, column)) {
      const missing = line.filter((at) => hidden.has(at))
      if (missing.length !== 1) continue
      const [smallest] = line
        .filter((at) => !hidden.has(at))
        .toSorted(
          (a, b) => (table.cells[a]?.contributors ?? 0) - (table.cells[b]?.contributors ?? 0),
        )
      if (smallest !== undefined) hidden.add(smallest)
    }
  return {
    population: table.population,
    by: table.by,
    measures: table.measures.map(({ name }) => name),
    cells: table.cells.map(({ keys, values }, at) => ({
      keys,
      values: hidden.has(at) ? null : values,
    })),
  }
}

/** The inner cells that differ along one column alone. */
function linesOf({ cells }: Table, column: number): number[][] {
  const lines = new Map<string, number[]>()
  for (const [at, { keys }] of cells.entries()) {
    if (keys.includes(undefined)) continue
    const name = JSON.stringify(keys.filter((_, other) => other !== column))
    lines.set(name, [...(lines.get(name) ?? []), at])
  }
  return [...lines.values()]
}
