import type { ReportFormat } from '../../../../contract/report.ts'
import type { Output } from '../../../../contract/wire/procedure.ts'
import type { AppTable } from '../../../../contract/procedures.ts'
import type { AppClient } from '../../../rpc/connection.ts'
import { saveFile } from '../download.ts'
import type { OpenNotebook } from '../open-notebook.svelte.ts'

export type Recipient = 'government' | 'outside'
export type Compared = Output<AppTable, 'report.compare'>
type Notes = Output<AppTable, 'report.make'>['notes']

/** The work that the dialog has begun, and what came of it. */
export class Exporting {
  readonly #client: AppClient
  readonly #book: OpenNotebook
  #control = $state.raw<AbortController | undefined>()
  recipient = $state<Recipient>('government')
  share = $state(0)
  /** What is being made; nothing while nothing is. */
  busy = $state<ReportFormat | 'compare' | undefined>()
  saved = $state.raw<{ readonly name: string; readonly notes: Notes } | undefined>()
  compared = $state.raw<Compared | undefined>()

  constructor(client: AppClient, book: OpenNotebook) {
    this.#client = client
    this.#book = book
  }

  async make(format: ReportFormat): Promise<void> {
    await this.#during(format, async (options) => {
      const input = { ...this.#asked(), format }
      const { name, media, bytes, notes } = await this.#client.call('report.make', input, options)
      saveFile(name, media, bytes)
      this.saved = { name, notes }
    })
  }

  async compare(previous: Uint8Array<ArrayBuffer>): Promise<void> {
    await this.#during('compare', async (options) => {
      const input = { ...this.#asked(), previous }
      this.compared = await this.#client.call('report.compare', input, options)
    })
  }

  cancel(): void {
    this.#control?.abort()
  }

  #asked() {
    const { source, values } = this.#book
    return { source, values: { ...values }, recipient: this.recipient }
  }

  async #during(
    what: ReportFormat | 'compare',
    work: (options: { signal: AbortSignal; onProgress: (share: number) => void }) => Promise<void>,
  ): Promise<void> {
    if (this.busy) return
    const control = new AbortController()
    this.#control = control
    this.busy = what
    this.share = 0
    this.saved = undefined
    this.compared = undefined
    try {
      await work({ signal: control.signal, onProgress: (share) => (this.share = share) })
    } finally {
      this.busy = undefined
    }
  }
}
