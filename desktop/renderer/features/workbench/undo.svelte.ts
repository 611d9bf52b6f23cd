import {
  changed,
  noHistory,
  stepBack,
  stepForth,
  type Step,
} from '../../../domain/notebook/history.ts'

/** What can be undone and redone, for buttons to know. */
export class Undo {
  #history = $state.raw(noHistory)

  get canUndo(): boolean {
    return this.#history.past.length > 0
  }

  get canRedo(): boolean {
    return this.#history.future.length > 0
  }

  /** `before` was changed; `where`: the cell that is typed in, or nothing for a step of its own. */
  note(before: string, where?: string): void {
    this.#history = changed(this.#history, before, { where, at: Date.now() })
  }

  /** The text of one step before `present`; `undefined` at the beginning. */
  back(present: string): string | undefined {
    return this.#take(stepBack(this.#history, present))
  }

  forth(present: string): string | undefined {
    return this.#take(stepForth(this.#history, present))
  }

  #take(step: Step | undefined): string | undefined {
    if (step) this.#history = step.history
    return step?.text
  }
}
