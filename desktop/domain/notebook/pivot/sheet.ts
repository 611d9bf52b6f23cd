import { fullLabels, type Crosstab, type Line } from './crosstab.ts'
import type { CellValue } from '../value.ts'
import type { Measure } from '../query/measure.ts'
import type { Pivot } from './pivot.ts'

/** A cell of a sheet: a heading that may reach over several, or a measure. */
export type SheetCell =
  | {
      readonly kind: 'head'
      readonly text: string
      /** How many columns and rows it covers; what it covers is `undefined` in the sheet. */
      readonly across: number
      readonly down: number
      readonly total: boolean
    }
  | {
      readonly kind: 'value'
      readonly value: CellValue | undefined
      readonly format: string | undefined
      readonly total: boolean
    }

/** A crosstab as rows of cells: first the head, then the lines. Every row is as long as the others. */
export interface PivotSheet {
  readonly head: readonly (readonly (SheetCell | undefined)[])[]
  readonly body: readonly (readonly (SheetCell | undefined)[])[]
}

/** The shape in which a pivot leaves: copied, written to a workbook, printed in a report. */
export function sheetOf(crosstab: Crosstab, pivot: Pivot): PivotSheet {
  const formats = pivot.values.map((measure) => formatOf(measure, pivot))
  const sides = sideHeads(crosstab)
  return {
    head: headOf(crosstab),
    body: crosstab.rows.map((row, at) => [
      ...(sides[at] ?? []),
      ...crosstab.columns.flatMap((column, place) =>
        crosstab.measures.map((_, measure) => ({
          kind: 'value' as const,
          value: crosstab.cells[at]?.[place * crosstab.measures.length + measure],
          format: formats[measure],
          total: row.total || column.total,
        })),
      ),
    ]),
  }
}

/** A rate is written in percent where nothing else was chosen. */
export function formatOf(measure: Measure, { formats }: Pivot): string | undefined {
  return formats[measure.as] ?? ('share' in measure ? '%.1' : undefined)
}

const head = (text: string, more: { across?: number; down?: number; total?: boolean } = {}) =>
  ({ kind: 'head', text, across: 1, down: 1, total: false, ...more }) as const

/** The lines of the head: one for each field across, and one for the measures where they are told apart. */
export function headOf(crosstab: Crosstab): (SheetCell | undefined)[][] {
  const { rowFields, columnFields, measures, columns } = crosstab
  const told = measures.length > 1 || columnFields.length === 0
  const height = columnFields.length + (told ? 1 : 0)
  const names = told ? '' : (measures[0] ?? '')
  const corner = rowFields.length === 0 ? [names] : rowFields
  const labels = columns.map((line) => fullLabels(line, columnFields.length))
  const levels = columnFields.map((_, level) =>
    merged(columns, labels, level).flatMap(({ text, length, total }) => {
      const across = length * measures.length
      return [head(text, { across, total }), ...covered(across - 1)]
    }),
  )
  if (told)
    levels.push(columns.flatMap(({ total }) => measures.map((name) => head(name, { total }))))
  return levels.map((cells, level) => [
    ...corner.map((text) => (level === 0 ? head(text, { down: height }) : undefined)),
    ...cells,
  ])
}

/** The names left of each line. A name that repeats the one above reaches down from it. */
function sideHeads({ rows, rowFields }: Crosstab): (SheetCell | undefined)[][] {
  if (rowFields.length === 0) return rows.map(({ total }) => [head('', { total })])
  const labels = rows.map((line) => fullLabels(line, rowFields.length))
  const lines = rows.map((): (SheetCell | undefined)[] => [])
  rowFields.forEach((_, level) => {
    let at = 0
    for (const { text, length, total } of merged(rows, labels, level)) {
      lines[at]?.push(head(text, { down: length, total }))
      for (let below = 1; below < length; below += 1) lines[at + below]?.push(undefined)
      at += length
    }
  })
  return lines
}

const covered = (length: number) => Array.from({ length }, () => undefined)

interface Stretch {
  readonly text: string
  readonly length: number
  readonly total: boolean
}

/** Neighbours that are the same group up to this level, as one. The innermost are never the same. */
function merged(lines: readonly Line[], labels: readonly string[][], level: number): Stretch[] {
  const stretches: Stretch[] = []
  let before: string | undefined
  lines.forEach((line, at) => {
    const own = labels[at] ?? []
    const innermost = level === own.length - 1
    const within = line.total && level >= line.labels.length
    const key = innermost || within ? undefined : JSON.stringify(own.slice(0, level + 1))
    const last = stretches.at(-1)
    if (last && key !== undefined && key === before) {
      stretches[stretches.length - 1] = { ...last, length: last.length + 1 }
    } else stretches.push({ text: own[level] ?? '', length: 1, total: within })
    before = key
  })
  return stretches
}
