import type { CertificatePaper } from '../../../contract/certificates.ts'
import type { AppClient } from '../../rpc/connection.ts'
import { Work } from '../learn/lesson/work.svelte.ts'
import { saveFile } from '../workbench/download.ts'

interface Given {
  readonly code: string
  readonly paper: CertificatePaper
  /** A PNG. */
  readonly picture: Uint8Array<ArrayBuffer>
}

/** Giving one certificate: signing it, then saving it as a file. */
export class Giving {
  readonly work = new Work()
  readonly #client: AppClient
  #given = $state.raw<Given>()

  constructor(client: AppClient) {
    this.#client = client
  }

  get given(): Given | undefined {
    return this.#given
  }

  async give(course: string, learner: string, name: string, years: number | null): Promise<void> {
    const wish = { course, learner, name, years }
    const given = await this.work.do((signal) =>
      this.#client.call('certificate.issue', wish, { signal }),
    )
    if (given) this.#given = given
  }

  async savePdf(): Promise<void> {
    const code = this.#given?.code
    if (code === undefined) return
    const file = await this.work.do((signal) =>
      this.#client.call('certificate.pdf', { code }, { signal }),
    )
    if (file) saveFile(file.name, 'application/pdf', file.bytes)
  }

  savePicture(): void {
    if (this.#given)
      saveFile(`致知证书-${this.#given.paper.id}.png`, 'image/png', this.#given.picture)
  }
}
