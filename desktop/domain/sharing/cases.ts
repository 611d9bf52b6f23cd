import * as z from 'zod'
import { daySchema } from './day.ts'

/** Longest texts, in UTF-16 units. */
export const limits = { office: 60, text: 500, row: 100 } as const

const written = (max: number) => z.string().trim().min(1).max(max)

const datasetId = z.string().min(1).max(64)

/** Who asks for what, for which purpose and duty, and for how long. */
export const sharingRequestSchema = z.object({
  dataset: datasetId,
  office: written(limits.office),
  purpose: written(limits.text),
  basis: written(limits.text),
  /** Columns as `column`, or `table.column` where the dataset has several tables. */
  fields: z.array(z.string().min(1).max(200)).min(1).max(500),
  /** The last day on which the data are needed. */
  until: daySchema,
})
export type SharingRequest = z.infer<typeof sharingRequestSchema>

/** What is wrong in which place of a dataset, and how one can see it. */
export const correctionRequestSchema = z.object({
  dataset: datasetId,
  column: z.string().min(1).max(200),
  /** The key of the row, as the data write it, or which rows in words. */
  row: written(limits.row),
  wrong: written(limits.text),
  evidence: written(limits.text),
})
export type CorrectionRequest = z.infer<typeof correctionRequestSchema>

/** What may be done with a request: `finish` means that data were provided, or corrected. */
export const caseActions = ['accept', 'refuse', 'finish', 'withdraw', 'undo'] as const
export type CaseAction = (typeof caseActions)[number]

export const caseStates = ['open', 'accepted', 'refused', 'finished', 'withdrawn'] as const
export type CaseState = (typeof caseStates)[number]

/** From each state, where an action leads; `undo` takes back the last step that stands. */
const ways: Readonly<Record<CaseState, Partial<Record<CaseAction, CaseState>>>> = {
  open: { accept: 'accepted', refuse: 'refused', withdraw: 'withdrawn' },
  accepted: { finish: 'finished', withdraw: 'withdrawn' },
  refused: {},
  finished: {},
  withdrawn: {},
}

/** The state after an action other than `undo`; `undefined` where it cannot be done now. */
export function stateAfter(state: CaseState, action: CaseAction): CaseState | undefined {
  return ways[state][action]
}

/** What can be done now, in the order of `caseActions`. */
export function actionsIn(state: CaseState): CaseAction[] {
  return caseActions.filter((action) =>
    action === 'undo' ? state !== 'open' : stateAfter(state, action) !== undefined,
  )
}

/** A refusal has to be explained. */
export function needsReason(action: CaseAction): boolean {
  return action === 'refuse'
}

const stepSchema = z.object({
  seq: z.int(),
  at: z.string(),
  by: z.string().nullable(),
  to: z.enum(caseStates),
  text: z.string(),
  /** Set once it was taken back. */
  undone: z.object({ at: z.string(), by: z.string().nullable() }).nullable(),
})
export type CaseStep = z.infer<typeof stepSchema>

const commonSchema = z.object({
  /** The sequence number of the event that began it. */
  id: z.int(),
  at: z.string(),
  by: z.string().nullable(),
  /** The dataset's title and sharing type at that time: it may be gone, or changed, by now. */
  title: z.string(),
  /** How many passages of each kind of personal information were masked. */
  masked: z.record(z.string(), z.int()),
  steps: z.array(stepSchema),
})

/** A request, with everything that was done about it. */
export const caseSchema = z.discriminatedUnion('kind', [
  commonSchema.extend({
    kind: z.literal('sharing'),
    type: z.enum(['unconditional', 'conditional']),
    asked: sharingRequestSchema,
  }),
  commonSchema.extend({ kind: z.literal('correction'), asked: correctionRequestSchema }),
])
export type Case = z.infer<typeof caseSchema>
export type CaseKind = Case['kind']

/** The last step that stands; `undefined` for a request that nobody has touched. */
export function lastStep({ steps }: Pick<Case, 'steps'>): CaseStep | undefined {
  return steps.findLast(({ undone }) => undone === null)
}

export function stateOf(one: Pick<Case, 'steps'>): CaseState {
  return lastStep(one)?.to ?? 'open'
}
