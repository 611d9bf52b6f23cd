import type { RecordedEvent } from '../course/learning-events.ts'
import { classEvents, type ClassEvent, type ClassEventType } from './events.ts'
import { type Classroom, type ClassRecord, noClassroom, type SessionRecord } from './record.ts'
import { afterWork } from './work.ts'

type Step<T extends ClassEventType> = (
  room: Classroom,
  data: ClassEvent<T>,
  event: RecordedEvent,
) => Classroom

const steps: { readonly [T in ClassEventType]: Step<T> } = {
  'class.made': (room, { class: id, title }) =>
    room.classes[id] ? room : { ...room, classes: { ...room.classes, [id]: newClass(title) } },
  'class.changed': (room, { class: id, title, archived }) =>
    withClass(room, id, (before) => ({
      title: title ?? before.title,
      archived: archived ?? before.archived,
    })),
  'class.enrolled': (room, { class: id, people }) =>
    withClass(room, id, (before) => enrolled(before, people)),
  'class.left': (room, { class: id, people }) =>
    withClass(room, id, (before) => without(before, people)),
  'class.grouped': (room, { class: id, groups }) => withClass(room, id, () => ({ groups })),
  'class.planned': (room, { class: id, course, lesson }) =>
    withClass(room, id, () => ({ planned: { course, lesson } })),
  'session.begun': begun,
  'session.attended': (room, { session, attendance }, { by }) =>
    withSession(room, session, ({ attendance: before }) => {
      const others = Object.entries(before).filter(([person]) => person !== by)
      const entries = by && attendance ? [...others, [by, attendance] as const] : others
      return { attendance: Object.fromEntries(entries) }
    }),
  'session.face': (room, { session, face }) =>
    withSession(room, session, ({ faces }) => ({ faces: { ...faces, [face]: faces[face] + 1 } })),
  'session.unfaced': (room, { session, face }) =>
    withSession(room, session, ({ faces }) => ({
      faces: { ...faces, [face]: Math.max(0, faces[face] - 1) },
    })),
  'session.tallied': (room, { session, faces: paper }) =>
    withSession(room, session, () => ({ paper })),
  'session.suggested': (room, { session, suggestion }) =>
    withSession(room, session, ({ suggestions }) => ({
      suggestions: [...new Set([...suggestions, suggestion])],
    })),
  'session.unsuggested': (room, { session, suggestion }) =>
    withSession(room, session, ({ suggestions }) => ({
      suggestions: suggestions.filter((id) => id !== suggestion),
    })),
  'session.ended': ended,
}

/**
 * Classes and sessions as the journal's events make them. What a member of a class learns while a
 * session of that class is open counts as the session's work, whatever the clock says.
 */
export const classroomProjection = {
  name: 'classroom',
  version: 2,
  initial: noClassroom,
  reduce(room: Classroom, event: RecordedEvent): Classroom {
    if (isOfClass(event.type)) return take(event.type, room, event)
    if (event.type === 'person.forgotten') return forgotten(room, event.by)
    return event.by === undefined ? room : worked(room, event.by, event)
  },
}

const isOfClass = (type: string): type is ClassEventType => Object.hasOwn(classEvents, type)

function take(type: ClassEventType, room: Classroom, event: RecordedEvent): Classroom {
  const read = classEvents[type].safeParse(event.data)
  // what the schema has let through is the data of this very type
  const step: (room: Classroom, data: never, event: RecordedEvent) => Classroom = steps[type]
  return read.success ? step(room, read.data as never, event) : room
}

function newClass(title: string): ClassRecord {
  return {
    ...{ title, archived: false, people: [], groups: [], sessions: [], open: null },
    ...{ numbers: {}, planned: null },
  }
}

function withClass(
  room: Classroom,
  id: string,
  change: (before: ClassRecord) => Partial<ClassRecord>,
): Classroom {
  const before = room.classes[id]
  if (!before) return room
  return { ...room, classes: { ...room.classes, [id]: { ...before, ...change(before) } } }
}

function withSession(
  room: Classroom,
  id: string,
  change: (before: SessionRecord) => Partial<SessionRecord>,
): Classroom {
  const before = room.sessions[id]
  if (!before) return room
  return { ...room, sessions: { ...room.sessions, [id]: { ...before, ...change(before) } } }
}

function enrolled(
  { people: before, numbers }: ClassRecord,
  more: readonly string[],
): Partial<ClassRecord> {
  const people = [...new Set([...before, ...more])]
  const fresh = people.filter((person) => numbers[person] === undefined)
  const first = Object.keys(numbers).length + 1
  const added = Object.fromEntries(fresh.map((person, at) => [person, first + at]))
  return { people, numbers: { ...numbers, ...added } }
}

function without({ people, groups }: ClassRecord, gone: readonly string[]): Partial<ClassRecord> {
  const stays = (person: string) => !gone.includes(person)
  return {
    people: people.filter(stays),
    groups: groups.map((group) => ({ ...group, people: group.people.filter(stays) })),
  }
}

function begun(
  room: Classroom,
  { class: of, session, course, lesson }: ClassEvent<'session.begun'>,
  { at }: RecordedEvent,
): Classroom {
  const before = room.classes[of]
  if (!before || before.open !== null || room.sessions[session]) return room
  const opened: SessionRecord = {
    ...{ class: of, course, lesson, begunAt: at, endedAt: null },
    ...{ attendance: {}, work: {}, suggestions: [] },
    ...{ faces: { good: 0, fair: 0, poor: 0 }, paper: { good: 0, fair: 0, poor: 0 } },
  }
  const after = { ...room, sessions: { ...room.sessions, [session]: opened } }
  const sessions = [...before.sessions, session]
  const { planned } = before
  const isPlanned = planned?.course === course && planned.lesson === lesson
  return withClass(after, of, () => ({
    ...{ sessions, open: session },
    planned: isPlanned ? null : planned,
  }))
}

function ended(
  room: Classroom,
  { session }: ClassEvent<'session.ended'>,
  { at }: RecordedEvent,
): Classroom {
  const of = room.sessions[session]?.class
  if (of === undefined || room.classes[of]?.open !== session) return room
  const closed = withSession(room, session, () => ({ endedAt: at }))
  return withClass(closed, of, () => ({ open: null }))
}

function forgotten(room: Classroom, person: string | undefined): Classroom {
  if (person === undefined) return room
  const among = Object.entries(room.classes).filter(([, { people }]) => people.includes(person))
  return among.reduce(
    (after, [id]) => withClass(after, id, (before) => without(before, [person])),
    room,
  )
}

function worked(room: Classroom, person: string, event: RecordedEvent): Classroom {
  const open = Object.values(room.classes).filter(
    (one) => one.open !== null && one.people.includes(person),
  )
  return open.reduce((after, { open: session }) => {
    const before = session === null ? undefined : after.sessions[session]
    const work = before && afterWork(before.work[person], event)
    if (!work || session === null) return after
    return withSession(after, session, () => ({ work: { ...before.work, [person]: work } }))
  }, room)
}
