import type { LockReason } from '../../contract/assessment.ts'
import type { Bank } from '../../domain/assessment/bank.ts'
import type { SittingKind } from '../../domain/assessment/events.ts'
import { finalOutcome } from '../../domain/assessment/outcome.ts'
import type { Programme } from '../../domain/assessment/programme.ts'
import { assessmentProjection } from '../../domain/assessment/projection.ts'
import { inOrder, type SittingRecord } from '../../domain/assessment/record.ts'
import { lacking, selectItems } from '../../domain/assessment/select.ts'
import { noProgress, progressProjection } from '../../domain/course/progress.ts'
import type { Journal } from '../ports.ts'

export interface Step {
  readonly kind: SittingKind
  readonly state: 'locked' | 'open' | 'begun' | 'done'
  readonly lock: LockReason | null
  /** Courses to go over again before the final is taken anew. */
  readonly review: readonly string[]
  readonly questions: number
  readonly answered: number
  readonly sitting: string | null
  readonly times: number
  readonly passed: boolean
}

interface Where {
  readonly programme: Programme
  readonly banks: ReadonlyMap<string, Bank>
  readonly journal: Pick<Journal, 'state'>
  readonly learner: string | null
}

type Known = SittingRecord & { readonly id: string }

/** Where a learner stands with one test of a programme. Told by events alone: no clock is asked. */
export function stepOf(where: Where, kind: SittingKind): Step {
  const { programme, journal, learner } = where
  const sittings = inOrder(journal.state(assessmentProjection).sittings).filter(
    (one) => one.learner === learner && one.programme === programme.id,
  )
  const own = sittings.filter((one) => one.kind === kind)
  const begun = own.find(({ end }) => end === null)
  const ended = own.filter(({ end }) => end !== null)
  const passed = kind === 'final' && ended.some((one) => finalOutcome(programme, one).passed)
  const review = kind === 'final' && !passed ? stillToReview(where, ended.at(-1)) : []
  const lock = begun || passed ? null : lockOf(where, kind, sittings, ended, review)
  const shown = begun ?? ended.at(-1)
  return {
    ...{ kind, lock, review, passed, times: ended.length },
    state: begun ? 'begun' : stateOf(kind, ended.length, passed, lock),
    questions: shown?.items.length ?? questionCount(where, kind),
    answered: begun ? Object.keys(begun.answers).length : 0,
    sitting: shown?.id ?? null,
  }
}

function stateOf(
  kind: SittingKind,
  times: number,
  passed: boolean,
  lock: LockReason | null,
): Step['state'] {
  if (kind === 'final' ? passed : times > 0) return 'done'
  return lock === null ? 'open' : 'locked'
}

function lockOf(
  { programme, banks }: Where,
  kind: SittingKind,
  sittings: readonly Known[],
  ended: readonly Known[],
  review: readonly string[],
): LockReason | null {
  const whole = programme.courses.every(({ course, core }) => {
    const bank = banks.get(course)
    return bank !== undefined && lacking(core, bank).length === 0
  })
  if (!whole) return 'no_bank'
  if ((kind === 'before' || kind === 'after') && ended.length > 0) return 'taken'
  const before = sittings.some((one) => one.kind === 'before' && one.end !== null)
  if (kind === 'after' && !before) return 'before_first'
  return review.length > 0 ? 'review_first' : null
}

/** Courses missed in the last final of which no lesson was opened since. */
function stillToReview({ programme, journal, learner }: Where, last: Known | undefined): string[] {
  if (!last || learner === null) return []
  const { lessons } = journal.state(progressProjection)[learner] ?? noProgress
  const { missed } = finalOutcome(programme, last)
  return missed.filter(
    (course) =>
      !Object.entries(lessons).some(
        ([key, { touched }]) => key.startsWith(`${course}/`) && touched >= last.learnt,
      ),
  )
}

function questionCount({ programme, banks }: Where, kind: SittingKind): number {
  const form = kind === 'before' || kind === 'after' ? 'A' : null
  return selectItems(programme, banks, { kind, form, seed: 0, met: [] }).length
}
