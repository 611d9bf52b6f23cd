import { describe, expect, it } from 'vitest'
import { demonstration } from '../../desktop/domain/simulation/demonstration.ts'
import { scenarioSchema } from '../../desktop/domain/simulation/scenario.ts'

const button = (id: string, to: string, more: object = {}) => ({
  control: 'button',
  id,
  text: id,
  to,
  ...more,
})

const scenario = (more: object = {}) =>
  scenarioSchema.parse({
    id: 'demo',
    title: { zh: '演示', en: 'Demo' },
    start: 'one',
    goal: 'end',
    screens: {
      one: {
        say: '一。',
        show: [button('next', 'two'), button('bad', 'wrong', { mistake: 'first' })],
      },
      wrong: { say: '错。', show: [button('back', 'one', { undo: true })] },
      two: {
        say: '二。',
        show: [button('go', 'end'), button('worse', 'lost', { mistake: 'second' })],
      },
      lost: { say: '远。', show: [button('farther', 'farther')] },
      farther: { say: '更远。', show: [button('home', 'two')] },
      end: { say: '好。' },
    },
    mistakes: {
      first: { teach: '甲。', objective: 'o' },
      second: { teach: '乙。', objective: 'o' },
    },
    ...more,
  })

const told = (more?: object) =>
  demonstration(scenario(more)).map(({ screen, way, part }) => [screen, way?.id, part])

describe('a demonstration', () => {
  it('goes the right way, with the first mistake and the way out of it', () => {
    expect(told()).toEqual([
      ['one', 'bad', 'mistake'],
      ['wrong', 'back', 'way-out'],
      ['one', 'next', 'right'],
      ['two', 'go', 'right'],
      ['end', undefined, 'right'],
    ])
  })

  it('shows the mistake that the scenario names', () => {
    expect(told({ 'demo-mistake': 'second' })).toEqual([
      ['one', 'next', 'right'],
      ['two', 'worse', 'mistake'],
      ['lost', 'farther', 'way-out'],
      ['farther', 'home', 'way-out'],
      ['two', 'go', 'right'],
      ['end', undefined, 'right'],
    ])
  })

  it('without a mistake is the right way alone', () => {
    const straight = scenarioSchema.parse({
      id: 'straight',
      title: { zh: '直', en: 'Straight' },
      start: 'one',
      goal: 'end',
      screens: { one: { say: '一。', show: [button('next', 'end')] }, end: { say: '好。' } },
    })
    expect(demonstration(straight).map(({ part }) => part)).toEqual(['right', 'right'])
  })

  it('of a scenario that leads nowhere ends all the same', () => {
    const circle = scenarioSchema.parse({
      id: 'circle',
      title: { zh: '圈', en: 'Circle' },
      start: 'one',
      goal: 'end',
      screens: {
        one: { say: '一。', show: [button('next', 'two')] },
        two: { say: '二。', show: [button('back', 'one')] },
        end: { say: '好。' },
      },
    })
    expect(demonstration(circle).length).toBeLessThan(100)
  })
})
