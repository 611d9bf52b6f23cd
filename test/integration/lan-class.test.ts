import { createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { classroomProjection } from '../../desktop/domain/classroom/projection.ts'
import { progressProjection } from '../../desktop/domain/course/progress.ts'
import { call } from './learning-support.ts'
import { rightWay } from './lan-run.ts'
import { type LanSchool, openLan, TestPhone } from './lan-support.ts'

const course = 'b4-payment'
const scenario = 'show-payment-code'
const key = `${course}/${scenario}`
const at = { mistakes: 0, help: 'alone', lost: false } as const

let school: LanSchool
let url: string
let pin: string
const wishes: string[] = []

const times = { wrongPin: 5, telling: 5, grace: 1500 }

beforeAll(async () => {
  school = await openLan({ times, learners: 6, suggest: (text) => wishes.push(text) })
  const state = await school.start()
  url = state.addresses[0]?.url ?? ''
  pin = state.pin
})
afterAll(() => school.close())

const phone = () => new TestPhone(url).open()
const devices = () => (school.lan.state.on ? school.lan.state.devices : [])
const session = () => school.journal.state(classroomProjection).sessions[school.session]
const record = (person: string) => school.journal.state(progressProjection)[person]?.scenarios[key]

async function opened(own: TestPhone) {
  own.say({ kind: 'open', course, scenario })
  return (await own.take('scenario')).scenario
}

describe('a phone in a class on the local network', () => {
  it('comes in with the PIN and a picture, plays, and its run is kept once', async () => {
    const own = await phone()
    own.say({ kind: 'pin', pin })
    const { seats } = await own.take('seats')
    expect(seats.map(({ name }) => name)).toEqual(Array.from({ length: 6 }, (_, n) => `王＊${n}`))
    own.say({ kind: 'join', seat: seats[0]?.seat ?? '', name: null })
    const welcome = await own.take('welcome')
    expect(welcome.lesson?.zh).toBeTruthy()
    expect(welcome.practices[0]).toMatchObject({ course, scenario })
    expect(welcome.practices.every((practice) => practice.course === course)).toBe(true)
    const person = devices()[0]?.person ?? ''
    expect(session()?.attendance).toEqual({ [person]: 'here' })

    const found = await opened(own)
    own.say({ kind: 'at', course, scenario, screen: found.start, ...at })
    const played = {
      kind: 'played',
      run: 'r1',
      course,
      scenario,
      actions: rightWay(found),
    } as const
    own.say(played)
    own.say(played)
    await own.take('kept')
    await own.take('kept')
    own.cut()
    await own.closed

    const again = await phone()
    again.say({ kind: 'back', secret: welcome.secret })
    expect((await again.take('welcome')).name).toBe(welcome.name)
    again.say(played)
    await again.take('kept')
    expect(record(person)).toMatchObject({ runs: 1, best: 'alone' })
    expect(session()?.work[person]?.scenarios[key]?.runs).toBe(1)
    again.cut()
  })

  it('is seen where it is, and its older connection is let go', async () => {
    const own = await phone()
    const { secret } = await own.join(pin, 1)
    const { start } = await opened(own)
    own.say({ kind: 'at', course, scenario, screen: start, ...at, lost: true })
    await opened(own)
    expect(devices()[1]).toMatchObject({ online: true, at: { screen: start, lost: true } })
    const tab = await phone()
    tab.say({ kind: 'back', secret })
    await tab.take('welcome')
    expect((await own.take('over')).why).toBe('elsewhere')
    expect(await own.closed).toBe(1000)
    expect(devices()[1]).toMatchObject({ online: true, at: { screen: start } })
    tab.cut()
    await tab.closed
  })

  it('finds its seat taken, unless the phone there has long been away', async () => {
    const first = await phone()
    const { secret } = await first.join(pin, 2)
    const person = devices().at(-1)?.person ?? ''
    const played = rightWay(await opened(first))
    const other = await phone()
    other.say({ kind: 'pin', pin })
    const { seats } = await other.take('seats')
    expect(seats[2]?.taken).toBe(true)
    const wanted = { kind: 'join', seat: seats[2]?.seat ?? '', name: null } as const
    other.say(wanted)
    expect((await other.take('refused')).why).toBe('taken')
    await other.take('seats')
    first.cut()
    await first.closed
    other.say(wanted)
    expect((await other.take('refused')).why).toBe('taken')
    school.time.ahead += 31_000
    other.say(wanted)
    await other.take('welcome')
    const late = await phone()
    late.say({ kind: 'back', secret })
    expect((await late.take('refused')).why).toBe('unknown')
    // what was played before the seat was lost is still its learner's, and nothing else is taken
    const told = { kind: 'played', course, scenario, actions: played } as const
    late.say({ ...told, run: 'before' })
    expect((await late.take('kept')).run).toBe('before')
    expect(record(person)).toMatchObject({ runs: 1, best: 'alone' })
    late.say({ kind: 'open', course, scenario })
    expect((await late.take('refused')).why).toBe('unknown')
    await late.join(pin, 5)
    late.say({ ...told, run: 'after' })
    await late.take('kept')
    expect(record(person)?.runs).toBe(1)
    for (const each of [other, late]) each.cut()
  })

  it('brings somebody who is on no list, under a name of one line', async () => {
    const own = await phone()
    own.say({ kind: 'pin', pin })
    await own.take('seats')
    own.say({ kind: 'join', seat: null, name: '<b>老\u202e张</b>' })
    expect((await own.take('welcome')).name).toBe('<＊>')
    const guest = devices().at(-1)
    expect(guest?.name).toBe('<b>老张</b>')
    const { people } = await school.classroom['class.read']({ class: school.class }, call)
    expect(people).toHaveLength(7)
    await school.handlers['lan.rename']({ device: guest?.id ?? '', name: '张建国' }, call)
    expect((await own.take('renamed')).name).toBe('张＊国')
    own.say({ kind: 'leave' })
    const { seats } = await own.take('seats')
    expect(seats.at(-1)).toMatchObject({ name: '张＊国', taken: false })
    own.cut()
  })

  it('is asked for a face, may change it, and may wish for something', async () => {
    const own = await phone()
    await own.join(pin, 3)
    await school.handlers['lan.ask']({ asked: true }, call)
    expect((await own.take('asked')).asked).toBe(true)
    for (const face of ['good', 'poor'] as const) {
      own.say({ kind: 'face', face })
      await own.take('heard')
    }
    expect(session()?.faces).toEqual({ good: 0, fair: 0, poor: 1 })
    for (let n = 0; n < 5; n += 1) {
      own.say({ kind: 'suggest', text: '讲慢一点' })
      expect((await own.take('heard')).what).toBe('suggest')
    }
    own.say({ kind: 'suggest', text: '第六条' })
    expect((await own.take('refused')).why).toBe('missing')
    expect(wishes).toHaveLength(5)
    own.cut()
  })
})

describe('the volunteer’s window', () => {
  it('opens what is open, and hears of what changes', async () => {
    expect(await school.start()).toMatchObject({ pin, class: school.class })
    const stop = new AbortController()
    const states: unknown[] = []
    const watching = school.handlers['lan.state'](
      {},
      {
        ...{ signal: stop.signal, context: undefined, progress: () => undefined },
        emit: (state) => Promise.resolve(void states.push(state)),
      },
    )
    const renewed = await school.handlers['lan.pin']({}, call)
    if (renewed.on) pin = renewed.pin
    await expect.poll(() => states.at(-1)).toMatchObject({ on: true, pin })
    stop.abort()
    await watching
  })

  it('lets a phone go whose learner has left the class', async () => {
    const own = await phone()
    await own.join(pin, 4)
    const person = devices().at(-1)?.person ?? ''
    await school.classroom['class.leave']({ class: school.class, people: [person] }, call)
    expect((await own.take('over')).why).toBe('removed')
  })

  it('fails in words where the port is taken, or the session is over or unknown', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => taken.once('listening', resolve))
    const address = taken.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const other = await openLan({ usualPort: port })
    await expect(other.start(port)).rejects.toMatchObject({ code: 'port_in_use', params: { port } })
    // where nobody asked for it, any port will do
    expect((await other.start()).port).not.toBe(port)
    await other.lan.stop(0)
    await other.classroom['session.end']({ session: other.session }, call)
    await expect(other.start()).rejects.toMatchObject({ code: 'conflict' })
    const nowhere = other.handlers['lan.start']({ session: 'no', port: 0 }, call)
    await expect(nowhere).rejects.toMatchObject({ code: 'not_found' })
    taken.close()
    await other.close()
  })
})

describe('the end of the session', () => {
  it('waits for who is in the middle of a practice, keeps his run, and closes', async () => {
    const own = await phone()
    await own.join(pin, 0)
    const person = devices().at(-1)?.person ?? ''
    const found = await opened(own)
    own.say({ kind: 'at', course, scenario, screen: found.start, ...at })
    await opened(own)
    const before = record(person)?.runs ?? 0
    const ending = school.lan.stopFor(school.session)
    expect((await own.take('over')).why).toBe('ended')
    own.say({ kind: 'face', face: 'good' })
    own.say({ kind: 'played', run: 'last', course, scenario, actions: rightWay(found, 2) })
    expect((await own.take('kept')).run).toBe('last')
    await ending
    await own.closed
    expect(record(person)?.runs).toBe(before + 1)
    expect(school.lan.state).toEqual({ on: false })
  })

  it('closes the class, whoever ended the session', async () => {
    await school.start()
    await school.classroom['session.end']({ session: school.session }, call)
    await expect.poll(() => school.lan.state).toEqual({ on: false })
  })

  it('comes by itself where no phone has been for an hour', async () => {
    const forgotten = await openLan({ learners: 1, times: { knocking: 20 } })
    await forgotten.start()
    forgotten.time.ahead = 3_500_000
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(forgotten.lan.state.on).toBe(true)
    forgotten.time.ahead = 3_700_000
    await expect.poll(() => forgotten.lan.state).toEqual({ on: false })
    await forgotten.close()
  })
})
