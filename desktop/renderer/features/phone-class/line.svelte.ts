import { SvelteMap } from 'svelte/reactivity'
import {
  actionLimit,
  type FromPhone,
  type PhonePractice,
  type Seat,
  type ToPhone,
} from '../../../contract/lan-wire.ts'
import type { Face } from '../../../domain/classroom/events.ts'
import type { Play } from '../../../domain/simulation/player.ts'
import type { Scenario } from '../../../domain/simulation/scenario.ts'
import type { Outbox, Run } from './outbox.svelte.ts'
import type { Me, Named, Over, Refusal, Told } from './told.ts'
import { type Socket, Wire } from './wire.ts'

/** A phone's line to the class: who it is there, and what it still has to tell. */
export class ClassLine {
  readonly #wire: Wire
  readonly outbox: Outbox
  #at: Extract<FromPhone, { kind: 'at' }> | undefined
  #online = $state(false)
  #seats = $state.raw<readonly Seat[] | undefined>()
  #me = $state.raw<Me | undefined>()
  #over = $state.raw<Over | undefined>()
  #refusal = $state.raw<Refusal | undefined>()
  readonly #scenarios = new SvelteMap<string, Scenario>()
  /** Told when the class is over, so that what is under way is still told. */
  onover: () => void = () => undefined

  constructor(open: () => Socket, outbox: Outbox) {
    this.#wire = new Wire(open, {
      ononline: (online) => this.#connected(online),
      onmessage: (message) => this.#take(message),
    })
    this.outbox = outbox
  }

  get online(): boolean {
    return this.#online
  }

  /** The pictures to choose from, once the PIN was right. */
  get seats(): readonly Seat[] | undefined {
    return this.#seats
  }

  /** Who this phone's learner is in the class. */
  get me(): Me | undefined {
    return this.#me
  }

  get over(): Over | undefined {
    return this.#over
  }

  /** Why the last thing asked for was not done. */
  get refusal(): Refusal | undefined {
    return this.#refusal
  }

  /** This phone is known to the class and is on its way back into it. */
  get returning(): boolean {
    return this.#me === undefined && this.#seats === undefined && this.outbox.secret !== null
  }

  scenario({ course, scenario }: Named): Scenario | undefined {
    return this.#scenarios.get(`${course}/${scenario}`)
  }

  /** Opens the line, and again whenever it breaks; the returned function ends that. */
  start(): () => void {
    this.#wire.connect()
    return () => this.#wire.end()
  }

  /** The phone woke up, or the network is back: no need to wait. */
  hurry(): void {
    if (this.#over === undefined) this.#wire.hurry(this.outbox.waiting > 0)
  }

  /** Says something that an answer comes to. */
  say(message: Extract<FromPhone, { kind: 'pin' | 'join' | 'suggest' }>): void {
    this.#ask(message)
  }

  /** Asks for a practice, unless it is here already. */
  open({ course, scenario }: Named): void {
    if (!this.scenario({ course, scenario })) this.#ask({ kind: 'open', course, scenario })
  }

  /** Tells where the learner is. */
  at(practice: PhonePractice, { now: { screen, lost }, mistakes, help }: Play): void {
    const { course, scenario } = practice
    const many = Math.min(mistakes.length, actionLimit)
    this.#at = { kind: 'at', course, scenario, screen, mistakes: many, help, lost }
    this.#wire.send(this.#at)
  }

  /** Tells a run that ended, now or when the line is back. */
  played(run: Run): void {
    this.#at = undefined
    const told = this.outbox.add({ ...run, actions: run.actions.slice(0, actionLimit) })
    this.#wire.send(told)
  }

  face(face: Face): void {
    this.#ask({ kind: 'face', face })
    this.#change({ face })
  }

  /** Somebody else takes this phone. */
  leave(): void {
    this.#ask({ kind: 'leave' })
    this.outbox.forget()
    this.#me = undefined
    this.#seats = undefined
    this.#wire.connect()
  }

  #ask(message: FromPhone): void {
    this.#refusal = undefined
    this.#wire.send(message)
  }

  #connected(online: boolean): void {
    this.#online = online
    const { secret } = this.outbox
    if (online && secret !== null) this.#wire.send({ kind: 'back', secret })
  }

  #take(message: ToPhone): void {
    switch (message.kind) {
      case 'seats':
        this.#seats = message.seats
        return
      case 'welcome':
        this.#welcome(message)
        return
      case 'scenario':
        this.#scenarios.set(`${message.course}/${message.scenario.id}`, message.scenario)
        return
      case 'kept':
        this.outbox.done(message.run)
        return
      case 'heard':
        if (message.what === 'suggest') this.#change({ suggested: true })
        return
      case 'renamed':
      case 'asked':
        this.#change(message)
        return
      case 'refused':
        this.#refused(message)
        return
      case 'over':
        this.#ended(message.why)
    }
  }

  #welcome(message: Told<'welcome'>): void {
    this.outbox.remember(message.secret, `${message.picture} ${message.name}`)
    this.#me = { ...message, suggested: this.#me?.suggested ?? false }
    this.#refusal = undefined
    this.#tellRuns()
    if (this.#at) this.#wire.send(this.#at)
  }

  /** What could not be told before is told now; the host knows a run that it has already. */
  #tellRuns(): void {
    for (const run of this.outbox.runs) this.#wire.send(run)
  }

  #change(news: Partial<Omit<Me, 'kind'>>): void {
    if (this.#me) this.#me = { ...this.#me, ...news, kind: 'welcome' }
  }

  #refused(message: Refusal): void {
    this.#refusal = message
    // the class does not know this phone (any more): it begins with the PIN
    if (message.why === 'unknown') {
      const isFirst = this.outbox.secret !== null
      this.outbox.disown()
      this.#me = undefined
      this.#seats = undefined
      // where only the seat is lost, what was played on it is still taken
      if (isFirst) this.#tellRuns()
      return
    }
    // refused for good: it is not told again
    if (message.run !== undefined) this.outbox.done(message.run)
  }

  #ended(why: Over): void {
    this.onover()
    this.#over = why
    this.#wire.settle()
    if (why !== 'elsewhere') this.outbox.forget()
  }
}
