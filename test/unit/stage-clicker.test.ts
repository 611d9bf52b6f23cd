import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  clicked,
  type ClickerDeed,
  type ClickerPlace,
  clickerStart,
  type ClickerView,
  marking,
} from '../../desktop/domain/classroom/clicker.ts'
import type { Side } from '../../desktop/domain/classroom/stage-keys.ts'

const alone: ClickerView = { people: undefined, step: 1, steps: 3 }
const inClass: ClickerView = { people: ['w', 'l'], step: 1, steps: 3 }
const lesson: ClickerPlace = { at: 'lesson' }
const faces = (face: number, given = 0): ClickerPlace => ({ at: 'faces', face, given })
const attend = (person: string, attendance: 'here' | null): ClickerDeed => ({
  ...{ do: 'attend', person, attendance },
})

describe('a press', () => {
  it.each<[ClickerPlace, Side, Partial<ClickerView>, ClickerPlace, ClickerDeed | undefined]>([
    [{ at: 'roll', nth: 0 }, 'right', {}, { at: 'roll', nth: 1 }, attend('w', 'here')],
    [{ at: 'roll', nth: 1 }, 'left', {}, { at: 'called' }, attend('l', null)],
    [{ at: 'roll', nth: 9 }, 'right', {}, { at: 'called' }, undefined],
    [{ at: 'called' }, 'left', {}, { at: 'roll', nth: 0 }, undefined],
    [{ at: 'called' }, 'left', { people: [] }, lesson, undefined],
    [{ at: 'called' }, 'right', {}, lesson, undefined],
    [lesson, 'right', {}, lesson, { do: 'turn', order: 'next' }],
    [lesson, 'left', {}, lesson, { do: 'turn', order: 'back' }],
    [lesson, 'left', { step: 0 }, { at: 'called' }, undefined],
    [lesson, 'right', { step: 2 }, faces(0), undefined],
    [faces(0), 'left', {}, faces(1), undefined],
    [faces(3), 'left', {}, faces(0), undefined],
    [faces(2, 4), 'right', {}, faces(0, 5), { do: 'face', face: 'poor' }],
    [faces(3, 5), 'right', {}, { at: 'ending' }, undefined],
    [{ at: 'ending' }, 'left', {}, lesson, undefined],
    [{ at: 'ending' }, 'right', {}, { at: 'over' }, { do: 'end' }],
    [{ at: 'over' }, 'left', {}, lesson, undefined],
    [{ at: 'over' }, 'right', {}, { at: 'over' }, { do: 'leave' }],
  ])('at %j on the %s (%j)', (place, side, more, next, deed) => {
    expect(clicked(place, side, { ...inClass, ...more })).toEqual(
      deed ? { place: next, deed } : { place: next },
    )
  })

  it.each<[Side, number]>([
    ['left', 0],
    ['right', 2],
  ])('without a class ends with the lesson: %s at step %i', (side, step) => {
    expect(clicked(lesson, side, { ...alone, step })).toEqual({ place: lesson })
  })
})

it.each<[ClickerView['people'], number, string[], ClickerPlace]>([
  [undefined, 0, [], lesson],
  [['w', 'l'], 0, [], { at: 'roll', nth: 0 }],
  [['w', 'l'], 0, ['w'], { at: 'roll', nth: 1 }],
  [['w', 'l'], 0, ['w', 'l'], lesson],
  [['w', 'l'], 2, [], lesson],
  [[], 0, [], lesson],
])('a class of %j at step %i with %j marked begins there', (people, step, marked, place) => {
  expect(clickerStart({ people, step }, (person) => marked.includes(person))).toEqual(place)
})

it('leads everywhere with two buttons: only the right one ends a class, and only the left one never', () => {
  const walk = (side: Side) => {
    let place: ClickerPlace = { at: 'roll', nth: 0 }
    let step = 0
    const deeds: ClickerDeed[] = []
    for (let press = 0; press < 12; press += 1) {
      const done = clicked(place, side, { ...inClass, step })
      place = done.place
      if (done.deed) deeds.push(done.deed)
      if (done.deed?.do === 'turn') step += done.deed.order === 'next' ? 1 : -1
      if (place.at === 'faces' && place.given === 1) place = faces(3, 1)
    }
    return { place, deeds: deeds.map((deed) => deed.do) }
  }
  const right = walk('right')
  expect(right.place.at).toBe('over')
  expect(right.deeds.filter((deed) => deed !== 'leave')).toEqual([
    'attend',
    'attend',
    'turn',
    'turn',
    'face',
    'end',
  ])
  expect(walk('left').deeds).not.toContain('end')
})

it('never turns beyond the lesson, nor marks a stranger', () => {
  const sides = fc.array(fc.constantFrom<Side>('left', 'right'), { maxLength: 60 })
  fc.assert(
    fc.property(sides, fc.boolean(), (presses, withClass) => {
      const people = withClass ? ['w', 'l'] : undefined
      let step = 0
      let place = clickerStart({ people, step }, () => false)
      for (const side of presses) {
        const { place: next, deed } = clicked(place, side, { people, step, steps: 4 })
        place = next
        if (deed?.do === 'turn') step += deed.order === 'next' ? 1 : -1
        expect(step >= 0 && step < 4).toBe(true)
        if (deed?.do === 'attend') expect(people).toContain(deed.person)
        if (people === undefined) expect(place).toEqual(lesson)
      }
    }),
  )
})

it.each<[Parameters<typeof marking>[0], 'here' | null, ReturnType<typeof marking>]>([
  [null, 'here', 'here'],
  ['late', 'here', 'late'],
  ['excused', 'here', 'here'],
  ['here', null, null],
  ['late', null, null],
  ['excused', null, 'excused'],
])('who was %s and is called %s is %s', (before, called, after) => {
  expect(marking(before, called)).toBe(after)
})
