import { describe, expect, it } from 'vitest'
import type { SittingRecord } from '../../desktop/domain/assessment/record.ts'
import { byNeed, type Standing } from '../../desktop/domain/assessment/training/hand.ts'
import type { NeedKind } from '../../desktop/domain/assessment/training/kinds.ts'
import { weakestIn } from '../../desktop/domain/assessment/training/weakest.ts'
import { test } from './training-support.ts'

describe('the list', () => {
  const at = (number: number, kind: Standing['need'], days: number | null) => ({
    ...{ number, standing: { step: 'final', since: null, days, need: kind } as const },
  })
  const need = (kind: NeedKind) => ({ kind, count: 1 })

  it('has who needs a hand first, of a need who waits longest, then the class’s own order', () => {
    const people = [
      ...[at(1, null, 90), at(2, need('idle'), 11), at(3, need('idle'), 30), at(4, null, 90)],
      ...[at(5, need('begun'), 1), at(6, need('idle'), 30), at(7, need('peers'), null)],
    ]
    expect(byNeed(people).map(({ number }) => number)).toEqual([5, 7, 3, 6, 2, 1, 4])
    expect(byNeed([])).toEqual([])
  })
})

describe('the objective to look at first', () => {
  const courses = ['x', 'y'].map((course) => ({ course, core: ['o'] }))
  const objective = (_: string, item: string) => (item === 'i2' ? undefined : `o-${item}`)
  const find = (...finals: SittingRecord[]) => weakestIn({ courses }, finals, objective)

  it('is the one most often not right, of several that of the earlier course', () => {
    expect(find(test('final', 1, 1, '--'), test('final', 2, 2, '+-'))?.objective).toBe('o-i1')
    const later = test('final', 1, 1, '--')
    const two = { ...later, items: [later.items[0]!, { course: 'y', item: 'i1' }].toReversed() }
    expect(find(two)).toEqual({ course: 'x', objective: 'o-i0' })
  })

  it('is none where nothing was wrong, or nobody knows what it was about', () => {
    expect(find(test('final', 1, 1, '++-'))).toBeUndefined()
    expect(find()).toBeUndefined()
  })
})
