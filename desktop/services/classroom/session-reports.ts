import type { sessionReportProcedures } from '../../contract/session-report.ts'
import type { Handlers } from '../../contract/wire/procedure.ts'
import type { ClassEvent, ClassEventType } from '../../domain/classroom/events.ts'
import { classroomProjection } from '../../domain/classroom/projection.ts'
import { attendanceCsv, sessionCsv } from '../../domain/classroom/session-csv.ts'
import { maskSuggestion } from '../../domain/classroom/suggestion.ts'
import { ZhizhiError } from '../../contract/errors.ts'
import { beijingDay } from '../report/moment.ts'
import { boardView } from './board.ts'
import type { Made } from './feedback.ts'
import { lessonOf } from './lesson-facts.ts'
import { sessionReport, type ReportParts } from './session-report.ts'
import { classOf, sessionOf } from './views.ts'

interface Parts extends ReportParts {
  /** Makes the dataset of all classes' feedback. */
  readonly makeFeedback: (signal: AbortSignal) => Promise<Made>
}

type ReportHandlers = Handlers<typeof sessionReportProcedures, undefined>
type Saying = 'unface' | 'tally' | 'suggest' | 'unsuggest'
type Said = `session.${Saying}` | 'class.plan'

/** The board while a class goes on, its report, and what its people say of it. */
export function createSessionReports(parts: Parts): ReportHandlers {
  return { ...readingHandlers(parts), ...sayingHandlers(parts) }
}

const room = ({ journal }: Parts) => journal.state(classroomProjection)

function readingHandlers(parts: Parts): Omit<ReportHandlers, Said> {
  const { library, people } = parts
  return {
    'session.board': ({ session }) => boardView(library, room(parts), session, people.list()),
    'session.report': ({ session }) => sessionReport(parts, room(parts), session),
    async 'session.export'({ session, names }) {
      const report = await sessionReport(parts, room(parts), session)
      const { classTitle, lessonTitle, begunAt } = report.head
      const day = beijingDay(new Date(begunAt))
      return {
        text: sessionCsv({ ...report, day, classTitle, lessonTitle: lessonTitle?.zh ?? '' }, names),
      }
    },
    'class.attendance': async ({ class: id, names }) => ({
      text: await attendanceOf(parts, id, names),
    }),
    'class.feedback': (_, { signal }) => parts.makeFeedback(signal),
  }
}

async function attendanceOf(parts: Parts, id: string, names: boolean): Promise<string> {
  const now = room(parts)
  const { sessions, numbers } = classOf(now, id)
  const known = new Map(parts.people.list().map((person) => [person.id, person.name]))
  const people = Object.entries(numbers).map(([person, number]) => {
    return { id: person, number, name: known.get(person) ?? null }
  })
  const columns = sessions.map(async (session) => {
    const { course, lesson, begunAt, attendance } = sessionOf(now, session)
    const title = (await lessonOf(parts.library, course, lesson))?.title.zh ?? ''
    return { day: beijingDay(new Date(begunAt)), lesson: title, attendance }
  })
  return attendanceCsv(people, await Promise.all(columns), names)
}

async function keep<T extends ClassEventType>(
  { journal }: Parts,
  type: T,
  data: ClassEvent<T>,
): Promise<void> {
  await journal.append({ type, data })
}

function sayingHandlers(parts: Parts): Pick<ReportHandlers, Said> {
  const known = (session: string) => sessionOf(room(parts), session)
  return {
    async 'session.unface'({ session, face }) {
      if (known(session).faces[face] > 0) await keep(parts, 'session.unfaced', { session, face })
      return {}
    },
    async 'session.tally'({ session, faces }) {
      known(session)
      await keep(parts, 'session.tallied', { session, faces })
      return {}
    },
    async 'session.suggest'({ session, text }) {
      const names = namesIn(parts, known(session).class)
      const kept = maskSuggestion(text, names)
      if (!kept) return { kept: false, reason: 'secret' }
      const at = parts.clock.now().toISOString()
      const { id } = await parts.suggestions.add({ session, at, text: kept.text })
      await keep(parts, 'session.suggested', { session, suggestion: id })
      return { kept: true, suggestion: { id, at, text: kept.text }, masked: { ...kept.masked } }
    },
    async 'session.unsuggest'({ session, suggestion }) {
      if (!known(session).suggestions.includes(suggestion)) {
        throw new ZhizhiError('not_found', { what: '这条建议' })
      }
      await parts.suggestions.remove(suggestion)
      await keep(parts, 'session.unsuggested', { session, suggestion })
      return {}
    },
    async 'class.plan'({ class: id, course, lesson }) {
      classOf(room(parts), id)
      await keep(parts, 'class.planned', { class: id, course, lesson })
      return {}
    },
  }
}

function namesIn(parts: Parts, id: string): string[] {
  const { people } = classOf(room(parts), id)
  return parts.people.list().flatMap((one) => (people.includes(one.id) ? [one.name] : []))
}
