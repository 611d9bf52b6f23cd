import { changeOf, readerFor } from '../../privacy/deidentify/transform.ts'
import type { Means } from '../../privacy/deidentify/means.ts'
import { reader, type CleanColumn, type Cleaned } from './apply.ts'
import { contextOf, maskCell, scanCell } from './cell-scan.ts'
import type { ColumnType } from './column-profile.ts'
import type { ColumnFinding } from './scan.ts'
import type { Decision } from './recipe.ts'
import { titleMask } from './title-kinds.ts'

/** A column as it is written. */
export interface OutColumn {
  readonly name: string
  readonly type: ColumnType
  readonly unit: string | undefined
  readonly decision: Exclude<Decision, 'drop'>
  /** Its place in the file. */
  readonly at: number
  /** Cells that had a value and have none, since it could not be made coarser. */
  lost: number
  readonly value: (cells: readonly string[]) => string | null
}

export interface Outcome {
  readonly decisionOf: (column: CleanColumn) => Decision
  /** Columns whose title alone says that they are personal: their cells are masked whole. */
  readonly findings: readonly (readonly ColumnFinding[])[]
  readonly means: Means
  /** The column that tells persons apart. */
  readonly person?: CleanColumn | undefined
}

/** The columns that are left after the decisions. */
export function columnsOut({ columns }: Pick<Cleaned, 'columns'>, outcome: Outcome): OutColumn[] {
  return columns.flatMap((column): OutColumn[] => {
    const decision = outcome.decisionOf(column)
    return decision === 'drop' ? [] : [columnOut(column, decision, outcome)]
  })
}

/** One of them as it will be. */
export function columnOut(
  column: CleanColumn,
  decision: Exclude<Decision, 'drop'>,
  { findings, means, person }: Outcome,
): OutColumn {
  const { name, at, type, unit } = column
  const facts = { name, at, decision, unit: undefined, lost: 0 }
  if (decision === 'keep') {
    return { ...facts, type, unit, value: (cells) => column.read(cells[at] ?? '') }
  }
  if (decision === 'mask') {
    return { ...facts, type: 'string', value: masker(column, findings[at] ?? []) }
  }
  const change = changeOf(decision, column, person, means)
  const read = readerFor(decision, column)
  const out: OutColumn = {
    ...facts,
    type: change.type,
    value: (cells) => {
      const text = read(cells[at] ?? '')
      if (text === null) return null
      const made = change.of(text, cells)
      if (made === undefined) out.lost += 1
      // what stands before a street may be a name
      return made !== undefined && decision === 'street'
        ? fullyMasked(made, '', '')
        : (made ?? null)
    },
  }
  return out
}

/**
 * A masked column is text whatever it was, and what comes out of it is looked at once more. Where only
 * the title tells, nothing in a cell shows what to mask: the whole of it is.
 */
function masker(column: CleanColumn, findings: readonly ColumnFinding[]): OutColumn['value'] {
  const { name, at, steps } = column
  const asText = reader('string', steps)
  const context = contextOf(name)
  const whole = findings.some(({ by }) => by === 'title')
  return (cells) => {
    const text = asText(cells[at] ?? '')
    return text === null ? null : whole ? titleMask : fullyMasked(text, context, name)
  }
}

/** Masking may bring two pieces together that are a number again. */
function fullyMasked(text: string, context: string, title: string): string {
  let masked = maskCell(text, context, title)
  for (let round = 0; round < 3 && scanCell(masked, context, title).length > 0; round += 1) {
    masked = maskCell(masked, context, title)
  }
  return masked
}

/** What stands in the file where there is no value. */
export const noValue = '\\N'

/**
 * A row for DuckDB's CSV reader: every value quoted, `\\N` without quotes for no value.
 */
export function csvRow(values: readonly (string | null)[]): string {
  const cells = values.map((text) => (text === null ? noValue : `"${text.replaceAll('"', '""')}"`))
  return `${cells.join(',')}\n`
}
