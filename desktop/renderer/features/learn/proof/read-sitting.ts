import type { SittingResult, SittingView } from '../../../../contract/assessment.ts'
import { ZhizhiError } from '../../../../contract/errors.ts'
import type { AppClient } from '../../../rpc/connection.ts'
import { type ProgrammeStanding, readProgramme } from './read-programme.ts'

export interface Outcome {
  readonly result: SittingResult
  /** `undefined` where the programme has gone. */
  readonly standing: ProgrammeStanding | undefined
  /** Of the test after: what came of the one before. */
  readonly before: SittingResult | undefined
}

/** `undefined` where there is none of this learner's. */
export async function readSitting(
  client: AppClient,
  learner: string,
  sitting: string,
  signal: AbortSignal,
): Promise<SittingView | undefined> {
  try {
    return await client.call('proof.sitting', { learner, sitting }, { signal })
  } catch (error) {
    if (error instanceof ZhizhiError && error.code === 'not_found') return undefined
    throw error
  }
}

export async function readOutcome(
  client: AppClient,
  learner: string,
  { sitting, programme: id, kind }: SittingView,
  signal: AbortSignal,
): Promise<Outcome> {
  const [result, standing] = await Promise.all([
    client.call('proof.result', { learner, sitting }, { signal }),
    readProgramme(client, id, learner, signal),
  ])
  const first = standing?.steps.find((step) => step.kind === 'before')
  const before =
    kind === 'after' && first?.state === 'done' && first.sitting !== null
      ? await client.call('proof.result', { learner, sitting: first.sitting }, { signal })
      : undefined
  return { result, standing, before }
}
