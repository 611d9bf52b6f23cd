import type { appProcedures } from '../contract/app.ts'
import type { WireError } from '../contract/errors.ts'
import type { Handlers } from '../contract/wire/procedure.ts'
import type { AppEvents } from './app-events.ts'
import type { PeopleService } from './people.ts'
import type { Engine } from './ports.ts'
import type { SettingsService } from './settings.ts'

export interface AppFacts {
  readonly version: string
  readonly host: 'electron' | 'web' | 'cli'
  readonly workspace: string
  readonly problems: readonly WireError[]
}

interface Parts {
  readonly facts: AppFacts
  readonly engine: Engine
  readonly events: AppEvents
  readonly settings: SettingsService
  readonly people: PeopleService
}

type AppHandlers = Omit<Handlers<typeof appProcedures, undefined>, 'search'>

/** What a window asks of the app itself: its state, the settings and the learners. */
export function createAppHandlers({ facts, engine, events, settings, people }: Parts): AppHandlers {
  return {
    'app.info': () => ({ ...facts, problems: [...facts.problems] }),
    async 'app.events'(_input, { emit, signal }) {
      await emit({ kind: 'engine', state: engine.state })
      await events.forward(emit, signal)
      return {}
    },
    'settings.read': () => settings.read(),
    'settings.change': (change) => settings.change(change),
    'people.list': () => people.list(),
    'people.add': (person) => people.add(person),
    'people.change': (person) => people.change(person),
    async 'people.forget'({ id }) {
      await people.forget(id)
      return {}
    },
  }
}
