import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { classroomProjection } from '../../desktop/domain/classroom/projection.ts'
import { progressProjection } from '../../desktop/domain/course/progress.ts'
import { call } from './learning-support.ts'
import { rightWay } from './lan-run.ts'
import { type LanSchool, openLan, TestPhone } from './lan-support.ts'

const course = 'b4-payment'
const scenario = 'show-payment-code'

let school: LanSchool
let url: string
let pin: string
const wishes: string[] = []

const times = { wrongPin: 5, telling: 5, grace: 500 }

beforeAll(async () => {
  school = await openLan({ times, learners: 3, suggest: (text) => wishes.push(text) })
  const state = await school.start()
  url = state.addresses[0]?.url ?? ''
  pin = state.pin
})
afterAll(() => school.close())

const phone = () => new TestPhone(url).open()
const devices = () => (school.lan.state.on ? school.lan.state.devices : [])
const session = () => school.journal.state(classroomProjection).sessions[school.session]

describe('a phone in a class on the local network', () => {
  it('comes in with the PIN and a picture, is marked as here, plays, and its run is kept once', async () => {
    const own = await phone()
    own.say({ kind: 'pin', pin })
    const { seats } = await own.take('seats')
    expect(seats.map(({ name }) => name)).toEqual(['王＊0', '王＊1', '王＊2'])
    own.say({ kind: 'join', seat: seats[0]?.seat ?? '', name: null })
    const welcome = await own.take('welcome')
    expect(welcome.lesson?.zh).toBeTruthy()
    expect(welcome.practices[0]).toMatchObject({ course, scenario })
    const person = devices()[0]?.person ?? ''
    expect(session()?.attendance).toEqual({ [person]: 'here' })

    own.say({ kind: 'open', course, scenario })
    const opened = await own.take('scenario')
    const actions = rightWay(opened.scenario)
    const at = { mistakes: 0, help: 'alone', lost: false } as const
    own.say({ kind: 'at', course, scenario, screen: opened.scenario.start, ...at })
    const played = { kind: 'played', run: 'r1', course, scenario, actions } as const
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
    const record = school.journal.state(progressProjection)[person]
    expect(record?.scenarios[`${course}/${scenario}`]).toMatchObject({ runs: 1, best: 'alone' })
    expect(session()?.work[person]?.scenarios[`${course}/${scenario}`]?.runs).toBe(1)
    again.cut()
  })
})
