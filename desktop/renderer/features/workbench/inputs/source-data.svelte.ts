import { fold } from '../../../../domain/notebook/name.ts'
import { isCancelled } from '../../../app/error-text.ts'
import type { OpenNotebook } from '../open-notebook.svelte.ts'

/** What was read of a table, anew whenever the table was made anew. */
export class SourceData<Data> {
  #data = $state.raw<Data | undefined>()
  #failure = $state.raw<unknown>()

  /** `table`: nothing where there is nothing to be read. */
  constructor(
    book: OpenNotebook,
    table: () => string | undefined,
    read: (session: string, signal: AbortSignal) => Promise<Data>,
  ) {
    $effect(() => {
      const from = table()
      const session = book.runner.session?.id
      if (from === undefined || session === undefined) return
      const cell = [...book.runner.cells.values()].find((one) => fold(one.cell) === fold(from))
      if (cell && cell.made === 0) return
      const control = new AbortController()
      void this.#read(read(session, control.signal))
      return () => control.abort()
    })
  }

  /** What was read last; nothing before the first time. */
  get data(): Data | undefined {
    return this.#data
  }

  get failure(): unknown {
    return this.#failure
  }

  async #read(reading: Promise<Data>): Promise<void> {
    try {
      this.#data = await reading
      this.#failure = undefined
    } catch (error) {
      if (!isCancelled(error)) this.#failure = error
    }
  }
}
