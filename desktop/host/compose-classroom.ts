import { guestPictures } from '../domain/classroom/lan/guest-pictures.ts'
import type { AppEvents } from '../services/app-events.ts'
import { createClassroom } from '../services/classroom/classroom.ts'
import { createLan } from '../services/classroom/lan/handlers.ts'
import { usualTimes } from '../services/classroom/lan/times.ts'
import type { LearningService } from '../services/learning.ts'
import { Records } from '../services/learning/learner.ts'
import type { PeopleService } from '../services/people.ts'
import type { Clock, Journal, People } from '../services/ports.ts'
import { createDoors } from './lan/doors.ts'
import { systemSecrets } from './lan/secrets.ts'

interface Parts {
  readonly journal: Journal
  readonly people: People
  readonly learners: PeopleService
  readonly clock: Clock
  readonly learning: LearningService
  readonly events: AppEvents
  /** The folder of the built renderer. */
  readonly renderer: string
}

/** Classes, their sessions, and the class on the local network, which ends with its session. */
export function composeClassroom({ learning, renderer, events, ...parts }: Parts) {
  const classroom = createClassroom(parts)
  const { lan, handlers } = createLan({
    ...{ ...parts, records: new Records(parts.journal), library: learning.library },
    ...{ secrets: systemSecrets, doors: createDoors({ renderer }) },
    ...{ times: usualTimes, pictures: guestPictures },
  })
  events.listen((event) => {
    if (event.kind === 'class') lan.classChanged(event.class)
  })
  const sessionEnd = classroom['session.end']
  return {
    lan,
    handlers: {
      ...{ ...classroom, ...handlers },
      async 'session.end'(...[input, call]: Parameters<typeof sessionEnd>) {
        await lan.stopFor(input.session)
        return sessionEnd(input, call)
      },
    },
  }
}
