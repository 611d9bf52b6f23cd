import { zh } from '../../../../../app/i18n.svelte.ts'
import { t } from './messages.ts'
import type { RepairPlace } from './changes.ts'

/** A place as it is named to the learner. */
export function placeName({ row, column }: RepairPlace): string {
  return column === null ? t.wholeRow(row) : t.place(row, zh(column))
}
