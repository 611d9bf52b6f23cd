import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  changes,
  decisions,
  nextQuestion,
  outcome,
  unevenObjectives,
  type Form,
  type TestItem,
} from '../../desktop/domain/course/placement.ts'

const item = (id: string, objective: string, form: Form = 'A'): TestItem => ({
  id,
  objective,
  form,
})
const three = ['a', 'b', 'c'].map((id) => item(id, 'x'))
const answers = (text: string) =>
  new Map(Array.from(text, (sign, at): [string, boolean] => ['abc'[at] ?? '', sign === '+']))

describe('a decision', () => {
  it.each([
    ['', 'open'],
    ['+', 'open'],
    ['-', 'open'],
    ['++', 'known'],
    ['+-', 'open'],
    ['--', 'unknown'],
    ['+-+', 'known'],
    ['-+-', 'unknown'],
  ])('on three questions after %j is %s', (text, state) => {
    expect(decisions(three, answers(text), 'A')).toMatchObject([{ state }])
  })

  it.each([
    [1, '+', 'known'],
    [1, '-', 'unknown'],
    [2, '-', 'unknown'],
    [2, '+', 'open'],
  ])('on %i question(s) after %j is %s', (n, text, state) => {
    expect(decisions(three.slice(0, n), answers(text), 'A')).toMatchObject([{ state }])
  })
})

describe('the test', () => {
  const items = [
    ...[item('x1', 'x'), item('y1', 'y'), item('x2', 'x'), item('y2', 'y')],
    ...[item('x3', 'x', 'B'), item('y3', 'y', 'B')],
  ]

  it('stops asking about what is decided', () => {
    expect(nextQuestion(items, new Map(), 'A')?.id).toBe('x1')
    expect(nextQuestion(items, new Map([['x1', false]]), 'A')?.id).toBe('y1')
    const after = new Map([
      ['x1', false],
      ['y1', true],
    ])
    expect(nextQuestion(items, after, 'A')?.id).toBe('y2')
    expect(nextQuestion(items, new Map([...after, ['y2', true]]), 'A')).toBeUndefined()
  })

  it('tells of the change objective by objective', () => {
    const told = new Map([
      ...[...['x1', 'y1', 'y2', 'x3']].map((id): [string, boolean] => [id, id !== 'x1']),
    ])
    const before = outcome(items, told, 'A')
    expect(before).toMatchObject({ state: 'done', known: 1 })
    expect(changes(before, outcome(items, told, 'B'))).toEqual([{ objective: 'x', kind: 'gained' }])
    const whole = outcome(items, new Map([...told, ['y3', false]]), 'B')
    expect(changes(before, whole)).toEqual([
      { objective: 'x', kind: 'gained' },
      { objective: 'y', kind: 'lost' },
    ])
  })

  it('names objectives that its forms do not ask alike', () => {
    expect(unevenObjectives(items)).toEqual(['x', 'y'])
    expect(unevenObjectives([item('1', 'x'), item('2', 'x', 'B')])).toEqual([])
  })

  const anyItems = fc
    .array(fc.tuple(fc.constantFrom('x', 'y', 'z'), fc.constantFrom<Form>('A', 'B')))
    .map((list) => list.map(([objective, form], at) => item(`q${at}`, objective, form)))
  it('always ends with every objective decided, whatever is answered', () => {
    fc.assert(
      fc.property(anyItems, fc.nat(), (list, seed) => {
        const given = new Map<string, boolean>()
        for (let next = nextQuestion(list, given, 'A'); next;) {
          expect(next.form).toBe('A')
          expect(given.has(next.id)).toBe(false)
          const before = decisions(list, given, 'A').find(
            (one) => one.objective === next?.objective,
          )
          expect(before?.state).toBe('open')
          given.set(next.id, ((seed >> (given.size % 16)) & 1) === 1)
          next = nextQuestion(list, given, 'A')
        }
        expect(decisions(list, given, 'A').filter(({ state }) => state === 'open')).toEqual([])
      }),
    )
  })
})
