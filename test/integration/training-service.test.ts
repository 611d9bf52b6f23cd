import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { assessmentProjection } from '../../desktop/domain/assessment/projection.ts'
import { classroomProjection } from '../../desktop/domain/classroom/projection.ts'
import { progressProjection } from '../../desktop/domain/course/progress.ts'
import { createContent } from '../../desktop/host/content.ts'
import { openWorkspace } from '../../desktop/journal/workspace.ts'
import { Rubrics } from '../../desktop/services/assessment/rubrics.ts'
import { createTrainings } from '../../desktop/services/assessment/trainings.ts'
import { createCatalogue } from '../../desktop/services/catalogue.ts'
import { createLearning } from '../../desktop/services/learning.ts'
import type { Engine, Journal, Person } from '../../desktop/services/ports.ts'
import type { Statement } from '../../desktop/domain/course/xapi.ts'
import { cohortEvents } from '../simulated-cohort.ts'
import { faults } from '../unit/xapi-rules.ts'
import { call } from './learning-support.ts'

/** Trainings of classes as their organiser sees them, on a real journal. */

const fixture = new URL('../fixtures/courses-proof/courses', import.meta.url).pathname
const tickets = new URL('../../datasets/hotline-tickets', import.meta.url).pathname
const noEngine = new Proxy({} as Engine, {
  get: () => () => Promise.reject(new Error('no engine here')),
})
const projections = [progressProjection, assessmentProjection, classroomProjection]
const programme = 'trial'
const [room, other] = ['class-1', 'class-2']
let seed = 1

async function open() {
  const temporary = await mkdtemp(join(tmpdir(), 'zhizhi-trainings-'))
  const root = join(temporary, 'content')
  await cp(fixture, join(root, 'courses'), { recursive: true })
  await cp(tickets, join(root, 'datasets/hotline-tickets'), { recursive: true })
  const content = createContent(root, join(temporary, 'data'))
  let people: Person[] = []
  let ahead = 0
  const openJournal = () => openWorkspace(join(temporary, 'workspace'), { projections })
  let workspace = await openJournal()
  const catalogue = await createCatalogue(content)
  const on = (journal: Journal) => {
    const clock = { now: () => new Date(Date.now() + ahead) }
    const engine = noEngine
    const learning = createLearning({ content, datasets: catalogue, engine, journal, clock })
    const { programmes, library } = learning
    const trainings = createTrainings({
      ...{ journal, programmes, library, people: { list: () => people } },
      ...{ rubrics: new Rubrics({ content, programmes }), newSeed: () => (seed += 1) },
      clock,
    })
    return { journal, programmes, trainings }
  }
  let parts = on(workspace.journal)
  return {
    get trainings() {
      return parts.trainings
    },
    get journal() {
      return parts.journal
    },
    get programmes() {
      return parts.programmes
    },
    async classOf(id: string, names: readonly string[]) {
      const fresh = names.map((name, at) => ({ id: `${id}-p${at}`, name, picture: 'pine' }))
      people = [...people, ...fresh]
      const { journal } = parts
      await journal.append({ type: 'class.made', data: { class: id, title: `班 ${id}` } })
      const enrolled = { class: id, people: fresh.map((person) => person.id) }
      await journal.append({ type: 'class.enrolled', data: enrolled })
      return enrolled.people
    },
    forget(id: string) {
      people = people.filter((person) => person.id !== id)
      return parts.journal.append({ type: 'person.forgotten', by: id, data: {} })
    },
    /** Lets so many days go by, for who looks at the records. */
    wait(days: number) {
      ahead += days * 86_400_000
    },
    async reopen() {
      await workspace.close()
      workspace = await openJournal()
      parts = on(workspace.journal)
    },
    async close() {
      await workspace.close()
      await rm(temporary, { recursive: true, force: true })
    },
  }
}

let bench: Awaited<ReturnType<typeof open>>
beforeEach(async () => {
  bench = await open()
})
afterEach(() => bench.close())

const begin = async (id = room) =>
  (await bench.trainings['training.begin']({ class: id, programme }, call)).training
const read = (training: string) => bench.trainings['training.read']({ training }, call)
const exported = async (training: string, format: 'csv' | 'xapi', names = false) =>
  (await bench.trainings['training.export']({ training, format, names }, call)).text

/** What learners of known ability leave behind, in a training that has begun. */
async function learn(training: string, people: readonly string[]) {
  const found = await bench.programmes.programme(programme)
  const banks = await bench.programmes.banksOf(found)
  const events = cohortEvents({
    ...{ training, class: room, people, programme: found, banks, criteria: [], seed: 5 },
  })
  for (const { type, by, data } of events) {
    if (type.startsWith('sitting.')) await bench.journal.append({ type, by, data: { ...data } })
  }
}

/** Begins a test for somebody, and ends it where it is asked. */
async function sit(training: string | null, by: string, kind: string, ended = true) {
  const sitting = `s${(seed += 1)}`
  const items = [{ course: 'c', item: 'i' }]
  const begun = { sitting, programme, kind, form: null, training, seed: 1, items }
  await bench.journal.append({ type: 'sitting.begun', by, data: begun })
  const answer = { question: 1, correct: false, code: 'wrong', chosen: null, seconds: null }
  await bench.journal.append({ type: 'sitting.answered', by, data: { sitting, ...answer } })
  if (!ended) return
  const end = { sitting, end: 'handed-in', learnt: 0 }
  await bench.journal.append({ type: 'sitting.ended', by, data: end })
}

const names = Array.from({ length: 12 }, (_, at) => `学员${at}`)

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

  it('is not found where there is none', async () => {
    await expect(async () => read('nothing')).rejects.toMatchObject({ code: 'not_found' })
    await expect(begin('nothing')).rejects.toMatchObject({ code: 'not_found' })
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
    const from = performance.now()
    const { members } = await read(training)
    expect(performance.now() - from).toBeLessThan(3000)
    expect(members.filter(({ standing }) => standing.need?.kind === 'idle')).toHaveLength(500)
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
