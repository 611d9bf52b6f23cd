import type { CertificateVerdictView } from '../../../contract/certificates.ts'
import type { AppClient } from '../../rpc/connection.ts'
import { Work } from '../learn/lesson/work.svelte.ts'
import { pixelsOf } from './pixels.ts'

type Job = (signal: AbortSignal) => Promise<CertificateVerdictView>

/** Checking one certificate: reading its code here, having the host judge it. */
export class CodeCheck {
  readonly work = new Work()
  readonly #client: AppClient
  #verdict = $state.raw<CertificateVerdictView>()
  #last: Job | undefined

  constructor(client: AppClient) {
    this.#client = client
  }

  get verdict(): CertificateVerdictView | undefined {
    return this.#verdict
  }

  /** What the browser opens as a picture is read here; a PDF or a text by the host. */
  async file(file: File): Promise<void> {
    await this.#judge(async (signal) => {
      const pixels = await pixelsOf(file)
      if (!pixels) {
        const bytes = new Uint8Array(await file.arrayBuffer())
        return this.#client.call('certificate.read', { bytes }, { signal })
      }
      const { readPicture } = await import('../../../domain/certificate/read-picture.ts')
      const code = readPicture(pixels) ?? null
      return this.#client.call('certificate.verify', { code }, { signal })
    })
  }

  async text(code: string): Promise<void> {
    await this.#judge((signal) => this.#client.call('certificate.verify', { code }, { signal }))
  }

  /** What a verdict hangs on has changed: the one on show, or on its way, is asked for anew. */
  async again(): Promise<void> {
    if (this.#last) await this.#judge(this.#last)
  }

  async #judge(job: Job): Promise<void> {
    this.#last = job
    this.#verdict = undefined
    const verdict = await this.work.do(job)
    if (verdict) this.#verdict = verdict
  }
}
