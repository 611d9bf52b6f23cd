import { ZhizhiError } from '../../../contract/errors.ts'
import type { LanState } from '../../../contract/lan.ts'
import type { ToPhone } from '../../../contract/lan-wire.ts'
import { classroomProjection } from '../../../domain/classroom/projection.ts'
import { Turns } from '../../turns.ts'
import { sessionOf } from '../views.ts'
import { Conversation } from './conversation.ts'
import { type Device, deviceView } from './devices.ts'
import { LanClass } from './lan-class.ts'
import type { LanParts } from './parts.ts'
import type { Door, PhoneLink } from './ports.ts'
import { readProgramme } from './programme.ts'

interface Opened {
  readonly lan: LanClass
  readonly door: Door
  readonly phones: Set<Conversation>
  readonly stopSweeping: () => void
}

/** How often it is looked whether the class has ended, milliseconds. */
const look = 20

/** The class on the local network: one at a time, open between `start` and `stop`. */
export class Lan {
  readonly #parts: LanParts
  readonly #changed: () => void
  #opened: Opened | undefined
  /** Openings and closings, one after the other. */
  readonly #doors = new Turns()

  /** @param changed told whenever the state is another */
  constructor(parts: LanParts, changed: () => void) {
    this.#parts = parts
    this.#changed = changed
  }

  get state(): LanState {
    if (!this.#opened) return { on: false }
    const { lan, door } = this.#opened
    const { wrong: wrongPins, paused, pin } = lan.gate
    const devices = lan.devices.all.map((device) => {
      const { name, picture } = lan.seating.person(device.person)
      return deviceView(device, name, picture)
    })
    const { port, program } = door
    const addresses = [...door.addresses]
    const open = { on: true, ...lan.of, addresses, port, program, asked: lan.asked } as const
    const { practices } = lan.programme
    return { ...open, pin, wrongPins, paused, practices, devices }
  }

  /** Opens the session to phones; the class that is open stays the one that is. */
  start(session: string, port: number): Promise<void> {
    return this.#doors.take(async () => {
      if (this.#opened) return
      const record = sessionOf(this.#parts.journal.state(classroomProjection), session)
      if (record.endedAt !== null) throw new ZhizhiError('conflict', { what: '这次课' })
      const programme = await readProgramme(this.#parts.library, record)
      const lan = new LanClass({ class: record.class, session }, programme, this.#parts)
      await this.#open(lan, port)
    })
  }

  /** Closes the class; phones in the middle of a practice have a moment to tell of it. */
  stop(grace = this.#parts.times.grace): Promise<void> {
    return this.#doors.take(() => this.#close(grace))
  }

  /** Before a session ends: what is under way belongs to it. */
  async stopFor(session: string): Promise<void> {
    if (this.#opened?.lan.of.session === session) await this.stop()
  }

  /** A class has changed: its session may have ended, somebody may have left it. */
  classChanged(id: string): void {
    const { lan } = this.#opened ?? {}
    if (lan?.of.class !== id) return
    const { journal } = this.#parts
    const session = journal.state(classroomProjection).sessions[lan.of.session]
    if (session?.endedAt !== null) void this.stop()
    const left = lan.devices.all.filter((device) => !isEnrolled(lan, device))
    for (const device of left) lan.remove(device)
    this.#changed()
  }

  renewPin(): void {
    this.#current.gate.renew()
    this.#changed()
  }

  ask(asked: boolean): void {
    this.#current.ask(asked)
    this.#changed()
  }

  remove(id: string): void {
    this.#current.remove(this.#device(id))
    this.#changed()
  }

  async rename(id: string, name: string): Promise<void> {
    const lan = this.#current
    const device = this.#device(id)
    const { picture } = lan.seating.person(device.person)
    await this.#parts.learners.change({ id: device.person, name, picture })
    const renamed: ToPhone = { kind: 'renamed', ...lan.seating.shown(device.person) }
    device.link?.send(renamed)
    this.#changed()
  }

  get #current(): LanClass {
    if (!this.#opened) throw new ZhizhiError('not_found', { what: '开着的手机练习' })
    return this.#opened.lan
  }

  #device(id: string): Device {
    const device = this.#current.devices.byId(id)
    if (!device) throw new ZhizhiError('not_found', { what: '这部手机' })
    return device
  }

  async #open(lan: LanClass, port: number): Promise<void> {
    const phones = new Set<Conversation>()
    const door = await this.#parts.doors.open(port, (link) => this.#take(lan, phones, link))
    const openedAt = this.#parts.clock.now()
    const sweep = () => {
      for (const phone of phones) phone.closeIfIdle()
      if (this.#isForgotten(lan, openedAt)) void this.stop(0)
    }
    const sweeping = setInterval(sweep, Math.min(this.#parts.times.knocking, 5000))
    this.#opened = { lan, door, phones, stopSweeping: () => clearInterval(sweeping) }
    this.#changed()
  }

  #isForgotten({ devices }: LanClass, openedAt: Date): boolean {
    if (devices.all.some(({ link }) => link !== undefined)) return false
    const latest = Math.max(...[openedAt, ...devices.all.map(({ heardAt }) => heardAt)].map(Number))
    return this.#parts.clock.now().getTime() - latest > this.#parts.times.forgotten
  }

  #take(lan: LanClass, phones: Set<Conversation>, link: PhoneLink) {
    const phone = new Conversation(lan, link, this.#changed)
    phones.add(phone)
    return {
      heard: (text: string) => phone.heard(text),
      gone: () => {
        phones.delete(phone)
        phone.gone()
      },
    }
  }

  async #close(grace: number): Promise<void> {
    if (!this.#opened) return
    const { lan, door, phones, stopSweeping } = this.#opened
    stopSweeping()
    lan.end()
    for (const phone of phones) phone.end()
    const latest = Date.now() + grace
    while (Date.now() < latest && lan.devices.all.some(isMidway)) await pause(look)
    await lan.runs.settled()
    for (const phone of phones) phone.close()
    this.#opened = undefined
    await door.close()
    this.#changed()
  }
}

const isMidway = ({ link, at }: Device): boolean => link !== undefined && at !== null

/** Who has only now come in with a name of his own is not in the class's list yet. */
const isEnrolled = (lan: LanClass, { person }: Device): boolean =>
  person === '' || lan.seating.people.some(({ id }) => id === person)

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
