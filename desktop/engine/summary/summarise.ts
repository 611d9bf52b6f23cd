import type { ColumnSummary, Relation } from '../../contract/table.ts'
import type { Workbench } from '../workbench.ts'
import { LONGEST, type Portrait, portraitsOf } from './portrait.ts'

/** What each column of a table holds. */
export async function summarise(
  bench: Workbench,
  relation: Relation,
  signal: AbortSignal,
): Promise<ColumnSummary[]> {
  const known = bench.known(relation)
  const portraits = await portraitsOf(bench, known, signal)
  return portraits.map((portrait) => ({
    ...portrait.column,
    rows: known.rows,
    nulls: portrait.nulls,
    distinct: portrait.distinct,
    min: portrait.min,
    max: portrait.max,
    bins: binsOf(portrait),
    top: portrait.top.map(({ value, count }) => ({ value: cut(value), count })),
  }))
}

/** A value as the list of the commonest shows it; characters are not cut apart. */
export function cut(value: string): string {
  return value.length <= LONGEST ? value : Array.from(value).slice(0, LONGEST).join('')
}

function binsOf({ binned }: Portrait): ColumnSummary['bins'] {
  if (!binned) return []
  const { bins, counts } = binned
  return counts.map((count, n) => ({ from: bins.edge(n), to: bins.edge(n + 1), count }))
}
