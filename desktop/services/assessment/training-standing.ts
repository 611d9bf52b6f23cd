import type { StandingView } from '../../contract/training.ts'
import { capstonePassed } from '../../domain/assessment/capstone.ts'
import { hasRated } from '../../domain/assessment/peers.ts'
import { assessmentProjection } from '../../domain/assessment/projection.ts'
import { inOrder, type SittingRecord, type WorkRecord } from '../../domain/assessment/record.ts'
import { standingOf, type Need } from '../../domain/assessment/training/hand.ts'
import { latest, placeOf, type OnTheWay } from '../../domain/assessment/training/way.ts'
import { weakestIn } from '../../domain/assessment/training/weakest.ts'
import { classroomProjection } from '../../domain/classroom/projection.ts'
import { objectiveTitle } from '../../domain/course/outline.ts'
import { noProgress, progressProjection } from '../../domain/course/progress.ts'
import { lessonKey, type Progress } from '../../domain/course/record.ts'
import { chinaDay } from '../../domain/sharing/day.ts'
import type { Member, Where } from './training-view.ts'

type Work = WorkRecord & { readonly id: string }

/** Tells of each member of a training where she stands; what holds her up only while it goes on. */
export function standings(where: Where): (member: Member) => StandingView {
  const { parts, training, all } = where
  const { works } = parts.journal.state(assessmentProjection)
  const standing = inOrder(works).filter(
    (one) => one.programme === where.programme.id && !one.withdrawn,
  )
  const sittings = grouped(all, ({ learner }) => learner)
  const people = parts.journal.state(classroomProjection).classes[training.class]?.people ?? []
  const members = new Set(people)
  const authors = standing.filter(({ learner }) => members.has(learner)).length
  const room = { ...where, standing, members, authors, worked: workedAt(standing) }
  const today = chinaDay(parts.clock.now())
  return (member) => {
    const own = sittings.get(member.id) ?? []
    const person = onTheWay(room, member, own)
    const { need, ...place } = standingOf(person, today)
    const quiet = !member.inClass || training.closedAt !== null
    return { ...place, need: need && !quiet ? needView(where, person, need) : null }
  }
}

interface Room extends Where {
  /** Works of the programme that stand, of whatever class. */
  readonly standing: readonly Work[]
  readonly members: ReadonlySet<string>
  /** How many of the class handed one in. */
  readonly authors: number
  /** When somebody handed a work in or judged one, by the person. */
  readonly worked: ReadonlyMap<string, readonly string[]>
}

function onTheWay(room: Room, { id }: Member, sittings: readonly SittingRecord[]): OnTheWay {
  const { parts, training, programme, rubric, standing } = room
  const progress = parts.journal.state(progressProjection)[id] ?? noProgress
  const work = standing.findLast((one) => one.learner === id)
  return {
    // who was put into a half with the others was there when it began; who came later may be in one by now
    from: training.halves[id] === undefined ? null : training.begunAt,
    ...{ sittings, pass: programme.pass, courses: coursesOf(room, progress) },
    work: rubric ? workOf(room, work) : null,
    owes: standing.filter(({ peers, ratings }) => peers.includes(id) && !hasRated(ratings, id))
      .length,
    lastAt: latest([
      ...learntAt(progress),
      ...sittings.flatMap(({ begunAt, endedAt }) => [begunAt, endedAt]),
      ...(room.worked.get(id) ?? []),
    ]),
  }
}

function workOf({ rubric, authors, members }: Room, work: Work | undefined): OnTheWay['work'] {
  if (!rubric || !work) {
    return { state: 'none', at: null, judgedAt: null, allotted: true, waitsFor: [] }
  }
  const { at, peers, ratings } = work
  const waiting = peers.filter((peer) => !hasRated(ratings, peer))
  const there = waiting.filter((peer) => members.has(peer))
  const judged = ratings.filter(({ role }) => role === 'facilitator')
  return {
    state: judged.length === 0 ? 'waiting' : capstonePassed(work, rubric) ? 'passed' : 'short',
    ...{ at, judgedAt: latest(judged.map((one) => one.at)) },
    // who has left the class makes room for another; where there is nobody else, nobody can be allotted
    allotted: authors < 2 || (peers.length > 0 && there.length === waiting.length),
    waitsFor: there,
  }
}

function coursesOf({ programme, courses }: Where, { lessons }: Progress): OnTheWay['courses'] {
  const done = programme.courses.flatMap(({ course }) => {
    const all = courses.find((one) => one.course.id === course)?.lessons ?? []
    const ats = all.map(({ id }) => lessons[lessonKey(course, id)]?.doneAt ?? null)
    return all.length > 0 && ats.every((at) => at !== null) ? [latest(ats)] : []
  })
  return { done: done.length, of: programme.courses.length, lastAt: latest(done) }
}

/** When something was learnt: lessons, exercises, practices and reviews. */
const learntAt = ({ lessons, exercises, scenarios, reviews }: Progress): (string | null)[] => [
  ...Object.values(lessons).flatMap(({ openedAt, doneAt }) => [openedAt, doneAt]),
  ...lastIn(exercises),
  ...lastIn(scenarios),
  ...lastIn(reviews),
]

const lastIn = (records: Readonly<Record<string, { readonly lastAt: string }>>): string[] =>
  Object.values(records).map(({ lastAt }) => lastAt)

function needView(where: Where, person: OnTheWay, { kind, count }: Need): StandingView['need'] {
  const { begun } = placeOf(person)
  return {
    ...{ kind, count, test: kind === 'begun' ? (begun?.kind ?? null) : null },
    objective: kind === 'failed' ? weakest(where, person) : null,
    waitsFor: kind === 'peers' ? [...(person.work?.waitsFor ?? [])] : [],
  }
}

function weakest({ programme, courses, objectiveOf }: Where, { sittings }: OnTheWay) {
  const finals = sittings.filter(({ kind, end }) => kind === 'final' && end !== null)
  const found = weakestIn(programme, finals, objectiveOf)
  const course = courses.find((one) => one.course.id === found?.course)?.course
  if (!found || !course) return null
  return { title: objectiveTitle(course, found.objective), courseTitle: course.title }
}

function workedAt(works: readonly Work[]): Map<string, string[]> {
  const acts = works.flatMap(({ learner, at, ratings }) => [
    { by: learner, at },
    ...ratings.flatMap((one) => (one.role === 'facilitator' ? [] : { by: one.rater, at: one.at })),
  ])
  const found = grouped(acts, ({ by }) => by)
  return new Map([...found].map(([by, own]) => [by, own.map(({ at }) => at)]))
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>()
  for (const one of all) {
    const own = found.get(keyOf(one))
    if (own) own.push(one)
    else found.set(keyOf(one), [one])
  }
  return found
}
