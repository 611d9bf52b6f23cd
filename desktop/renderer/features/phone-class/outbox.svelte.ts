import * as z from 'zod'
import { fromPhoneSchema } from '../../../contract/lan-wire.ts'
import type { Action } from '../../../domain/simulation/player.ts'

const runSchema = fromPhoneSchema.options[5]
type Told = z.infer<typeof runSchema>

const keptSchema = z.object({
  secret: z.string().nullable(),
  /** Whose the runs are, as the class shows him. */
  owner: z.string(),
  runs: z.array(runSchema),
})
type Kept = z.infer<typeof keptSchema>

const KEY = 'zhizhi.class'
const nothing: Kept = { secret: null, owner: '', runs: [] }

/** A run that ended, as it is told to the host. */
export interface Run {
  readonly course: string
  readonly scenario: string
  readonly actions: readonly Action[]
}

/**
 * What a phone keeps over a reload, a sleep or a broken network: the secret by which it is known,
 * and the runs that the host has not yet said it has.
 */
export class Outbox {
  readonly #storage: Pick<Storage, 'getItem' | 'setItem'>
  #kept = $state.raw<Kept>(nothing)

  constructor(storage: Pick<Storage, 'getItem' | 'setItem'>) {
    this.#storage = storage
    this.#kept = this.#read()
  }

  get secret(): string | null {
    return this.#kept.secret
  }

  get runs(): readonly Told[] {
    return this.#kept.runs
  }

  /** How many runs the host has not yet said it has. */
  get waiting(): number {
    return this.#kept.runs.length
  }

  /** Runs are told for their own learner only, though he may come in anew or under another name. */
  remember(secret: string, owner: string): void {
    const isSame = secret === this.#kept.secret || owner === this.#kept.owner
    this.#write({ secret, owner, runs: isSame ? this.#kept.runs : [] })
  }

  /** The class does not know this phone any more: its runs wait for their learner to come in again. */
  disown(): void {
    this.#write({ ...this.#kept, secret: null })
  }

  /** Whoever has this phone next begins anew. */
  forget(): void {
    this.#write(nothing)
  }

  add({ course, scenario, actions }: Run): Told {
    const told = runSchema.parse({ kind: 'played', run: fresh(), course, scenario, actions })
    this.#write({ ...this.#kept, runs: [...this.#kept.runs, told] })
    return told
  }

  done(run: string): void {
    this.#write({ ...this.#kept, runs: this.#kept.runs.filter((other) => other.run !== run) })
  }

  #read(): Kept {
    try {
      return keptSchema.parse(JSON.parse(this.#storage.getItem(KEY) ?? ''))
    } catch {
      return nothing
    }
  }

  #write(kept: Kept): void {
    this.#kept = kept
    try {
      this.#storage.setItem(KEY, JSON.stringify(kept))
    } catch {
      // storage is full or forbidden: what is in memory lasts as long as the page
    }
  }
}

/** A name for a run. On plain HTTP a browser makes no UUIDs, but it has random numbers. */
function fresh(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
