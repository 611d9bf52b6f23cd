import type { Sentence } from '../../problem.ts'
import type { Format } from '../../value.ts'

interface Common {
  /** What is measured, with its unit: the title of the number axis. */
  readonly measure: Sentence
  readonly format?: Format | undefined
}

/** Estimates with their intervals, one below the other. */
export interface IntervalsFigure extends Common {
  readonly kind: 'intervals'
  readonly rows: readonly {
    readonly label: Sentence
    readonly estimate: number
    readonly low: number
    readonly high: number
  }[]
  /** A value that means “no difference”. */
  readonly reference?: { readonly value: number; readonly label: Sentence } | undefined
}

/** Series over an ordered axis. Where a value is null the line breaks. */
export interface LinesFigure extends Common {
  readonly kind: 'lines'
  readonly axis: readonly string[]
  readonly series: readonly {
    readonly label: Sentence
    readonly values: readonly (number | null)[]
    readonly band?:
      | { readonly low: readonly (number | null)[]; readonly high: readonly (number | null)[] }
      | undefined
  }[]
  /** Upright lines at places of the axis. */
  readonly marks?: readonly { readonly at: number; readonly label: Sentence }[] | undefined
}

export interface BarsFigure extends Common {
  readonly kind: 'bars'
  readonly rows: readonly { readonly label: Sentence; readonly value: number }[]
}

/** Points with a centre line and limits, which may differ from point to point. */
export interface ControlFigure extends Common {
  readonly kind: 'control'
  readonly axis: readonly string[]
  readonly points: readonly { readonly value: number; readonly signal: boolean }[]
  readonly centre: readonly number[]
  readonly low: readonly (number | null)[]
  readonly high: readonly (number | null)[]
}

/** A small picture of what a statistic came to. */
export type Figure = IntervalsFigure | LinesFigure | BarsFigure | ControlFigure
