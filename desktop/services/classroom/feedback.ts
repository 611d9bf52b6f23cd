import {
  feedbackColumns,
  feedbackRows,
  type SessionFeedback,
} from '../../domain/classroom/feedback.ts'
import {
  feedbackDataset,
  feedbackPackage,
  feedbackSource,
} from '../../domain/classroom/feedback-package.ts'
import { classroomProjection } from '../../domain/classroom/projection.ts'
import type { Classroom } from '../../domain/classroom/record.ts'
import { summaryOf } from '../../domain/classroom/report.ts'
import { chinaDay } from '../../domain/sharing/day.ts'
import type { OwnMade } from '../gate/making.ts'
import type { Library } from '../learning/library.ts'
import type { Clock, Journal, Suggestions } from '../ports.ts'
import { sha256 } from '../workbench/digest.ts'
import { lessonOf, noFacts } from './lesson-facts.ts'
import { classOf } from './views.ts'

interface Parts {
  readonly library: Library
  readonly journal: Journal
  readonly suggestions: Suggestions
  readonly clock: Clock
  /** Puts a dataset into the catalogue, in place of what was made before. */
  readonly make: (made: OwnMade, signal: AbortSignal) => Promise<void>
}

export interface Made {
  readonly dataset: string
  readonly rows: number
  readonly sessions: number
}

/**
 * Makes the feedback of all classes a dataset that notebooks can ask. Only sessions that have ended are
 * in it: made again and again while faces are tapped, it would tell one face from the next.
 */
export async function makeFeedback(parts: Parts, signal: AbortSignal): Promise<Made> {
  const sessions = await feedbackOf(parts)
  const { csv, rows } = feedbackRows(sessions)
  const source = { bytes: Math.max(1, csv.length), sha256: await sha256(csv) }
  const made = { ...{ sessions: sessions.length, rows, source }, now: parts.clock.now() }
  const describe: OwnMade['describe'] = (parquet) => feedbackPackage({ ...made, parquet })
  const own = { id: feedbackDataset, source: feedbackSource, csv, describe }
  await parts.make({ ...own, columns: feedbackColumns }, signal)
  return { dataset: feedbackDataset, rows, sessions: sessions.length }
}

async function feedbackOf({ library, journal, suggestions }: Parts): Promise<SessionFeedback[]> {
  const room = journal.state(classroomProjection)
  const classes = Object.keys(room.classes)
  const kept = suggestions.list()
  const made = Object.entries(room.sessions).map(async ([id, session], at) => {
    if (session.endedAt === null) return []
    const { course, lesson, begunAt } = session
    const known = await lessonOf(library, course, lesson)
    const facts = known?.facts ?? noFacts
    const { came, enrolled, faces, objectives } = summaryOf(session, enrolledIn(room, id), facts)
    const numbers = { session: at + 1, class: classes.indexOf(session.class) + 1 }
    const said = kept.filter((one) => session.suggestions.includes(one.id))
    const one: SessionFeedback = {
      ...{ ...numbers, day: chinaDay(new Date(begunAt)), course, lesson },
      ...{ came, enrolled, faces, objectives, suggestions: said.map(({ text }) => text) },
    }
    return [one]
  })
  return (await Promise.all(made)).flat()
}

const enrolledIn = (room: Classroom, session: string): readonly string[] =>
  classOf(room, room.sessions[session]?.class ?? '').people
