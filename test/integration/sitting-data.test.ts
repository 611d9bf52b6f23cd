import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { assessmentProjection } from '../../desktop/domain/assessment/projection.ts'
import { classroomProjection } from '../../desktop/domain/classroom/projection.ts'
import { progressProjection } from '../../desktop/domain/course/progress.ts'
import { createContent } from '../../desktop/host/content.ts'
import { openWorkspace } from '../../desktop/journal/workspace.ts'
import { createAssessment } from '../../desktop/services/assessment/handlers.ts'
import { createCatalogue } from '../../desktop/services/catalogue.ts'
import { createLearning } from '../../desktop/services/learning.ts'
import { call, type ExerciseEngine, openExerciseEngine } from './learning-support.ts'

/** A test whose data an update removes or changes while it goes on, on a real journal and engine. */

const fixture = new URL('../fixtures/courses-proof/courses', import.meta.url).pathname
const tickets = new URL('../../datasets/hotline-tickets', import.meta.url).pathname
const projections = [progressProjection, assessmentProjection, classroomProjection]
const learner = 'learner-1'

let folder: string
let exercise: ExerciseEngine
let workspace: Awaited<ReturnType<typeof openWorkspace>>
let proof: ReturnType<typeof createAssessment>
const root = () => join(folder, 'content')

/** The installation as it is read at its start: what an update did is seen from here on. */
async function start() {
  const content = createContent(root(), join(folder, 'data'))
  const datasets = await createCatalogue(content)
  const { journal } = workspace
  const clock = { now: () => new Date() }
  const engine = exercise.supervisor
  const learning = createLearning({ content, datasets, engine, journal, clock })
  const { library, programmes, exercises, sittings: lessons } = learning
  const parts = { journal, datasets, library, programmes, exercises, lessons }
  proof = createAssessment({ ...parts, newSeed: () => 7 })
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhizhi-sitting-data-'))
  exercise = await openExerciseEngine([join(folder, 'data')])
})
beforeEach(async () => {
  await cp(fixture, join(root(), 'courses'), { recursive: true })
  await cp(tickets, join(root(), 'datasets/hotline-tickets'), { recursive: true })
  const clock = { now: () => new Date() }
  workspace = await openWorkspace(join(folder, 'workspace'), { projections, clock })
  await start()
})
afterEach(async () => {
  await workspace.close()
  await rm(join(folder, 'workspace'), { recursive: true })
  await rm(root(), { recursive: true })
})
afterAll(async () => {
  await exercise.close()
  await rm(folder, { recursive: true })
})

const begin = async () =>
  (await proof['proof.begin']({ learner, programme: 'trial', kind: 'final' }, call)).sitting
const view = (sitting: string) => proof['proof.sitting']({ learner, sitting }, call)
const end = (sitting: string) => proof['proof.end']({ learner, sitting, end: 'handed-in' }, call)
type Answer = Parameters<(typeof proof)['proof.answer']>[0]['answer']
const give = (sitting: string, question: string, answer: Answer) =>
  proof['proof.answer']({ learner, sitting, question, answer, seconds: 3 }, call)
const anySql = { kind: 'sql', sql: 'SELECT 1 AS n' } as const

/** What asks of data, and what does not, by number. */
async function questionsOf(sitting: string) {
  const { lesson, questions } = await view(sitting)
  const onData = lesson.blocks.flatMap((one) => (one.kind === 'sql' ? [one.id] : []))
  const others = questions.flatMap(({ id }) => (onData.includes(id) ? [] : [id]))
  return { onData, others }
}

/** Answers rightly what asks of no data. */
async function answerOthers(sitting: string) {
  for (const block of (await view(sitting)).lesson.blocks) {
    if (block.kind !== 'choice' && block.kind !== 'number') continue
    const numbers = [...block.ask.replace(/^[^：]*：/, '').matchAll(/\d+/g)].map(Number)
    const [n = 0, m = 0] = numbers
    const answer =
      block.kind === 'choice'
        ? { kind: block.kind, chosen: [block.options.indexOf(String(n - 10))] }
        : { kind: block.kind, text: String(n + m) }
    await give(sitting, block.id, answer)
  }
}

/** As an update would that calls a column by another name. */
async function changeData() {
  for (const course of ['p1-counting', 'p2-shares']) {
    const file = join(root(), 'courses', course, 'bank.md')
    const text = await readFile(file, 'utf8')
    await writeFile(file, text.replaceAll('WHERE channel =', 'WHERE came_by ='))
  }
}

describe('a dataset that an update removed', () => {
  it.each(['while it runs', 'before it starts'] as const)(
    'takes its questions alone with it: %s',
    async (when) => {
      const sitting = await begin()
      const { onData, others } = await questionsOf(sitting)
      expect([onData.length > 0, others.length > 0]).toEqual([true, true])
      await rm(join(root(), 'datasets/hotline-tickets'), { recursive: true })
      if (when === 'before it starts') await start()
      const { questions, lesson } = await view(sitting)
      expect(questions.filter(({ gone }) => gone).map(({ id }) => id)).toEqual(onData)
      expect(lesson.datasets).toEqual([])
      await answerOthers(sitting)
      const told = await give(sitting, onData[0] ?? '', null)
      expect(told.skipped).toEqual([])
      const result = await end(sitting)
      expect([result.right, result.total]).toEqual([others.length, others.length])
      expect(result.objectives.reduce((all, { total }) => all + total, 0)).toBe(others.length)
    },
  )
})

describe('a dataset that an update changed', () => {
  it('is told at the question that can no longer be checked, and counts neither way', async () => {
    const sitting = await begin()
    const { onData, others } = await questionsOf(sitting)
    await changeData()
    await answerOthers(sitting)
    const told = await give(sitting, onData[0] ?? '', anySql)
    expect(told.gone).toEqual([onData[0]])
    const seen = (await view(sitting)).questions.find(({ id }) => id === onData[0])
    expect(seen).toMatchObject({ gone: true, answered: true, skipped: false })
    const result = await end(sitting)
    expect([result.right, result.total]).toEqual([others.length, others.length])
    expect(result.objectives.reduce((all, { total }) => all + total, 0)).toBe(others.length)
  })

  it('makes no mistake of passing such a question over', async () => {
    const sitting = await begin()
    const { onData } = await questionsOf(sitting)
    await changeData()
    const told = await give(sitting, onData[0] ?? '', null)
    expect([told.skipped, told.gone]).toEqual([[], [onData[0]]])
  })

  it('leaves a question on data that is whole as it was: passed over, it is not right', async () => {
    const sitting = await begin()
    const { onData } = await questionsOf(sitting)
    const told = await give(sitting, onData[0] ?? '', null)
    expect([told.skipped, told.gone]).toEqual([[onData[0]], []])
    const wrong = await give(sitting, onData[0] ?? '', { kind: 'sql', sql: 'SELECT nothing' })
    expect([wrong.skipped, wrong.gone]).toEqual([[], []])
    expect((await end(sitting)).total).toBe(4)
  })
})
