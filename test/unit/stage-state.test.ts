import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readStageMessage } from '../../desktop/domain/classroom/stage-message.ts'
import {
  begunAnew,
  goTo,
  keptStage,
  later,
  longer,
  newStage,
  paused,
  type StageState,
  stamped,
  timeAt,
  timeInPart,
  timerLeft,
  veiled,
} from '../../desktop/domain/classroom/stage-state.ts'

const steps = [
  { key: '0', show: { kind: 'title' }, minutes: null, part: 0 },
  { key: '1', show: { kind: 'idea' }, minutes: null, part: 0 },
  { key: '2', show: { kind: 'practice' }, minutes: 5, part: 1 },
  { key: '3', show: { kind: 'end' }, minutes: null, part: 2 },
]
const minute = 60_000
/** Goes to these steps, a minute at each. */
const walk = (...ways: number[]): StageState =>
  ways.reduce((state, to, at) => goTo(state, to, steps, at * minute), newStage)

describe('the lesson’s time', () => {
  it('begins with the first step forward', () => {
    expect(newStage.clock.since).toBeNull()
    expect(walk(0).clock.since).toBeNull()
    expect(walk(1).clock.since).toBe(0)
  })

  it('adds up the visits to a step, and the steps of a part', () => {
    const state = walk(1, 2, 1)
    expect(timeAt(state, '1', 2.5 * minute)).toBe(1.5 * minute)
    expect(timeInPart(state, steps, 0, 2.5 * minute)).toBe(1.5 * minute)
    expect(timeInPart(state, steps, 1, 9 * minute)).toBe(minute)
    expect(timeInPart(state, steps, 2, 9 * minute)).toBe(0)
  })

  it('stands still in a pause, and the practice time with it', () => {
    const stopped = paused(walk(1, 2), 2 * minute)
    expect(timerLeft(stopped, '2', 90 * minute)).toBe(4 * minute)
    expect(timeAt(stopped, '2', 90 * minute)).toBe(minute)
    const going = paused(stopped, 90 * minute)
    expect(timerLeft(going, '2', 91 * minute)).toBe(3 * minute)
  })

  it('gives a minute more than now even when it was over', () => {
    const state = walk(1, 2)
    expect(timerLeft(state, '2', 20 * minute)).toBe(0)
    expect(timerLeft(longer(state, '2', 20 * minute), '2', 20 * minute)).toBe(minute)
    expect(timerLeft(longer(state, '2', minute), '2', minute)).toBe(6 * minute)
    expect(longer(state, '1', 0)).toBe(state)
  })

  it('does not begin practice anew when one comes back to it', () => {
    expect(timerLeft(walk(1, 2, 1, 2), '2', 3 * minute)).toBe(3 * minute)
    expect(timerLeft(walk(1), '2', 0)).toBeUndefined()
  })
})

describe('steps', () => {
  it('never leave the lesson, and lift the veil', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 })), (ways) => {
        const state = ways.reduce((now, to) => goTo(veiled(now, 'black'), to, steps, 0), newStage)
        expect(steps[state.at]).toBeDefined()
        if (ways.length > 0) expect(state.veil).toBe('none')
      }),
    )
  })

  it('of a lesson that became shorter go to its end', () => {
    expect(goTo({ ...newStage, at: 40 }, 41, steps, 0).at).toBe(3)
    expect(goTo(newStage, 3, [], 0).at).toBe(0)
  })

  it('cover and uncover', () => {
    expect(veiled(newStage, 'black').veil).toBe('black')
    expect(veiled(veiled(newStage, 'black'), 'white').veil).toBe('white')
    expect(veiled(veiled(newStage, 'black'), 'black').veil).toBe('none')
  })

  it('begin anew without forgetting who leads or falling behind', () => {
    const anew = begunAnew({ ...walk(1, 2), leader: 'a', revision: 7 })
    expect(anew).toEqual({ ...newStage, leader: 'a', revision: 7 })
  })
})

describe('several windows', () => {
  it('agree on one state whatever comes first', () => {
    const states = fc.record({ revision: fc.nat(3), by: fc.constantFrom('a', 'b', 'c') })
    fc.assert(
      fc.property(fc.array(states, { minLength: 1 }), (some) => {
        const all = some.map((each): StageState => ({ ...newStage, ...each }))
        const id = ({ revision, by }: StageState) => `${revision} ${by}`
        expect(id(all.reduceRight(later))).toBe(id(all.reduce(later)))
      }),
    )
  })

  it('take the newer of two', () => {
    const newer = stamped(newStage, 'a', 5)
    expect(later(newStage, newer)).toBe(newer)
    expect(later(newer, newStage)).toBe(newer)
  })
})

describe('what was kept', () => {
  const kept = stamped(walk(1, 2), 'a', 100 * minute)

  it('is gone on with after a reload, and not tomorrow', () => {
    expect(keptStage(JSON.stringify(kept), 101 * minute)).toEqual(kept)
    expect(keptStage(JSON.stringify(kept), 24 * 60 * minute)).toBe(newStage)
  })

  it.each([
    null,
    '',
    '{',
    '[]',
    '{"at":-1}',
    '{"at":"2"}',
    JSON.stringify({ ...kept, veil: 'red' }),
  ])('is the beginning where it is %j', (text) => {
    expect(keptStage(text, 0)).toBe(newStage)
  })
})

it.each([
  undefined,
  null,
  'hello',
  { kind: 'state' },
  { kind: 'state', state: { ...newStage, at: 1.5 } },
  { kind: 'projector', id: 'x'.repeat(200), open: true },
  { kind: 'eval', code: '1' },
])('a strange message is none: %j', (data) => {
  expect(readStageMessage(data)).toBeUndefined()
})

it('a message is read as it was sent', () => {
  const message = { kind: 'state', state: stamped(walk(1, 2), 'a', 3) }
  expect(readStageMessage(structuredClone(message))).toEqual(message)
})
