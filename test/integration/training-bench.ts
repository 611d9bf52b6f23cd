import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assessmentProjection } from '../../desktop/domain/assessment/projection.ts'
import { classroomProjection } from '../../desktop/domain/classroom/projection.ts'
import { progressProjection } from '../../desktop/domain/course/progress.ts'
import { createContent } from '../../desktop/host/content.ts'
import { openWorkspace } from '../../desktop/journal/workspace.ts'
import { Rubrics } from '../../desktop/services/assessment/rubrics.ts'
import { createTrainings } from '../../desktop/services/assessment/trainings.ts'
import { createCatalogue } from '../../desktop/services/catalogue.ts'
import { createLearning } from '../../desktop/services/learning.ts'
import type { Engine, Journal, Person } from '../../desktop/services/ports.ts'
import { cohortEvents } from '../simulated-cohort.ts'
import { call } from './learning-support.ts'

/** A class, its trainings and a journal, for tests. */

const fixture = new URL('../fixtures/courses-proof/courses', import.meta.url).pathname
const tickets = new URL('../../datasets/hotline-tickets', import.meta.url).pathname
const noEngine = new Proxy({} as Engine, {
  get: () => () => Promise.reject(new Error('no engine here')),
})
const projections = [progressProjection, assessmentProjection, classroomProjection]
export const programme = 'trial'
export const [room, other] = ['class-1', 'class-2']
let seed = 1

export async function openTrainings() {
  const temporary = await mkdtemp(join(tmpdir(), 'zhizhi-trainings-'))
  const root = join(temporary, 'content')
  await cp(fixture, join(root, 'courses'), { recursive: true })
  await cp(tickets, join(root, 'datasets/hotline-tickets'), { recursive: true })
  const content = createContent(root, join(temporary, 'data'))
  let people: Person[] = []
  let ahead = 0
  const openJournal = () => openWorkspace(join(temporary, 'workspace'), { projections })
  let workspace = await openJournal()
  const catalogue = await createCatalogue(content)
  const on = (journal: Journal) => {
    const clock = { now: () => new Date(Date.now() + ahead) }
    const engine = noEngine
    const learning = createLearning({ content, datasets: catalogue, engine, journal, clock })
    const { programmes, library } = learning
    const trainings = createTrainings({
      ...{ journal, programmes, library, people: { list: () => people } },
      ...{ rubrics: new Rubrics({ content, programmes }), newSeed: () => (seed += 1) },
      clock,
    })
    return { journal, programmes, trainings }
  }
  let parts = on(workspace.journal)
  return {
    get trainings() {
      return parts.trainings
    },
    get journal() {
      return parts.journal
    },
    get programmes() {
      return parts.programmes
    },
    async classOf(id: string, names: readonly string[]) {
      const fresh = names.map((name, at) => ({ id: `${id}-p${at}`, name, picture: 'pine' }))
      people = [...people, ...fresh]
      const { journal } = parts
      await journal.append({ type: 'class.made', data: { class: id, title: `班 ${id}` } })
      const enrolled = { class: id, people: fresh.map((person) => person.id) }
      await journal.append({ type: 'class.enrolled', data: enrolled })
      return enrolled.people
    },
    forget(id: string) {
      people = people.filter((person) => person.id !== id)
      return parts.journal.append({ type: 'person.forgotten', by: id, data: {} })
    },
    /** Lets so many days go by, for who looks at the records. */
    wait(days: number) {
      ahead += days * 86_400_000
    },
    async reopen() {
      await workspace.close()
      workspace = await openJournal()
      parts = on(workspace.journal)
    },
    async close() {
      await workspace.close()
      await rm(temporary, { recursive: true, force: true })
    },
  }
}

export const names = Array.from({ length: 12 }, (_, at) => `学员${at}`)

type Bench = Awaited<ReturnType<typeof openTrainings>>

/** What tests ask of trainings, of the bench that is there when they ask. */
export function callsOn(bench: () => Bench) {
  const begin = async (id = room) =>
    (await bench().trainings['training.begin']({ class: id, programme }, call)).training
  const read = (training: string) => bench().trainings['training.read']({ training }, call)
  const exported = async (training: string, format: 'csv' | 'xapi', names = false) =>
    (await bench().trainings['training.export']({ training, format, names }, call)).text

  /** What learners of known ability leave behind, in a training that has begun. */
  async function learn(training: string, people: readonly string[]) {
    const found = await bench().programmes.programme(programme)
    const banks = await bench().programmes.banksOf(found)
    const events = cohortEvents({
      ...{ training, class: room, people, programme: found, banks, criteria: [], seed: 5 },
    })
    for (const { type, by, data } of events) {
      if (type.startsWith('sitting.')) await bench().journal.append({ type, by, data: { ...data } })
    }
  }

  /** Begins a test for somebody, and ends it where it is asked. */
  async function sit(training: string | null, by: string, kind: string, ended = true) {
    const sitting = `s${(seed += 1)}`
    const items = [{ course: 'c', item: 'i' }]
    const begun = { sitting, programme, kind, form: null, training, seed: 1, items }
    await bench().journal.append({ type: 'sitting.begun', by, data: begun })
    const answer = { question: 1, correct: false, code: 'wrong', chosen: null, seconds: null }
    await bench().journal.append({ type: 'sitting.answered', by, data: { sitting, ...answer } })
    if (!ended) return
    const end = { sitting, end: 'handed-in', learnt: 0 }
    await bench().journal.append({ type: 'sitting.ended', by, data: end })
  }

  return { begin, read, exported, learn, sit }
}
