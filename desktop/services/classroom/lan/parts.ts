import type { Library } from '../../learning/library.ts'
import type { Records } from '../../learning/learner.ts'
import type { PeopleService } from '../../people.ts'
import type { Clock, Journal, People } from '../../ports.ts'
import type { Doors, Secrets, Suggestions } from './ports.ts'
import type { LanTimes } from './times.ts'

/** The class and session that are open to phones. */
export interface OfClass {
  readonly class: string
  readonly session: string
}

/** What one opening of a class needs. */
export interface ClassParts {
  readonly journal: Journal
  readonly people: People
  readonly learners: PeopleService
  readonly records: Records
  readonly secrets: Secrets
  readonly clock: Clock
  readonly times: LanTimes
  /** Pictures for learners who come in with a name of their own. */
  readonly pictures: readonly string[]
  /** Without it, wishes are refused. */
  readonly suggestions?: Suggestions | undefined
}

/** What the class on the local network needs besides. */
export interface LanParts extends ClassParts {
  readonly doors: Doors
  readonly library: Library
}
