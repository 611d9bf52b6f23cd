import type { FromPhone, ToPhone } from '../../../contract/lan-wire.ts'
import type { Face } from '../../../domain/classroom/events.ts'
import { classroomProjection } from '../../../domain/classroom/projection.ts'
import { typedLine } from '../../../domain/classroom/typed-line.ts'
import type { Device } from './devices.ts'
import { deviceLimit, Devices } from './devices.ts'
import type { ClassParts, OfClass } from './parts.ts'
import { PinGate } from './pin-gate.ts'
import type { PhoneLink } from './ports.ts'
import type { Programme } from './programme.ts'
import { Runs } from './runs.ts'
import { Seating } from './seating.ts'

type Join = Extract<FromPhone, { kind: 'join' }>
type Welcome = Extract<ToPhone, { kind: 'welcome' }>
type Joined =
  | { readonly device: Device; readonly secret: string }
  | { readonly why: 'taken' | 'full' | 'message' }

/** The most learners that come in with a name of their own, in one opening. */
const guestLimit = 40

/** One opening of a class to phones: who is in it, and what they have said. */
export class LanClass {
  readonly of: OfClass
  readonly parts: ClassParts
  readonly gate: PinGate
  readonly devices = new Devices()
  readonly seating: Seating
  readonly runs: Runs
  readonly programme: Programme
  readonly #faces = new Map<string, Face>()
  #guests = 0
  #asked = false
  #over = false

  constructor(of: OfClass, programme: Programme, parts: ClassParts) {
    const { secrets, clock, times, journal, people, records } = parts
    this.of = of
    this.parts = parts
    this.programme = programme
    this.gate = new PinGate({ secrets, clock, firstWait: times.firstWait })
    this.seating = new Seating({ journal, people, class: of.class })
    this.runs = new Runs({ journal, records, programme })
  }

  get asked(): boolean {
    return this.#asked
  }

  /** From now on nothing but runs is taken. */
  get over(): boolean {
    return this.#over
  }

  end(): void {
    this.#over = true
  }

  ask(asked: boolean): void {
    this.#asked = asked
    this.tell({ kind: 'asked', asked })
  }

  /** To every phone that is in. */
  tell(message: ToPhone): void {
    for (const { link } of this.devices.all) link?.send(message)
  }

  seats(): ToPhone {
    return { kind: 'seats', seats: this.seating.seats((person) => this.#isTaken(person)) }
  }

  /** The phone that was given this secret; an older connection of it is closed. */
  back(secret: string, link: PhoneLink): Device | undefined {
    const device = this.devices.byDigest(this.parts.secrets.digest(secret))
    if (!device) return undefined
    device.link?.send({ kind: 'over', why: 'elsewhere' })
    device.link?.close()
    device.link = link
    device.heardAt = this.parts.clock.now()
    return device
  }

  /** Whose runs a phone may still tell whose seat somebody else took while it was away. */
  formerOwner(secret: string): string | undefined {
    return this.devices.formerOwner(this.parts.secrets.digest(secret))
  }

  /** Takes a seat, or makes one: claimed at once, whatever else comes while it is written down. */
  async join({ seat, name }: Join, link: PhoneLink): Promise<Joined> {
    const person = seat === null ? undefined : this.seating.personAt(seat)
    const guest = typedLine(name ?? '')
    if (seat === null ? guest === '' : person === undefined) return { why: 'message' }
    if (person !== undefined && this.#isTaken(person)) return { why: 'taken' }
    const before = person === undefined ? undefined : this.devices.of(person)
    if (before) this.devices.replace(before)
    const isFull = this.devices.size >= deviceLimit
    if (isFull || (person === undefined && this.#guests >= guestLimit)) return { why: 'full' }
    const { device, secret } = this.#claim(person ?? '', link)
    try {
      if (person === undefined) device.person = await this.#enrol(guest)
      await this.#attend(device.person)
    } catch (error) {
      this.devices.remove(device)
      throw error
    }
    return { device, secret }
  }

  welcome({ person }: Device, secret: string): Welcome {
    const { lesson, practices } = this.programme
    const face = this.#faces.get(person) ?? null
    const { name, picture } = this.seating.shown(person)
    return { kind: 'welcome', secret, name, picture, lesson, practices, asked: this.#asked, face }
  }

  /** One face of each learner: another one takes its place. */
  async face({ person }: Device, face: Face): Promise<void> {
    const instead = this.#faces.get(person)
    if (instead === face) return
    this.#faces.set(person, face)
    const { session } = this.of
    const { journal } = this.parts
    if (instead !== undefined) {
      await journal.append({ type: 'session.unfaced', data: { session, face: instead } })
    }
    await journal.append({ type: 'session.face', data: { session, face } })
  }

  /** Sends a phone away; its secret is worth nothing any more. */
  remove(device: Device): void {
    this.devices.remove(device)
    device.link?.send({ kind: 'over', why: 'removed' })
    device.link?.close()
  }

  #claim(person: string, link: PhoneLink): { device: Device; secret: string } {
    const { secrets, clock } = this.parts
    const secret = secrets.secret()
    const device: Device = {
      ...{ id: crypto.randomUUID(), person, digest: secrets.digest(secret), link },
      ...{ heardAt: clock.now(), at: null, suggestions: 0 },
    }
    this.devices.add(device)
    if (person === '') this.#guests += 1
    return { device, secret }
  }

  #isTaken(person: string): boolean {
    const device = this.devices.of(person)
    if (!device) return false
    const away = this.parts.clock.now().getTime() - device.heardAt.getTime()
    return device.link !== undefined || away < this.parts.times.seatKept
  }

  async #enrol(name: string): Promise<string> {
    const { learners, journal, pictures } = this.parts
    const picture = pictures[this.#guests % pictures.length] ?? ''
    const { id } = await learners.add({ name, picture })
    const data = { class: this.of.class, people: [id] }
    await journal.append({ type: 'class.enrolled', data })
    return id
  }

  async #attend(person: string): Promise<void> {
    const { journal } = this.parts
    const { session } = this.of
    const marked = journal.state(classroomProjection).sessions[session]?.attendance[person]
    if (marked !== undefined) return
    const data = { session, attendance: 'here' }
    await journal.append({ type: 'session.attended', by: person, data })
  }
}
