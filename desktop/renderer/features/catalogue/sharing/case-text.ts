import type { CaseView } from '../../../../domain/sharing/case-view.ts'
import { c } from './case-messages.ts'
import { dayText } from './day-text.ts'
import { t } from './messages.ts'

/** How many passages of each kind were masked, in words; empty where none were. */
export function maskedText(masked: Readonly<Record<string, number>>): string {
  const kinds: Readonly<Record<string, string>> = t.kinds
  return Object.entries(masked)
    .map(([kind, count]) => t.maskedPart(kinds[kind] ?? kind, count))
    .join(t.join)
}

/** When the next step is due and how long that is; empty for what is closed. */
export function dueText({ case: { kind }, state, due, waiting, clockBack }: CaseView): string {
  if (state !== 'open' && state !== 'accepted') return ''
  if (clockBack) return c.clockBack
  if (!due || kind === 'correction') return waiting === 0 ? c.waitingNew : c.waitingDays(waiting)
  const day = due.beyond ? t.estimatedDay(dayText(due.date)) : dayText(due.date)
  return `${c.due.sharing[state]} ${day} · ${leftText(due)}`
}

function leftText({ overdue, days }: NonNullable<CaseView['due']>): string {
  if (overdue) return days === 0 ? c.due.over0 : c.due.over(days)
  return days === 0 ? c.due.today : c.due.left(days)
}
