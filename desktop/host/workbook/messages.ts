import type { ReadSheet, Sheet } from '../../domain/catalogue/exchange/sheet.ts'
import type { PlacedSheet } from '../../domain/notebook/pivot/workbook.ts'

/** What the host gives the workbook thread at its start. */
export type WorkbookJob =
  | { readonly kind: 'read'; readonly bytes: Uint8Array }
  | { readonly kind: 'write'; readonly sheets: readonly Sheet[] }
  | { readonly kind: 'write-placed'; readonly sheet: PlacedSheet }

/** What the thread says once, and ends. */
export type FromWorkbookThread =
  | { readonly kind: 'sheets'; readonly sheets: readonly ReadSheet[] }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'refused'; readonly problem: string }
