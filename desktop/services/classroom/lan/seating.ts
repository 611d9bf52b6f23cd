import type { Seat } from '../../../contract/lan-wire.ts'
import { classroomProjection } from '../../../domain/classroom/projection.ts'
import { phoneNames, shortName } from '../../../domain/classroom/lan/phone-names.ts'
import type { Journal, People, Person } from '../../ports.ts'

interface Parts {
  readonly journal: Journal
  readonly people: People
  readonly class: string
}

const nobody = { name: '', picture: '' }

/** The people of a class as phones see them: under seat numbers of this one opening. */
export class Seating {
  readonly #parts: Parts
  readonly #seats = new Map<string, string>()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Those who are in the class now and have a name, in the order in which they were enrolled. */
  get people(): readonly Person[] {
    const { journal, people, class: id } = this.#parts
    const known = new Map(people.list().map((person) => [person.id, person]))
    const enrolled = journal.state(classroomProjection).classes[id]?.people ?? []
    return enrolled.flatMap((person) => known.get(person) ?? [])
  }

  seats(taken: (person: string) => boolean): Seat[] {
    const people = this.people
    const names = phoneNames(people)
    return people.map(({ id, name, picture }) => ({
      ...{ seat: this.#seatOf(id), picture, taken: taken(id) },
      name: names.get(id) ?? shortName(name),
    }))
  }

  personAt(seat: string): string | undefined {
    return this.people.find(({ id }) => this.#seats.get(id) === seat)?.id
  }

  /** A person's whole name, for the volunteer. */
  person(id: string): Omit<Person, 'id'> {
    return this.#parts.people.list().find((person) => person.id === id) ?? nobody
  }

  /** A person as phones see him. */
  shown(id: string): Omit<Person, 'id'> {
    const { name, picture } = this.person(id)
    return { name: phoneNames(this.people).get(id) ?? shortName(name), picture }
  }

  #seatOf(person: string): string {
    const seat = this.#seats.get(person) ?? crypto.randomUUID()
    this.#seats.set(person, seat)
    return seat
  }
}
