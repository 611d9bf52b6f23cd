import type { KindRows } from '../../domain/notebook/chart-kinds/kind-rows.ts'
import type { DrawnMark } from '../../domain/notebook/chart-summary.ts'
import type { Chart } from '../../domain/notebook/chart.ts'
import type { Value } from '../../domain/notebook/input.ts'

/** A chart to be drawn, its texts filled in. */
export interface ChartToDraw {
  readonly name: string
  readonly chart: Chart
  /** In pixels. */
  readonly width: number
}

export type DrawnChart =
  | {
      readonly name: string
      readonly ok: true
      readonly svg: string
      readonly summary: string
      /** What its marks show. */
      readonly marks: readonly DrawnMark[]
      /** The groups of a ready-made kind. */
      readonly groups?: KindRows
    }
  | { readonly name: string; readonly ok: false; readonly reason: string }

export interface DrawingWork {
  readonly charts: readonly ChartToDraw[]
  readonly values: Readonly<Record<string, Value>>
  readonly signal: AbortSignal
  /** Answers what Mosaic asks, in Arrow IPC bytes; nothing for statements without a result. */
  query(sql: string, type: 'exec' | 'arrow'): Promise<Uint8Array | undefined>
  /** Told after each chart. */
  drawn(count: number): void
}

/** Draws charts outside a browser. The SVG holds no scripts, no links and no addresses. */
export interface ChartDrawing {
  draw(work: DrawingWork): Promise<DrawnChart[]>
}
