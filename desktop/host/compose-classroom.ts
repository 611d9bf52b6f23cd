import { pictures } from '../domain/classroom/pictures.ts'
import type { AppEvents } from '../services/app-events.ts'
import { createClassroom } from '../services/classroom/classroom.ts'
import { makeFeedback } from '../services/classroom/feedback.ts'
import { createLan } from '../services/classroom/lan/handlers.ts'
import { usualTimes } from '../services/classroom/lan/times.ts'
import {
  createSessionReports,
  keepSuggestion,
  type SessionReportsParts,
} from '../services/classroom/session-reports.ts'
import type { Gate } from '../services/gate/gate.ts'
import type { LearningService } from '../services/learning.ts'
import { DrillShelf } from '../services/learning/drill-shelf.ts'
import { Records } from '../services/learning/learner.ts'
import type { PeopleService } from '../services/people.ts'
import type { Clock, Content, Journal, People, Suggestions } from '../services/ports.ts'
import { createDoors } from './lan/doors.ts'
import { systemSecrets } from './lan/secrets.ts'

interface Parts {
  readonly journal: Journal
  readonly people: People
  readonly suggestions: Suggestions
  readonly learners: PeopleService
  readonly clock: Clock
  readonly learning: LearningService
  readonly content: Content
  readonly gate: Gate
  readonly events: AppEvents
  /** The folder of the built renderer. */
  readonly renderer: string
}

/**
 * Classes, their sessions, what came of each and its way to research, and the class on the local
 * network, which ends with its session.
 */
export function composeClassroom({ learning, renderer, events, ...parts }: Parts) {
  const { library } = learning
  const classroom = createClassroom(parts)
  const reports = reportsParts(parts, library)
  const { lan, handlers } = createLan({
    ...{ ...parts, records: new Records(parts.journal), library },
    ...{ secrets: systemSecrets, doors: createDoors({ renderer }) },
    ...{ times: usualTimes, pictures: pictures.map(({ id }) => id) },
    suggestions: {
      async add(session, text) {
        await keepSuggestion(reports, session, text)
      },
    },
  })
  events.listen((event) => {
    if (event.kind === 'class') lan.classChanged(event.class)
  })
  const sessionEnd = classroom['session.end']
  return {
    lan,
    handlers: {
      ...{ ...classroom, ...handlers, ...createSessionReports(reports) },
      async 'session.end'(...[input, call]: Parameters<typeof sessionEnd>) {
        await lan.stopFor(input.session)
        return sessionEnd(input, call)
      },
    },
  }
}

function reportsParts(
  {
    content,
    gate,
    journal,
    people,
    suggestions,
    clock,
  }: Omit<Parts, 'learning' | 'renderer' | 'events'>,
  library: LearningService['library'],
): SessionReportsParts {
  const kept = { library, journal, people, suggestions, clock }
  return {
    ...{ ...kept, shelf: new DrillShelf(content) },
    makeFeedback: (signal) =>
      makeFeedback({ ...kept, make: (made, until) => gate.make(made, until) }, signal),
  }
}
