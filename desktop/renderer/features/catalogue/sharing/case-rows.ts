import type { CaseView } from '../../../../domain/sharing/case-view.ts'
import { lastStep } from '../../../../domain/sharing/cases.ts'
import { c } from './case-messages.ts'

/** The list as rows of a table, its head first. */
export function caseRows(views: readonly CaseView[]): (string | number)[][] {
  return [Object.values(c.csv.head), ...views.map(rowOf)]
}

function rowOf(view: CaseView): (string | number)[] {
  const { case: one, state, due } = view
  const days = due ? (due.overdue ? -due.days : due.days) : ''
  const asked =
    one.kind === 'sharing'
      ? [one.asked.office, one.asked.purpose, one.asked.basis, one.asked.fields.join(' ')]
      : ['', `${one.asked.row}：${one.asked.wrong}`, one.asked.evidence, one.asked.column]
  return [
    one.id,
    c.kind[one.kind],
    one.title,
    view.day,
    c.state[one.kind][state],
    due?.date ?? '',
    days,
    ...asked,
    lastStep(one)?.text ?? '',
  ]
}
