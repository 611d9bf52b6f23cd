import type { Pictures } from '../../../services/report/makers.ts'

/** What the host gives the thread that writes a Word file. */
export interface WordJob {
  readonly html: string
  /** PNGs in the order of the page's charts; without them the charts go in as vectors. */
  readonly pictures: Pictures
}

export type FromWord =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: string }
