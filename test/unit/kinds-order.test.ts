import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exerciseSchema, rulesOf } from '../../desktop/domain/course/exercise.ts'
import { writtenAnswer } from '../../desktop/domain/course/written.ts'
import { checked, exercise, problemOf, rulesHold } from './kinds-support.ts'

const written = {
  id: 'steps',
  kind: 'order',
  ask: '排一排',
  items: ['一', '二', '三', '四'],
  either: [[2, 3]],
  because: ['一在二前。', '二三不分。', '三在四前。'],
}

describe('an order', () => {
  const order = exercise(written)
  rulesHold(order)
  const put = (...items: string[]) => checked(order, { kind: 'order', items })

  it.each<[string, string, string[]]>([
    ['一二三四', 'ok', ['二 一在二前。', '四 三在四前。']],
    ['一三二四', 'ok', ['三 一在二前。', '四 三在四前。']],
    ['二一三四', 'order', ['二 一在二前。']],
    ['一二四三', 'order', ['四 三在四前。']],
    ['四三二一', 'order', ['三 一在二前。', '四 三在四前。']],
    ['一二三', 'error', []],
    ['一二三五', 'error', []],
  ])('%s', (items, code, marks) => {
    const verdict = put(...Array.from(items))
    expect(verdict.code).toBe(code)
    expect(verdict.message).not.toBe('')
    expect(verdict.marks.map(({ at, say }) => `${at} ${say}`)).toEqual(marks)
  })

  it('is right exactly where nothing is marked wrong, and says why where it is not', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(Array.from('一二三四'), { minLength: 4 }), (items) => {
        const { code, marks } = put(...Array.from(items))
        const right = items[0] === '一' && items[3] === '四'
        expect(code).toBe(right ? 'ok' : 'order')
        expect(marks.every((mark) => mark.right === right && mark.say !== '')).toBe(true)
      }),
    )
  })

  it('is never shown in a right order, whatever its id', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z0-9]{1,12}$/),
        fc.integer({ min: 3, max: 8 }),
        (id, n) => {
          const items = Array.from({ length: n }, (_, place) => `第 ${place} 步`)
          const because = items.slice(1).map(() => '因为。')
          const either = n > 3 ? [[1, 2]] : []
          const one = exercise({ ...written, id, items, because, either })
          const blank = rulesOf(one).blank(rulesOf(one).view(one) ?? { kind: '' })
          expect(blank && rulesOf(one).check(one, blank)?.code).toBe('order')
        },
      ),
    )
  })

  it.each<[string, object, string]>([
    ['too few reasons', { because: ['一'] }, '每相邻两步写一句，应当是 3 句'],
    ['a step twice', { items: ['一', '一', '三', '四'] }, '“一”写了两次'],
    ['steps apart', { either: [[1, 3]] }, '只有相邻的几步才能不分先后'],
    ['no order at all', { either: [[1, 2, 3, 4]] }, '所有步骤都不分先后，就没有次序可排了'],
    ['a step that is not there', { either: [[4, 5]] }, '写的是第几步，从 1 数起，每一步至多写一次'],
  ])('cannot be written with %s', (_, change, problem) => {
    expect(problemOf(exerciseSchema, { ...written, ...change })).toBe(problem)
  })

  it.each<[string, string | undefined]>([
    ['[一, 三, 二, 四]', '一三二四'],
    ['[1, 3, 2, 4]', '一三二四'],
    ['[1, 9, 2, 4]', undefined],
    ['一二三四', undefined],
  ])('reads the written answer %j', (text, items) => {
    const read = writtenAnswer(order, text)
    expect(read.ok && read.answer).toEqual(
      items ? { kind: 'order', items: Array.from(items) } : false,
    )
  })
})
