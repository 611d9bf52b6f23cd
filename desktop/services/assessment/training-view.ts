import { leastGroup, type MemberView, type TrainingView } from '../../contract/training.ts'
import type { Bank } from '../../domain/assessment/bank.ts'
import { capstonePassed } from '../../domain/assessment/capstone.ts'
import type { SittingKind } from '../../domain/assessment/events.ts'
import { gainPairs } from '../../domain/assessment/gain-pairs.ts'
import { objectiveGains } from '../../domain/assessment/gains.ts'
import { finalOutcome } from '../../domain/assessment/outcome.ts'
import type { Programme } from '../../domain/assessment/programme.ts'
import { assessmentProjection } from '../../domain/assessment/projection.ts'
import {
  inOrder,
  type SittingRecord,
  type TrainingRecord,
  type WorkRecord,
} from '../../domain/assessment/record.ts'
import type { Rubric } from '../../domain/assessment/rubric.ts'
import { finalEnd, finalTries, shareOf } from '../../domain/assessment/training/final-tries.ts'
import { finalEnds } from '../../domain/assessment/training/kinds.ts'
import { comparedHalves, testedElsewhere } from '../../domain/assessment/training/pairs.ts'
import { classroomProjection } from '../../domain/classroom/projection.ts'
import { noProgress, progressProjection } from '../../domain/course/progress.ts'
import { lessonKey } from '../../domain/course/record.ts'
import { objectiveTitle } from '../../domain/course/outline.ts'
import type { CourseEntry, Library } from '../learning/library.ts'
import type { Clock, Journal, People } from '../ports.ts'
import type { Programmes } from './programmes.ts'
import type { Rubrics } from './rubrics.ts'
import { standings } from './training-standing.ts'

export interface TrainingParts {
  readonly journal: Journal
  readonly people: Pick<People, 'list'>
  readonly programmes: Programmes
  readonly library: Library
  readonly rubrics: Rubrics
  readonly clock: Clock
}

export interface Member {
  readonly id: string
  /** The class's own number, by which exports tell people apart. */
  readonly number: number
  readonly name: string | undefined
  readonly inClass: boolean
}

/** Who is in the training's class, and who has left it since with something done here. */
export function membersOf({ journal, people }: TrainingParts, training: TrainingRecord): Member[] {
  const room = journal.state(classroomProjection).classes[training.class]
  const names = new Map(people.list().map(({ id, name }) => [id, name]))
  const ids = [...new Set([...(room?.people ?? []), ...Object.keys(training.halves)])]
  return ids
    .map((id) => ({
      ...{ id, number: room?.numbers[id] ?? 0, name: names.get(id) },
      inClass: room?.people.includes(id) ?? false,
    }))
    .sort((a, b) => a.number - b.number)
}

/** A training as its organiser sees it. */
export async function trainingView(
  parts: TrainingParts,
  id: string,
  training: TrainingRecord,
): Promise<TrainingView> {
  const { journal, library, rubrics } = parts
  const all = journal.state(assessmentProjection)
  const programme = await parts.programmes.programme(training.programme)
  const courses = await library.courses()
  const ofProgramme = inOrder(all.sittings).filter((one) => one.programme === programme.id)
  const sittings = ofProgramme.filter((one) => one.training === id)
  const works = inOrder(all.works).filter((one) => one.training === id)
  const reading =
    programme.capstone === undefined ? undefined : await rubrics.read(programme.capstone)
  const rubric = reading?.ok ? reading.value : undefined
  const objectiveOf = objectivesIn(await parts.programmes.banksOf(programme))
  const where = {
    ...{ parts, id, training, programme, courses, sittings, works, rubric, objectiveOf },
    all: ofProgramme,
  }
  const members = membersOf(parts, training)
  const standing = standings(where)
  const halves = Object.values(training.halves)
  const { begunAt, closedAt, class: of } = training
  return {
    ...{ id, programme: programme.id, title: programme.title, begunAt, closedAt, class: of },
    classTitle: journal.state(classroomProjection).classes[of]?.title ?? '',
    courses: programme.courses.length,
    halves: {
      first: halves.filter((half) => half === 1).length,
      second: halves.filter((half) => half === 2).length,
    },
    members: members.map((member) => ({
      ...memberView(where, training, member),
      testedElsewhere: testedElsewhere(id, member.id, ofProgramme),
      standing: standing(member),
    })),
    ...gainViews(where, training),
    finals: finalCounts(id, where, members),
  }
}

export interface Where {
  readonly parts: TrainingParts
  readonly id: string
  readonly training: TrainingRecord
  readonly programme: Programme
  readonly courses: readonly CourseEntry[]
  readonly sittings: readonly SittingRecord[]
  readonly works: readonly WorkRecord[]
  readonly rubric: Rubric | undefined
  /** Of the programme, also alone and of other trainings. */
  readonly all: readonly SittingRecord[]
  readonly objectiveOf: (course: string, item: string) => string | undefined
}

function memberView(
  where: Where,
  training: TrainingRecord,
  member: Member,
): Omit<MemberView, 'standing' | 'testedElsewhere'> {
  const { id, number, inClass } = member
  const { parts, programme, courses, works, rubric } = where
  const person = parts.people.list().find((one) => one.id === id) ?? null
  const { lessons } = parts.journal.state(progressProjection)[id] ?? noProgress
  const done = programme.courses.filter(({ course }) => {
    const all = courses.find((one) => one.course.id === course)?.lessons ?? []
    const isDone = (lesson: string) => (lessons[lessonKey(course, lesson)]?.doneAt ?? null) !== null
    return all.length > 0 && all.every((lesson) => isDone(lesson.id))
  })
  const own = works.filter((work) => work.learner === id && !work.withdrawn)
  const judged = own.some(({ ratings }) => ratings.some(({ role }) => role === 'facilitator'))
  const passed = rubric !== undefined && own.some((work) => capstonePassed(work, rubric))
  return {
    ...{ number, person, inClass, half: training.halves[id] ?? null, courses: done.length },
    steps: {
      placement: stateOf(where, id, 'placement'),
      before: stateOf(where, id, 'before'),
      after: stateOf(where, id, 'after'),
      final: stateOf(where, id, 'final'),
    },
    capstone: passed ? 'done' : judged ? 'short' : own.length > 0 ? 'begun' : 'none',
  }
}

function stateOf({ programme, sittings }: Where, learner: string, kind: SittingKind) {
  const own = sittings.filter((one) => one.learner === learner && one.kind === kind)
  const ended = own.filter(({ end }) => end !== null)
  if (kind === 'final' && ended.some((one) => finalOutcome(programme, one).passed)) return 'done'
  if (own.length > ended.length) return 'begun'
  if (ended.length === 0) return 'none'
  return kind === 'final' ? 'short' : 'done'
}

function objectivesIn(banks: ReadonlyMap<string, Bank>): Where['objectiveOf'] {
  const items = new Map(
    [...banks].flatMap(([course, bank]) =>
      bank.items.map((item): [string, string] => [`${course}/${item.id}`, item.objective]),
    ),
  )
  return (course, item) => items.get(`${course}/${item}`)
}

/** What was learned, by objective; nothing of groups that are too small. */
function gainViews(where: Where, { halves }: TrainingRecord) {
  const { id, programme, courses, sittings, all, objectiveOf } = where
  const pairs = gainPairs(comparedHalves(id, halves, all), sittings, objectiveOf)
  const compared = new Set(pairs.map(({ learner }) => learner)).size
  if (compared < leastGroup) return { compared, gains: null }
  const gains = programme.courses.flatMap(({ course, core }) => {
    const known = courses.find((one) => one.course.id === course)?.course
    return core.flatMap((objective) => {
      const own = pairs.filter((one) => one.course === course && one.objective === objective)
      if (own.length < leastGroup) return []
      const { n, before, after, gain, interval } = objectiveGains(own)
      const courseTitle = known?.title ?? { zh: course, en: course }
      const title = known ? objectiveTitle(known, objective) : { zh: objective, en: objective }
      return [{ course, courseTitle, objective, title, n, before, after, gain, interval }]
    })
  })
  return { compared, gains }
}

/** How the finals came out, by the try; of who is in the class, and who handed one in and left. */
function finalCounts(
  training: string,
  { programme, all, sittings }: Where,
  members: readonly Member[],
) {
  const { pass } = programme
  const here = sittings.flatMap(({ kind, learner }) => (kind === 'final' ? learner : []))
  const inClass = members.flatMap((one) => (one.inClass ? one.id : []))
  const finals = { training, pass, sittings: all }
  const { taken, counts, again, elsewhere } = finalTries(finals, [...here, ...inClass])
  const none = inClass.filter((id) => finalEnd(finals, id) === undefined).length
  const ends = finalEnds.map((end) => {
    return { end, count: counts[end], interval: shareOf(counts[end], taken, leastGroup) }
  })
  const gone = [...new Set(here)].filter((learner) => {
    return !inClass.includes(learner) && typeof finalEnd(finals, learner) === 'object'
  }).length
  return { taken, gone, ends, again, elsewhere, none }
}
