import type { GateColumn, GateLook } from '../../../contract/gate.ts'
import type { Decision } from '../../../domain/catalogue/importing/recipe.ts'
import type { Assessed } from '../../../domain/privacy/deidentify/assessed.ts'
import { isCancelled } from '../../app/error-text.ts'

type Said = 'none' | 'general' | 'important' | 'other'

/** What a person decides about a file's columns, and what that would do. */
export class Deciding {
  #decisions = $state<Record<string, Decision>>({})
  #quasi = $state.raw<readonly string[]>()
  #sensitive = $state<string | null>()
  #assessed = $state.raw<Assessed>()
  #failure = $state.raw<unknown>()
  #running = $state.raw<AbortController>()
  /** Of which level the file is. */
  level = $state<Said>('none')

  /** What the decisions would do, as far as that was reckoned. */
  get assessed(): Assessed | undefined {
    return this.#assessed
  }

  get failure(): unknown {
    return this.#failure
  }

  get isReckoning(): boolean {
    return this.#running !== undefined
  }

  /** What may become of a column at the level that was said. */
  offered({ decisions, important }: GateColumn): readonly Decision[] {
    return this.level === 'important' ? important : decisions
  }

  decisionOf(column: GateColumn): Decision {
    const offered = this.offered(column)
    const chosen = this.#decisions[column.name]
    return chosen !== undefined && offered.includes(chosen) ? chosen : (offered[0] ?? 'drop')
  }

  decide(column: string, decision: Decision): void {
    this.#decisions[column] = decision
  }

  /** Decides as was decided before; what is not named is left to be proposed. */
  follow(decisions: Readonly<Record<string, Decision>>): void {
    this.#decisions = { ...decisions }
  }

  /** Names the columns that together may tell who somebody is. */
  chooseQuasi(columns: readonly string[]): void {
    this.#quasi = columns
    if (this.#sensitive && columns.includes(this.#sensitive)) this.#sensitive = undefined
  }

  chooseSensitive(column: string | null): void {
    this.#sensitive = column
  }

  /** All that was decided, for the host. What a column may no longer be is left to be proposed. */
  order({ columns }: GateLook) {
    const decisions = Object.fromEntries(
      columns.map((column) => [column.name, this.decisionOf(column)]),
    )
    const names = columns.map(({ name }) => name)
    const sensitive = this.#sensitive
    const isLost =
      typeof sensitive === 'string' &&
      (!names.includes(sensitive) || decisions[sensitive] === 'drop')
    return {
      decisions,
      level: this.level === 'important' ? ('important' as const) : ('general' as const),
      quasi: this.#quasi?.filter((name) => names.includes(name)),
      sensitive: isLost ? undefined : sensitive,
    }
  }

  /** Reckons anew; gives back how to stop. */
  reckon(from: (signal: AbortSignal) => Promise<Assessed>): () => void {
    const running = new AbortController()
    this.#running = running
    this.#failure = undefined
    void this.#reckon(from(running.signal), running)
    return () => running.abort()
  }

  /** Stops; what was reckoned before is no longer true. */
  stop(): void {
    this.#running?.abort()
    this.#running = undefined
    this.#assessed = undefined
  }

  reset(): void {
    this.stop()
    this.#decisions = {}
    this.#quasi = undefined
    this.#sensitive = undefined
    this.#failure = undefined
    this.level = 'none'
  }

  async #reckon(promise: Promise<Assessed>, running: AbortController): Promise<void> {
    try {
      const assessed = await promise
      if (this.#running === running) this.#assessed = assessed
    } catch (error) {
      if (this.#running === running && !isCancelled(error)) this.#failure = error
    } finally {
      if (this.#running === running) this.#running = undefined
    }
  }
}
