import type { ProgrammeView, StepView } from '../../../../contract/assessment.ts'
import { programmeGoalIds } from '../../../../domain/assessment/titles.ts'
import type { AppClient } from '../../../rpc/connection.ts'
import { readProgress } from '../lesson/learner-progress.svelte.ts'
import { courseStandings, type CourseStanding } from './way.ts'

export interface ProgrammeStanding {
  readonly programme: ProgrammeView
  readonly standings: readonly CourseStanding[]
  /** The course of the capstone, where it is here. */
  readonly capstone: string | null
  /** How far the certificate is; null where there are none of programmes. */
  readonly certificate: CertificateStanding | null
}

interface CertificateStanding {
  /** Nothing is missing for it. */
  readonly ready: boolean
  /** The capstone was accepted. */
  readonly capstone: boolean
}

/** `undefined` where there is no such programme. */
export async function readProgramme(
  client: AppClient,
  id: string,
  learner: string | null,
  signal: AbortSignal,
): Promise<ProgrammeStanding | undefined> {
  const [programmes, courses, progress] = await Promise.all([
    client.call('proof.programmes', { learner }, { signal }),
    client.call('course.list', {}, { signal }),
    readProgress(client, learner, signal),
  ])
  const programme = programmes.find((one) => one.id === id)
  if (!programme) return undefined
  const [known, certificate] = await Promise.all([
    readKnown(client, programme.steps, learner, signal),
    readCertificate(client, id, learner, signal),
  ])
  const capstone = courses.some((course) => course.id === programme.capstone)
  return {
    programme,
    standings: courseStandings(programme, courses, progress, known),
    capstone: capstone ? programme.capstone : null,
    certificate,
  }
}

/** The courses that the learner's placement found known. */
async function readKnown(
  client: AppClient,
  steps: readonly StepView[],
  learner: string | null,
  signal: AbortSignal,
): Promise<string[]> {
  const step = steps.find(({ kind }) => kind === 'placement')
  if (learner === null || step?.state !== 'done' || step.sitting === null) return []
  const input = { learner, sitting: step.sitting }
  const { placement } = await client.call('proof.result', input, { signal })
  return placement.flatMap(({ course, state }) => (state === 'known' ? [course] : []))
}

const isCapstone = ({ id, reached }: { readonly id: string; readonly reached: boolean }): boolean =>
  id === programmeGoalIds.capstone && reached

async function readCertificate(
  client: AppClient,
  id: string,
  learner: string | null,
  signal: AbortSignal,
): Promise<CertificateStanding | null> {
  try {
    const { ready, goals } = await client.call(
      'certificate.state',
      { course: id, learner },
      { signal },
    )
    return { ready, capstone: goals.some(isCapstone) }
  } catch {
    return null // there is no certificate of this programme
  }
}
