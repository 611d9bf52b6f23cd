import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { call } from './learning-support.ts'
import { callsOn, names, openTrainings, other, room } from './training-bench.ts'

/** Who needs a hand, and what a second training of the same programme tells, on a real journal. */

let bench: Awaited<ReturnType<typeof openTrainings>>
beforeEach(async () => {
  bench = await openTrainings()
})
afterEach(() => bench.close())
const { begin, read, learn, sit } = callsOn(() => bench)

describe('a second training of the same programme', () => {
  it('leaves who was tested in an earlier one out of its gains, and those of the earlier as they were', async () => {
    const people = await bench.classOf(room, names)
    const first = await begin()
    await learn(first, people.slice(0, 6))
    const before = await read(first)
    await bench.trainings['training.close']({ training: first }, call)
    const second = await begin()
    const none = await read(second)
    expect(none).toMatchObject({ compared: 0, gains: null })
    expect(none.members.filter((one) => one.testedElsewhere)).toHaveLength(
      before.members.filter(({ steps }) => steps['before'] === 'done').length,
    )
    // also where another computer's records bring the tests once more
    await learn(second, people)
    const after = await read(second)
    expect(after.compared).toBeLessThanOrEqual(6)
    expect((await read(first)).gains).toEqual(before.gains)
    expect((await read(first)).compared).toBe(before.compared)
  })

  it('counts a pair of two trainings, or of one and alone, for neither', async () => {
    const [ann = '', bob = ''] = await bench.classOf(room, names.slice(0, 2))
    const first = await begin()
    await sit(first, ann, 'before')
    await sit(null, bob, 'before')
    await bench.trainings['training.close']({ training: first }, call)
    const second = await begin()
    await sit(second, ann, 'after')
    await sit(second, bob, 'after')
    expect([(await read(first)).compared, (await read(second)).compared]).toEqual([0, 0])
    expect((await read(second)).members.map((one) => one.testedElsewhere)).toEqual([true, true])
  })
})

describe('who needs a hand', () => {
  const standings = async (training: string) =>
    (await read(training)).members.map(({ standing: { step, need } }) => [step, need?.kind])

  it('is told by the days of the journal, and of nobody who left or once it is closed', async () => {
    const [ann = '', bob = '', cat = ''] = await bench.classOf(room, names.slice(0, 4))
    const training = await begin()
    await sit(training, ann, 'before', false)
    await sit(training, bob, 'before')
    for (let at = 0; at < 2; at += 1) await sit(training, cat, 'final')
    const calm = [
      ['before', undefined],
      ['courses', undefined],
      ['final', 'failed'],
      ['before', undefined],
    ]
    expect(await standings(training)).toEqual(calm)
    bench.wait(3)
    expect((await standings(training))[0]).toEqual(['before', 'begun'])
    bench.wait(7)
    const late = [
      ['before', 'begun'],
      ['courses', 'idle'],
      ['final', 'failed'],
      ['before', 'idle'],
    ]
    expect(await standings(training)).toEqual(late)
    await bench.journal.append({ type: 'class.left', data: { class: room, people: [ann] } })
    expect((await standings(training))[0]).toEqual(['before', undefined])
    await bench.reopen()
    expect((await standings(training)).slice(1)).toEqual(late.slice(1))
    await bench.trainings['training.close']({ training }, call)
    expect((await standings(training)).map(([, need]) => need)).toEqual(Array(4).fill(undefined))
  })

  it('is somebody who joined later, with no day claimed', async () => {
    await bench.classOf(room, names.slice(0, 1))
    const training = await begin()
    await bench.classOf(other, names.slice(1, 2))
    const joined = { class: room, people: [`${other}-p0`] }
    await bench.journal.append({ type: 'class.enrolled', data: joined })
    bench.wait(30)
    const [, late] = (await read(training)).members
    expect(late?.standing).toMatchObject({ since: null, days: null, need: { kind: 'joined' } })
  })

  it('is told of five hundred in good time', async () => {
    const people = await bench.classOf(
      room,
      Array.from({ length: 500 }, (_, at) => `学员${at}`),
    )
    const training = await begin()
    for (const by of people.slice(0, 60)) await sit(training, by, 'final')
    bench.wait(12)
    const before = process.cpuUsage()
    const { members } = await read(training)
    expect(process.cpuUsage(before).user).toBeLessThan(5_000_000) // microseconds
    expect(members.filter(({ standing }) => standing.need?.kind === 'idle')).toHaveLength(500)
  })
})
