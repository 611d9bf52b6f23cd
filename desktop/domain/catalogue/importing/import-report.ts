import * as z from 'zod'
import { assessmentSchema, type Assessment } from '../../privacy/deidentify/assessment.ts'
import { levels } from '../../privacy/deidentify/policy.ts'
import { columnSteps, decisions, tableSteps, type Decision } from './recipe.ts'
import type { RefusedRow } from './raw-table.ts'
import type { ColumnFinding } from './scan.ts'
import type { DoneStep } from './descriptor.ts'
import type { OutColumn } from './rows-out.ts'

const count = z.int().nonnegative()

/** What the gate did to a file, in counts; no value of a person is in it. */
export const importReportSchema = z.strictObject({
  version: z.literal(1),
  made: z.string(),
  level: z.enum(levels).exclude(['core']),
  rowsIn: count,
  rowsKept: count,
  /** Rows that were not taken, by their reason. */
  refused: z.array(z.strictObject({ reason: z.string(), rows: count })),
  repairs: z.array(
    z.strictObject({
      kind: z.enum([...tableSteps, ...columnSteps]),
      column: z.string().nullable(),
      count,
    }),
  ),
  findings: z.array(
    z.strictObject({
      column: z.string(),
      kind: z.string(),
      by: z.enum(['value', 'title']),
      count,
      confidence: z.number(),
    }),
  ),
  decisions: z.array(
    z.strictObject({
      column: z.string(),
      decision: z.enum(decisions),
      /** Cells that could not be made coarser and are empty now. */
      lost: count,
    }),
  ),
  assessment: assessmentSchema,
})
export type ImportReport = z.infer<typeof importReportSchema>

export interface ReportFacts {
  readonly now: Date
  readonly level: ImportReport['level']
  readonly rowsIn: number
  readonly rowsKept: number
  readonly refused: readonly RefusedRow[]
  readonly steps: readonly DoneStep[]
  readonly findings: readonly (ColumnFinding & { readonly column: string })[]
  readonly decisions: Readonly<Record<string, Decision>>
  readonly columns: readonly Pick<OutColumn, 'name' | 'lost'>[]
  readonly assessment: Assessment
}

export function reportOf(facts: ReportFacts): ImportReport {
  const { now, level, rowsIn, rowsKept, steps, findings, columns, assessment } = facts
  const reasons = new Map<string, number>()
  for (const { reason } of facts.refused) reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  const lost = new Map(columns.map((column) => [column.name, column.lost]))
  return {
    ...{ version: 1, made: now.toISOString(), level, rowsIn, rowsKept },
    // groups of a few rows are for whoever has the file; kept, they would be small cells
    assessment: { ...assessment, worst: [] },
    refused: Array.from(reasons, ([reason, rows]) => ({ reason, rows })),
    repairs: steps.filter((step) => step.count > 0),
    findings: findings.map(({ column, kind, by, count: found, confidence }) => {
      return { column, kind, by, count: found, confidence }
    }),
    decisions: Object.entries(facts.decisions).map(([column, decision]) => {
      return { column, decision, lost: lost.get(column) ?? 0 }
    }),
  }
}
