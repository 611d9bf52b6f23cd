import type { DeviceView, PresenceView } from '../../../contract/lan.ts'
import type { PhoneLink } from './ports.ts'

/** The most phones of one class. */
export const deviceLimit = 40

/** A learner's phone that is in the class. */
export interface Device {
  readonly id: string
  /** Nobody's before a new learner has been enrolled. */
  person: string
  /** SHA-256 of the secret that it was given. */
  readonly digest: string
  /** Nothing while the phone is away. */
  link: PhoneLink | undefined
  heardAt: Date
  at: PresenceView | null
  suggestions: number
}

/** The phones of a class, in the order in which they came. */
export class Devices {
  #all: readonly Device[] = []
  /** Whose the phones were whose seats others took, by digest. */
  readonly #former = new Map<string, string>()

  get size(): number {
    return this.#all.length
  }

  get all(): readonly Device[] {
    return this.#all
  }

  add(device: Device): void {
    this.#all = [...this.#all, device]
  }

  remove(device: Device): void {
    this.#all = this.#all.filter((other) => other !== device)
  }

  /** Somebody else takes the seat; what the phone has still to tell stays its learner's. */
  replace(device: Device): void {
    this.remove(device)
    this.#former.set(device.digest, device.person)
  }

  /** Whose the phone was that lost its seat. */
  formerOwner(digest: string): string | undefined {
    return this.#former.get(digest)
  }

  byId(id: string): Device | undefined {
    return this.#all.find((device) => device.id === id)
  }

  /** Looked up by what was made of the secret: how long that takes says nothing of the secret. */
  byDigest(digest: string): Device | undefined {
    return this.#all.find((device) => device.digest === digest)
  }

  of(person: string): Device | undefined {
    return this.#all.find((device) => device.person === person)
  }
}

export function deviceView(device: Device, name: string, picture: string): DeviceView {
  const { id, person, link, heardAt, at } = device
  const online = link !== undefined
  return { ...{ id, person, name, picture, online }, heardAt: heardAt.toISOString(), at }
}
