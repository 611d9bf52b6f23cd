import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  beginning,
  partToResume,
} from '../../desktop/renderer/features/learn/lesson/reading-place.ts'

const parts = ['开头', '看例子', '', '轮到你', '看例子', '带走']

describe('the place to go on reading', () => {
  it.each([
    ['where it was', { part: 3, text: '轮到你' }, 3],
    ['after parts were put before it', { part: 1, text: '轮到你' }, 3],
    ['the nearer of two that begin alike', { part: 5, text: '看例子' }, 4],
    ['where it stood, after its text was changed', { part: 2, text: '旧的' }, 2],
    ['the end of a lesson that became shorter', { part: 40, text: '旧的' }, 5],
    ['nowhere at the beginning', { part: 0, text: '开头' }, undefined],
    ['nowhere for who never stopped', null, undefined],
  ])('is %s', (_, place, part) => {
    expect(partToResume(place, parts)).toBe(part)
  })

  it('is always a part of the lesson', () => {
    const place = fc.record({ part: fc.nat(99), text: fc.constantFrom(...parts, 'x') })
    fc.assert(
      fc.property(place, fc.array(fc.constantFrom(...parts)), (where, list) => {
        const part = partToResume(where, list)
        if (part !== undefined) expect(list[part]).toBeDefined()
      }),
    )
  })

  it('knows a part by how it begins, blanks aside', () => {
    expect(beginning('  看  一个\n例子 ')).toBe('看 一个 例子')
    expect(beginning('字'.repeat(90))).toHaveLength(40)
  })
})
