import { describe, expect, it } from 'vitest'
import type { Gesture } from '../../desktop/domain/simulation/controls.ts'
import { startPlay, step } from '../../desktop/domain/simulation/player.ts'
import { homeKey, scenarioSchema, waysOf } from '../../desktop/domain/simulation/scenario.ts'

const scenario = scenarioSchema.parse({
  id: 'touches',
  title: { zh: '各种碰法', en: 'Touches' },
  start: 'one',
  goal: 'end',
  screens: {
    one: {
      say: '碰一碰。',
      home: 'two',
      show: [
        { control: 'slide', id: 'slide', text: '解锁', direction: 'up', to: 'end' },
        { control: 'icon', id: 'hold', icon: 'phone', text: '电话', hold: true, to: 'end' },
        { control: 'icon', id: 'decoy', icon: 'weather', text: '天气' },
        { control: 'type', id: 'type', label: '密码', by: 'digits', expect: '135790', to: 'end' },
        { control: 'talk', id: 'talk', label: '说', heard: '你好', to: 'end' },
      ],
    },
    two: {
      say: '有弹窗。',
      show: [
        { control: 'button', id: 'behind', text: '后面', to: 'one' },
        {
          control: 'dialog',
          id: 'ask',
          text: '要位置？',
          options: [{ id: 'no', text: '不要', to: 'end' }],
        },
      ],
    },
    end: { say: '好了。' },
  },
})

const touch = (control: string, gesture: Gesture, words?: string) =>
  step(scenario, startPlay(scenario), {
    kind: 'tap',
    control,
    gesture,
    ...(words === undefined ? {} : { words }),
  }).now

describe('a touch leads on', () => {
  it.each<[string, string, Gesture, string | undefined]>([
    ['when it is slid', 'slide', 'slide', undefined],
    ['when it is held', 'hold', 'hold', undefined],
    ['with the right digits', 'type', 'type', '135790'],
    ['with the words that were heard', 'talk', 'talk', '你好'],
  ])('%s', (_, control, gesture, words) => {
    expect(touch(control, gesture, words).screen).toBe('end')
  })

  it('by the home key', () => {
    expect(touch(homeKey, 'tap').screen).toBe('two')
    // a finger that rests on it has tapped it all the same
    expect(touch(homeKey, 'hold').screen).toBe('two')
  })
})

describe('a touch that leads nowhere says why', () => {
  it.each<[string, Gesture, string | undefined, string]>([
    ['slide', 'tap', undefined, 'slide'],
    ['hold', 'tap', undefined, 'hold'],
    ['decoy', 'tap', undefined, 'not-now'],
    ['nothing', 'tap', undefined, 'beside'],
    ['type', 'type', '13579', 'other-words'],
    ['type', 'tap', undefined, 'other-words'],
    ['talk', 'talk', '您好', 'other-words'],
  ])('%s by %s with %s: %s', (control, gesture, words, nudge) => {
    expect(touch(control, gesture, words)).toMatchObject({ screen: 'one', aimless: 1, nudge })
  })
})

it('behind a dialog nothing can be touched', () => {
  const two = scenario.screens['two']
  expect(two && waysOf(two).map(({ id }) => id)).toEqual(['no'])
})
