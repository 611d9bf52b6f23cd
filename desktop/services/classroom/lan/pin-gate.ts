import { isEasyPin } from '../../../domain/classroom/lan/pin.ts'
import type { Clock } from '../../ports.ts'
import type { Secrets } from './ports.ts'

type Answer =
  | { readonly why: 'right' }
  | { readonly why: 'pin'; readonly left: number }
  | { readonly why: 'wait'; readonly seconds: number }

interface Caller {
  readonly wrong: number
  readonly waits: number
  /** Milliseconds. */
  readonly until: number
}

interface Parts {
  readonly secrets: Secrets
  readonly clock: Clock
  readonly firstWait: number
}

/** Wrong tries of one address before it has to wait. */
const tries = 5
/** Wrong tries of all together, after which one PIN lets nobody in any more. */
const most = 50
/** Told where only a new PIN will help. */
const pausedSeconds = 60

/**
 * Asks who comes for the PIN. Each wrong number is counted before it is answered, so that many at
 * once are as good as one after the other; a right one is refused as well while its sender waits.
 */
export class PinGate {
  readonly #parts: Parts
  readonly #callers = new Map<string, Caller>()
  #pin: string
  #wrong = 0

  constructor(parts: Parts) {
    this.#parts = parts
    this.#pin = freshPin(parts.secrets)
  }

  get pin(): string {
    return this.#pin
  }

  /** Wrong tries with the present PIN. */
  get wrong(): number {
    return this.#wrong
  }

  get paused(): boolean {
    return this.#wrong >= most
  }

  /** Another PIN; who had to wait still has to. */
  renew(): void {
    this.#pin = freshPin(this.#parts.secrets)
    this.#wrong = 0
  }

  ask(remote: string, pin: string): Answer {
    const { secrets, clock, firstWait } = this.#parts
    const now = clock.now().getTime()
    const before = this.#callers.get(remote) ?? { wrong: 0, waits: 0, until: 0 }
    if (now < before.until) return { why: 'wait', seconds: Math.ceil((before.until - now) / 1000) }
    if (this.paused) return { why: 'wait', seconds: pausedSeconds }
    if (secrets.same(pin, this.#pin)) {
      this.#callers.delete(remote)
      return { why: 'right' }
    }
    this.#wrong += 1
    const wrong = before.wrong + 1
    if (wrong < tries) {
      this.#callers.set(remote, { ...before, wrong })
      return { why: 'pin', left: tries - wrong }
    }
    const wait = firstWait * 2 ** before.waits
    this.#callers.set(remote, { wrong: 0, waits: before.waits + 1, until: now + wait })
    return { why: 'wait', seconds: Math.ceil(wait / 1000) }
  }
}

function freshPin(secrets: Secrets): string {
  for (;;) {
    const pin = secrets.pin()
    if (!isEasyPin(pin)) return pin
  }
}
