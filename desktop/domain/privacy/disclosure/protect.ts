import type { CellOutcome, Outcome, Policy, Released, Table } from './model.ts'

/**
 * What of a table may be shown: all of it, or nothing where any cell of it, or of a table that left
 * before, must be held back. Blunt, and so nothing can be worked out.
 */
export function protect(table: Table, policy: Policy, earlier: readonly Released[]): Outcome {
  const few = table.cells.map(
    ({ contributors }) => contributors > 0 && contributors < policy.minimumCell,
  )
  const blunt = few.includes(true) || earlier.some(({ cells }) => cells.some((one) => !one.values))
  const cells = table.cells.map(({ values }, index): CellOutcome => {
    if (!blunt) return { state: 'shown', values }
    return { state: 'suppressed', why: few[index] ? 'few' : 'complement' }
  })
  const count = (why: string) =>
    cells.filter((one) => one.state === 'suppressed' && one.why === why).length
  const counts = { few: count('few'), dominance: 0, complement: count('complement'), earlier: 0 }
  return { cells, counts, safe: true, coarser: [] }
}

export function releasedOf(table: Table, outcome: Outcome): Released {
  const { population, by, measures } = table
  const cells = table.cells.map(({ keys }, index) => {
    const cell = outcome.cells[index]
    return { keys, values: cell && cell.state !== 'suppressed' ? cell.values : null }
  })
  return { population, by, measures: measures.map(({ name }) => name), cells }
}
