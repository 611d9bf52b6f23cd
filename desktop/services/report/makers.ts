import type { Session } from '../workbench/session.ts'

/** What making files needs of the machine: a browser, a thread, the engine's folder. */
export interface ReportMakers {
  /** Fails with `pdf_unavailable` where no program here can print. */
  pdf(html: string, record: string, signal: AbortSignal): Promise<Uint8Array>
  /** The pictures stand in the order of the page's charts. */
  docx(
    page: { readonly html: string; readonly record: string; readonly pictures: Pictures },
    signal: AbortSignal,
  ): Promise<Uint8Array>
  /** PNGs of SVGs, at twice their size; nothing where no browser is here. */
  pictures(svgs: readonly string[], signal: AbortSignal): Promise<Pictures>
  readonly parquet: (session: Session, cell: string) => Promise<Uint8Array>
  zip(files: ReadonlyMap<string, Uint8Array>): Uint8Array
  /** The text of an earlier report in which its record stands. */
  carried(file: Uint8Array): string
}

export type Pictures = readonly Uint8Array[] | undefined
