import { randomUUID } from 'node:crypto'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { People, Person } from '../services/ports.ts'
import { syncFolder, writeAtomic } from './atomic.ts'
import type { Damage } from './damage.ts'
import { WorkspaceError, writing } from './errors.ts'
import type { WorkspacePaths } from './layout.ts'
import { type Quarantine, removeFromQuarantines } from './quarantine.ts'

const extension = '.json'
const idPattern = /^p-[0-9a-f-]{36}$/

/**
 * The people of a workspace, one file each. The journal knows their ids only, so removing a file
 * is all it takes to forget a person, and the chain stays whole.
 */
export async function openPeople(
  paths: WorkspacePaths,
  quarantine: Quarantine,
): Promise<{ readonly people: People; readonly damaged: readonly Damage[] }> {
  const people = new Map<string, Person>()
  const damaged: Damage[] = []
  const names = (await readdir(paths.people)).filter((name) => name.endsWith(extension))
  for (const name of names.sort()) {
    const file = `people/${name}`
    const person = parsePerson(await readFile(join(paths.people, name), 'utf8'))
    if (person && name === person.id + extension) people.set(person.id, person)
    else {
      await quarantine.take(file)
      damaged.push({ file, line: 0, reason: 'person_unreadable' })
    }
  }
  return { people: new PeopleFolder(paths, people), damaged }
}

function parsePerson(text: string): Person | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null) return undefined
    const { id, name, picture } = value as Readonly<Record<string, unknown>>
    const whole = [id, name, picture].every((part) => typeof part === 'string')
    return whole ? { id: String(id), name: String(name), picture: String(picture) } : undefined
  } catch {
    return undefined
  }
}

class PeopleFolder implements People {
  readonly #paths: WorkspacePaths
  readonly #people: Map<string, Person>

  constructor(paths: WorkspacePaths, people: Map<string, Person>) {
    this.#paths = paths
    this.#people = people
  }

  list(): readonly Person[] {
    return [...this.#people.values()]
  }

  async add({ name, picture }: Omit<Person, 'id'>): Promise<Person> {
    return this.#save({ id: `p-${randomUUID()}`, name, picture })
  }

  async change({ id, name, picture }: Person): Promise<Person> {
    this.#known(id)
    return this.#save({ id, name, picture })
  }

  /** Also reaches what a repair set aside. What other programs copied elsewhere is beyond it. */
  async forget(id: string): Promise<void> {
    if (!idPattern.test(id)) throw new WorkspaceError('not_found', { id })
    const path = join(this.#paths.people, id + extension)
    const known = this.#people.has(id)
    await writing(path, async () => {
      await rm(path, { force: true })
      await syncFolder(this.#paths.people)
    })
    this.#people.delete(id)
    const file = `people/${id}${extension}`
    const setAside = await removeFromQuarantines(this.#paths.backups, file)
    if (!known && !setAside) throw new WorkspaceError('not_found', { id })
  }

  #known(id: string): void {
    if (!this.#people.has(id)) throw new WorkspaceError('not_found', { id })
  }

  async #save(person: Person): Promise<Person> {
    const path = join(this.#paths.people, person.id + extension)
    await writing(path, () => writeAtomic(path, JSON.stringify(person) + '\n', this.#paths.tmp))
    this.#people.set(person.id, person)
    return person
  }
}
