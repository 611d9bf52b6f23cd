import type { ListedPerson, PersonView } from '../../contract/app.ts'
import type { AppClient } from '../rpc/connection.ts'
import type { Settings } from './settings.svelte.ts'

/** The learners of this machine, and who of them is at the keyboard. */
export class People {
  readonly #client: AppClient
  readonly #settings: Settings
  #list = $state.raw<readonly ListedPerson[]>([])
  readonly #current = $derived.by(() =>
    this.#list.find((person) => person.id === this.#settings.learner),
  )

  constructor(client: AppClient, settings: Settings) {
    this.#client = client
    this.#settings = settings
  }

  get list(): readonly ListedPerson[] {
    return this.#list
  }

  get current(): PersonView | undefined {
    return this.#current
  }

  async read(): Promise<void> {
    this.#list = await this.#client.call('people.list', {})
  }

  /** Adds a learner and sits them down. */
  async add(person: Omit<PersonView, 'id'>): Promise<void> {
    const { id } = await this.#client.call('people.add', person)
    await this.read()
    await this.#settings.change({ learner: id })
  }

  async change(person: PersonView): Promise<void> {
    await this.#client.call('people.change', person)
    await this.read()
  }

  async switchTo(id: string): Promise<void> {
    await this.#settings.change({ learner: id })
  }

  /** Forgets name and picture; the records stay without them. */
  async forget(id: string): Promise<void> {
    await this.#client.call('people.forget', { id })
    await this.read()
    if (this.#settings.learner === id) {
      await this.#settings.change({ learner: this.#list[0]?.id ?? null })
    }
  }
}
