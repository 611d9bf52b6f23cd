import type { FromPhone } from '../../../contract/lan-wire.ts'
import { replay } from '../../../domain/classroom/lan/replay.ts'
import { toldRunsProjection } from '../../../domain/classroom/lan/runs.ts'
import type { Records } from '../../learning/learner.ts'
import type { Journal } from '../../ports.ts'
import type { Programme } from './programme.ts'

type Played = Extract<FromPhone, { kind: 'played' }>

interface Parts {
  readonly journal: Journal
  readonly records: Records
  readonly programme: Programme
}

/** Keeps what was played on phones: played again here, and each run once, however often it is told. */
export class Runs {
  readonly #parts: Parts
  readonly #keeping = new Map<string, Promise<unknown>>()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Resolves once the run is in the journal, or with why it never will be. */
  async keep(person: string, played: Played): Promise<'kept' | 'missing' | 'message'> {
    const { journal, programme } = this.#parts
    if (journal.state(toldRunsProjection)[person]?.includes(played.run)) return 'kept'
    const scenario = programme.scenario(played.course, played.scenario)
    if (!scenario) return 'missing'
    const result = replay(scenario, played.actions)
    if (!result) return 'message'
    const key = `${person} ${played.run}`
    const before = this.#keeping.get(key)
    const keeping = before ?? this.#write(person, played, result)
    this.#keeping.set(key, keeping)
    await keeping.finally(() => this.#keeping.delete(key))
    return 'kept'
  }

  /** Resolves when nothing is being written any more. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#keeping.values())
  }

  async #write(person: string, played: Played, result: NonNullable<ReturnType<typeof replay>>) {
    const { course, scenario, run } = played
    const { reached, help } = result
    const mistakes = [...result.mistakes]
    const kept = { course, scenario, reached, help, mistakes, run }
    await this.#parts.records.keep('scenario.played', person, kept)
  }
}
