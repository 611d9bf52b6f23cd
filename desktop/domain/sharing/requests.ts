import * as z from 'zod'
import {
  correctionRequestSchema,
  lastStep,
  sharingRequestSchema,
  stateAfter,
  stateOf,
  type Case,
  type CaseAction,
  type CaseKind,
  type CaseStep,
} from './cases.ts'

const context = { title: z.string(), masked: z.record(z.string(), z.int()) }

const sharingData = z.object({
  ...context,
  type: z.enum(['unconditional', 'conditional']),
  asked: sharingRequestSchema,
})
const correctionData = z.object({ ...context, asked: correctionRequestSchema })

/** What the journal keeps of a step: the request's number, and the reason or note. */
const stepData = z.object({
  request: z.int(),
  text: z.string().optional(),
  /** Of an answer. */
  accepted: z.boolean().optional(),
  /** Of an undoing: the sequence number of the step that is taken back. */
  step: z.int().optional(),
})
type StepData = z.infer<typeof stepData>

/** One event of the journal, as far as requests depend on it. */
interface RecordedEvent {
  readonly seq: number
  readonly type: string
  readonly at: string
  readonly by?: string
  readonly data: Readonly<Record<string, unknown>>
}

/** All requests by number. */
export type Requests = Readonly<Record<string, Case>>

/**
 * Requests as the journal's events make them. Events of other kinds, and steps that a request's
 * state does not allow, change nothing.
 */
export const requestsProjection = {
  name: 'requests',
  version: 1,
  initial: {} as Requests,
  reduce(state: Requests, event: RecordedEvent): Requests {
    const changed = begun(event) ?? stepped(state, event)
    return changed ? { ...state, [changed.id]: changed } : state
  },
}

function begun({ seq, at, by, type, data }: RecordedEvent): Case | undefined {
  const common = { id: seq, at, by: by ?? null, steps: [] }
  if (type === 'sharing.requested') {
    const read = sharingData.safeParse(data)
    return read.success ? { kind: 'sharing', ...common, ...read.data } : undefined
  }
  if (type === 'correction.requested') {
    const read = correctionData.safeParse(data)
    return read.success ? { kind: 'correction', ...common, ...read.data } : undefined
  }
  return undefined
}

const finishedBy: Readonly<Record<CaseKind, string>> = {
  sharing: 'sharing.provided',
  correction: 'correction.done',
}

/** The event that does this with a request, e.g. `sharing.provided` or `correction.undone`. */
export function stepEvent(one: Case, action: CaseAction, text: string) {
  const request = one.id
  switch (action) {
    case 'accept':
    case 'refuse':
      return {
        type: `${one.kind}.answered`,
        data: { request, text, accepted: action === 'accept' },
      }
    case 'finish':
      return { type: finishedBy[one.kind], data: { request, text } }
    case 'withdraw':
      return { type: `${one.kind}.withdrawn`, data: { request, text } }
    case 'undo':
      return { type: `${one.kind}.undone`, data: { request, step: lastStep(one)?.seq ?? 0 } }
  }
}

function actionOf(kind: CaseKind, type: string, { accepted }: StepData): CaseAction | undefined {
  if (type === `${kind}.answered`) return accepted === true ? 'accept' : 'refuse'
  if (type === finishedBy[kind]) return 'finish'
  if (type === `${kind}.withdrawn`) return 'withdraw'
  return type === `${kind}.undone` ? 'undo' : undefined
}

function stepped(state: Requests, event: RecordedEvent): Case | undefined {
  const read = stepData.safeParse(event.data)
  const one = read.success ? state[read.data.request] : undefined
  if (!read.success || !one) return undefined
  const action = actionOf(one.kind, event.type, read.data)
  if (!action) return undefined
  const steps = action === 'undo' ? undone(one, read.data.step, event) : taken(one, action, event)
  return steps && { ...one, steps }
}

function taken(one: Case, action: CaseAction, event: RecordedEvent): CaseStep[] | undefined {
  const to = stateAfter(stateOf(one), action)
  if (!to) return undefined
  const { seq, at, by, data } = event
  const text = typeof data['text'] === 'string' ? data['text'] : ''
  return [...one.steps, { seq, at, by: by ?? null, to, text, undone: null }]
}

/** Only the last step that stands can be taken back, so that no later one hangs in the air. */
function undone(one: Case, seq: number | undefined, event: RecordedEvent): CaseStep[] | undefined {
  const last = lastStep(one)
  if (!last || last.seq !== seq) return undefined
  const mark = { at: event.at, by: event.by ?? null }
  return one.steps.map((step) => (step === last ? { ...step, undone: mark } : step))
}
