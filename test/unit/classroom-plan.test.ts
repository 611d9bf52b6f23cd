import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allot } from '../../desktop/domain/classroom/allot.ts'
import { splitMinutes } from '../../desktop/domain/classroom/minutes.ts'
import { lessonPlan } from '../../desktop/domain/classroom/plan.ts'
import { readLesson, type LessonBlock } from '../../desktop/domain/course/lesson.ts'

const courses = new URL('../../courses', import.meta.url).pathname
const shipped = readdirSync(courses)
  .filter((course) => /^[abc]\d/.test(course))
  .flatMap((course) =>
    readdirSync(join(courses, course))
      .filter((lesson) => /^\d\d-/.test(lesson))
      .map((lesson) => `${course}/${lesson}`),
  )

function shippedLesson(path: string) {
  const reading = readLesson(path, readFileSync(join(courses, path, 'lesson.md'), 'utf8'))
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems))
  return reading.value
}

const notes = (text: string): LessonBlock => ({ kind: 'volunteer', text })
const planOf = (text: string, minutes = 20) => lessonPlan({ minutes, blocks: [notes(text)] })

describe('the plan of a shipped lesson', () => {
  it.each(shipped)('%s has steps that fill its minutes', (path) => {
    const lesson = shippedLesson(path)
    const plan = lessonPlan(lesson)
    expect(plan.steps.length).toBeGreaterThan(0)
    expect(plan.steps.every(({ minutes, text }) => minutes > 0 && text !== '')).toBe(true)
    expect(plan.total).toBe(plan.minutes)
    expect(plan.by).toBe(
      lesson.blocks.some(({ kind }) => kind === 'volunteer') ? 'author' : 'estimate',
    )
  })

  it.each(shipped.filter((path) => path.startsWith('b')))(
    '%s tells what to prepare, where learners get stuck and what not to do',
    (path) => {
      const { prepare, stuck, never, steps } = lessonPlan(shippedLesson(path))
      expect(prepare.length).toBeGreaterThan(0)
      expect(stuck.length).toBeGreaterThan(0)
      expect(never.length).toBeGreaterThan(0)
      expect(steps.some(({ kind }) => kind === 'practice')).toBe(true)
    },
  )
})

describe('minutes', () => {
  it.each([
    ['三分钟：手放好', 3, '手放好'],
    ['两分钟：念一遍', 2, '念一遍'],
    ['10 分钟：练', 10, '练'],
    ['10分钟，练', 10, '练'],
    ['约 5 分钟：练', 5, '练'],
    ['十二分钟：练', 12, '练'],
    ['二十分钟：练', 20, '练'],
    ['半分钟：练', 0.5, '练'],
    ['一分半钟：练', 1.5, '练'],
    ['三分钟半：练', 3.5, '练'],
    ['一刻钟：练', 15, '练'],
    ['半小时：练', 30, '练'],
    ['练三分钟：慢慢来', undefined, '练三分钟：慢慢来'],
    ['三分之一的人：练', undefined, '三分之一的人：练'],
    ['', undefined, ''],
  ])('of “%s”', (step, minutes, text) => {
    expect(splitMinutes(step)).toEqual(minutes === undefined ? { text } : { minutes, text })
  })

  it('never throw, and keep the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(text).toContain(splitMinutes(text).text)
      }),
    )
  })

  it('are shared out whole, to the last one', () => {
    const weights = fc.array(fc.float({ min: 0, max: 50, noNaN: true }), { minLength: 1 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 90 }), weights, (minutes, all) => {
        const shares = allot(minutes, all)
        expect(shares.every((share) => Number.isInteger(share) && share >= 1)).toBe(true)
        const sum = shares.reduce((one, other) => one + other, 0)
        expect(sum).toBe(Math.max(minutes, all.length))
      }),
    )
  })
})

describe('volunteer notes', () => {
  it('run by the clock, and their sum is told beside the lesson’s minutes', () => {
    const plan = planOf(
      '**怎么带（20 分钟）**\n\n1. 三分钟：开场。\n2. 6 分钟：练情景。\n3. 一分钟：发小卡片。',
    )
    expect(plan.steps).toEqual([
      { from: 0, minutes: 3, text: '开场。', kind: 'talk' },
      { from: 3, minutes: 6, text: '练情景。', kind: 'practice' },
      { from: 9, minutes: 1, text: '发小卡片。', kind: 'close' },
    ])
    expect([plan.total, plan.minutes]).toEqual([10, 20])
  })

  it.each([
    ['怎么带（40 分钟）', 40],
    ['怎么带 (约 60 分)', 60],
    ['怎么带（四十分钟）', 40],
    ['怎么带', 10],
    ['怎么带（分两次）', 10],
  ])(
    'under “%s” are led in %d minutes, whatever the lesson read alone takes',
    (heading, minutes) => {
      const plan = planOf(`**${heading}**\n\n1. 五分钟：开场。\n2. 练。`, 10)
      expect([plan.minutes, plan.total]).toEqual([minutes, minutes])
    },
  )

  it('give steps without minutes what the others leave', () => {
    const plan = planOf('**怎么带**\n\n1. 五分钟：开场。\n2. 讲。\n3. 练“付钱”。')
    expect(plan.steps.map(({ from, minutes }) => [from, minutes])).toEqual([
      [0, 5],
      [5, 8],
      [13, 7],
    ])
  })

  it('keep what stands under headings of their own, and before the first', () => {
    const plan = planOf(
      '先问好。\n\n**时间不够**：先练第一个。\n\n第二个带回家。\n\n**雨天**\n\n- 带伞\n  和毛巾\n- 慢走',
    )
    expect(plan.short).toEqual(['先练第一个。', '第二个带回家。'])
    expect(plan.other).toEqual([
      { heading: '', entries: ['先问好。'] },
      { heading: '雨天', entries: ['带伞\n和毛巾', '慢走'] },
    ])
    expect(plan.by).toBe('estimate')
  })

  it.each([
    ['练“扫码付钱”。', 'b'],
    ['练第一个情景。', 'a'],
    ['练第二个情景。', 'b'],
    ['练第三个情景。', undefined],
    ['练“没有这个”。', undefined],
  ])('tell which scenario “%s” is', (text, scenario) => {
    const practices = [
      { id: 'a', title: '看一看' },
      { id: 'b', title: '在菜场扫码付钱' },
    ]
    const blocks = [notes(`**怎么带**\n\n1. 三分钟：${text}`)]
    expect(lessonPlan({ minutes: 3, blocks }, practices).steps[0]?.scenario).toBe(scenario)
  })

  it.each(['', '**', '1.', '**怎么带**', '**怎么带**\n\n1. ', '- \n- ', '\u0000', '三分钟：'])(
    'that say nothing (%j) leave a plan that can be shown',
    (text) => {
      const { steps, total } = planOf(text, 5)
      expect(steps.length).toBeGreaterThan(0)
      expect(total).toBe(5)
    },
  )
})

it('plans a lesson without notes after its headings and what is done there', () => {
  const blocks: LessonBlock[] = [
    { kind: 'prose', text: '# 数一数\n\n开头。' },
    { kind: 'scenario', scenario: 'pay', line: 1 },
    { kind: 'prose', text: '## 轮到你\n\n自己来。' },
    { kind: 'drill', schemes: [], line: 1 },
    { kind: 'card', text: '# 卡片' },
  ]
  expect(lessonPlan({ minutes: 10, blocks }, [{ id: 'pay', title: '付钱' }]).steps).toEqual([
    { from: 0, minutes: 5, text: '讲“数一数”，练“付钱”。', kind: 'practice', scenario: 'pay' },
    { from: 5, minutes: 5, text: '讲“轮到你”，练一轮消息。', kind: 'practice' },
  ])
})

it('puts short parts together where there are more of them than minutes', () => {
  const text = Array.from({ length: 30 }, (_, index) => `## 第 ${index} 节\n\n字`).join('\n\n')
  const { steps, total } = lessonPlan({ minutes: 4, blocks: [{ kind: 'prose', text }] })
  expect([steps.length, total]).toEqual([4, 4])
})

it('has a step even for a lesson with nothing in it', () => {
  expect(lessonPlan({ minutes: 5, blocks: [] }).steps).toEqual([
    { from: 0, minutes: 5, text: '讲课文。', kind: 'talk' },
  ])
})
