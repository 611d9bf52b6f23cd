import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  carryOn,
  hasReachedGoal,
  nextControl,
  playAt,
  screenOf,
  startPlay,
  step,
  stepsFromStart,
  type Action,
  type Play,
} from '../../desktop/domain/simulation/player.ts'
import { idsOf, scenarioSchema } from '../../desktop/domain/simulation/scenario.ts'

const scenario = scenarioSchema.parse({
  id: 'call-home',
  title: { zh: '打电话', en: 'Call home' },
  start: 'desk',
  goal: 'talking',
  'lost-after': 2,
  screens: {
    desk: {
      say: '点电话。',
      show: [
        { control: 'text', id: 'clock', text: '9:41' },
        { control: 'button', id: 'phone', text: '电话', to: 'contacts' },
      ],
    },
    contacts: {
      say: '找女儿。',
      hint: '第一个。',
      'look-at': 'daughter',
      show: [
        { control: 'item', id: 'daughter', text: '女儿', to: 'confirm' },
        { control: 'item', id: 'stranger', text: '陌生号码', to: 'wrong', mistake: 'stranger' },
      ],
    },
    wrong: {
      say: '打错了，挂掉。',
      show: [{ control: 'button', id: 'hang-up', text: '挂断', to: 'contacts', undo: true }],
    },
    confirm: {
      say: '打给谁？',
      show: [
        {
          control: 'input',
          id: 'who',
          label: '打给',
          options: [
            { id: 'yes', text: '女儿', to: 'talking' },
            { id: 'no', text: '不打了', to: 'desk' },
          ],
        },
      ],
    },
    talking: { say: '接通了。' },
  },
  mistakes: { stranger: { teach: '先看名字。', objective: 'call.check' } },
})

const tap = (control: string | null): Action => ({ kind: 'tap', control })
const play = (...actions: Action[]): Play =>
  actions.reduce((state, action) => step(scenario, state, action), startPlay(scenario))
const nextId = (state: Play) => nextControl(scenario, state)?.id

describe('the player', () => {
  it('goes where a tap leads, to the goal', () => {
    const end = play(tap('phone'), tap('daughter'), tap('yes'))
    expect(hasReachedGoal(scenario, end)).toBe(true)
    expect(end).toMatchObject({ mistakes: [], help: 'alone' })
  })

  it('keeps a mistake even when it is taken back', () => {
    const back = play(tap('phone'), tap('stranger'), tap('hang-up'))
    expect(back.now.screen).toBe('contacts')
    expect(back.past).toHaveLength(1)
    expect(back.mistakes).toEqual(['stranger'])
  })

  it('offers the way back after so many aimless taps, and forgets them on the next screen', () => {
    expect(play(tap(null)).now.lost).toBe(false)
    expect(play(tap(null), tap('clock')).now.lost).toBe(true)
    expect(play(tap(null), tap('clock'), tap('phone')).now).toMatchObject({
      lost: false,
      aimless: 0,
    })
  })

  it('offers it at once to whoever says so', () => {
    expect(play({ kind: 'lost' }).now.lost).toBe(true)
  })

  it('offers it to whoever comes to the same screen again and again', () => {
    const round = [tap('phone'), tap('daughter'), tap('no')]
    expect(play(...round).now.lost).toBe(false)
    expect(play(...round, ...round).now.lost).toBe(true)
    expect(play(...round, ...round, tap('phone'), tap('daughter'), tap('yes')).now.lost).toBe(false)
  })

  it('says what an aimless tap met', () => {
    expect(play(tap(null)).now.nudge).toBe('beside')
    expect(play(tap('clock')).now.nudge).toBe('not-now')
    expect(play(tap('clock'), tap('phone')).now.nudge).toBeUndefined()
  })

  it('does not call anybody lost who has arrived', () => {
    const end = play(tap('phone'), tap('daughter'), tap('yes'), tap(null), tap(null), tap(null))
    expect(end.now.lost).toBe(false)
  })

  it('remembers the most help that was taken', () => {
    expect(play({ kind: 'hint' }).help).toBe('hinted')
    expect(play({ kind: 'show-me' }, tap('phone'), { kind: 'hint' })).toMatchObject({
      help: 'shown',
      now: { aid: 'hint' },
    })
  })

  it('shows the next right step from anywhere', () => {
    expect(nextId(play())).toBe('phone')
    expect(nextId(play(tap('phone')))).toBe('daughter')
    expect(nextId(play(tap('phone'), tap('stranger')))).toBe('hang-up')
    expect(nextId(play(tap('phone'), tap('daughter')))).toBe('yes')
    expect(nextId(play(tap('phone'), tap('daughter'), tap('yes')))).toBeUndefined()
  })

  it('starts over, and that too can be taken back', () => {
    const before = play(tap('phone'), tap('daughter'))
    const over = step(scenario, before, { kind: 'restart' })
    expect(over.now.screen).toBe('desk')
    const back = step(scenario, over, { kind: 'undo' })
    expect({ now: back.now, past: back.past }).toEqual({ now: before.now, past: before.past })
  })

  it('counts the steps of the shortest right way', () => {
    expect(stepsFromStart(scenario)).toBe(3)
  })
})

describe('a scenario that its author changes while it is played', () => {
  const changed = (edit: (screens: typeof scenario.screens) => typeof scenario.screens) => ({
    ...scenario,
    screens: edit(scenario.screens),
  })
  const before = play(tap('phone'), tap('stranger'), tap('hang-up'))

  it('is gone on with where one stands', () => {
    const other = changed((screens) => ({
      ...screens,
      contacts: { ...screens['contacts']!, say: '找女儿，第一个。' },
    }))
    const after = carryOn(other, before)
    expect(after.now.screen).toBe('contacts')
    expect(screenOf(other, after)?.say).toBe('找女儿，第一个。')
    expect(after).toMatchObject({ mistakes: ['stranger'], past: before.past })
  })

  it('is begun anew where that screen is gone; what was learnt of the learner stays', () => {
    const other = changed(({ contacts: _, ...rest }) => rest)
    expect(carryOn(other, before)).toMatchObject({
      now: { screen: 'desk' },
      past: [],
      mistakes: ['stranger'],
    })
  })

  it('forgets steps back to screens that are gone, and mistakes nobody explains any more', () => {
    const other = { ...changed(({ desk: _, ...rest }) => rest), start: 'contacts', mistakes: {} }
    expect(carryOn(other, before)).toMatchObject({
      now: { screen: 'contacts' },
      past: [],
      mistakes: [],
    })
  })

  it('opens on any screen for its author, and on the first for a name that is none', () => {
    expect(playAt(scenario, 'wrong').now.screen).toBe('wrong')
    expect(playAt(scenario, 'nowhere').now.screen).toBe('desk')
  })
})

const controls = Object.values(scenario.screens).flatMap(idsOf)
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.constantFrom<string | null>(...controls, null, 'nowhere').map(tap),
  fc.constantFrom<Action>(
    { kind: 'undo' },
    { kind: 'restart' },
    { kind: 'lost' },
    { kind: 'hint' },
    { kind: 'show-me' },
  ),
)
const actions = fc.array(action, { maxLength: 60 })

describe('whatever is tapped', () => {
  it('the player stays within the scenario’s screens', () => {
    fc.assert(
      fc.property(actions, (list) => {
        expect(screenOf(scenario, play(...list))).toBeDefined()
      }),
    )
  })

  it('each step forward is taken back exactly', () => {
    fc.assert(
      fc.property(actions, action, (list, next) => {
        const before = play(...list)
        const after = step(scenario, before, next)
        if (after.past.length !== before.past.length + 1) return
        const back = step(scenario, after, { kind: 'undo' })
        expect(back.now).toEqual({ ...before.now, nudge: undefined })
        expect(back.past).toEqual(before.past)
      }),
    )
  })

  it('following the shown steps leads to the goal', () => {
    fc.assert(
      fc.property(actions, (list) => {
        let state = play(...list)
        for (let taps = 0; taps < 10 && !hasReachedGoal(scenario, state); taps += 1) {
          state = step(scenario, state, tap(nextId(state) ?? null))
        }
        expect(hasReachedGoal(scenario, state)).toBe(true)
      }),
    )
  })

  it('help never becomes less and mistakes are never forgotten', () => {
    const level = { alone: 0, hinted: 1, shown: 2 }
    fc.assert(
      fc.property(actions, action, (list, next) => {
        const before = play(...list)
        const after = step(scenario, before, next)
        expect(level[after.help]).toBeGreaterThanOrEqual(level[before.help])
        expect(after.mistakes.slice(0, before.mistakes.length)).toEqual(before.mistakes)
      }),
    )
  })
})
