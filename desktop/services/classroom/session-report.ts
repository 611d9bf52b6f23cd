import type { NextView, SessionReport } from '../../contract/session-report.ts'
import { nextLesson, type Next } from '../../domain/classroom/next-lesson.ts'
import { oftenWrong } from '../../domain/classroom/often-wrong.ts'
import type { Classroom, SessionRecord } from '../../domain/classroom/record.ts'
import { cameTo, summaryOf } from '../../domain/classroom/report.ts'
import type { Outline } from '../../domain/course/outline.ts'
import { noProgress, progressProjection } from '../../domain/course/progress.ts'
import { dueReviews } from '../../domain/course/review.ts'
import { reviewCandidates } from '../../domain/course/standing.ts'
import { noDrills } from '../../domain/simulation/drill-record.ts'
import { drillDue } from '../../domain/simulation/drill-schedule.ts'
import type { DrillShelf } from '../learning/drill-shelf.ts'
import type { Library } from '../learning/library.ts'
import type { Clock, Journal, People, Suggestions } from '../ports.ts'
import { oftenView } from './key-words.ts'
import { lessonOf, noFacts, type LessonOf } from './lesson-facts.ts'
import { sessionHead } from './session-head.ts'
import { classOf, sessionOf } from './views.ts'

export interface ReportParts {
  readonly library: Library
  readonly shelf: DrillShelf
  readonly journal: Journal
  readonly people: People
  readonly suggestions: Suggestions
  readonly clock: Clock
}

const mostOften = 6

/** All that came of a session, for the volunteer's own eyes; what is handed on is made of it. */
export async function sessionReport(
  parts: ReportParts,
  room: Classroom,
  id: string,
): Promise<SessionReport> {
  const { library, people, suggestions } = parts
  const session = sessionOf(room, id)
  const { people: enrolled, numbers, planned } = classOf(room, session.class)
  const lesson = await lessonOf(library, session.course, session.lesson)
  const { people: standings, ...summary } = summaryOf(session, enrolled, lesson?.facts ?? noFacts)
  const came = cameTo(session)
  const names = new Map(people.list().map((person) => [person.id, person.name]))
  const did = standings.filter((one) => came.includes(one.id) && one.did).length
  const often = oftenWrong(session, came).slice(0, mostOften)
  const kept = suggestions.list().filter((one) => session.suggestions.includes(one.id))
  return {
    head: sessionHead(room, id, lesson),
    people: standings.map((one) => {
      const name = names.get(one.id) ?? null
      return { ...one, levels: { ...one.levels }, number: numbers[one.id] ?? 0, name }
    }),
    ...summary,
    objectives: summary.objectives.map((one) => ({ ...one, counts: { ...one.counts } })),
    often: await Promise.all(often.map((one) => oftenView(library, one))),
    paper: { ...session.paper },
    suggestions: kept.map(({ id: own, at, text }) => ({ id: own, at, text })),
    ...{ did, recorded: recordedOf(session, came, lesson), planned: planned && { ...planned } },
    next: nextView(going(session, came, did, lesson), lesson),
    due: await dueOf(parts, came, lesson?.outline),
  }
}

function recordedOf({ work }: SessionRecord, came: readonly string[], lesson?: LessonOf): number {
  const keys = new Set(lesson?.facts.practices.map(({ key }) => key))
  return came.filter((person) => {
    const { exercises = {}, scenarios = {} } = work[person] ?? {}
    return [...Object.keys(exercises), ...Object.keys(scenarios)].some((key) => keys.has(key))
  }).length
}

function going(
  session: SessionRecord,
  came: readonly string[],
  did: number,
  lesson: LessonOf | undefined,
): Next {
  return nextLesson({
    ...{ course: session.course, lesson: session.lesson, did, came: came.length },
    lessons: lesson?.outline.lessons.map(({ id }) => id) ?? [],
    recorded: recordedOf(session, came, lesson),
    practices: lesson?.facts.practices ?? [],
    works: came.flatMap((person) => session.work[person] ?? []),
  })
}

function nextView(next: Next, lesson: LessonOf | undefined): NextView {
  if (next.kind === 'none') return next
  if (next.kind === 'finished') return { kind: 'finished' }
  const entry = lesson?.outline.lessons.find(({ id }) => id === next.lesson)
  const to = { ...next, title: entry?.title ?? { zh: next.lesson, en: next.lesson } }
  if (to.kind !== 'again') return to
  const { practice } = to
  return { ...to, practice: practice && { ...onlyNamed(practice) } }
}

const onlyNamed = ({
  kind,
  key,
  title,
}: {
  kind: 'exercise' | 'scenario'
  key: string
  title: { zh: string; en: string }
}) => ({ kind, key, title })

/** How many of those who came have reviews of this course, or a round of fraud drills, due today. */
async function dueOf(
  { library, shelf, journal, clock }: ReportParts,
  came: readonly string[],
  outline: Outline | undefined,
): Promise<SessionReport['due']> {
  const state = journal.state(progressProjection)
  const now = clock.now()
  const progressOf = (person: string) => state[person] ?? noProgress
  const hasReviews = (person: string) => {
    const progress = progressOf(person)
    const candidates = outline ? reviewCandidates(outline, progress) : []
    return dueReviews(candidates, progress.reviews, now).length > 0
  }
  const drills = (await library.courses()).map(async ({ course: { id, title } }) => {
    if ((await shelf.of(id)).length === 0) return []
    const people = came.filter((person) => {
      const record = progressOf(person).drills[id] ?? noDrills
      return drillDue(person, id, record, now).state !== 'later'
    }).length
    return people === 0 ? [] : [{ course: id, title, people }]
  })
  return { reviews: came.filter(hasReviews).length, drills: (await Promise.all(drills)).flat() }
}
