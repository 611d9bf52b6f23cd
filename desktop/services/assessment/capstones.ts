import type { HandInRefusal, Rater } from '../../contract/capstone.ts'
import { ZhizhiError } from '../../contract/errors.ts'
import type {
  AssessmentEvent,
  AssessmentEventType,
  RaterRole,
} from '../../domain/assessment/events.ts'
import { allotPeers } from '../../domain/assessment/peers.ts'
import { assessmentProjection } from '../../domain/assessment/projection.ts'
import { inOrder, type WorkRecord } from '../../domain/assessment/record.ts'
import { judged, type Levels } from '../../domain/assessment/rubric.ts'
import { classroomProjection } from '../../domain/classroom/projection.ts'
import { hashOf } from '../../domain/course/kinds/drawing.ts'
import { parseNotebook } from '../../domain/notebook/parse.ts'
import type { Journal, KeptTextFiles } from '../ports.ts'
import { classOf } from '../classroom/views.ts'
import { Turns } from '../turns.ts'
import type { Rubrics } from './rubrics.ts'
import { openTraining } from './sittings.ts'

export interface CapstoneParts {
  readonly journal: Journal
  readonly files: Pick<KeptTextFiles, 'list' | 'read' | 'readVersion' | 'pin'>
  readonly rubrics: Rubrics
}

export type Work = WorkRecord & { readonly id: string }

/** Capstones as they are handed in, allotted and judged. */
export class Capstones {
  readonly #parts: CapstoneParts
  readonly #handedIn = new Turns()

  constructor(parts: CapstoneParts) {
    this.#parts = parts
  }

  /** Works that stand, in the order in which they were handed in. */
  standing(): Work[] {
    const { works } = this.#parts.journal.state(assessmentProjection)
    return inOrder(works).filter(({ withdrawn }) => !withdrawn)
  }

  /** Throws `not_found` where there is none that stands. */
  work(id: string): Work {
    const found = this.standing().find((work) => work.id === id)
    if (!found) throw new ZhizhiError('not_found', { what: '这份结业项目' })
    return found
  }

  /** The work, where this rater is to judge it; `not_found` where he is not. */
  workFor(id: string, rater: Rater): Work {
    const work = this.work(id)
    if (!mayJudge(work, rater)) throw new ZhizhiError('not_found', { what: '要你评的这份结业项目' })
    return work
  }

  /** Hands the notebook in as it is now, which is kept for good; or why it cannot be. */
  handIn(learner: string, programme: string, notebook: string) {
    return this.#handedIn.take(() => this.#handIn(learner, programme, notebook))
  }

  async #handIn(learner: string, programme: string, notebook: string) {
    await this.#parts.rubrics.of(programme)
    const { files, journal } = this.#parts
    const standing = this.standing()
    if (standing.some((one) => one.learner === learner && one.programme === programme)) {
      return refuse('twice')
    }
    if (standing.some((one) => one.notebook === notebook && one.learner !== learner)) {
      return refuse('taken')
    }
    const present = await files.read(notebook)
    if (!present) return refuse('missing')
    if (isEmpty(present.text)) return refuse('empty')
    await files.pin(notebook, present.version)
    const work = crypto.randomUUID()
    const training = openTraining(journal, learner, programme)?.id ?? null
    const told = { work, programme, training, notebook, version: present.version }
    await this.#keep('capstone.handed-in', learner, told)
    return { work, refused: null }
  }

  async withdraw(learner: string, id: string): Promise<void> {
    const { learner: author } = this.workFor(id, { role: 'self', learner })
    await this.#keep('capstone.withdrawn', author, { work: id })
  }

  async rate(id: string, rater: Rater, levels: Levels): Promise<Work> {
    const { programme, learner } = this.workFor(id, rater)
    const { rubric } = await this.#parts.rubrics.of(programme)
    const { complete, ignored } = judged(rubric, levels)
    if (!complete || ignored.length > 0) {
      throw new ZhizhiError('bad_request', { field: 'levels' })
    }
    const told = { work: id, role: rater.role, rater: raterId(rater), levels: { ...levels } }
    await this.#keep('capstone.rated', learner, told)
    return this.work(id)
  }

  /** Allots peers among those of the class who handed in. */
  async allot(classId: string, programme: string): Promise<void> {
    const works = this.ofClass(classId, programme)
    for (const [work, peers] of this.#allotted(classId, programme)) {
      const record = works.find(({ id }) => id === work)
      if (!record || same(record.peers, peers)) continue
      await this.#keep('capstone.peers', record.learner, { work, peers: [...peers] })
    }
  }

  /** Whether allotting now would change anything. */
  allotDue(classId: string, programme: string): boolean {
    const allotted = this.#allotted(classId, programme)
    return this.ofClass(classId, programme).some(
      ({ id, peers }) => !same(peers, allotted.get(id) ?? []),
    )
  }

  /** Works of members of the class; of learners of no class where there is none. */
  ofClass(classId: string | null, programme: string): Work[] {
    const room = this.#parts.journal.state(classroomProjection)
    const anywhere = new Set(Object.values(room.classes).flatMap(({ people }) => people))
    const members = classId === null ? undefined : new Set(classOf(room, classId).people)
    return this.standing().filter((work) => {
      const isIn = members ? members.has(work.learner) : !anywhere.has(work.learner)
      return isIn && work.programme === programme
    })
  }

  #allotted(classId: string, programme: string): Map<string, readonly string[]> {
    return allotPeers(this.ofClass(classId, programme), hashOf(`${classId} ${programme}`))
  }

  async #keep<T extends AssessmentEventType>(
    type: T,
    by: string,
    data: AssessmentEvent<T>,
  ): Promise<void> {
    await this.#parts.journal.append({ type, by, data })
  }
}

const refuse = (refused: HandInRefusal) => ({ work: null, refused })

/** Nothing but a head, or nothing at all. */
const isEmpty = (text: string): boolean =>
  parseNotebook(text).blocks.every((block) => block.kind === 'prose' && block.text.trim() === '')

const same = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((one) => others.includes(one))

/** A learner's id, or the facilitator's number. */
export const raterId = (rater: Rater): string =>
  rater.role === 'facilitator' ? String(rater.number) : rater.learner

export const isBy = (rater: Rater, rating: { readonly role: RaterRole; readonly rater: string }) =>
  rating.role === rater.role && rating.rater === raterId(rater)

function mayJudge({ learner, peers }: Work, rater: Rater): boolean {
  if (rater.role === 'facilitator') return true
  if (rater.role === 'self') return rater.learner === learner
  return rater.learner !== learner && peers.includes(rater.learner)
}
