import { ZhizhiError } from '../../contract/errors.ts'
import type { trainingProcedures } from '../../contract/training.ts'
import type { Handlers } from '../../contract/wire/procedure.ts'
import { cohortCsv, type CohortNames } from '../../domain/assessment/cohort-csv.ts'
import { assignHalves } from '../../domain/assessment/halves.ts'
import { assessmentProjection } from '../../domain/assessment/projection.ts'
import { inOrder, type TrainingRecord } from '../../domain/assessment/record.ts'
import { sittingStatements } from '../../domain/assessment/xapi-sitting.ts'
import { classroomProjection } from '../../domain/classroom/projection.ts'
import { classOf } from '../classroom/views.ts'
import { Turns } from '../turns.ts'
import { itemsTold } from './items-told.ts'
import { noPass, trainingFacts } from './training-facts.ts'
import { membersOf, trainingView, type TrainingParts } from './training-view.ts'

interface Parts extends TrainingParts {
  readonly newSeed: () => number
}

type TrainingHandlers = Handlers<typeof trainingProcedures, undefined>

/** A class takes up a programme, and its organiser sees how far everybody is. */
export function createTrainings(parts: Parts): TrainingHandlers {
  const { journal, programmes } = parts
  const trainings = () => journal.state(assessmentProjection).trainings
  const known = (id: string) => found(trainings(), id)
  const begun = new Turns()
  return {
    async 'training.list'({ class: id }) {
      classOf(journal.state(classroomProjection), id)
      const all = await programmes.list()
      const titles = new Map(all.map((one) => [one.id, one.title]))
      const own = inOrder(trainings()).filter((one) => one.class === id)
      const taken = new Set(own.flatMap((one) => (one.closedAt ? [] : [one.programme])))
      return {
        trainings: own.toReversed().map(({ id: training, programme, begunAt, closedAt }) => ({
          ...{ id: training, programme, begunAt, closedAt },
          title: titles.get(programme) ?? { zh: programme, en: programme },
        })),
        programmes: all.flatMap(({ id: programme, title, summary }) =>
          taken.has(programme) ? [] : [{ id: programme, title, summary }],
        ),
      }
    },
    'training.begin': ({ class: id, programme }) => begun.take(() => begin(parts, id, programme)),
    'training.read': ({ training }) => trainingView(parts, training, known(training)),
    async 'training.close'({ training }) {
      if (known(training).closedAt === null) {
        await journal.append({ type: 'training.closed', data: { training } })
      }
      return {}
    },
    'training.export': async ({ training, format, names }) => ({
      text: await exported(parts, { id: training, ...known(training) }, format, names),
    }),
  }
}

function found(all: Readonly<Record<string, TrainingRecord>>, id: string): TrainingRecord {
  const training = all[id]
  if (!training) throw new ZhizhiError('not_found', { what: '这个培训' })
  return training
}

async function begin({ journal, programmes, newSeed }: Parts, id: string, programme: string) {
  const { people } = classOf(journal.state(classroomProjection), id)
  await programmes.programme(programme)
  const open = Object.values(journal.state(assessmentProjection).trainings).some(
    (one) => one.class === id && one.programme === programme && one.closedAt === null,
  )
  if (open) throw new ZhizhiError('bad_request', { what: '这个班已经在这个培训里了' })
  const [training, seed] = [crypto.randomUUID(), newSeed()]
  await journal.append({ type: 'training.begun', data: { training, class: id, programme, seed } })
  for (const [by, half] of assignHalves(people, {}, seed)) {
    await journal.append({ type: 'training.assigned', by, data: { training, half } })
  }
  return { training }
}

async function exported(
  parts: Parts,
  training: TrainingRecord & { readonly id: string },
  format: 'csv' | 'xapi',
  names: boolean,
): Promise<string> {
  const named = new Map(
    membersOf(parts, training).map(({ id: person, number: own, name }) => [
      person,
      { number: own, name: names ? name : undefined },
    ]),
  )
  if (format === 'xapi') return statementsOf(parts, training, named)
  const facts = (await trainingFacts(parts)).find(({ number }) => number === training.nth)
  if (!facts) throw new ZhizhiError('not_found', { what: '这个培训' })
  return cohortCsv(facts, named)
}

async function statementsOf(
  parts: TrainingParts,
  training: TrainingRecord & { readonly id: string },
  named: CohortNames,
): Promise<string> {
  const { journal, programmes } = parts
  const own = (await programmes.list()).filter(({ id }) => id === training.programme)
  const unknown = { title: { zh: training.programme, en: training.programme }, pass: noPass }
  const { title, pass } = own[0] ?? unknown
  const taken = inOrder(journal.state(assessmentProjection).sittings)
  const told = sittingStatements(
    {
      ...{ title, pass, class: training.class, item: await itemsTold(parts, own) },
      sittings: taken.filter((one) => one.training === training.id),
    },
    named,
  )
  return `${JSON.stringify(told, null, 2)}\n`
}
