import { classLimit, type classroomProcedures } from '../../contract/classroom.ts'
import { ZhizhiError } from '../../contract/errors.ts'
import type { Handlers } from '../../contract/wire/procedure.ts'
import type { ClassEvent, ClassEventType } from '../../domain/classroom/events.ts'
import { classroomProjection } from '../../domain/classroom/projection.ts'
import type { PeopleService } from '../people.ts'
import type { Clock, Journal, People } from '../ports.ts'
import { classOf, classView, sessionOf, sessionView } from './views.ts'

interface Parts {
  readonly journal: Journal
  readonly people: People
  readonly learners: PeopleService
  readonly clock: Clock
}

type ClassroomHandlers = Handlers<typeof classroomProcedures, undefined>
type OfSession = Extract<keyof ClassroomHandlers, `session.${string}`>

/** Classes of learners and their sessions, kept in the journal; names are the people's files'. */
export function createClassroom(parts: Parts): ClassroomHandlers {
  return { ...classHandlers(parts), ...sessionHandlers(parts) }
}

const room = ({ journal }: Parts) => journal.state(classroomProjection)

async function keep<T extends ClassEventType>(
  { journal }: Parts,
  type: T,
  data: ClassEvent<T>,
  by?: string,
): Promise<void> {
  await journal.append(by === undefined ? { type, data } : { type, data, by })
}

function classHandlers(parts: Parts): Omit<ClassroomHandlers, OfSession> {
  const view = (id: string) => classView(room(parts), id, parts.people.list())
  const known = (id: string) => classOf(room(parts), id)
  return {
    'class.list': () => Object.keys(room(parts).classes).map(view),
    async 'class.make'({ title }) {
      const id = crypto.randomUUID()
      await keep(parts, 'class.made', { class: id, title })
      return view(id)
    },
    'class.read': ({ class: id }) => view(id),
    async 'class.change'({ class: id, ...change }) {
      known(id)
      await keep(parts, 'class.changed', { class: id, ...change })
      return view(id)
    },
    async 'class.enrol'({ class: id, known: people, added }) {
      refuseOver(known(id).people.length + people.length + added.length)
      const fresh: string[] = []
      for (const person of added) fresh.push((await parts.learners.add(person)).id)
      await keep(parts, 'class.enrolled', { class: id, people: [...people, ...fresh] })
      return view(id)
    },
    async 'class.leave'({ class: id, people }) {
      known(id)
      await keep(parts, 'class.left', { class: id, people })
      return view(id)
    },
    async 'class.group'({ class: id, groups }) {
      known(id)
      await keep(parts, 'class.grouped', { class: id, groups })
      return view(id)
    },
  }
}

function refuseOver(size: number): void {
  if (size > classLimit) throw new ZhizhiError('too_large', { size, limit: classLimit })
}

function sessionHandlers(parts: Parts): Pick<ClassroomHandlers, OfSession> {
  const view = (id: string) => sessionView(room(parts), id)
  const known = (id: string) => sessionOf(room(parts), id)
  return {
    async 'session.begin'({ class: id, course, lesson }) {
      const { open } = classOf(room(parts), id)
      // a second volunteer comes into the session that the first began
      if (open !== null && isOfToday(known(open).begunAt, parts.clock.now())) return view(open)
      if (open !== null) await keep(parts, 'session.ended', { session: open })
      const session = crypto.randomUUID()
      await keep(parts, 'session.begun', { class: id, session, course, lesson })
      return view(classOf(room(parts), id).open ?? session)
    },
    'session.read': ({ session }) => view(session),
    async 'session.attend'({ session, person, attendance }) {
      known(session)
      await keep(parts, 'session.attended', { session, attendance }, person)
      return view(session)
    },
    async 'session.roll'({ session, marks }) {
      const { people } = classOf(room(parts), known(session).class)
      for (const { person, attendance } of marks.filter((mark) => people.includes(mark.person))) {
        // who was marked on his own meanwhile stays as he is: late is not made here
        const before = known(session).attendance[person] ?? null
        if (attendance === null ? before !== 'here' : before !== null) continue
        await keep(parts, 'session.attended', { session, attendance }, person)
      }
      return view(session)
    },
    async 'session.face'({ session, face }) {
      refuseEnded(known(session).endedAt)
      await keep(parts, 'session.face', { session, face })
      return view(session)
    },
    async 'session.end'({ session }) {
      if (known(session).endedAt === null) await keep(parts, 'session.ended', { session })
      return view(session)
    },
  }
}

function refuseEnded(endedAt: string | null): void {
  if (endedAt !== null) throw new ZhizhiError('conflict', { what: '这次课' })
}

/** A session that was forgotten open on another day is over. */
function isOfToday(begunAt: string, now: Date): boolean {
  return new Date(begunAt).toDateString() === now.toDateString()
}
