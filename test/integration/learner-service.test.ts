import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { learnerProcedures } from '../../desktop/contract/learner.ts'
import { faults } from '../unit/xapi-rules.ts'
import { call, openLearning, type LearningBench } from './learning-support.ts'

/** Mastery, tests, reviews and the report through the handlers that a window calls. */

const fixtures = new URL('../fixtures/courses-mastery', import.meta.url).pathname

async function fixtureFiles(): Promise<Record<string, string>> {
  const names = await readdir(fixtures, { recursive: true })
  const files = names.filter((name) => /\.(md|yaml)$/.test(name))
  const read = files.map(async (name): Promise<[string, string]> => {
    return [`courses/${name}`, await readFile(join(fixtures, name), 'utf8')]
  })
  return Object.fromEntries(await Promise.all(read))
}

let bench: LearningBench
let today = new Date(Date.UTC(2026, 10, 23, 4))
beforeAll(async () => {
  bench = await openLearning({ files: await fixtureFiles(), now: () => today })
})
afterAll(() => bench.close())

const handlers = () => bench.learning.handlers
const course = 'a9-counting'
const first = { course, lesson: '01-denominator' }

function answer(learner: string, lesson: string, exercise: string, chosen: number) {
  const input = { course, lesson, exercise, learner, hints: 0 }
  return handlers()['exercise.check'](
    { ...input, answer: { kind: 'choice', chosen: [chosen] } },
    call,
  )
}

async function view(learner: string | null) {
  const told = await handlers()['learner.course']({ course, learner }, call)
  return learnerProcedures['learner.course'].output.parse(told)
}

describe('a course', () => {
  it('shows objectives, competences by name, sources and what to take before', async () => {
    const told = await view(null)
    expect(told.objectives.map(({ title }) => title.en)).toEqual([
      'Tell a count from a rate',
      'Pick rows with WHERE',
    ])
    expect(told.competences.map(({ name }) => name?.zh)).toEqual([
      '评价数据、信息与数字内容',
      '开发利用',
    ])
    expect(told.sources).toMatchObject([{ what: '常住人口的口径' }])
    expect(told.prerequisites).toMatchObject([
      { id: 'a4-query-1', title: { zh: '查数 I' } },
      { id: 'a0-nowhere', title: null },
    ])
  })

  it('that is not there is said to be missing', async () => {
    const asked = handlers()['learner.course']({ course: 'nowhere', learner: null }, call)
    await expect(asked).rejects.toMatchObject({ code: 'not_found' })
    const test = handlers()['learner.test']({ course: 'b4-payment' }, call)
    await expect(test).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('the test', () => {
  it('comes without its answers, and its questions are in no lesson', async () => {
    const told = await handlers()['learner.test']({ course }, call)
    expect(learnerProcedures['learner.test'].output.parse(told)).toEqual(told)
    expect(told.items).toHaveLength(8)
    expect(JSON.stringify(told)).not.toContain('because')
    const run = await handlers()['course.lesson']({ course, lesson: 'test' }, call)
    expect(run.blocks.some(({ kind }) => kind === 'choice')).toBe(false)
  })

  it('lets lessons be passed over, and tells of the change', async () => {
    const learner = 'p-test'
    await answer(learner, 'test', 'a-rate-1', 1)
    await answer(learner, 'test', 'a-rate-2', 1)
    await handlers()['learner.skip'](
      { learner, course, lesson: 'test', exercise: 'a-filter-1' },
      call,
    )
    const told = await view(learner)
    expect(told.tests).toMatchObject({ before: { state: 'done', known: 1 }, after: { known: 0 } })
    expect(told.lessons.map(({ skippable }) => skippable)).toEqual([true, false])
  })
})

describe('a lesson', () => {
  it('is begun anew and brought back, also after a restart', async () => {
    const learner = 'p-anew'
    await answer(learner, first.lesson, 'count-or-rate', 0)
    const where = { ...first, learner, part: 3, text: '再想一步' }
    await handlers()['learner.place'](where, call)
    const before = await handlers()['progress.read']({ learner }, call)
    expect(before.lessons['a9-counting/01-denominator']?.place).toEqual({
      ...{ part: 3, text: '再想一步' },
    })
    const anew = await handlers()['learner.reset']({ ...first, learner }, call)
    expect(anew).toMatchObject({ lessons: {}, exercises: {} })
    expect((await view(learner)).lessons[0]?.aside).toBe(true)
    const reopened = await bench.reopen()
    expect(await reopened.handlers['progress.read']({ learner }, call)).toEqual(anew)
    bench.learning = reopened
    expect(await handlers()['learner.restore']({ ...first, learner }, call)).toEqual(before)
  })
})

describe('reviews', () => {
  it('come four days after, and again four days after the answer', async () => {
    const learner = 'p-review'
    await answer(learner, first.lesson, 'count-or-rate', 0)
    await answer(learner, first.lesson, 'which-denominator', 0) // wrong: nothing to review yet
    const due = () => handlers()['learner.reviews']({ learner }, call)
    expect(await due()).toEqual([])
    today = new Date(today.getTime() + 4 * 86_400_000)
    const told = await due()
    expect(learnerProcedures['learner.reviews'].output.parse(told)).toMatchObject([
      { ...first, exercise: 'count-or-rate', lessonTitle: { zh: '分母是谁？' } },
    ])
    const reviewed = { ...first, learner, exercise: 'count-or-rate', knew: false }
    await handlers()['learner.reviewed'](reviewed, call)
    expect(await due()).toEqual([])
  })
})

describe('the report', () => {
  it('tells of begun courses only, and leaves as CSV and as valid statements', async () => {
    const learner = 'p-report'
    await handlers()['progress.lesson']({ ...first, learner, what: 'opened' }, call)
    await answer(learner, first.lesson, 'count-or-rate', 0)
    await answer(learner, first.lesson, 'which-denominator', 1)
    const told = learnerProcedures['learner.report'].output.parse(
      await handlers()['learner.report']({ learner }, call),
    )
    expect(told.courses.map(({ id }) => id)).toEqual([course])
    expect(told.courses[0]?.objectives[0]?.mastery).toMatchObject({
      ...{ state: 'mastered', help: 'alone', right: 2, seen: 2, needed: 2, of: 3 },
    })
    const csv = await handlers()['learner.export']({ learner, format: 'csv', name: null }, call)
    expect(csv.text).toContain('p-report,a9-counting,数一数,目标,data.rate-or-count')
    const xapi = await handlers()['learner.export']({ learner, format: 'xapi', name: null }, call)
    const list = JSON.parse(xapi.text) as unknown[]
    expect(list).toHaveLength(4)
    expect(list.flatMap(faults)).toEqual([])
  })
})

describe('the check of courses', () => {
  it('finds nothing wrong in this one', async () => {
    const { errors } = await bench.learning.checkContent([`courses/${course}`])
    expect(errors).toEqual([])
  })
})
