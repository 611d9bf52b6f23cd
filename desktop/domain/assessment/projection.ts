import type { RecordedEvent } from '../course/learning-events.ts'
import { assessmentEvents, type AssessmentEvent, type AssessmentEventType } from './events.ts'
import {
  noAssessments,
  type Assessments,
  type RatingRecord,
  type SittingRecord,
  type TrainingRecord,
  type WorkRecord,
} from './record.ts'

type Step<T extends AssessmentEventType> = (
  all: Assessments,
  data: AssessmentEvent<T>,
  event: Required<Pick<RecordedEvent, 'by'>> & RecordedEvent,
) => Assessments

const steps: { readonly [T in AssessmentEventType]: Step<T> } = {
  'training.begun': begunTraining,
  'training.assigned': (all, { training, half }, { by }) =>
    changed(all, 'trainings', training, (before) => ({ halves: { ...before.halves, [by]: half } })),
  'training.closed': (all, { training }, { at }) =>
    changed(all, 'trainings', training, () => ({ closedAt: at })),
  'sitting.begun': begunSitting,
  'sitting.answered': answered,
  'sitting.ended': (all, { sitting, end, learnt }, { at, by }) =>
    changed(all, 'sittings', sitting, (before) =>
      before.end === null && before.learner === by ? { end, learnt, endedAt: at } : {},
    ),
  'capstone.handed-in': (all, { work, ...rest }, { at, by }) =>
    added(all, 'works', work, {
      ...{ ...rest, learner: by, at, withdrawn: false, peers: [], ratings: [] },
    }),
  'capstone.withdrawn': (all, { work }, { by }) =>
    changed(all, 'works', work, (before) => (before.learner === by ? { withdrawn: true } : {})),
  'capstone.peers': (all, { work, peers }) => changed(all, 'works', work, () => ({ peers })),
  'capstone.rated': rated,
}

/** Trainings, tests and capstones as the journal's events make them. */
export const assessmentProjection = {
  name: 'assessment',
  version: 4,
  initial: noAssessments,
  reduce(all: Assessments, event: RecordedEvent): Assessments {
    if (event.type === 'person.forgotten') return forgotten(all, event.by)
    return isOfAssessment(event.type) ? take(event.type, all, event) : all
  },
}

const isOfAssessment = (type: string): type is AssessmentEventType =>
  Object.hasOwn(assessmentEvents, type)

function take(type: AssessmentEventType, all: Assessments, event: RecordedEvent): Assessments {
  const read = assessmentEvents[type].safeParse(event.data)
  // what the schema has let through is the data of this very type
  const step: (all: Assessments, data: never, event: never) => Assessments = steps[type]
  const by = event.by ?? ''
  return read.success ? step(all, read.data as never, { ...event, by } as never) : all
}

interface Kinds {
  readonly trainings: TrainingRecord
  readonly sittings: SittingRecord
  readonly works: WorkRecord
}

function added<K extends keyof Kinds>(
  all: Assessments,
  kind: K,
  id: string,
  record: Omit<Kinds[K], 'nth'>,
): Assessments {
  if (all[kind][id]) return all
  const nth = 1 + Math.max(0, ...Object.values(all[kind]).map((one: { nth: number }) => one.nth))
  return { ...all, [kind]: { ...all[kind], [id]: { ...record, nth } } }
}

function changed<K extends keyof Kinds>(
  all: Assessments,
  kind: K,
  id: string,
  change: (before: Kinds[K]) => Partial<Kinds[K]>,
): Assessments {
  const before = all[kind][id] as Kinds[K] | undefined
  if (!before) return all
  return { ...all, [kind]: { ...all[kind], [id]: { ...before, ...change(before) } } }
}

function begunTraining(
  all: Assessments,
  { training, ...rest }: AssessmentEvent<'training.begun'>,
  { at }: RecordedEvent,
): Assessments {
  return added(all, 'trainings', training, { ...rest, begunAt: at, closedAt: null, halves: {} })
}

function begunSitting(
  all: Assessments,
  { sitting, ...rest }: AssessmentEvent<'sitting.begun'>,
  { at, by = '' }: RecordedEvent,
): Assessments {
  const nothing = { answers: {}, endedAt: null, end: null, learnt: 0 }
  return added(all, 'sittings', sitting, { ...rest, ...nothing, learner: by, begunAt: at })
}

/** Answers of somebody else, to no question of it or after its end count for nothing. */
function answered(
  all: Assessments,
  { sitting, question, ...answer }: AssessmentEvent<'sitting.answered'>,
  { at, by }: RecordedEvent,
): Assessments {
  return changed(all, 'sittings', sitting, ({ learner, end, items, answers }) => {
    if (learner !== by || end !== null || question > items.length) return {}
    const times = (answers[question]?.times ?? 0) + 1
    return { answers: { ...answers, [question]: { ...answer, times, at } } }
  })
}

function rated(
  all: Assessments,
  { work, ...rating }: AssessmentEvent<'capstone.rated'>,
  { at }: RecordedEvent,
): Assessments {
  return changed(all, 'works', work, ({ ratings, withdrawn }) => {
    if (withdrawn) return {}
    const isOwn = ({ role, rater }: RatingRecord) => role === rating.role && rater === rating.rater
    const before = ratings.find(isOwn)
    const first = before && { first: before.first ?? before.levels }
    const others = ratings.filter((one) => !isOwn(one))
    return { ratings: [...others, { ...rating, ...first, at }] }
  })
}

/** Who is forgotten is out of every list; the answers go too. */
function forgotten(all: Assessments, person: string | undefined): Assessments {
  if (person === undefined) return all
  const without = <T>(records: Readonly<Record<string, T>>, gone: (one: T) => boolean) =>
    Object.fromEntries(Object.entries(records).filter(([, one]) => !gone(one)))
  const trainings = Object.entries(all.trainings).map(([id, training]) => {
    const halves = Object.entries(training.halves).filter(([one]) => one !== person)
    return [id, { ...training, halves: Object.fromEntries(halves) }] as const
  })
  return {
    trainings: Object.fromEntries(trainings),
    sittings: without(all.sittings, ({ learner }) => learner === person),
    works: withoutRater(
      without(all.works, ({ learner }) => learner === person),
      person,
    ),
  }
}

/** What a forgotten person gave others goes too, and the place among the peers. */
function withoutRater(works: Assessments['works'], person: string): Assessments['works'] {
  const entries = Object.entries(works).map(([id, work]) => {
    const peers = work.peers.filter((peer) => peer !== person)
    const ratings = work.ratings.filter(({ role, rater }) => role !== 'peer' || rater !== person)
    return [id, { ...work, peers, ratings }] as const
  })
  return Object.fromEntries(entries)
}
