import type { JournalEvent, Projection } from '../services/ports.ts'
import { canonicalJson } from './canonical.ts'
import type { Snapshot } from './snapshots.ts'

interface Running {
  readonly projection: Projection<unknown>
  state: unknown
  seq: number
  /** The last event that a snapshot covers. */
  saved: number
}

const namePattern = /^[a-z0-9-]{1,64}$/

/** The states that the events amount to, kept up to date event by event. */
export class Projections {
  readonly #running = new Map<string, Running>()

  /** Fails where two share a name, or where a state is not JSON and could not be kept. */
  constructor(projections: readonly Projection<unknown>[]) {
    for (const projection of projections) {
      const { name, initial } = projection
      if (!namePattern.test(name)) throw new TypeError(`projection name: ${name}`)
      if (this.#running.has(name)) throw new TypeError(`two projections named ${name}`)
      canonicalJson(initial)
      this.#running.set(name, { projection, state: initial, seq: 0, saved: 0 })
    }
  }

  /** Where replaying has to start so that no projection misses an event. */
  get from(): number {
    return Math.min(...Array.from(this.#running.values(), ({ seq }) => seq))
  }

  /** Starts a projection from a snapshot of its own version; older ones than the present are left. */
  resume({ name, version, seq, state }: Snapshot): void {
    const running = this.#running.get(name)
    if (running?.projection.version !== version || running.seq >= seq) return
    running.state = state
    running.seq = seq
    running.saved = seq
  }

  apply(event: JournalEvent): void {
    for (const running of this.#running.values()) {
      if (event.seq <= running.seq) continue
      running.state = running.projection.reduce(running.state, event)
      running.seq = event.seq
    }
  }

  /** Says that no event up to `seq` is still to come: those missing are lost. */
  reached(seq: number): void {
    for (const running of this.#running.values()) running.seq = Math.max(running.seq, seq)
  }

  state<State>(projection: Projection<State>): State {
    const running = this.#running.get(projection.name)
    if (running?.projection !== projection) {
      throw new TypeError(`projection ${projection.name} was not registered`)
    }
    return running.state as State
  }

  /** Snapshots of the states that are at least `events` ahead of their last; they count as saved. */
  due(events: number, hash: string): readonly Snapshot[] {
    const due = Array.from(this.#running.values()).filter(({ seq, saved }) => seq - saved >= events)
    return due.map((running) => {
      const { projection, state, seq } = running
      running.saved = seq
      return { name: projection.name, version: projection.version, seq, hash, state }
    })
  }
}
