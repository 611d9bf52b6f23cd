import { describe, expect, it } from 'vitest'
import { type Scenario, scenarioSchema } from '../../desktop/domain/simulation/scenario.ts'
import { controlText, leads } from '../../desktop/renderer/features/learn/phone/control-text.ts'
import { stepCount } from '../../desktop/renderer/features/learn/phone/step-count.ts'

const scenario: Scenario = scenarioSchema.parse({
  id: 'pay',
  title: { zh: '付款', en: 'Pay' },
  start: 'scan',
  goal: 'paid',
  screens: {
    scan: { say: '扫一扫。', show: [{ control: 'button', id: 'go', text: '扫一扫', to: 'check' }] },
    check: {
      say: '看一看。',
      show: [
        { control: 'payee', id: 'payee', name: '旺旺', amount: 12.5 },
        { control: 'button', id: 'pay', text: '付款', to: 'wrong', mistake: 'hasty' },
        { control: 'button', id: 'back', text: '退回去', to: 'again' },
      ],
    },
    wrong: { say: '付错了。', show: [{ control: 'button', id: 'undo', text: '回去', undo: true }] },
    again: {
      say: '选一个。',
      show: [
        {
          control: 'input',
          id: 'who',
          label: '付给谁',
          options: [
            { id: 'wang', text: '王秀兰', to: 'paid' },
            { id: 'shop', text: '旺旺', to: 'check' },
          ],
        },
      ],
    },
    paid: { say: '付好了。' },
  },
  mistakes: { hasty: { teach: '先看再付', objective: 'pay' } },
})

describe('the number of a step', () => {
  it.each([
    ['scan', { at: 1, of: 3, astray: false }],
    ['check', { at: 2, of: 3, astray: false }],
    ['again', { at: 3, of: 3, astray: false }],
    ['paid', { at: 4, of: 3, astray: false }],
    ['wrong', { at: 2, of: 3, astray: true }],
  ])('on %s', (screen, expected) => {
    expect(stepCount(scenario, screen)).toEqual(expected)
  })
})

describe('controls', () => {
  it('are spoken of by what is written on them', () => {
    const { check, again } = scenario.screens
    expect(controlText(check!, 'pay')).toBe('付款')
    expect(controlText(check!, 'payee')).toBe('旺旺')
    expect(controlText(again!, 'who')).toBe('付给谁')
    expect(controlText(again!, 'wang')).toBe('王秀兰')
    expect(controlText(again!, 'nobody')).toBeUndefined()
  })

  it('lead somewhere or are there to be looked at', () => {
    const { check } = scenario.screens
    expect([leads(check!, 'pay'), leads(check!, 'payee')]).toEqual([true, false])
  })
})
