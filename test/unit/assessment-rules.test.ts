import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assignHalves } from '../../desktop/domain/assessment/halves.ts'
import {
  byCourse,
  finalOutcome,
  nextPlacement,
  placementDecisions,
} from '../../desktop/domain/assessment/outcome.ts'
import { formFor } from '../../desktop/domain/assessment/programme.ts'
import type { AnswerRecord, Half } from '../../desktop/domain/assessment/record.ts'
import { lacking, selectItems } from '../../desktop/domain/assessment/select.ts'
import { bankOf, bankText, programmeOf } from './assessment-support.ts'

const answer = (correct: boolean): AnswerRecord => ({
  ...{ correct, code: correct ? 'ok' : 'values', chosen: null, seconds: null, times: 1 },
})

/** `xxy` with answers `+-.`: right, wrong, not answered. */
const taken = (courses: string, marks: string) => ({
  items: Array.from(courses, (course, at) => ({ course, item: `i${at}` })),
  answers: Object.fromEntries(
    Array.from(marks).flatMap((mark, at) => (mark === '.' ? [] : [[at + 1, answer(mark === '+')]])),
  ),
})

describe('the halves of a training', () => {
  it('differ by one at most, whoever joins when', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 8 }),
        fc.nat(),
        (joins, seed) => {
          let before: Record<string, Half> = {}
          for (const [wave, count] of joins.entries()) {
            const people = Array.from({ length: count }, (_, at) => `${wave}-${at}`)
            const assigned = assignHalves([...Object.keys(before), ...people], before, seed)
            expect([...assigned.keys()].toSorted()).toEqual(people.toSorted())
            before = { ...before, ...Object.fromEntries(assigned) }
            const ones = Object.values(before).filter((half) => half === 1).length
            expect(Math.abs(2 * ones - Object.keys(before).length)).toBeLessThanOrEqual(1)
          }
        },
      ),
    )
  })

  it('put each person into either half about as often', () => {
    const people = ['甲', '乙', '丙', '丁', '戊', '己']
    const firsts = Array.from({ length: 600 }, (_, seed) =>
      assignHalves(people, {}, seed).get('甲'),
    )
    const share = firsts.filter((half) => half === 1).length / firsts.length
    expect(Math.abs(share - 0.5)).toBeLessThan(0.08)
  })

  it('take the forms the other way round', () => {
    expect(
      [1, 2].flatMap((half) => [formFor('before', half as Half), formFor('after', half as Half)]),
    ).toEqual(['A', 'B', 'B', 'A'])
    expect(formFor('final', 1)).toBeNull()
  })
})

describe('the items of a sitting', () => {
  const banks = new Map(['x', 'y'].map((course) => [course, bankOf(bankText())]))
  const select = (
    kind: 'placement' | 'before' | 'final',
    seed = 1,
    met: { course: string; item: string }[] = [],
  ) => selectItems(programmeOf(), banks, { kind, form: kind === 'before' ? 'B' : null, seed, met })

  it('are one form for everybody', () => {
    expect(select('before', 1)).toEqual(select('before', 2))
    expect(select('before').map(({ item }) => item)).toEqual(['b-one', 'b-one'])
  })

  it('are drawn for a final: each core objective and one other, course by course', () => {
    for (let seed = 0; seed < 40; seed += 1) {
      const items = select('final', seed)
      expect(items.map(({ course }) => course)).toEqual(['x', 'x', 'y', 'y'])
      expect(['final-0', 'final-1']).toContain(items[0]?.item)
      expect(['final-2', 'final-3']).toContain(items[1]?.item)
    }
    expect(
      new Set(Array.from({ length: 40 }, (_, seed) => JSON.stringify(select('final', seed)))).size,
    ).toBeGreaterThan(4)
  })

  it('are others the second time, as far as there are others', () => {
    for (let seed = 0; seed < 40; seed += 1) {
      const first = select('final', seed)
      const second = select('final', seed + 1000, first)
      const again = second.filter((one) =>
        first.some((two) => one.course === two.course && one.item === two.item),
      )
      expect(again).toEqual([])
    }
  })

  it('are told where a bank lacks some', () => {
    expect(lacking(['x.one'], bankOf(bankText()))).toEqual([])
    expect(lacking(['x.two'], bankOf(bankText())).join('；')).toContain('目标 x.two 的 A 卷、B 卷')
  })
})

describe('what a sitting says', () => {
  const programme = programmeOf()

  it.each<[string, string, string, boolean, string[]]>([
    ['all right', 'xxxyyy', '++++++', true, []],
    ['seven of ten', 'xxxxxyyyyy', '+++++++...', true, []],
    ['six of ten', 'xxxxxyyyyy', '++++++....', false, ['y']],
    ['enough, but a course without any', 'xxxxxxxyyy', '+++++++---', false, ['y']],
    ['nothing at all', 'xxxyyy', '......', false, ['x', 'y']],
    ['everything skipped', 'xxxyyy', '------', false, ['x', 'y']],
    ['no questions', '', '', false, []],
  ])('final: %s', (_, courses, marks, passed, missed) => {
    expect(finalOutcome(programme, taken(courses, marks))).toMatchObject({ passed, missed })
  })

  it('counts what was not answered as not right', () => {
    expect(byCourse(taken('xxy', '+.-'))).toEqual([
      { course: 'x', right: 1, answered: 1, total: 2 },
      { course: 'y', right: 0, answered: 1, total: 1 },
    ])
  })

  it.each([
    ['......', ['open', 'open'], 1],
    ['++....', ['known', 'open'], 4],
    ['+-....', ['open', 'open'], 3],
    ['--.+..', ['needed', 'open'], 5],
    ['+-+--.', ['known', 'needed'], undefined],
    ['--.--.', ['needed', 'needed'], undefined],
  ])('placement: %s', (marks, states, next) => {
    expect(placementDecisions(taken('xxxyyy', marks)).map(({ state }) => state)).toEqual(states)
    expect(nextPlacement(taken('xxxyyy', marks))).toBe(next)
  })
})
