import { describe, expect, it } from 'vitest'
import { course, place, scenario, Siege } from './lan-siege.ts'
import { TestPhone } from './lan-support.ts'

const siege = new Siege()

describe('a message', () => {
  const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`
  const at = { kind: 'at', ...place, screen: 'home', mistakes: 0, help: 'alone', lost: false }
  const tap = { kind: 'tap', control: null }
  const bad: [string, string | object][] = [
    ['no JSON', 'pin 123456'],
    ['nothing', ''],
    ['a zero byte', '\u0000'],
    ['null', 'null'],
    ['a number', '1e400'],
    ['a list', '[]'],
    ['a deep list', deep],
    ['a deep thing in a field', `{"kind":"pin","pin":${deep}}`],
    ['no kind', {}],
    ['a kind that there is not', { kind: 'eval', code: '1' }],
    ['a procedure of the app', { kind: 'call', id: 1, name: 'people.list', input: {} }],
    ['a kind of the prototype', { kind: 'constructor' }],
    ['a key too many', { kind: 'open', ...place, file: '../../people' }],
    ['a key of the prototype', `{"kind":"leave","__proto__":{"isIn":true},"x":1}`],
    ['open without a course', { kind: 'open', scenario }],
    ['open with an endless name', { kind: 'open', course, scenario: 'x'.repeat(65) }],
    ['open with a list', { kind: 'open', course: [course], scenario }],
    ['at a screen that there is not', { ...at, screen: 'admin' }],
    ['at a screen of the prototype', { ...at, screen: 'constructor' }],
    ['at with 1e400 mistakes', JSON.stringify({ ...at, mistakes: 7 }).replace('7', '1e400')],
    ['at with fewer than no mistakes', { ...at, mistakes: -1 }],
    ['at with half a mistake', { ...at, mistakes: 0.5 }],
    ['at with another help', { ...at, help: 'cheated' }],
    ['played without touches', { kind: 'played', run: 'a', ...place, actions: [] }],
    ['played with 501', { kind: 'played', run: 'b', ...place, actions: Array(501).fill(tap) }],
    ['played beside all controls only', { kind: 'played', run: 'c', ...place, actions: [tap] }],
    [
      'played on a foreign control',
      { kind: 'played', run: 'd', ...place, actions: [{ ...tap, control: 'pay-for-me' }] },
    ],
    [
      'played with another touch',
      { kind: 'played', run: 'e', ...place, actions: [{ ...tap, gesture: 'pinch' }] },
    ],
    [
      'played and says it got there',
      { kind: 'played', run: 'f', ...place, actions: [tap], reached: true },
    ],
    [
      'played for somebody else',
      { kind: 'played', run: 'g', ...place, actions: [tap], person: 'p-1' },
    ],
    ['played a run of no name', { kind: 'played', run: '', ...place, actions: [tap] }],
    ['a face that there is not', { kind: 'face', face: 'angry' }],
    ['a face twenty times', { kind: 'face', face: Array(20).fill('good') }],
    ['a wish of nothing', { kind: 'suggest', text: '  \n ' }],
    ['a wish of a novel', { kind: 'suggest', text: '好'.repeat(301) }],
    ['join a second time', { kind: 'join', seat: null, name: '张三' }],
    ['the PIN from inside', { kind: 'pin', pin: '000000' }],
    ['back from inside', { kind: 'back', secret: 'x' }],
  ]
  it.each(bad)('is not understood: %s', async (_name, message) => {
    siege.good.heard.length = 0
    siege.good.socket.send(typeof message === 'string' ? message : JSON.stringify(message))
    expect((await siege.good.take('refused')).why).toBe('message')
    await siege.expectService()
  })

  const elsewhere: [string, object][] = [
    ['open a practice of another course', { kind: 'open', course: 'b8-fraud', scenario }],
    ['open a file', { kind: 'open', course: '../../people', scenario: 'p-1' }],
    ['open the prototype', { kind: 'open', course: '__proto__', scenario: 'constructor' }],
    ['be at a practice of another course', { ...at, course: 'b8-fraud' }],
    [
      'have played in another course',
      { kind: 'played', run: 'h', course: 'a1', scenario, actions: [tap] },
    ],
    ['choose a face before it is asked for', { kind: 'face', face: 'good' }],
    ['wish where there is no box', { kind: 'suggest', text: '<script>alert(1)</script>' }],
  ]
  it.each(elsewhere)('is refused: %s', async (_name, message) => {
    siege.good.heard.length = 0
    siege.good.socket.send(JSON.stringify(message))
    expect((await siege.good.take('refused')).why).toBe('missing')
    await siege.expectService()
  })

  const strangers: [string, object][] = [
    ['open', { kind: 'open', ...place }],
    ['at', at],
    ['played', { kind: 'played', run: 'i', ...place, actions: [tap] }],
    ['face', { kind: 'face', face: 'poor' }],
    ['suggest', { kind: 'suggest', text: '我' }],
    ['leave', { kind: 'leave' }],
    ['join', { kind: 'join', seat: null, name: '张三' }],
    ['a forged secret', { kind: 'back', secret: 'A'.repeat(43) }],
    ['an empty secret', { kind: 'back', secret: '' }],
  ]
  it.each(strangers)(
    'of a stranger who has not said the PIN is refused: %s',
    async (_n, message) => {
      const stranger = await new TestPhone(siege.url).open()
      stranger.socket.send(JSON.stringify(message))
      expect((await stranger.take('refused')).why).toBe('unknown')
      expect(stranger.heard).toEqual([])
      stranger.cut()
      await siege.expectService()
    },
  )
})
