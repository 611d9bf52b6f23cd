import type { ProgrammeView, StepView } from '../../../../contract/assessment.ts'
import type { OwnCapstone } from '../../../../contract/capstone.ts'
import type { CourseSummary, Progress } from '../../../../contract/learn.ts'
import { programmeGoalIds } from '../../../../domain/assessment/titles.ts'
import type { AppClient } from '../../../rpc/connection.ts'
import { readProgress } from '../lesson/learner-progress.svelte.ts'
import type { Standing } from './next-thing.ts'
import { courseStanding, courseStandings, isUnderWay } from './way.ts'

export interface ProgrammeStanding extends Omit<Standing, 'certificate'> {
  readonly programme: ProgrammeView
  /** The course of the capstone, where it is here. */
  readonly capstoneCourse: string | null
  /** How far the certificate is; null where there are none of programmes. */
  readonly certificate: CertificateStanding | null
}

interface CertificateStanding {
  /** Nothing is missing for it. */
  readonly ready: boolean
  /** The capstone was accepted. */
  readonly capstone: boolean
  /** One that holds was given. */
  readonly issued: boolean
}

/** A programme in a list; `standing` where the learner is under way in it. */
export interface ProgrammeWay {
  readonly programme: ProgrammeView
  readonly standing: ProgrammeStanding | undefined
}

/** Who asks, and what was read of him. */
interface Asked {
  readonly client: AppClient
  readonly learner: string | null
  readonly signal: AbortSignal
  readonly courses: readonly CourseSummary[]
  readonly progress: Progress
}

/** `undefined` where there is no such programme. */
export async function readProgramme(
  client: AppClient,
  id: string,
  learner: string | null,
  signal: AbortSignal,
): Promise<ProgrammeStanding | undefined> {
  const [programmes, asked] = await Promise.all([
    client.call('proof.programmes', { learner }, { signal }),
    readAsked(client, learner, signal),
  ])
  const programme = programmes.find((one) => one.id === id)
  return programme && standingOf(programme, asked)
}

/** Every programme, for pages that are whole without them: none where they cannot be read. */
export async function readWays(
  client: AppClient,
  learner: string | null,
  signal: AbortSignal,
): Promise<ProgrammeWay[]> {
  try {
    const programmes = await client.call('proof.programmes', { learner }, { signal })
    if (learner === null || !programmes.some(isUnderWay)) {
      return programmes.map((programme) => ({ programme, standing: undefined }))
    }
    const asked = await readAsked(client, learner, signal)
    const ways = programmes.map(async (programme) => ({
      programme,
      standing: isUnderWay(programme) ? await standingOf(programme, asked) : undefined,
    }))
    return await Promise.all(ways)
  } catch (error) {
    if (signal.aborted) throw error
    return []
  }
}

async function readAsked(
  client: AppClient,
  learner: string | null,
  signal: AbortSignal,
): Promise<Asked> {
  const [courses, progress] = await Promise.all([
    client.call('course.list', {}, { signal }),
    readProgress(client, learner, signal),
  ])
  return { client, learner, signal, courses, progress }
}

async function standingOf(programme: ProgrammeView, asked: Asked): Promise<ProgrammeStanding> {
  const { courses, progress } = asked
  const [known, certificate, own] = await Promise.all([
    readKnown(programme.steps, asked),
    readCertificate(programme.id, asked),
    readOwn(programme, asked),
  ])
  const last = courses.find((course) => course.id === programme.capstone)
  const course = last && courseStanding({ ...last, course: last.id }, courses, progress)
  return {
    programme,
    steps: programme.steps,
    standings: courseStandings(programme, courses, progress, known),
    capstoneCourse: last?.id ?? null,
    capstone: course && own ? { course, own } : null,
    certificate,
  }
}

/** The courses that the learner's placement found known. */
async function readKnown(
  steps: readonly StepView[],
  { client, learner, signal }: Asked,
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
  id: string,
  { client, learner, signal }: Asked,
): Promise<CertificateStanding | null> {
  try {
    const asked = { course: id, learner }
    const { ready, goals, issued } = await client.call('certificate.state', asked, { signal })
    return { ready, capstone: goals.some(isCapstone), issued: issued.some((one) => !one.revoked) }
  } catch {
    return null // there is no certificate of this programme
  }
}

async function readOwn(
  { id, capstone }: ProgrammeView,
  { client, learner, signal }: Asked,
): Promise<OwnCapstone | null> {
  if (learner === null || capstone === null) return null
  try {
    return await client.call('capstone.own', { learner, programme: id }, { signal })
  } catch {
    return null // there is nothing to judge it by
  }
}
