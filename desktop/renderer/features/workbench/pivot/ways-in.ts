import { groupAlias } from '../../../../domain/notebook/pivot/edit.ts'
import { fits } from '../../../../domain/notebook/pivot/crosstab.ts'
import type { Group } from '../../../../domain/notebook/query/query.ts'
import type { Size } from './crosstab-data.svelte.ts'
import { t } from './messages.ts'
import type { PivotEditor } from './pivot-editor.svelte.ts'

interface Way {
  readonly label: string
  readonly onselect: () => void
}

/** What would make a pivot smaller that is too large to be laid out. */
export function waysIn(editor: PivotEditor, { rows, columns }: Size): Way[] {
  const { pivot } = editor
  const ways: Way[] = []
  const isMoment = (group: Group) => !('by' in group) && editor.kindOf(group.column) === 'date'
  const byMonth = (group: Group): Group =>
    isMoment(group)
      ? { column: group.column, by: 'month', as: groupAlias(group.column, 'month') }
      : group
  if ([...pivot.rows, ...pivot.columns].some(isMoment)) {
    const change = { rows: pivot.rows.map(byMonth), columns: pivot.columns.map(byMonth) }
    ways.push({ label: t.byMonth, onselect: () => editor.change(change) })
  }
  if (fits(pivot, { rows, columns: 21 })) {
    ways.push({ label: t.firstColumns, onselect: () => editor.change({ limit: 20 }) })
  }
  if (pivot.rows.length <= 3 && fits(pivot, { rows: columns, columns: rows })) {
    ways.push({ label: t.swap, onselect: () => editor.swap() })
  }
  return ways
}
