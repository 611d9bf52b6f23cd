import type { WireError } from '../../contract/errors.ts'
import type { Column } from '../../contract/table.ts'
import type { CellState } from '../../contract/workbench.ts'
import { fold } from '../../domain/notebook/name.ts'
import type { Step } from './plan.ts'
import { Slots } from './slots.ts'

/** The table that a cell was made into, and of what. */
export interface Made {
  readonly fingerprint: string
  readonly columns: readonly Column[]
  readonly rows: number
  readonly ms: number
}

/** As many as the engine runs side by side, so that a cell's time is its own. */
const atOnce = 2

export type Status = CellState['status']

interface Told {
  readonly status: Status
  readonly error: WireError | null
  /** The first page of the table that was just made. */
  readonly first?: Uint8Array<ArrayBuffer> | null
}

/** Makes a cell's table and says how that ended. */
export type Work = (step: Step) => Promise<Told>

interface Listener {
  readonly emit: (state: CellState) => Promise<void>
  readonly signal: AbortSignal
  /** Folded names of the cells that run although they are manual. */
  readonly asked: ReadonlySet<string>
}

/** One pass over a notebook: which cells must be made, in what order, and how each stands. */
export class Run {
  readonly #steps: readonly Step[]
  readonly #readersOf: ReadonlyMap<string, readonly Step[]>
  readonly #made: ReadonlyMap<string, Made>
  readonly #emit: (state: CellState) => Promise<void>
  readonly #signal: AbortSignal
  readonly #asked: ReadonlySet<string>
  readonly #status = new Map<string, Status>()
  readonly #begun = new Set<string>()
  readonly #slots = new Slots(atOnce)

  constructor(steps: readonly Step[], made: ReadonlyMap<string, Made>, listener: Listener) {
    this.#steps = steps
    this.#readersOf = readersOf(steps)
    this.#made = made
    this.#emit = listener.emit
    this.#signal = listener.signal
    this.#asked = listener.asked
  }

  /** Tells how each cell stands before anything runs. */
  async announce(): Promise<void> {
    for (const step of this.#steps) await this.#tell(step, this.#before(step))
  }

  /** Works on every waiting cell as soon as what it reads is there; independent ones side by side. */
  async work(work: Work): Promise<void> {
    await this.#begin(this.#steps, work)
  }

  /** Tells that nothing more will run. */
  async giveUp(): Promise<void> {
    for (const step of this.#steps) {
      if (this.#is(step, 'waiting') || this.#is(step, 'running')) {
        await this.#tell(step, { status: 'cancelled', error: null })
      }
    }
  }

  async #begin(steps: readonly Step[], work: Work): Promise<void> {
    const ready = steps.filter(
      (step) =>
        this.#is(step, 'waiting') && !this.#begun.has(step.cell.name) && this.#hasInputs(step),
    )
    for (const { cell } of ready) this.#begun.add(cell.name)
    await Promise.all(ready.map((step) => this.#one(step, work)))
  }

  async #one(step: Step, work: Work): Promise<void> {
    const told = await this.#slots.run(async () => {
      if (this.#signal.aborted) return { status: 'cancelled', error: null } as const
      await this.#tell(step, { status: 'running', error: null })
      return work(step)
    })
    await this.#tell(step, told)
    if (told.status === 'failed') await this.#block(step)
    if (told.status === 'done') await this.#begin(this.#readers(step), work)
  }

  /** Whatever reads the cell, directly or through others, cannot be made. */
  async #block(step: Step): Promise<void> {
    const blocked = new Set(this.#readers(step))
    for (const reader of blocked) {
      if (!this.#is(reader, 'waiting')) continue
      await this.#tell(reader, { status: 'stale', error: null })
      for (const next of this.#readers(reader)) blocked.add(next)
    }
  }

  #readers({ cell }: Step): readonly Step[] {
    return this.#readersOf.get(cell.name) ?? []
  }

  #before(step: Step): Told {
    if (step.refusal) return { status: 'failed', error: step.refusal }
    if (this.#isBlocked(step)) return { status: 'stale', error: null }
    const made = this.#made.get(fold(step.cell.name))
    if (made?.fingerprint === step.fingerprint) return { status: 'done', error: null }
    const waits = step.cell.manual && !this.#asked.has(fold(step.cell.name))
    return { status: waits ? 'stale' : 'waiting', error: null }
  }

  #isBlocked({ cells }: Step): boolean {
    return cells.some((name) => ['failed', 'stale'].includes(this.#status.get(name) ?? ''))
  }

  #hasInputs({ cells }: Step): boolean {
    return cells.every((name) => this.#status.get(name) === 'done')
  }

  #is({ cell }: Step, status: Status): boolean {
    return this.#status.get(cell.name) === status
  }

  /** What is told of a cell that is not done names the columns and rows of its table of before. */
  async #tell(step: Step, { status, error, first = null }: Told): Promise<void> {
    this.#status.set(step.cell.name, status)
    const made = this.#made.get(fold(step.cell.name))
    await this.#emit({
      cell: step.cell.name,
      status,
      columns: [...(made?.columns ?? [])],
      rows: made?.rows ?? 0,
      ms: made?.ms ?? 0,
      inputs: [...step.inputs],
      parameters: Object.keys(step.values),
      error,
      first,
    })
  }
}

/** The steps that read each cell. */
function readersOf(steps: readonly Step[]): Map<string, Step[]> {
  const readers = new Map<string, Step[]>()
  for (const step of steps) {
    for (const name of step.cells) {
      const known = readers.get(name)
      if (known) known.push(step)
      else readers.set(name, [step])
    }
  }
  return readers
}
