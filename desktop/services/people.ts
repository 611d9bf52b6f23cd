import type { ListedPerson, PersonView } from '../contract/app.ts'
import type { Journal, People, Projection } from './ports.ts'
import type { SettingsService } from './settings.ts'

/** When each person was added, by pseudonymous id: two people may have one name. */
export const arrivalsProjection: Projection<Readonly<Record<string, string>>> = {
  name: 'arrivals',
  version: 1,
  initial: {},
  reduce(state, { type, by, at }) {
    return type === 'person.added' && by !== undefined ? { ...state, [by]: at } : state
  },
}

export interface PeopleService {
  list(): ListedPerson[]
  add(person: Omit<PersonView, 'id'>): Promise<PersonView>
  change(person: PersonView): Promise<PersonView>
  forget(id: string): Promise<void>
}

/** Learners on this machine: the journal knows them by id only, so that a name can be forgotten. */
export function createPeople(
  people: People,
  journal: Journal,
  settings: SettingsService,
  changed: () => void,
): PeopleService {
  return {
    list() {
      const arrivals = journal.state(arrivalsProjection)
      return people.list().map((person) => ({ ...person, since: arrivals[person.id] ?? null }))
    },
    async add(person) {
      const added = await people.add(person)
      await journal.append({ type: 'person.added', by: added.id, data: {} })
      changed()
      return added
    },
    async change(person) {
      const after = await people.change(person)
      changed()
      return after
    },
    async forget(id) {
      await people.forget(id)
      await journal.append({ type: 'person.forgotten', by: id, data: {} })
      if (settings.read().learner === id) await settings.change({ learner: null })
      changed()
    },
  }
}
