import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { solutionOf } from '../../desktop/domain/classroom/solution.ts'
import { type Stage, stageOf } from '../../desktop/domain/classroom/stage.ts'
import {
  lengthOf,
  linesOf,
  sectionsOf,
  textOf,
} from '../../desktop/domain/classroom/stage-lines.ts'
import { hugeRoom, pagesOf, rowsOf } from '../../desktop/domain/classroom/stage-pages.ts'
import { partsOf } from '../../desktop/domain/classroom/stage-parts.ts'
import type { StageBlock, StageShow } from '../../desktop/domain/classroom/stage-show.ts'
import type { PlanStep } from '../../desktop/domain/classroom/step.ts'
import { readLesson } from '../../desktop/domain/course/lesson.ts'
import { publicBlocks } from '../../desktop/domain/course/public-view.ts'
import { type Scenario, scenarioSchema } from '../../desktop/domain/simulation/scenario.ts'

const courses = new URL('../../courses', import.meta.url).pathname
const folders = (path: string, pattern: RegExp) =>
  readdirSync(path).filter((name) => pattern.test(name))
const shipped = folders(courses, /^[abc]\d/).flatMap((course) =>
  folders(join(courses, course), /^\d\d-/).map((lesson) => [course, lesson] as const),
)

function shippedStage(course: string, id: string): Stage {
  const file = join(courses, course, id, 'lesson.md')
  const reading = readLesson(file, readFileSync(file, 'utf8'))
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems))
  const lesson = reading.value
  const scenarios = new Map<string, Scenario>()
  const solutions = new Map<string, ReturnType<typeof solutionOf>>()
  for (const block of lesson.blocks) {
    if (block.kind === 'exercise') solutions.set(block.exercise.id, solutionOf(block.exercise))
    if (block.kind !== 'scenario') continue
    const text = readFileSync(join(courses, course, 'scenarios', `${block.scenario}.yaml`), 'utf8')
    scenarios.set(block.scenario, scenarioSchema.parse(parse(text)))
  }
  return stageOf({ ...lesson, blocks: publicBlocks(lesson) }, { scenarios, solutions })
}

const stages = new Map(
  shipped.map(([course, lesson]) => [`${course}/${lesson}`, shippedStage(course, lesson)]),
)
const stageNamed = (course: string, lesson: string) => {
  const stage = stages.get(`${course}/${lesson}`)
  if (!stage) throw new Error(`no lesson ${course}/${lesson}`)
  return stage
}

const words = (lines: ReturnType<typeof linesOf>) => lines.map(({ runs }) => textOf(runs)).join('')

describe('the pages of a shipped lesson', () => {
  it.each(shipped)('%s/%s fit the projector, in the order of the plan', (course, lesson) => {
    const { steps, plan } = stageNamed(course, lesson)
    const shows = steps.map(({ show }) => show)
    expect(shows[0]?.kind).toBe('title')
    expect(shows.at(-1)?.kind).toBe('end')
    expect(new Set(steps.map(({ key }) => key)).size).toBe(steps.length)
    for (const show of shows) {
      if (show.kind !== 'idea' && show.kind !== 'card') continue
      if (show.lines.some(({ code }) => code)) continue // letters are half as wide
      expect(rowsOf(show.lines, hugeRoom)).toBeLessThanOrEqual(hugeRoom.rows)
      expect(lengthOf({ runs: show.lines.flatMap(({ runs }) => runs) })).toBeLessThanOrEqual(60)
    }
    const parts = steps.map(({ part }) => part)
    expect(parts).toEqual(parts.toSorted((a, b) => a - b))
    expect(parts.every((part) => plan[part] !== undefined)).toBe(true)
    expect(steps[0]?.part).toBe(0)
    expect(steps.every(({ minutes }) => minutes === null || minutes >= 2)).toBe(true)
  })

  it.each(shipped.filter(([course]) => course.startsWith('b')))(
    '%s/%s tell what to say, what to prepare, and where people get stuck',
    (course, lesson) => {
      const { steps } = stageNamed(course, lesson)
      const kinds = (kind: StageShow['kind']) =>
        steps
          .filter(({ show }) => show.kind === kind)
          .flatMap(({ notes }) => notes.map((note) => note.kind))
      expect(kinds('title')).toEqual(expect.arrayContaining(['lead', 'say', 'prepare']))
      expect(kinds('practice')).toContain('stuck')
      expect(kinds('answer').length + kinds('question').length).toBeGreaterThan(0)
    },
  )
})

describe('a lesson press by press', () => {
  const choice: StageBlock = {
    ...{ kind: 'choice', id: 'e', ask: '哪个对？', objective: null, confidence: false, hints: [] },
    ...{ fade: 'alone', given: null, multiple: false, options: ['这个', '那个'], ordered: false },
  }
  const blocks: StageBlock[] = [
    { kind: 'prose', text: '# 一\n\n甲。\n\n## 二\n\n乙。' },
    { kind: 'speaker', text: '说乙' },
    choice,
    { kind: 'card', text: '带走' },
    { kind: 'handout', text: '讲义' },
    { kind: 'speaker', text: '全课' },
  ]
  const solutions = new Map([['e', [{ text: '这个', right: true, because: '因为' }]]])
  const stage = stageOf(
    { title: { zh: '课', en: 'L' }, minutes: 10, blocks },
    { scenarios: new Map(), solutions },
  )

  it('has ideas by heading, question before answer, no paper among its pages', () => {
    expect(stage.steps.map(({ show }) => show.kind)).toEqual([
      'title',
      'idea',
      'idea',
      'question',
      'answer',
      'card',
      'end',
    ])
    expect(stage.steps.map(({ section }) => section)).toEqual([
      undefined,
      '一',
      '二',
      '二',
      '二',
      '二',
      '二',
    ])
  })

  it('has notes where they were written, and those at the end everywhere one talks', () => {
    const said = stage.steps.map(({ notes }) => notes.find(({ kind }) => kind === 'say')?.texts)
    expect(said.slice(0, 4)).toEqual([['全课'], ['说乙', '全课'], ['说乙', '全课'], undefined])
  })

  it('says a question again above the choices that go on another page', () => {
    const options = Array.from({ length: 9 }, (_, at) => `第 ${at} 样`)
    const many: StageBlock = { ...choice, options }
    const lesson = { title: { zh: '课', en: 'L' }, minutes: 10, blocks: [many] }
    const { steps } = stageOf(lesson, { scenarios: new Map(), solutions })
    const pages = steps.flatMap(({ show }) => (show.kind === 'question' ? [show.lines] : []))
    expect(pages).toHaveLength(2)
    for (const [ask] of pages) expect(textOf(ask?.runs ?? [])).toBe('哪个对？')
    expect(pages.map((lines) => lines.at(-1)?.mark)).toEqual(['G', 'I'])
  })

  it('of an empty lesson has a beginning and an end', () => {
    const lesson = { title: { zh: '空', en: 'E' }, minutes: 1, blocks: [] }
    const empty = stageOf(lesson, { scenarios: new Map(), solutions: new Map() })
    expect(empty.steps.map(({ show }) => show.kind)).toEqual(['title', 'end'])
  })

  it('leaves out a scenario that is not there', () => {
    const lesson = {
      ...{ title: { zh: '缺', en: 'M' }, minutes: 5 },
      blocks: [{ kind: 'scenario', scenario: 'x' }] as const,
    }
    const { steps } = stageOf(lesson, { scenarios: new Map(), solutions: new Map() })
    expect(steps).toHaveLength(2)
  })
})

describe('lines and pages', () => {
  it('keeps bold words, marks of lists, and the break at a heading', () => {
    expect(sectionsOf('前言\n\n## 看**两眼**\n\n3. 付给**谁**\n4. 付多少')).toEqual([
      { heading: undefined, lines: [{ runs: [{ text: '前言', strong: false }] }] },
      {
        heading: '看两眼',
        lines: [
          {
            runs: [
              { text: '付给', strong: false },
              { text: '谁', strong: true },
            ],
            mark: '3.',
          },
          { runs: [{ text: '付多少', strong: false }], mark: '4.' },
        ],
      },
    ])
  })

  it.each(['<script>alert(1)</script>', '---', '', '  \n\n '])('shows nothing of %j', (text) => {
    expect(linesOf(text)).toEqual([])
  })

  it('breaks a long text at the end of a sentence', () => {
    const sentence = `${'说'.repeat(30)}。`
    expect(pagesOf(linesOf(sentence.repeat(3))).map(words)).toEqual([sentence, sentence, sentence])
  })

  it('loses no sign, and overfills no page, whatever the text', () => {
    const signs = fc.constantFrom(...Array.from('说一二三，。！；：、ab 😀'))
    const runs = fc.array(
      fc.record({ text: fc.string({ unit: signs, minLength: 1 }), strong: fc.boolean() }),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(
        fc.array(
          runs.map((some) => ({ runs: some })),
          { maxLength: 6 },
        ),
        (lines) => {
          const pages = pagesOf(lines)
          expect(words(pages.flat())).toBe(words(lines))
          for (const page of pages) {
            expect(rowsOf(page, hugeRoom)).toBeLessThanOrEqual(hugeRoom.rows)
            expect(Array.from(words(page)).length).toBeLessThanOrEqual(hugeRoom.signs)
          }
        },
      ),
    )
  })
})

describe('pages in their places of the plan', () => {
  const step = (kind: PlanStep['kind'], scenario?: string): PlanStep => ({
    ...{ from: 0, minutes: 3, text: kind, kind },
    ...(scenario === undefined ? {} : { scenario }),
  })
  const show = (text: string): StageShow[] =>
    Array.from(text, (sign): StageShow => {
      if (sign === 'p') return { kind: 'practice', scenario: undefined }
      if (sign === 'q') return { kind: 'question', lines: [] }
      return sign === 'e' ? { kind: 'end' } : { kind: 'idea', lines: [] }
    })

  it.each([
    ['iipqe', 'talk practice exercise close', [0, 0, 1, 2, 3]],
    ['iiipqe', 'talk talk practice close', [0, 1, 1, 2, 3, 3]],
    ['ii', 'talk practice close', [0, 0]],
    ['iq', 'talk', [0, 0]],
    ['', 'talk', []],
    ['iii', '', []],
  ])('%s to %s', (pages, plan, expected) => {
    const steps = plan === '' ? [] : plan.split(' ').map((kind) => step(kind as PlanStep['kind']))
    expect(partsOf(show(pages), steps)).toEqual(expected)
  })

  it('tells two practices apart by their scenarios', () => {
    const shows: StageShow[] = [...show('i'), { kind: 'practice', scenario: 'b' }]
    const plan = [step('talk'), step('practice', 'a'), step('practice', 'b')]
    expect(partsOf(shows, plan)).toEqual([0, 2])
  })
})
