import { describe, expect, it } from 'vitest'
import {
  lastAt,
  withDevices,
  type At,
  type Presence,
} from '../../desktop/domain/classroom/presence.ts'
import { afterWork } from '../../desktop/domain/classroom/work.ts'
import { boardRows, minutesSince, stuckIn } from '../../desktop/domain/classroom/stuck.ts'
import { stepOf } from '../../desktop/domain/classroom/step-of.ts'
import { scenarioSchema } from '../../desktop/domain/simulation/scenario.ts'

const now = new Date('2026-11-24T10:00:00+08:00')
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString()

const at = (change: Partial<At> = {}): At => ({
  ...{ kind: 'scenario', key: 'b4/scan', screen: null, since: ago(1), wrong: 0, left: 0 },
  ...{ help: null, asked: false, finished: false, ...change },
})

describe('who is stuck', () => {
  it.each<[string, At | null, string | undefined]>([
    ['who has begun nothing', null, undefined],
    ['who works', at(), undefined],
    ['two mistakes', at({ wrong: 2 }), undefined],
    ['three mistakes', at({ wrong: 3 }), 'wrong'],
    ['many mistakes, and there', at({ wrong: 9, finished: true }), undefined],
    ['left once', at({ left: 1 }), undefined],
    ['left twice', at({ left: 2 }), 'left'],
    ['three minutes', at({ since: ago(3) }), undefined],
    ['four minutes', at({ since: ago(4) }), 'idle'],
    ['twenty minutes', at({ since: ago(20) }), 'idle'],
    ['who is long gone', at({ since: ago(21), wrong: 5 }), undefined],
    ['lost', at({ asked: true }), 'asked'],
    ['lost for long', at({ asked: true, since: ago(40) }), 'asked'],
    ['lost, and there', at({ asked: true, finished: true }), undefined],
    ['a clock that was set back', at({ since: ago(-90) }), undefined],
    ['no time at all', at({ since: '' }), undefined],
  ])('%s', (_, place, why) => {
    expect(stuckIn(place, now)?.why).toBe(why)
  })

  it('counts whole minutes', () => {
    expect([0, 0.9, 1, 4.5, -3].map((minutes) => minutesSince(ago(minutes), now))).toEqual([
      0, 0, 1, 4, 0,
    ])
  })
})

describe('the board', () => {
  const person = (id: string, place: At | null): Presence => {
    return { id, name: id, picture: 'plum', online: null, at: place }
  }

  it('has who is stuck first, by what it is, and otherwise the order of the class', () => {
    const rows = boardRows(
      [
        person('good', at({ finished: true })),
        person('idle', at({ since: ago(5) })),
        person('new', null),
        person('wrong', at({ wrong: 4 })),
        person('asked', at({ asked: true })),
        person('bad', at({ wrong: 2 })),
      ],
      now,
    )
    expect(rows.map((row) => row.person.id)).toEqual([
      ...['asked', 'wrong', 'idle', 'good', 'new', 'bad'],
    ])
  })

  it('takes 500 in a moment', () => {
    const many = Array.from({ length: 500 }, (_, nth) => person(`p${nth}`, at({ wrong: nth % 5 })))
    expect(boardRows(many, now).filter(({ stuck }) => stuck)).toHaveLength(200)
  })

  it('believes the later of the journal and the phone', () => {
    const wang = person('wang', at({ key: 'b4/old', since: ago(6) }))
    const li = person('li', at({ key: 'b4/pay', since: ago(1), finished: true }))
    const device = (who: string, minutes: number, online = true) => ({
      ...{ person: who, name: who, picture: 'pine', online },
      at: {
        ...{ course: 'b4', scenario: 'pay', screen: 'amount', since: ago(minutes) },
        ...{ mistakes: 1, help: 'hinted' as const, lost: false },
      },
    })
    const merged = withDevices(
      [wang, li],
      [device('wang', 2), device('li', 3, false), { ...device('guest', 1), at: null }],
    )
    expect(merged).toMatchObject([
      { id: 'wang', online: true, at: { key: 'b4/pay', screen: 'amount', wrong: 1 } },
      { id: 'li', online: false, at: { key: 'b4/pay', finished: true, screen: null } },
      { id: 'guest', name: 'guest', online: true, at: null },
    ])
  })
})

describe('what somebody did last', () => {
  const event = (type: string, data: Record<string, unknown>) => ({ type, data, at: ago(2) })
  const checked = (correct: boolean) =>
    event('exercise.checked', {
      ...{ course: 'b4', lesson: '01', exercise: 'e', correct, code: 'ok', hints: 0 },
    })
  const played = (reached: boolean) =>
    event('scenario.played', {
      ...{ course: 'b4', scenario: 'scan', reached, help: 'shown', mistakes: ['gave'] },
    })

  it('is told from the work of the session', () => {
    const after = (...events: ReturnType<typeof event>[]) =>
      lastAt(events.reduce<ReturnType<typeof afterWork>>(afterWork, undefined))
    expect(after()).toBeNull()
    expect(after(checked(false), checked(false))).toMatchObject({ wrong: 2, finished: false })
    expect(after(checked(false), checked(true))).toMatchObject({ wrong: 0, finished: true })
    expect(after(played(false), played(false))).toMatchObject({ wrong: 2, left: 2 })
    expect(after(played(true))).toMatchObject({ wrong: 0, left: 0, finished: true, help: 'shown' })
  })
})

it('numbers the screens of the shortest right way from 1', () => {
  const scenario = scenarioSchema.parse({
    ...{ id: 'scan', title: { zh: '扫码', en: 'Scan' }, start: 'home', goal: 'done' },
    screens: {
      home: { say: '一', show: [{ control: 'button', id: 'a', text: '去', to: 'shop' }] },
      shop: {
        say: '二',
        show: [
          { control: 'button', id: 'b', text: '付', to: 'done' },
          { control: 'button', id: 'c', text: '别', to: 'ad', mistake: 'gave' },
        ],
      },
      ad: { say: '广告' },
      done: { say: '三' },
    },
    mistakes: { gave: { teach: '别点广告', objective: 'x' } },
  })
  expect(['home', 'shop', 'done', 'ad', 'nowhere'].map((id) => stepOf(scenario, id))).toEqual([
    ...[1, 2, 3, undefined, undefined],
  ])
})
