import type { PersonView } from '../contract/app.ts'
import type { Journal, People } from './ports.ts'
import type { SettingsService } from './settings.ts'

export interface PeopleService {
  list(): PersonView[]
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
    list: () => [...people.list()],
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
