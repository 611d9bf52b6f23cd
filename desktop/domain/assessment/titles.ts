import type { Titles } from '../course/titles.ts'
import type { SittingKind } from './events.ts'

/** What the tests of a programme are called. */
export const testTitles: Readonly<Record<SittingKind, Titles>> = {
  placement: { zh: '分班测', en: 'Placement test' },
  before: { zh: '学前测', en: 'Test before the training' },
  after: { zh: '学后测', en: 'Test after the training' },
  final: { zh: '结业测评', en: 'Final assessment' },
}

/** The goals of a programme's certificate that are no course. */
export const programmeGoalIds = { final: 'proof.final', capstone: 'proof.capstone' } as const
