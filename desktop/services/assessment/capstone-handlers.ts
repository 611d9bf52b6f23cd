import type {
  AgreementView,
  CapstoneBoard,
  capstoneProcedures,
  Rater,
} from '../../contract/capstone.ts'
import { notebookId } from '../../contract/workbench.ts'
import type { Handlers } from '../../contract/wire/procedure.ts'
import { agreementOf } from '../../domain/assessment/rater-agreement.ts'
import { classroomProjection } from '../../domain/classroom/projection.ts'
import { hashOf } from '../../domain/course/kinds/drawing.ts'
import { classOf } from '../classroom/views.ts'
import { type CapstoneParts, Capstones, isBy, type Work } from './capstones.ts'
import { judgedText, titleOf, workView } from './capstone-views.ts'
import type { WithRubric } from './rubrics.ts'

/** Handing a capstone in, judging it, and how far those who judge agree. */
export function createCapstones(
  parts: CapstoneParts,
): Handlers<typeof capstoneProcedures, undefined> {
  const { files, rubrics } = parts
  const capstones = new Capstones(parts)
  return {
    'capstone.programmes': async () => (await rubrics.list()).map(named),
    async 'capstone.own'({ learner, programme }) {
      const found = await rubrics.of(programme)
      const works = capstones.standing().filter((one) => one.programme === programme)
      const view = (role: 'self' | 'peer') => (work: Work) =>
        workView(files, found.rubric, work, { role, learner })
      const own = works.find((work) => work.learner === learner)
      const toJudge = works.filter(({ peers }) => peers.includes(learner))
      return {
        programme: named(found),
        rubric: found.rubric,
        work: own ? await view('self')(own) : null,
        notebooks: await notebooksOf(parts),
        toJudge: await Promise.all(toJudge.map(view('peer'))),
      }
    },
    'capstone.handIn': ({ learner, programme, notebook }) =>
      capstones.handIn(learner, programme, notebook),
    async 'capstone.withdraw'({ learner, work }) {
      await capstones.withdraw(learner, work)
      return {}
    },
    async 'capstone.work'({ work: id, rater }) {
      const work = capstones.workFor(id, rater)
      const found = await rubrics.of(work.programme)
      return {
        programme: named(found),
        rubric: found.rubric,
        work: await workView(files, found.rubric, work, rater),
        source: await judgedText(files, work),
      }
    },
    async 'capstone.rate'({ work: id, rater, levels }) {
      const work = await capstones.rate(id, rater, levels)
      const { rubric } = await rubrics.of(work.programme)
      return workView(files, rubric, work, rater)
    },
    async 'capstone.board'({ class: classId, facilitator }) {
      const found = await rubrics.list()
      const rater = { role: 'facilitator', number: facilitator } as const
      return Promise.all(found.map((one) => boardView(parts, capstones, one, classId, rater)))
    },
    async 'capstone.allot'({ class: classId, programme }) {
      await rubrics.of(programme)
      await capstones.allot(classId, programme)
      return {}
    },
  }
}

const named = ({ programme: { id, title, capstone } }: WithRubric) => ({ id, title, capstone })

/** Notebooks that lie in the workspace; one that cannot be read is not offered. */
async function notebooksOf({ files }: CapstoneParts) {
  const ids = (await files.list()).filter((id) => notebookId.safeParse(id).success)
  const read = ids.map(async (id) => {
    const text = await files.read(id).catch(() => undefined)
    return text ? [{ id, title: titleOf(id, text.text) }] : []
  })
  return (await Promise.all(read)).flat()
}

async function boardView(
  { files, journal }: CapstoneParts,
  capstones: Capstones,
  found: WithRubric,
  classId: string | null,
  rater: Rater & { readonly role: 'facilitator' },
): Promise<CapstoneBoard> {
  const { programme, rubric } = found
  const works = capstones.ofClass(classId, programme.id)
  const room = journal.state(classroomProjection)
  const members = classId === null ? [] : classOf(room, classId).people
  const authors = new Set(works.map(({ learner }) => learner))
  return {
    programme: named(found),
    rubric,
    works: await Promise.all(works.map((work) => workView(files, rubric, work, rater))),
    without: members.filter((member) => !authors.has(member)),
    allotDue: classId !== null && capstones.allotDue(classId, programme.id),
    agreement: agreementView(found, works, rater),
  }
}

/** Only of works that he has judged himself: the others' levels are not for him to know yet. */
function agreementView(
  { programme, rubric }: WithRubric,
  works: readonly Work[],
  rater: Rater & { readonly role: 'facilitator' },
): AgreementView {
  const seen = works.filter(({ ratings }) => ratings.some((rating) => isBy(rater, rating)))
  const ratings = seen.map((work) => work.ratings)
  const seed = hashOf(programme.id)
  return structuredClone(agreementOf(rubric, ratings, String(rater.number), seed)) as AgreementView
}
