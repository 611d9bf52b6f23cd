import { leastGroup, type TrainingView } from '../../../../contract/training.ts'
import {
  finalsTold,
  surest,
  weakest,
  type Counted,
} from '../../../../domain/assessment/training/brief.ts'
import { date, percent } from '../../../app/format.ts'
import { title, zh } from '../../../app/i18n.svelte.ts'
import { t } from './brief-messages.ts'
import { stepCounts } from './counts.ts'

/** Objectives told by name, at most. */
export const told = 3

/** A training in one paragraph for people outside: no names, no result of a group that is too small. */
export function briefOf(training: TrainingView, now: Date): string {
  const { begunAt, closedAt, members } = training
  const people = members.filter(({ inClass }) => inClass).length
  const [name, room] = [title(training.title), zh(training.classTitle)]
  const head =
    closedAt === null
      ? t.who(name, room, date(begunAt), date(now.toISOString()), people)
      : t.closed(name, room, date(begunAt), date(closedAt), people)
  const steps = new Map(stepCounts(training).map(({ step, done }) => [step, done]))
  const done = (step: 'before' | 'courses' | 'after') => steps.get(step) ?? 0
  return [
    head,
    t.steps(done('before'), done('courses'), done('after')),
    finalsWords(training.finals),
    ...learnedWords(training),
  ].join(t.space)
}

function finalsWords(finals: TrainingView['finals']): string {
  const found = finalsTold(finals, leastGroup)
  const { taken } = finals
  if (found.kind === 'none') return t.finals.none
  if (found.kind === 'few') return t.finals.few(leastGroup)
  if (found.kind === 'small') return t.finals.small(taken, leastGroup)
  if (found.kind === 'passed') {
    return t.finals.passed(taken, counted(found.passed), counted(found.failed))
  }
  const { first, later, 'not-yet': notYet } = found.ends
  return t.finals.tries(taken, counted(first), counted(later), counted(notYet))
}

function counted({ count, share, interval }: Counted): string {
  if (count === 0 || interval === null) return t.heads(count)
  const [low, high] = interval
  return t.share(count, percent(share, 0), percent(low, 0), percent(high, 0))
}

function learnedWords({ gains, compared }: TrainingView): string[] {
  if (gains === null || gains.length === 0) return [t.few(compared)]
  const { sure, best } = surest(gains, told)
  const gained = best.map((one) => t.gained(title(one.title), Math.round(one.gain * 100)))
  const weak = weakest(gains, told).map((one) => t.right(title(one.title), percent(one.after, 0)))
  return [
    t.learned(compared, gains.length, sure),
    ...(gained.length > 0 ? [t.best(gained.join(t.and))] : []),
    t.weak(weak.join(t.and)),
    t.caution,
  ]
}
