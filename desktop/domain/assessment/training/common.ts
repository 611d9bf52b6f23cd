import { chinaDay, dayOf, msPerDay } from '../../sharing/day.ts'
import type { SittingKind } from '../events.ts'
import type { TrainingRow } from './columns.ts'
import type { Numbered } from './rows.ts'

export const stepWords: Readonly<Record<SittingKind, string>> = {
  placement: '分班测',
  before: '学前测',
  after: '学后测',
  final: '结业测评',
}

/** What every row of a learner begins with. */
export function headOf({ number, training, numberOf }: Numbered, learner: string): TrainingRow {
  return {
    training_no: number,
    learner: numberOf.get(learner) ?? null,
    half: training.halves[learner] ?? null,
  }
}

/** The Monday of the week in which it was in China; null where the clock gave no date. */
export function weekOf(instant: string | null): string | null {
  const at = Date.parse(instant ?? '')
  if (Number.isNaN(at)) return null
  const day = Date.parse(chinaDay(new Date(at)))
  return dayOf(day - ((new Date(day).getUTCDay() + 6) % 7) * msPerDay)
}
