import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call, openLearning, type LearningBench } from './learning-support.ts'

/** The kinds of exercises whose answer is a value, as they are checked, graded and recorded. */

const folder = new URL('../fixtures/courses/kinds/', import.meta.url)
let bench: LearningBench
beforeAll(async () => {
  const text = (path: string) => readFile(new URL(path, folder), 'utf8')
  const files = {
    'courses/kinds/course.yaml': await text('course.yaml'),
    'courses/kinds/01-values/lesson.md': await text('01-values/lesson.md'),
  }
  bench = await openLearning({ files })
})
afterAll(() => bench.close())

const grade = (exercise: string, answer: string) =>
  bench.learning.grade('kinds', '01-values', exercise, answer)

describe('check', () => {
  it('proves every kind and counts it', async () => {
    const { errors, exercises } = await bench.learning.checkContent(['courses/kinds'])
    expect(errors).toEqual([])
    expect(exercises).toEqual({
      proven: 8,
      total: 8,
      kinds: {
        sort: { proven: 2, total: 2 },
        order: { proven: 1, total: 1 },
        match: { proven: 1, total: 1 },
        fill: { proven: 1, total: 1 },
        number: { proven: 1, total: 1 },
        short: { proven: 1, total: 1 },
        choice: { proven: 1, total: 1 },
      },
    })
  })
})

describe('a written answer', () => {
  it.each<[string, string, boolean, RegExp]>([
    ['on-time', '７５．８２ ％', true, /^对了。737 ÷ 972/],
    ['on-time', '0.7582', false, /再乘 100/],
    ['steps', '[1, 3, 2, 4, 5]', true, /^对了/],
    ['steps', '[5, 4, 3, 2, 1]', false, /先后不对/],
    ['definitions', '{ 结案率: 报名的人 ÷ 参加的人 }', false, /1 对配得不对/],
    ['blanks', '{ num: 参加的 人数, den: 应参加的人数, rate: ７５％ }', true, /^对了/],
    ['headline', '{ text: 被回访的四成多的人里有九成七满意, met: [1, 2] }', true, /2 条都写到了/],
    ['one', 'A', true, /人多的街道/],
  ])('%s: %s', async (exercise, answer, correct, message) => {
    const verdict = await grade(exercise, answer)
    expect(verdict.correct).toBe(correct)
    expect(verdict.message).toMatch(message)
  })

  it('that cannot be read is answered by an example of one that can', async () => {
    await expect(grade('definitions', '结案率')).rejects.toMatchObject({
      code: 'bad_request',
      params: { what: '这道题的答案写成这样：{ 左: 右, 左: 右 }' },
    })
  })
})

describe('an answer from the page', () => {
  it('is told how far it and the learner’s own word agree, and both are kept', async () => {
    const check = bench.learning.handlers['exercise.check']
    const input = {
      course: 'kinds',
      lesson: '01-values',
      exercise: 'on-time',
      learner: 'someone',
      hints: 0,
      confidence: 'sure' as const,
      answer: { kind: 'number' as const, text: '93.72' },
    }
    const verdict = await check(input, call)
    expect(verdict.notes.at(-1)).toMatch(/^你说有把握，这次却不对/)
    const progress = await bench.learning.handlers['progress.read']({ learner: 'someone' }, call)
    expect(progress.exercises['kinds/01-values#on-time']).toMatchObject({ attempts: 1 })
  })

  it('to an exercise that was changed meanwhile is no wrong answer, but told so', async () => {
    const check = bench.learning.handlers['exercise.check']
    const verdict = await check(
      {
        course: 'kinds',
        lesson: '01-values',
        exercise: 'steps',
        learner: null,
        hints: 0,
        answer: { kind: 'order', items: ['从前的一步'] },
      },
      call,
    )
    expect(verdict).toMatchObject({ correct: false, code: 'error' })
    expect(verdict.message).toMatch(/刚刚改过/)
  })
})
