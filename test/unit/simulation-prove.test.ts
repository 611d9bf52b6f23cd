import { describe, expect, it } from 'vitest'
import { proveScenario } from '../../desktop/domain/simulation/prove.ts'
import { scenarioSchema, type Scenario } from '../../desktop/domain/simulation/scenario.ts'

interface Drawn {
  say?: string
  show?: object[]
  'look-at'?: string
}
type Written = Record<string, Drawn>

const button = (id: string, to: string, more: object = {}) => ({
  control: 'button',
  id,
  text: id,
  to,
  ...more,
})

function scenario(screens: Written, more: object = {}): Scenario {
  const spoken = Object.entries(screens).map(([name, screen]): [string, Drawn] => [
    name,
    { say: '说。', ...screen },
  ])
  return scenarioSchema.parse({
    id: 's',
    title: { zh: '练', en: 'Practice' },
    start: 'one',
    goal: 'end',
    screens: Object.fromEntries<Drawn>(spoken),
    ...more,
  })
}

const problemsOf = (screens: Written, more: object = {}) =>
  proveScenario(scenario(screens, more)).faults.map(({ problem }) => problem)

const mistakes = { mistakes: { slip: { teach: '教。', objective: 'o' } } }

describe('a scenario holds', () => {
  it('when every screen leads to the goal', () => {
    const proof = proveScenario(
      scenario(
        {
          one: { show: [button('on', 'end'), button('off', 'wrong', { mistake: 'slip' })] },
          wrong: { show: [button('back', 'one', { undo: true })] },
          end: {},
        },
        mistakes,
      ),
    )
    expect(proof).toEqual({ states: 3, faults: [] })
  })
})

describe('a scenario is refused', () => {
  it.each<[string, string[], Written, object]>([
    [
      'for a dead end',
      ['屏幕“two”是死路：没有可以点的控件'],
      { one: { show: [button('a', 'two'), button('b', 'end')] }, two: {}, end: {} },
      {},
    ],
    [
      'for a circle without a way out',
      ['从屏幕“two”不犯错就走不到目标“end”', '从屏幕“three”不犯错就走不到目标“end”'],
      {
        one: { show: [button('a', 'two'), button('b', 'end')] },
        two: { show: [button('c', 'three')] },
        three: { show: [button('d', 'two')] },
        end: {},
      },
      {},
    ],
    [
      'where only a mistake leads on',
      ['从屏幕“one”不犯错就走不到目标“end”'],
      { one: { show: [button('a', 'end', { mistake: 'slip' })] }, end: {} },
      mistakes,
    ],
    [
      'for a screen nobody comes to',
      ['屏幕“two”从开头走不到'],
      { one: { show: [button('a', 'end')] }, two: { show: [button('b', 'end')] }, end: {} },
      {},
    ],
    [
      'for a way to nowhere',
      ['屏幕“one”通向“nowhere”，但没有这个屏幕'],
      { one: { show: [button('a', 'nowhere')] }, end: {} },
      {},
    ],
    [
      'for a goal that is not there',
      ['没有名为“end”的屏幕'],
      { one: { show: [button('a', 'one')] } },
      {},
    ],
    [
      'for a way back that lies',
      ['屏幕“wrong”的“back”说回到“one”，但也可能从“two”来'],
      {
        one: { show: [button('a', 'two'), button('b', 'wrong')] },
        two: { show: [button('c', 'wrong'), button('d', 'end')] },
        wrong: { show: [button('back', 'one', { undo: true })] },
        end: {},
      },
      {},
    ],
    [
      'for a mistake that nobody explains',
      ['mistakes 里没有“slip”'],
      {
        one: { show: [button('a', 'end'), button('b', 'two', { mistake: 'slip' })] },
        two: { show: [button('c', 'end')] },
        end: {},
      },
      {},
    ],
    [
      'for a mistake that nobody can make',
      ['没有哪个控件会犯“slip”这个错'],
      { one: { show: [button('a', 'end')] }, end: {} },
      mistakes,
    ],
    [
      'for looking at what is not there',
      ['屏幕“one”没有 id 为“b”的控件'],
      { one: { 'look-at': 'b', show: [button('a', 'end')] }, end: {} },
      {},
    ],
    [
      'for one id twice',
      ['屏幕“one”的 id “a” 用了两次'],
      { one: { show: [button('a', 'end'), button('a', 'one')] }, end: {} },
      {},
    ],
    [
      'for too many ways',
      ['屏幕“one”有 4 处可点，至多 3 处'],
      { one: { show: ['a', 'b', 'c', 'd'].map((id) => button(id, 'end')) }, end: {} },
      {},
    ],
    [
      'for speech without end',
      ['要念的话有 61 个字，太长了；至多 60 个'],
      { one: { say: '字'.repeat(61), show: [button('a', 'end')] }, end: {} },
      {},
    ],
  ])('%s', (_, problems, screens, more) => {
    expect(problemsOf(screens, more)).toEqual(problems)
  })
})

describe('a scenario’s file', () => {
  it('must give every screen its speech', () => {
    expect(() => scenario({ one: { say: ' ' }, end: {} })).toThrow()
  })

  it('takes amounts in yuan and fen', () => {
    const payee = (amount: number) => ({
      one: { show: [{ control: 'payee', id: 'p', name: '店', amount }] },
      end: {},
    })
    expect(() => scenario(payee(12.5))).not.toThrow()
    expect(() => scenario(payee(12.505))).toThrow()
    expect(() => scenario(payee(-1))).toThrow()
  })
})
