import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { learnProcedures } from '../../desktop/contract/learn.ts'
import { noProgress } from '../../desktop/domain/course/progress.ts'
import { call, openLearning, type LearningBench } from './learning-support.ts'

/** Courses, lessons, demos and progress through the handlers that a window calls. */

const broken = `---
title: { zh: 坏的一课, en: Broken }
minutes: 3
---
\`\`\`exercise
id: x
kind: choice
\`\`\`
`

let bench: LearningBench
beforeAll(async () => {
  bench = await openLearning({
    files: {
      'courses/a4-query-1/08-broken/lesson.md': broken,
      'courses/a4-query-1/09-headless/lesson.md': '没有开头',
      'courses/z9-broken/course.yaml': 'id: z9-broken\ntrack: A\n',
      'courses/b4-payment/scenarios/broken.yaml': 'id: broken\nstart: one\n',
    },
  })
})
afterAll(() => bench.close())

const handlers = () => bench.learning.handlers
const place = { course: 'a4-query-1', lesson: '01-count-by-street' }
const right = `SELECT street, count(*) AS 件数 FROM hotline_tickets
  WHERE category = '噪声扰民' GROUP BY street ORDER BY 件数 DESC`

describe('courses', () => {
  it('are listed with their lessons, the broken ones too', async () => {
    const courses = learnProcedures['course.list'].output.parse(
      await handlers()['course.list']({}, call),
    )
    const tracks = courses.map(({ id, track }) => [id, track])
    expect(tracks).toContainEqual(['a4-query-1', 'A'])
    expect(tracks).toContainEqual(['b4-payment', 'B'])
    const ids = tracks.map(([id]) => id ?? '')
    expect(ids).not.toContain('z9-broken')
    expect(ids.indexOf('a10-capstone')).toBe(ids.findIndex((id) => id.startsWith('a9-')) + 1)
    const lessons = courses.find(({ id }) => id === 'a4-query-1')?.lessons ?? []
    expect(lessons.map(({ id, title }) => [id, title.zh])).toEqual(
      expect.arrayContaining([
        ['01-count-by-street', '哪条街道的噪声工单最多？'],
        ['08-broken', '坏的一课'],
        ['09-headless', '09-headless'],
      ]),
    )
  })

  it('that cannot be read are told of', async () => {
    const problems = await bench.learning.library.problems()
    expect(problems.map(({ file, line }) => [file, line])).toEqual(
      Array.from({ length: 3 }, () => ['courses/z9-broken/course.yaml', 1]),
    )
  })
})

describe('a lesson', () => {
  it('comes without its answers', async () => {
    const lesson = await handlers()['course.lesson'](place, call)
    const view = learnProcedures['course.lesson'].output.parse(lesson)
    expect(view.datasets).toMatchObject([
      { id: 'hotline-tickets', table: 'hotline_tickets', synthetic: true },
    ])
    const kinds = new Set(view.blocks.map((block) => block.kind))
    expect([...kinds].toSorted()).toEqual(['card', 'choice', 'prose', 'speaker', 'sql', 'sql-demo'])
    expect(JSON.stringify(view)).not.toContain('because')
    expect(JSON.stringify(lesson)).not.toContain('reference')
  })

  it('that is broken says where, and leaves the others alone', async () => {
    const opened = handlers()['course.lesson']({ ...place, lesson: '08-broken' }, call)
    await expect(opened).rejects.toMatchObject({
      code: 'course_invalid',
      params: {
        file: 'courses/a4-query-1/08-broken/lesson.md',
        line: 6,
        problem: 'ask：没有写，这一项不能少（另有 1 处）',
      },
    })
  })

  it('has a scenario that fits its schema', async () => {
    const input = { course: 'b4-payment', scenario: 'look-before-paying' }
    const scenario = await handlers()['course.scenario'](input, call)
    expect(learnProcedures['course.scenario'].output.parse(scenario)).toEqual(scenario)
  })

  it.each([
    ['broken', 'scenario_invalid'],
    ['nowhere', 'not_found'],
    ['../../a4-query-1/course', 'not_found'],
  ])('has no scenario %j', async (scenario, code) => {
    const opened = handlers()['course.scenario']({ course: 'b4-payment', scenario }, call)
    await expect(opened).rejects.toMatchObject({ code })
  })
})

describe('a demo', () => {
  const demo = (sql: string) => handlers()['lesson.demo']({ ...place, sql }, call)

  it('runs as the learner changed it', async () => {
    const table = await demo(
      "SELECT count(*) AS n FROM hotline_tickets WHERE category = '交通出行'",
    )
    expect(learnProcedures['lesson.demo'].output.parse(table)).toMatchObject({
      columns: [{ name: 'n', type: 'BIGINT' }],
      truncated: false,
    })
  })

  it('brings back 200 rows at most', async () => {
    const table = await demo('FROM hotline_tickets')
    expect(table).toMatchObject({ truncated: true })
    expect(table.rows).toHaveLength(200)
  })

  it('fails with the error and its place', async () => {
    await expect(demo('SELECT x FROM hotline_tickets')).rejects.toMatchObject({
      code: 'sql_failed',
      at: { from: 7, to: 8 },
    })
  })

  it('stops when its caller goes away', async () => {
    const endless = 'WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r) FROM r'
    const aborter = new AbortController()
    const input = { ...place, sql: `${endless} WHERE n < 0` }
    const running = handlers()['lesson.demo'](input, { ...call, signal: aborter.signal })
    setTimeout(() => aborter.abort(), 300)
    await expect(running).rejects.toMatchObject({ code: 'cancelled' })
  })
})

describe('progress', () => {
  it('is kept for learners, outlives a restart, and stays apart', async () => {
    const learner = 'p-1'
    const check = (sql: string, who: string | null, hints: number) =>
      handlers()['exercise.check'](
        {
          ...place,
          exercise: 'noise-by-street',
          learner: who,
          hints,
          answer: { kind: 'sql', sql },
        },
        call,
      )
    await handlers()['progress.lesson']({ ...place, learner, what: 'opened' }, call)
    await check('SELECT street FROM hotline_tickets', learner, 1)
    await check(right, learner, 2)
    await check(right, null, 0)
    const run = { course: 'b4-payment', scenario: 'look-before-paying', learner }
    await handlers()['progress.scenario'](
      { ...run, reached: true, help: 'hinted', mistakes: ['paid-without-looking'] },
      call,
    )
    const before = await handlers()['progress.lesson']({ ...place, learner, what: 'done' }, call)
    expect(before.exercises).toMatchObject({
      'a4-query-1/01-count-by-street#noise-by-street': { attempts: 2, correct: true, hints: 2 },
    })
    expect(before.scenarios).toMatchObject({
      'b4-payment/look-before-paying': { runs: 1, best: 'hinted', mistakes: 1 },
    })

    const reopened = await bench.reopen()
    expect(await reopened.handlers['progress.read']({ learner }, call)).toEqual(before)
    const nobody = await reopened.handlers['progress.read']({ learner: 'p-2' }, call)
    expect(nobody).toEqual(noProgress)
  })
})

describe('an answer of the wrong kind', () => {
  it('is refused', async () => {
    const answer = { kind: 'choice' as const, chosen: [0] }
    const input = { ...place, exercise: 'noise-by-street', learner: null, hints: 0, answer }
    await expect(handlers()['exercise.check'](input, call)).rejects.toMatchObject({
      code: 'bad_request',
    })
  })
})
