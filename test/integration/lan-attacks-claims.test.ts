import { describe, expect, it } from 'vitest'
import { toldRunsProjection } from '../../desktop/domain/classroom/lan/runs.ts'
import { classroomProjection } from '../../desktop/domain/classroom/projection.ts'
import { progressProjection } from '../../desktop/domain/course/progress.ts'
import { rightWay } from './lan-run.ts'
import { course, get, place, scenario, Siege } from './lan-siege.ts'
import { TestPhone } from './lan-support.ts'
import { call } from './learning-support.ts'

const siege = new Siege()
const own = () => `Host: ${siege.host}`

describe('results', () => {
  it('cannot be claimed, nor anybody else’s run be stopped', async () => {
    const [one, two] = await Promise.all([
      new TestPhone(siege.url).open(),
      new TestPhone(siege.url).open(),
    ])
    await one.join(siege.pin, 1)
    await two.join(siege.pin, 2)
    const person = (at: number) =>
      (siege.school.lan.state.on ? siege.school.lan.state.devices[at]?.person : '') ?? ''
    const found = siege.good.take('scenario')
    siege.good.say({ kind: 'open', ...place })
    const right = rightWay((await found).scenario)
    // the goal is not reached by saying so: half the way is half the way
    one.say({ kind: 'played', run: 'same', ...place, actions: right.slice(0, 1) })
    await one.take('kept')
    // the name of a run is the phone's own: another phone's does not stand in its way
    two.say({ kind: 'played', run: 'same', ...place, actions: right })
    await two.take('kept')
    const best = (at: number) =>
      siege.school.journal.state(progressProjection)[person(at)]?.scenarios[`${course}/${scenario}`]
        ?.best
    expect([best(1), best(2)]).toEqual([null, 'alone'])
    expect(Object.keys(siege.school.journal.state(toldRunsProjection))).toHaveLength(2)
    one.cut()
    two.cut()
    await siege.expectService()
  })

  it('a learner has one face, whatever he sends', async () => {
    siege.school.lan.ask(true)
    for (const face of ['poor', 'poor', 'fair', 'good'] as const) {
      siege.good.say({ kind: 'face', face })
      await siege.good.take('heard')
    }
    const faces =
      siege.school.journal.state(classroomProjection).sessions[siege.school.session]?.faces
    expect(faces).toEqual({ good: 1, fair: 0, poor: 0 })
    siege.school.lan.ask(false)
  })
})

describe('the PIN', () => {
  it('is not found by guessing, one after the other or many at once', async () => {
    const wrong = siege.pin === '111111' ? '222222' : '111111'
    const phones = await Promise.all(
      Array.from({ length: 12 }, () => new TestPhone(siege.url).open()),
    )
    for (const phone of phones) phone.say({ kind: 'pin', pin: wrong })
    const answers = await Promise.all(phones.map((phone) => phone.take('refused')))
    expect(answers.filter(({ why }) => why === 'pin').map(({ left }) => left)).toEqual([4, 3, 2, 1])
    expect(answers.filter(({ why }) => why === 'wait')).toHaveLength(8)
    // the right one is refused as well, and says no more than a wrong one
    phones[0]?.say({ kind: 'pin', pin: siege.pin })
    expect(await phones[0]?.take('refused')).toMatchObject({ why: 'wait' })
    for (const phone of phones) phone.cut()
    await siege.expectService()
  })

  it('lets nobody in after fifty wrong ones, until there is a new one', async () => {
    const guesser = await new TestPhone(siege.url).open()
    for (let round = 0; siege.school.lan.state.on && !siege.school.lan.state.paused; round += 1) {
      siege.school.time.ahead += 10_000_000
      guesser.say({ kind: 'pin', pin: '000000' })
      await guesser.take('refused')
      expect(round).toBeLessThan(60)
    }
    expect(siege.school.lan.state).toMatchObject({ paused: true, wrongPins: 50 })
    siege.school.time.ahead += 10_000_000_000
    guesser.say({ kind: 'pin', pin: siege.pin })
    expect((await guesser.take('refused')).why).toBe('wait')
    await siege.expectService()
    const state = await siege.school.handlers['lan.pin']({}, call)
    expect(state).toMatchObject({ paused: false, wrongPins: 0 })
    if (state.on) guesser.say({ kind: 'pin', pin: state.pin })
    await guesser.take('seats')
    guesser.cut()
  })
})

describe('after the end', () => {
  it('a phone that was sent away is nobody any more', async () => {
    const devices = siege.school.lan.state.on ? siege.school.lan.state.devices : []
    const sent = devices.find(({ online }) => online)
    await siege.school.handlers['lan.remove']({ device: sent?.id ?? '' }, call)
    expect((await siege.good.take('over')).why).toBe('removed')
    await siege.good.closed
    const again = await new TestPhone(siege.url).open()
    again.say({ kind: 'back', secret: siege.goodSecret })
    expect((await again.take('refused')).why).toBe('unknown')
    again.cut()
  })

  it('nothing listens, and the secrets of the last class open nothing in the next', async () => {
    await siege.school.handlers['lan.stop']({}, call)
    expect(siege.school.lan.state).toEqual({ on: false })
    expect(await siege.raw(get('/', own()), 500)).toBe('')
    const next = await siege.school.start()
    const phone = await new TestPhone(next.addresses[0]?.url ?? '').open()
    phone.say({ kind: 'back', secret: siege.goodSecret })
    expect((await phone.take('refused')).why).toBe('unknown')
    if (next.pin !== siege.pin) {
      phone.say({ kind: 'pin', pin: siege.pin })
      expect((await phone.take('refused')).why).toBe('pin')
    }
    phone.cut()
  })
})
