import { ZhizhiError } from '../../contract/errors.ts'
import type { ClassView, SessionView } from '../../contract/classroom.ts'
import type { Classroom, ClassRecord, SessionRecord } from '../../domain/classroom/record.ts'
import type { Person } from '../ports.ts'

export function classOf(room: Classroom, id: string): ClassRecord {
  const found = room.classes[id]
  if (!found) throw new ZhizhiError('not_found', { what: '这个班' })
  return found
}

export function sessionOf(room: Classroom, id: string): SessionRecord {
  const found = room.sessions[id]
  if (!found) throw new ZhizhiError('not_found', { what: '这次课' })
  return found
}

export function sessionView(room: Classroom, id: string): SessionView {
  const { suggestions, ...rest } = sessionOf(room, id)
  return structuredClone({ id, ...rest, suggestions: [...suggestions] })
}

/** A class with its people's names; who was forgotten is not among them. */
export function classView(room: Classroom, id: string, everyone: readonly Person[]): ClassView {
  const { sessions, people, groups, numbers: _numbers, ...rest } = classOf(room, id)
  const known = new Map(everyone.map((person) => [person.id, person]))
  return {
    ...{ id, ...rest },
    people: people.flatMap((person) => known.get(person) ?? []),
    groups: groups.map((group) => ({ ...group, people: [...group.people] })),
    sessions: [...sessions].reverse().map((session) => {
      const { class: of, course, lesson, begunAt, endedAt, attendance } = sessionOf(room, session)
      const came = Object.values(attendance).filter((state) => state !== 'excused').length
      return { id: session, class: of, course, lesson, begunAt, endedAt, came }
    }),
  }
}
