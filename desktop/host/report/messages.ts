import type { ChartToDraw, DrawnChart } from '../../services/report/drawing.ts'
import type { Value } from '../../domain/notebook/input.ts'

/** What the host gives the drawing thread at its start. */
export interface DrawingJob {
  readonly charts: readonly ChartToDraw[]
  readonly values: Readonly<Record<string, Value>>
}

/** What the drawing thread says: it can begin, a question for the engine, a chart is finished. */
export type FromDrawing =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'query'
      readonly id: number
      readonly sql: string
      readonly type: 'exec' | 'arrow'
    }
  | { readonly kind: 'drawn'; readonly chart: DrawnChart }

/** What the host answers. */
export type ToDrawing =
  | { readonly id: number; readonly ok: true; readonly bytes: Uint8Array | undefined }
  | { readonly id: number; readonly ok: false; readonly reason: string }
