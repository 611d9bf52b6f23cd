import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Statement } from '../../desktop/domain/course/xapi-statement.ts'
import { faults } from '../unit/xapi-rules.ts'
import { call } from './learning-support.ts'
import { callsOn, names, openTrainings, other, room } from './training-bench.ts'

/** Trainings of classes as their organiser sees them, on a real journal. */

let bench: Awaited<ReturnType<typeof openTrainings>>
beforeEach(async () => {
  bench = await openTrainings()
})
afterEach(() => bench.close())
const { begin, read, exported, learn } = callsOn(() => bench)

describe('a class in a training', () => {
  it('is split in halves that differ by one at most, and takes a programme once at a time', async () => {
    await bench.classOf(room, names.slice(0, 7))
    const training = await begin()
    const { halves, members } = await read(training)
    expect([halves.first, halves.second].toSorted()).toEqual([3, 4])
    expect(members.map(({ person }) => person?.name)).toEqual(names.slice(0, 7))
    await expect(begin()).rejects.toMatchObject({ code: 'bad_request' })
    await bench.trainings['training.close']({ training }, call)
    const again = await begin()
    const { trainings } = await bench.trainings['training.list']({ class: room }, call)
    expect(trainings.map(({ id }) => id)).toEqual([again, training])
  })

  it('takes a programme once, also where two windows ask at once', async () => {
    await bench.classOf(room, names.slice(0, 7))
    const asked = await Promise.allSettled([begin(), begin()])
    expect(asked.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const { trainings } = await bench.trainings['training.list']({ class: room }, call)
    expect(trainings).toHaveLength(1)
  })

  it('may be empty', async () => {
    await bench.classOf(room, [])
    const training = await begin()
    expect(await read(training)).toMatchObject({ members: [], compared: 0, gains: null })
    expect((await exported(training, 'csv')).trim().split('\r\n')).toHaveLength(1)
    expect(JSON.parse(await exported(training, 'xapi'))).toEqual([])
  })

  it.each([1, 4])('of %i says nothing of a group', async (count) => {
    const people = await bench.classOf(room, names.slice(0, count))
    const training = await begin()
    await learn(training, people)
    expect((await read(training)).gains).toBeNull()
  })

  it('tells gains with intervals once there are enough', async () => {
    const people = await bench.classOf(room, names)
    const training = await begin()
    await learn(training, people)
    const { compared, gains, finals } = await read(training)
    expect(compared).toBeGreaterThanOrEqual(5)
    expect(gains?.length).toBeGreaterThan(0)
    for (const { interval, gain, before, after } of gains ?? []) {
      expect(gain).toBeCloseTo(after - before, 9)
      expect(interval?.[0]).toBeLessThan(interval?.[1] ?? -9)
    }
    expect(finals.ends.map(({ end }) => end)).toEqual(['first', 'later', 'not-yet'])
    expect(finals.ends.reduce((all, { count }) => all + count, 0)).toBe(finals.taken)
    expect(finals.taken + finals.none + finals.elsewhere).toBe(people.length)
    for (const { count, interval } of finals.ends) {
      expect(interval?.[0]).toBeLessThanOrEqual(count / finals.taken)
      expect(interval?.[1]).toBeGreaterThanOrEqual(count / finals.taken)
    }
  })

  it('is told the same after the workspace was closed and opened again', async () => {
    const people = await bench.classOf(room, names)
    const training = await begin()
    await learn(training, people)
    const [before, csv] = [await read(training), await exported(training, 'csv')]
    await bench.reopen()
    expect(await read(training)).toEqual(before)
    expect(await exported(training, 'csv')).toBe(csv)
  })

  it('leaves the numbers of the others as they were when somebody is forgotten', async () => {
    const people = await bench.classOf(room, names)
    const training = await begin()
    await learn(training, people)
    const before = await read(training)
    const [gone = ''] = people
    await bench.forget(gone)
    const { members } = await read(training)
    const rest = before.members.filter(({ person }) => person?.id !== gone)
    expect(members).toEqual(rest)
    expect(await exported(training, 'csv', true)).not.toContain('学员0,')
  })

  it('keeps two classes apart, also where somebody is in both', async () => {
    const people = await bench.classOf(room, names.slice(0, 3))
    await bench.classOf(other, names.slice(3, 5))
    const both = { class: other, people: people.slice(0, 1) }
    await bench.journal.append({ type: 'class.enrolled', data: both })
    const [first, second] = [await begin(room), await begin(other)]
    await learn(first, people)
    const steps = (await read(second)).members.flatMap((member) => Object.values(member.steps))
    expect(new Set(steps)).toEqual(new Set(['none']))
  })

  it('counts who left the class no longer among the class, and keeps what was done', async () => {
    const people = await bench.classOf(room, names)
    const training = await begin()
    await learn(training, people)
    const [before, csv] = [await read(training), await exported(training, 'csv')]
    const left = { class: room, people: people.slice(0, 1) }
    await bench.journal.append({ type: 'class.left', data: left })
    const after = await read(training)
    expect(after.members.slice(1)).toEqual(before.members.slice(1))
    expect(after.members[0]).toMatchObject({ number: 1, inClass: false })
    expect(after.gains).toEqual(before.gains)
    expect(after.finals).toEqual({ ...before.finals, gone: 1 })
    expect(await exported(training, 'csv')).toBe(csv)
  })

  it('tells namesakes apart by their numbers', async () => {
    const people = await bench.classOf(room, ['王秀兰', '王秀兰'])
    const training = await begin()
    await learn(training, people)
    const rows = (await exported(training, 'csv', true)).trim().split('\r\n').slice(1)
    expect(rows.every((row) => row.endsWith(',王秀兰'))).toBe(true)
    expect(new Set(rows.map((row) => row.split(',')[0]))).toEqual(new Set(['1', '2']))
  })

  it('is told as before once its class is archived', async () => {
    const people = await bench.classOf(room, names)
    const training = await begin()
    await learn(training, people)
    const before = await read(training)
    await bench.journal.append({ type: 'class.changed', data: { class: room, archived: true } })
    expect(await read(training)).toEqual(before)
  })

  it('has no interval where everybody is in one half', async () => {
    const people = await bench.classOf(room, names.slice(0, 6))
    const training = await begin()
    for (const by of people) {
      await bench.journal.append({ type: 'training.assigned', by, data: { training, half: 1 } })
    }
    await learn(training, people)
    const { halves, gains } = await read(training)
    expect(halves).toEqual({ first: 6, second: 0 })
    expect(gains?.every(({ interval }) => interval === null)).toBe(true)
  })

  it('is not found where there is none', async () => {
    await expect(async () => read('nothing')).rejects.toMatchObject({ code: 'not_found' })
    await expect(begin('nothing')).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('a training’s records as files', () => {
  it('name nobody unless asked, and have as many cells in each row', async () => {
    const people = await bench.classOf(room, ['=1+1', ...names.slice(1, 6)])
    const training = await begin()
    await learn(training, people)
    const plain = await exported(training, 'csv')
    const named = await exported(training, 'csv', true)
    expect(plain).not.toMatch(/学员|=1\+1|class-1-p/)
    expect(named).toContain("'=1+1")
    for (const text of [plain, named]) {
      const [head = '', ...rows] = text.trim().split('\r\n')
      expect(rows.length).toBeGreaterThan(10)
      expect(new Set(rows.map((row) => row.split(',').length))).toEqual(
        new Set([head.split(',').length]),
      )
    }
  })

  it('are statements that keep the rules of the Experience API', async () => {
    const people = await bench.classOf(room, names)
    const training = await begin()
    await learn(training, people)
    const statements = JSON.parse(await exported(training, 'xapi')) as { verb: { id: string } }[]
    expect(statements.flatMap(faults)).toEqual([])
    const verbs = new Set(statements.map(({ verb }) => verb.id.replace(/^.*\//, '')))
    expect([...verbs].toSorted()).toEqual(expect.arrayContaining(['answered', 'attempted']))
    expect(JSON.stringify(statements)).not.toMatch(/学员|class-1-p/)
    const text = JSON.stringify(statements)
    expect(text).toMatch(/"interactionType":"choice"/)
    expect(text).toMatch(/"response":"\d/)
    expect(text).toContain(`app://zhizhi/trainings/${training}`)
    expect(text).not.toContain('correctResponsesPattern')
    const ids = JSON.parse(await exported(training, 'xapi')) as { id: string }[]
    expect(new Set(ids.map(({ id }) => id)).size).toBe(ids.length)
  })

  it('give two people of different classes two accounts, and one person of a class one', async () => {
    const accounts = async (training: string) => {
      const told = JSON.parse(await exported(training, 'xapi')) as Statement[]
      return new Set(told.map(({ actor }) => actor.account.name))
    }
    const [one, two] = [await bench.classOf(room, ['甲']), await bench.classOf(other, ['乙'])]
    const [first, second] = [await begin(room), await begin(other)]
    await learn(first, one)
    await learn(second, two)
    expect([...(await accounts(first)), ...(await accounts(second))]).toEqual([
      `class-${room}-1`,
      `class-${other}-1`,
    ])
    await bench.trainings['training.close']({ training: first }, call)
    const again = await begin(room)
    await learn(again, one)
    expect(await accounts(again)).toEqual(await accounts(first))
  })
})
