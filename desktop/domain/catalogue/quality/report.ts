import * as z from 'zod'
import { checkSchema, dimensionOf, dimensions, type Check, type Dimension } from './check.ts'
import { timelinessSchema } from './timely.ts'

/** Why something could not be judged. */
export const unjudgedReasons = [
  /** Nothing of the kind is declared. */
  'undeclared',
  /** The table has no rows. */
  'no-rows',
  /** No row has what the check reads. */
  'no-values',
  /** The descriptor names a column that the file does not have. */
  'no-column',
  /** The descriptor names a table that the dataset does not have. */
  'no-table',
  /** A bound or a pattern in the descriptor cannot be used. */
  'unreadable',
] as const
const unjudgedSchema = z.enum(unjudgedReasons)
export type Unjudged = z.infer<typeof unjudgedSchema>

export const outcomeSchema = z.object({
  check: checkSchema,
  /** Rows that pass, of so many that could. */
  passed: z.int(),
  of: z.int(),
  unjudged: unjudgedSchema.nullable(),
  /** Of a key or a unique column: how many groups of so many equal rows there are. */
  groups: z.array(z.object({ size: z.int(), count: z.int() })),
})
export type Outcome = z.infer<typeof outcomeSchema>

const judgementSchema = z.object({
  dimension: z.enum(dimensions),
  state: z.enum(['good', 'faults', 'unjudged']),
  unjudged: unjudgedSchema.nullable(),
  /** Over the checks that can be failed. */
  passed: z.int(),
  of: z.int(),
  /** Checks that were failed, of so many that were judged. */
  failedChecks: z.int(),
  checks: z.int(),
  outcomes: z.array(outcomeSchema),
})
export type Judgement = z.infer<typeof judgementSchema>

const tableQualitySchema = z.object({
  resource: z.string(),
  title: z.string(),
  /** Rows that were looked at: all of them. */
  rows: z.int(),
  judgements: z.array(judgementSchema),
})
export type TableQuality = z.infer<typeof tableQualitySchema>

export const qualityReportSchema = z.object({
  dataset: z.string(),
  version: z.string(),
  /** The day that it was judged by, `YYYY-MM-DD`. */
  day: z.iso.date(),
  tables: z.array(tableQualitySchema),
  timely: timelinessSchema,
})
export type QualityReport = z.infer<typeof qualityReportSchema>

/** Whether a check can be failed: that a column may be empty is told, not judged. */
export const isJudged = ({ check, unjudged }: Outcome): boolean =>
  unjudged === null && check.kind !== 'filled'

/** What the outcomes come to in each dimension. There is no sum over dimensions: they are not alike. */
export function judge(rows: number, outcomes: readonly Outcome[]): Judgement[] {
  return dimensions.map((dimension) => judgeOne(dimension, rows, outcomes))
}

function judgeOne(dimension: Dimension, rows: number, all: readonly Outcome[]): Judgement {
  const outcomes = all.filter(({ check }) => dimensionOf(check) === dimension)
  const judged = outcomes.filter(isJudged)
  const passed = judged.reduce((sum, outcome) => sum + outcome.passed, 0)
  const of = judged.reduce((sum, outcome) => sum + outcome.of, 0)
  const failed = judged.filter((outcome) => outcome.passed < outcome.of)
  const unjudged = judged.length > 0 ? null : whyNot(rows, outcomes)
  return {
    dimension,
    state: unjudged ? 'unjudged' : failed.length > 0 ? 'faults' : 'good',
    unjudged,
    passed,
    of,
    failedChecks: failed.length,
    checks: judged.length,
    outcomes,
  }
}

function whyNot(rows: number, outcomes: readonly Outcome[]): Unjudged {
  if (rows === 0) return 'no-rows'
  return outcomes.find(({ unjudged }) => unjudged !== null)?.unjudged ?? 'undeclared'
}

/** An outcome of counts; where there is nothing to count, that is why. */
export function counted(
  check: Check,
  { passed, of }: Pick<Outcome, 'passed' | 'of'>,
  groups: Outcome['groups'] = [],
): Outcome {
  return { check, passed, of, unjudged: of === 0 ? 'no-values' : null, groups }
}

export function notJudged(check: Check, unjudged: Unjudged): Outcome {
  return { check, passed: 0, of: 0, unjudged, groups: [] }
}
