import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attainedText, limitText } from '../../desktop/contract/certificate-words.ts'
import { attained } from '../../desktop/domain/assessment/attained.ts'
import { readProgramme } from '../../desktop/domain/assessment/programme.ts'
import { noAssessments, type SittingRecord } from '../../desktop/domain/assessment/record.ts'
import { isReady } from '../../desktop/services/certificate/certificates.ts'
import { eitherGoals, programmeGoals } from '../../desktop/services/certificate/programme-goals.ts'
import { paperHtml } from '../../desktop/services/certificate/paper-html.ts'
import { ZhizhiError } from '../../desktop/contract/errors.ts'

const reading = readProgramme(
  'courses/programmes/t.yaml',
  `id: t
title: { zh: 两门课的培训, en: Two courses }
summary: { zh: 短, en: short }
courses:
  - { course: a1, core: [x] }
  - { course: a2, core: [y] }
capstone: a3
minutes: { placement: 1, before: 1, after: 1, final: 1 }
pass: { share: 0.7, each: 1 }
`,
)
if (!reading.ok) throw new Error(reading.problems[0]?.problem)
const programme = reading.value

const items = ['a1', 'a1', 'a1', 'a2', 'a2', 'a2'].map((course, at) => ({ course, item: `i${at}` }))
/** A final with these questions right, by their numbers from 1. */
function final(right: readonly number[], change: Partial<SittingRecord> = {}): SittingRecord {
  const answers = items.map((_, at) => {
    const correct = right.includes(at + 1)
    return [at + 1, { correct, code: 'ok', chosen: null, seconds: null, times: 1 }] as const
  })
  return {
    ...{ learner: 'p-1', programme: 't', kind: 'final', form: null, training: null, seed: 1 },
    ...{ items, answers: Object.fromEntries(answers), begunAt: '', endedAt: '', end: 'handed-in' },
    ...{ learnt: 0, nth: 1, ...change },
  }
}

const all = [1, 2, 3, 4, 5, 6]
describe('what a final has shown', () => {
  it.each<[string, readonly SittingRecord[], readonly string[], boolean]>([
    ['nothing where none was taken', [], [], false],
    ['all where it was passed', [final(all)], ['a1', 'a2'], true],
    ['nothing where it goes on', [final(all, { end: null })], [], false],
    ['nothing by another kind of test', [final(all, { kind: 'after', form: 'B' })], [], false],
    ['nothing where a course has none right', [final([1, 2, 3])], [], false],
    ['nothing together from two that fell short', [final([1, 2, 3]), final([4, 5, 6])], [], false],
    ['by the best, whatever came later', [final(all), final([])], ['a1', 'a2'], true],
  ])('is %s', (_what, sittings, courses, passed) => {
    const shown = attained(programme, sittings)
    expect([...shown.courses]).toEqual(courses)
    expect(shown.final).toBe(passed)
  })

  it('is never a course that the final did not ask', () => {
    const grown = { ...programme, courses: [...programme.courses, { course: 'a9', core: ['z'] }] }
    expect([...attained(grown, [final(all)]).courses]).toEqual(['a1', 'a2'])
  })

  it('is passed exactly where every course is shown', () => {
    const subset = fc.subarray(all)
    fc.assert(
      fc.property(fc.array(subset, { maxLength: 4 }), (tries) => {
        const shown = attained(
          programme,
          tries.map((right) => final(right)),
        )
        expect(shown.final).toBe(shown.courses.size === programme.courses.length)
      }),
    )
  })
})

const title = { zh: '数据思维', en: 'Thinking' }
function goalsWith(sittings: readonly SittingRecord[], capstone: boolean) {
  const state = {
    ...noAssessments,
    sittings: Object.fromEntries(sittings.map((one, at) => [`s${at}`, one])),
  }
  const trainings = programmeGoals({
    programmes: { list: () => Promise.resolve([programme]) },
    library: { courses: () => Promise.resolve([]) },
    journal: { state: () => state as never },
    capstonePassed: () => Promise.resolve(capstone),
  })
  const courses = {
    of: (id: string) =>
      id === 'a1'
        ? Promise.resolve({ of: 'course' as const, title, goals: [] })
        : Promise.reject(new ZhizhiError('not_found', { what: id })),
  }
  return eitherGoals(trainings, courses)
}

describe('a training’s certificate', () => {
  it.each<[string, readonly SittingRecord[], boolean, readonly boolean[]]>([
    ['nothing was done', [], false, [false, false, false, false]],
    ['the capstone alone is good', [], true, [false, false, false, true]],
    ['the final alone is passed', [final(all)], false, [true, true, true, false]],
    ['both are', [final(all)], true, [true, true, true, true]],
    ['they are another’s', [final(all, { learner: 'p-2' })], false, [false, false, false, false]],
    ['of another training', [final(all, { programme: 'u' })], false, [false, false, false, false]],
  ])('where %s', async (_what, sittings, capstone, reached) => {
    const { of, goals } = await goalsWith(sittings, capstone).of('t', 'p-1')
    expect(of).toBe('training')
    expect(goals.map((goal) => goal.reached)).toEqual(reached)
    expect(isReady(goals)).toBe(reached.every(Boolean))
  })

  it('is reached by nobody without a name, and a course is found beside it', async () => {
    const either = goalsWith([final(all)], true)
    const { goals } = await either.of('t', null)
    expect(goals.some(({ reached }) => reached)).toBe(false)
    expect(await either.of('a1', null)).toMatchObject({ of: 'course' })
    await expect(either.of('no-such', null)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('says on paper what it is and what it is not', () => {
    const paper = {
      ...{ id: '0a0b0c0d0e0f', name: '王秀兰', course: 't', of: 'training' as const },
      ...{ courseTitle: programme.title, issued: '2026-11-26', expires: null },
      issuer: { id: '0123456789abcdef', name: '安澜市' },
      ...{ reached: [title], counts: { reached: 4, total: 4 } },
    }
    const html = paperHtml(paper, 'ZZ1:AAAA', new Uint8Array(1))
    expect(html).toContain('完成培训《两门课的培训》，通过结业测评')
    expect(html).toContain('结业证书')
    expect(html).toContain('没有监考')
    expect(html).not.toContain('学完课程')
    expect(attainedText({ ...paper, of: 'course' }, 'zh')).toContain('学完课程《')
    const strange = { ...paper, of: 'unknown' as const, courseTitle: { zh: 't', en: 't' } }
    expect(attainedText(strange, 'zh')).not.toMatch(/课程|培训/)
    for (const of of ['course', 'training', 'unknown'] as const) {
      expect(limitText({ of }, 'zh')).not.toBe(limitText({ of }, 'en'))
    }
  })
})
