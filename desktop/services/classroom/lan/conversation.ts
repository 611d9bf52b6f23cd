import { type FromPhone, fromPhoneSchema, type ToPhone } from '../../../contract/lan-wire.ts'
import type { Device } from './devices.ts'
import type { LanClass } from './lan-class.ts'
import type { PhoneEar, PhoneLink } from './ports.ts'

type Refusal = Extract<ToPhone, { kind: 'refused' }>
type Reply = ToPhone | undefined
type Told<K extends FromPhone['kind']> = Extract<FromPhone, { kind: K }>

/** Wishes of one phone in one class. */
const suggestionLimit = 5

/**
 * What one connection and the class say to each other, one message after the other. Who has not sent
 * the PIN is answered nothing else, and nothing is told that the message did not ask for.
 */
export class Conversation implements PhoneEar {
  readonly #class: LanClass
  readonly #link: PhoneLink
  readonly #changed: () => void
  readonly #since: number
  #hasPin = false
  #gone = false
  #device: Device | undefined
  /** Whose runs are taken though another phone has the seat. */
  #former: string | undefined
  #last: Promise<void> = Promise.resolve()

  constructor(lan: LanClass, link: PhoneLink, changed: () => void) {
    this.#class = lan
    this.#link = link
    this.#changed = changed
    this.#since = this.#now
  }

  heard(text: string): void {
    this.#last = this.#last.then(() => this.#hear(text)).catch(() => this.#link.close())
  }

  gone(): void {
    this.#gone = true
    this.#drop()
  }

  /** Whether it is in, or was told that it is not any more. */
  get isIn(): boolean {
    return this.#own !== undefined
  }

  /** Somebody who knocks, or looks at the pictures, for too long is let go. */
  closeIfIdle(): void {
    const { knocking, choosing } = this.#class.parts.times
    const idle = this.#now - this.#since
    if (!this.isIn && idle > (this.#hasPin ? choosing : knocking)) this.#link.close()
  }

  /** The end of the class: whoever is in may still tell of the run he was in. */
  end(): void {
    this.#link.send({ kind: 'over', why: 'ended' })
    if (!this.isIn) this.#link.close()
  }

  close(): void {
    this.#link.close()
  }

  get #now(): number {
    return this.#class.parts.clock.now().getTime()
  }

  /** The phone that speaks, as long as it is in the class and this is its connection. */
  get #own(): Device | undefined {
    const device = this.#device
    const isIn = device?.link === this.#link && this.#class.devices.byId(device.id) === device
    return isIn ? device : undefined
  }

  async #hear(text: string): Promise<void> {
    if (this.#gone) return
    const message = readMessage(text)
    if (this.#class.over && message?.kind !== 'played') return
    const reply = message ? await this.#reply(message) : refused('message')
    if (reply) this.#link.send(reply)
  }

  #reply(message: FromPhone): Reply | Promise<Reply> {
    switch (message.kind) {
      case 'back':
        return this.#back(message.secret)
      case 'pin':
        return this.#pin(message.pin)
      case 'join':
        return this.#join(message)
      default:
        return this.#fromInside(message)
    }
  }

  #fromInside(message: Exclude<FromPhone, Told<'back' | 'pin' | 'join'>>) {
    const device = this.#own
    if (!device) return this.#fromFormer(message)
    device.heardAt = this.#class.parts.clock.now()
    switch (message.kind) {
      case 'open':
        return this.#open(message)
      case 'at':
        return this.#at(device, message)
      case 'played':
        return this.#played(device, message)
      case 'face':
        return this.#face(device, message)
      case 'suggest':
        return this.#suggest(device, message.text)
      case 'leave':
        return this.#leave(device)
    }
  }

  /** Who has lost his seat has not lost what he played before. */
  #fromFormer(message: FromPhone): Reply | Promise<Reply> {
    if (message.kind !== 'played' || this.#former === undefined) return refused('unknown')
    return this.#keep(this.#former, message)
  }

  #back(secret: string): Reply {
    if (this.#device) return refused('message')
    const device = this.#class.back(secret, this.#link)
    if (!device) {
      this.#former = this.#class.formerOwner(secret)
      return refused('unknown')
    }
    this.#device = device
    this.#changed()
    return this.#class.welcome(device, secret)
  }

  async #pin(pin: string): Promise<Reply> {
    if (this.#device || this.#hasPin) return refused('message')
    const { why, ...rest } = this.#class.gate.ask(this.#link.remote, pin)
    if (why === 'right') {
      this.#hasPin = true
      return this.#class.seats()
    }
    this.#changed()
    await pause(this.#class.parts.times.wrongPin)
    return { ...refused(why), ...rest }
  }

  async #join(message: Told<'join'>): Promise<Reply> {
    if (this.#device) return refused('message')
    if (!this.#hasPin) return refused('unknown')
    const joined = await this.#class.join(message, this.#link)
    if ('why' in joined) {
      this.#link.send(refused(joined.why))
      return joined.why === 'taken' ? this.#class.seats() : undefined
    }
    this.#device = joined.device
    if (this.#gone) this.#drop()
    this.#changed()
    return this.#class.welcome(joined.device, joined.secret)
  }

  #open({ course, scenario }: Told<'open'>): Reply {
    const found = this.#class.programme.scenario(course, scenario)
    return found ? { kind: 'scenario', course, scenario: found } : refused('missing')
  }

  #at(device: Device, { kind: _, ...at }: Told<'at'>): Reply {
    const found = this.#class.programme.scenario(at.course, at.scenario)
    if (!found) return refused('missing')
    if (!Object.hasOwn(found.screens, at.screen)) return refused('message')
    const before = device.at
    const stays = before?.scenario === at.scenario && before.screen === at.screen
    const since = stays ? before.since : device.heardAt.toISOString()
    device.at = { ...at, since }
    this.#changed()
    return undefined
  }

  async #played(device: Device, message: Told<'played'>): Promise<Reply> {
    const reply = await this.#keep(device.person, message)
    device.at = null
    this.#changed()
    return reply
  }

  async #keep(person: string, message: Told<'played'>): Promise<Reply> {
    const { run } = message
    const done = await this.#class.runs.keep(person, message)
    return done === 'kept' ? { kind: 'kept', run } : { ...refused(done), run }
  }

  async #face(device: Device, { face }: Told<'face'>): Promise<Reply> {
    if (!this.#class.asked) return refused('missing')
    await this.#class.face(device, face)
    return { kind: 'heard', what: 'face' }
  }

  async #suggest(device: Device, text: string): Promise<Reply> {
    const { suggestions } = this.#class.parts
    if (!suggestions || device.suggestions >= suggestionLimit) return refused('missing')
    device.suggestions += 1
    await suggestions.add(this.#class.of.session, text)
    return { kind: 'heard', what: 'suggest' }
  }

  #leave(device: Device): Reply {
    this.#class.devices.remove(device)
    this.#device = undefined
    this.#changed()
    return this.#class.seats()
  }

  #drop(): void {
    const device = this.#device
    if (device?.link !== this.#link) return
    device.link = undefined
    device.heardAt = this.#class.parts.clock.now()
    this.#changed()
  }
}

const refused = (why: Refusal['why']): Refusal => ({ kind: 'refused', why })

function readMessage(text: string): FromPhone | undefined {
  try {
    const read = fromPhoneSchema.safeParse(JSON.parse(text))
    return read.success ? read.data : undefined
  } catch {
    return undefined // no JSON
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
