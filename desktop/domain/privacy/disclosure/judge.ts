import type { Cell, Measure, Policy, Table } from './model.ts'

/** Why a cell may not be shown by itself; undefined where it may. A group of nobody shows nobody. */
export function primaryReason(
  { contributors, values, largest }: Cell,
  measures: readonly Measure[],
  { minimumCell, dominance }: Policy,
): 'few' | 'dominance' | undefined {
  if (contributors === 0) return undefined
  if (contributors < minimumCell) return 'few'
  const dominated = measures.some(({ kind }, at) => {
    if (kind !== 'sum') return false
    const top = (largest[at] ?? []).slice(0, dominance.n).map(Math.abs)
    const most = top.reduce((sum, one) => sum + one, 0)
    return most > dominance.share * Math.abs(values[at] ?? 0)
  })
  return dominated ? 'dominance' : undefined
}

export function primaryReasons(table: Table, policy: Policy): ('few' | 'dominance' | undefined)[] {
  return table.cells.map((cell) => primaryReason(cell, table.measures, policy))
}

/**
 * How wide the range must stay that everything published leaves for a cell: for a count the
 * minimum itself or, if more, the part of its value that dominance leaves to the others; for a
 * sum that part of its value.
 */
export function neededWidth(
  kind: Measure['kind'],
  value: number,
  { minimumCell, dominance }: Policy,
): number {
  const part = (1 - dominance.share) * Math.abs(value)
  return kind === 'count' ? Math.max(minimumCell, part) : part
}
