import { classroomProjection } from '../../domain/classroom/projection.ts'
import type { Classroom } from '../../domain/classroom/record.ts'
import type { Journal } from '../ports.ts'

/** The journal, telling of each class that an event changed, whoever wrote the event. */
export function tellingJournal(journal: Journal, tell: (changed: string) => void): Journal {
  return {
    damage: journal.damage,
    state: (projection) => journal.state(projection),
    async append(event) {
      const before = journal.state(classroomProjection)
      const kept = await journal.append(event)
      for (const id of changedClasses(before, journal.state(classroomProjection))) tell(id)
      return kept
    },
  }
}

function changedClasses(before: Classroom, after: Classroom): Set<string> {
  if (before === after) return new Set()
  const classes = Object.keys(after.classes).filter(
    (id) => before.classes[id] !== after.classes[id],
  )
  const sessions = Object.entries(after.sessions).filter(([id, now]) => before.sessions[id] !== now)
  return new Set([...classes, ...sessions.map(([, session]) => session.class)])
}
