import type { CleanColumn, Cleaned } from '../../catalogue/importing/apply.ts'
import { contextOf, maskCell } from '../../catalogue/importing/cell-scan.ts'
import { isBlank } from '../../catalogue/importing/raw-table.ts'
import type { Decision } from '../../catalogue/importing/recipe.ts'
import { columnOut } from '../../catalogue/importing/rows-out.ts'
import type { ColumnFinding } from '../../catalogue/importing/scan.ts'
import { titleMask } from '../../catalogue/importing/title-kinds.ts'
import type { Means } from './means.ts'

/** A value of a column before and after a decision; personal information is masked in the first. */
export interface Example {
  readonly decision: Decision
  readonly before: string
  /** Null where nothing is left. */
  readonly after: string | null
}

const sampled = 500
const longest = 40

/** One example for each decision that is offered: of a cell with something in it to be masked, if any. */
export function examplesOf(
  column: CleanColumn,
  { rows }: Pick<Cleaned, 'rows'>,
  findings: readonly (readonly ColumnFinding[])[],
  offered: readonly Decision[],
  means: Means,
): Example[] {
  const { at, name } = column
  const filled = rows.slice(0, sampled).filter(({ cells }) => !isBlank(cells[at]))
  const masked = (text: string) => maskCell(text, contextOf(name), name)
  const found = findings[at] ?? []
  const byValue = found.some(({ by }) => by === 'value')
  const telling = byValue
    ? filled.find(({ cells }) => masked(cells[at] ?? '') !== cells[at])
    : undefined
  const cells = (telling ?? filled[0])?.cells
  if (!cells) return []
  const whole = found.some(({ by }) => by === 'title')
  const before = cut(whole ? titleMask : masked(cells[at] ?? ''))
  return offered.map((decision): Example => {
    if (decision === 'drop') return { decision, before, after: null }
    if (decision === 'keep') return { decision, before, after: before }
    const out = columnOut(column, decision, { decisionOf: () => decision, findings, means })
    const after = out.value(cells)
    return { decision, before, after: after === null ? null : cut(after) }
  })
}

const cut = (text: string) => (text.length > longest ? `${text.slice(0, longest)}……` : text)
