import type { HelpLevel } from '../simulation/player.ts'
import type { PersonWork } from './record.ts'

/** What somebody who came is at, as far as the app knows. */
export interface At {
  readonly kind: 'exercise' | 'scenario'
  /** As in the session's work: `course/lesson#exercise`, `course/scenario`. */
  readonly key: string
  /** The screen of a phone practice; null where only the run's end is known. */
  readonly screen: string | null
  /** When something last went on, ISO 8601. */
  readonly since: string
  /** Wrong answers, or mistakes of the run. */
  readonly wrong: number
  /** Runs that were left before the goal. */
  readonly left: number
  readonly help: HelpLevel | null
  /** “I am lost.” */
  readonly asked: boolean
  readonly finished: boolean
}

export interface Presence {
  readonly id: string
  readonly name: string
  readonly picture: string
  /** Whether his own phone is connected; null where he has none in this class. */
  readonly online: boolean | null
  readonly at: At | null
}

/** A phone of the class, as it tells where it is. */
export interface Device {
  readonly person: string
  readonly name: string
  readonly picture: string
  readonly online: boolean
  readonly at: {
    readonly course: string
    readonly scenario: string
    readonly screen: string
    readonly since: string
    readonly mistakes: number
    readonly help: HelpLevel
    readonly lost: boolean
  } | null
}

/** What a person did last, by the journal. */
export function lastAt(work: PersonWork | undefined): At | null {
  if (!work?.last) return null
  const { kind, key } = work.last
  const common = { kind, key, screen: null, since: work.lastAt, asked: false }
  if (kind === 'exercise') {
    const done = work.exercises[key]
    if (!done) return null
    const wrong = done.right ? 0 : done.attempts
    return { ...common, wrong, left: 0, help: null, finished: done.right }
  }
  const done = work.scenarios[key]
  if (!done) return null
  const finished = done.help !== null
  const mistakes = Object.values(done.mistakes).reduce((sum, times) => sum + times, 0)
  return {
    ...common,
    ...{
      wrong: finished ? 0 : mistakes,
      left: finished ? 0 : done.runs,
      help: done.help,
      finished,
    },
  }
}

/**
 * Presences with what the phones say: the later of the two is where somebody is. Who came by phone only
 * is added at the end.
 */
export function withDevices(
  presences: readonly Presence[],
  devices: readonly Device[],
): readonly Presence[] {
  const known = new Set(presences.map(({ id }) => id))
  const others = devices
    .filter(({ person }) => !known.has(person))
    .map(({ person, name, picture }): Presence => {
      return { id: person, name, picture, online: null, at: null }
    })
  return [...presences, ...others].map((one) => {
    const device = devices.find(({ person }) => person === one.id)
    return device ? { ...one, online: device.online, at: later(one.at, device) } : one
  })
}

function later(known: At | null, { at }: Device): At | null {
  if (!at || (known && known.since >= at.since)) return known
  const { screen, since, mistakes, help, lost } = at
  return {
    ...{ kind: 'scenario', key: `${at.course}/${at.scenario}`, screen, since, wrong: mistakes },
    ...{ left: 0, help, asked: lost, finished: false },
  }
}
