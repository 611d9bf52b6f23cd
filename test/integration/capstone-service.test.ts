import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Rater } from '../../desktop/contract/capstone.ts'
import { readProgramme, type Programme } from '../../desktop/domain/assessment/programme.ts'
import { assessmentProjection } from '../../desktop/domain/assessment/projection.ts'
import { classroomProjection } from '../../desktop/domain/classroom/projection.ts'
import { openWorkspace } from '../../desktop/journal/workspace.ts'
import { createCapstones } from '../../desktop/services/assessment/capstone-handlers.ts'
import { Capstones } from '../../desktop/services/assessment/capstones.ts'
import { Rubrics } from '../../desktop/services/assessment/rubrics.ts'
import { createClassroom } from '../../desktop/services/classroom/classroom.ts'
import { arrivalsProjection, createPeople } from '../../desktop/services/people.ts'
import { createSettings, settingsProjection } from '../../desktop/services/settings.ts'
import type { Journal } from '../../desktop/services/ports.ts'
import { call } from './learning-support.ts'

const root = new URL('../..', import.meta.url).pathname
const rubricText = await readFile(join(root, 'courses/a10-capstone/rubric.yaml'), 'utf8')
const programmeFile = 'courses/programmes/cadre-data.yaml'
const reading = readProgramme(programmeFile, await readFile(join(root, programmeFile), 'utf8'))
const programmes: Programme[] = reading.ok ? [reading.value] : []
const programme = 'cadre-data'

const folders: string[] = []
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))))

const brief = (title: string) => `---\ntitle: ${title}\n---\n\n下周先去渡口。\n`
const good = { question: 3, data: 3, chart: 3, advice: 3, limits: 3 }
const poor = { ...good, chart: 1 }
const first: Rater = { role: 'facilitator', number: 1 }
const self = (learner: string): Rater => ({ role: 'self', learner })
const peer = (learner: string): Rater => ({ role: 'peer', learner })

/** A class of so many on a real workspace, with a notebook each. */
async function openSchool(size: number) {
  const folder = await mkdtemp(join(tmpdir(), 'zhizhi-capstone-'))
  folders.push(folder)
  const clock = { now: () => new Date('2026-11-26T09:00:00+08:00') }
  const projections = [
    ...[classroomProjection, arrivalsProjection, settingsProjection],
    assessmentProjection,
  ]
  const { journal, people, notebooks, close } = await open(folder, { projections, clock })
  const settings = createSettings(journal, () => undefined)
  const learners = createPeople(people, journal, settings, () => undefined)
  const classroom = createClassroom({ journal, people, learners, clock })
  const text = { rubric: rubricText }
  const content = {
    text: (path: string) =>
      Promise.resolve(path === 'courses/a10-capstone/rubric.yaml' ? text.rubric : undefined),
  }
  const rubrics = new Rubrics({ content, programmes: { list: () => Promise.resolve(programmes) } })
  const handlers = createCapstones({ journal, files: notebooks, rubrics })
  const { id } = await classroom['class.make']({ title: '周二班' }, call)
  const added = Array.from({ length: size }, (_, at) => ({ name: `学员${at}`, picture: 'plum' }))
  const view = await classroom['class.enrol']({ class: id, known: [], added }, call)
  const ids = view.people.map((person) => person.id)
  for (const [at] of ids.entries())
    await notebooks.write(`brief-${at}`, brief(`简报${at}`), undefined)
  const handIn = async (at: number, notebook = `brief-${at}`) =>
    handlers['capstone.handIn']({ learner: ids[at] ?? '', programme, notebook }, call)
  const rate = async (work: string, rater: Rater, levels: Record<string, number> = good) =>
    handlers['capstone.rate']({ work, rater, levels }, call)
  const open1 = async (work: string, rater: Rater) =>
    handlers['capstone.work']({ work, rater }, call)
  const board = async (facilitator = 1) => {
    const [only] = await handlers['capstone.board']({ class: id, facilitator }, call)
    if (!only) throw new Error('no programme')
    return only
  }
  const allot = async () => handlers['capstone.allot']({ class: id, programme }, call)
  const own = async (at: number) =>
    handlers['capstone.own']({ learner: ids[at] ?? '', programme }, call)
  return {
    ...{ id, ids, handlers, notebooks, classroom, learners, journal, text, rubrics, close },
    ...{ handIn, rate, open: open1, board, allot, own },
  }
}

async function open(folder: string, settings: Parameters<typeof openWorkspace>[1]) {
  const workspace = await openWorkspace(folder, settings)
  const { journal, people, notebooks } = workspace
  return { journal, people, notebooks, close: () => workspace.close() }
}

describe('handing in', () => {
  it('refuses what is missing, empty, another learner’s, and a second one', async () => {
    const school = await openSchool(2)
    await school.notebooks.write('empty', '---\ntitle: 空\n---\n\n  \n', undefined)
    expect(await school.handIn(0, 'no-such')).toEqual({ work: null, refused: 'missing' })
    expect(await school.handIn(0, 'empty')).toEqual({ work: null, refused: 'empty' })
    const handed = await school.handIn(0)
    expect(handed.refused).toBeNull()
    expect(await school.handIn(0, 'brief-1')).toEqual({ work: null, refused: 'twice' })
    expect(await school.handIn(1, 'brief-0')).toEqual({ work: null, refused: 'taken' })
    const unknown = school.handlers['capstone.handIn'](
      { learner: school.ids[1] ?? '', programme: 'none', notebook: 'brief-1' },
      call,
    )
    await expect(unknown).rejects.toMatchObject({ code: 'not_found' })
    await school.close()
  })

  it('takes one of two that come at once', async () => {
    const school = await openSchool(3)
    const twice = await Promise.all([school.handIn(0), school.handIn(0, 'brief-1')])
    expect(twice.map(({ refused }) => refused)).toEqual([null, 'twice'])
    const same = await Promise.all([school.handIn(1, 'brief-2'), school.handIn(2, 'brief-2')])
    expect(same.map(({ refused }) => refused)).toEqual([null, 'taken'])
    await school.close()
  })

  it('judges the version handed in, whatever becomes of the notebook', async () => {
    const school = await openSchool(1)
    const { work } = await school.handIn(0)
    const author = self(school.ids[0] ?? '')
    const before = await school.open(work ?? '', author)
    expect(before.work.brief).toBe('same')
    const present = await school.notebooks.read('brief-0')
    const later = await school.notebooks.write('brief-0', brief('改了'), present?.version)
    const changed = await school.open(work ?? '', author)
    expect(changed.work).toMatchObject({ brief: 'changed', title: '简报0' })
    expect(changed.source).toBe(brief('简报0'))
    await school.notebooks.remove('brief-0', later.version)
    expect((await school.open(work ?? '', author)).work.brief).toBe('gone')
    expect((await school.open(work ?? '', author)).source).toBe(brief('简报0'))
    await school.notebooks.forget('brief-0')
    const lost = await school.open(work ?? '', author)
    expect(lost).toMatchObject({ source: null, work: { brief: 'gone', title: 'brief-0' } })
    await school.close()
  })

  it('withdraws only one’s own, and then takes another', async () => {
    const school = await openSchool(2)
    const { work } = await school.handIn(0)
    await school.rate(work ?? '', first)
    const foreign = { learner: school.ids[1] ?? '', work: work ?? '' }
    await expect(school.handlers['capstone.withdraw'](foreign, call)).rejects.toMatchObject({
      code: 'not_found',
    })
    await school.handlers['capstone.withdraw']({ ...foreign, learner: school.ids[0] ?? '' }, call)
    await expect(school.rate(work ?? '', first)).rejects.toMatchObject({ code: 'not_found' })
    expect((await school.board()).works).toEqual([])
    expect((await school.handIn(0)).refused).toBeNull()
    expect((await school.own(0)).work).toMatchObject({ judgedBy: 0, passed: null })
    await school.close()
  })
})

describe('judging', () => {
  it('shows nobody the others’ levels before his own, then all side by side', async () => {
    const school = await openSchool(3)
    const works = await Promise.all([0, 1, 2].map((at) => school.handIn(at)))
    await school.allot()
    const work = works[0]?.work ?? ''
    const [author = '', other = ''] = school.ids
    await school.rate(work, self(author), good)
    await school.rate(work, first, poor)
    const blind = (await school.own(1)).toJudge.find((one) => one.work === work)
    expect(blind).toMatchObject({ own: null, others: [], apart: [], passed: null, judgedBy: 2 })
    expect((await school.board(2)).works[0]).toMatchObject({ others: [], passed: null, apart: [] })
    expect((await school.board(2)).agreement.works).toBe(0)
    const seen = await school.rate(work, peer(other), { ...good, data: 2 })
    expect(seen.others.map(({ role }) => role).toSorted()).toEqual(['facilitator', 'self'])
    expect(seen.apart).toEqual(['data', 'chart'])
    expect(seen.passed).toBe(false)
    const changed = await school.rate(work, peer(other), good)
    expect(changed.own).toMatchObject({ changed: true, total: 15 })
    expect((await school.open(work, self(author))).work.others).toHaveLength(2)
    await school.close()
  })

  it('refuses who is not to judge: a stranger, the author as a peer, a peer as the author', async () => {
    const school = await openSchool(4)
    const works = await Promise.all([0, 1, 2, 3].map((at) => school.handIn(at)))
    await school.allot()
    const board = await school.board()
    const [one] = board.works
    const { work = '', author = '', peers = [] } = one ?? {}
    const stranger = school.ids.find((id) => id !== author && !peers.includes(id)) ?? ''
    const forged = [
      peer(stranger),
      peer(author),
      self(stranger),
      self(peers[0] ?? ''),
      peer('nobody'),
    ]
    for (const rater of forged) {
      await expect(school.rate(work, rater)).rejects.toMatchObject({ code: 'not_found' })
      await expect(school.open(work, rater)).rejects.toMatchObject({ code: 'not_found' })
    }
    await expect(school.rate('no-work', first)).rejects.toMatchObject({ code: 'not_found' })
    expect(works.every(({ refused }) => refused === null)).toBe(true)
    await school.close()
  })

  it.each<[string, Record<string, number>]>([
    ['a level above the rubric’s', { ...good, chart: 4 }],
    ['a criterion that is none', { ...good, style: 3 }],
    ['a criterion left out', { question: 3, data: 3, chart: 3, advice: 3 }],
    ['no level', { ...good, chart: 0 }],
    ['half a level', { ...good, chart: 2.5 }],
  ])('refuses %s', async (_, levels) => {
    const school = await openSchool(1)
    const { work } = await school.handIn(0)
    const given = school.rate(work ?? '', first, levels)
    await expect(given).rejects.toMatchObject({ code: 'bad_request' })
    expect((await school.board()).works[0]?.own).toBeNull()
    await school.close()
  })

  it('holds old levels against a rubric that has changed since, and says so', async () => {
    const school = await openSchool(1)
    const { work } = await school.handIn(0)
    await school.rate(work ?? '', first)
    school.text.rubric = rubricText.replace('id: limits', 'id: honesty')
    const [view] = (await school.board()).works
    expect(view?.own).toMatchObject({ complete: false, ignored: ['limits'], total: 12 })
    expect(view?.passed).toBe(false)
    const { limits: _, ...rest } = good
    const anew = await school.rate(work ?? '', first, { ...rest, honesty: 3 })
    expect(anew).toMatchObject({ passed: true, own: { complete: true, ignored: [] } })
    await school.close()
  })
})

describe('a class', () => {
  it('has its works in the order of the journal, also out of a snapshot that sorts them by id', () => {
    const work = (nth: number, at: string) => ({
      ...{ learner: 'a', programme, training: null, notebook: 'n', version: 'v', at, nth },
      ...{ withdrawn: false, peers: [], ratings: [] },
    })
    const works = { a: work(2, '2026-11-26T03:00:00Z'), b: work(1, '2026-11-26T01:00:00Z') }
    const state = { ...assessmentProjection.initial, works }
    const journal = { append: () => Promise.reject(new Error()), damage: [], state: () => state }
    const parts = { journal: journal as unknown as Journal, files: undefined, rubrics: undefined }
    const capstones = new Capstones(parts as never)
    expect(capstones.standing().map(({ id }) => id)).toEqual(['b', 'a'])
  })

  it('of one has no peers: the author and the facilitator judge', async () => {
    const school = await openSchool(1)
    const { work } = await school.handIn(0)
    expect((await school.board()).allotDue).toBe(false)
    await school.allot()
    await school.rate(work ?? '', self(school.ids[0] ?? ''))
    const judgedBoth = await school.rate(work ?? '', first)
    expect(judgedBoth).toMatchObject({ peers: [], passed: true, judgedBy: 1 })
    expect((await school.board()).agreement).toMatchObject({ works: 1, alpha: null, kappa: null })
    await school.close()
  })

  it('allots anew when somebody leaves or is forgotten, and what was judged stays', async () => {
    const school = await openSchool(5)
    await Promise.all([0, 1, 2, 3, 4].map((at) => school.handIn(at)))
    expect((await school.board()).allotDue).toBe(true)
    await school.allot()
    const before = await school.board()
    expect(before.allotDue).toBe(false)
    expect(before.works.map(({ peers }) => peers.length)).toEqual([2, 2, 2, 2, 2])
    const [one] = before.works
    const [left = '', gone = ''] = one?.peers ?? []
    await school.rate(one?.work ?? '', peer(left))
    await school.rate(one?.work ?? '', peer(gone))
    await school.classroom['class.leave']({ class: school.id, people: [left] }, call)
    await school.learners.forget(gone)
    const between = await school.board()
    expect(between.allotDue).toBe(true)
    expect(between.works).toHaveLength(3)
    await school.allot()
    const after = (await school.board()).works.find(({ work }) => work === one?.work)
    expect(after?.peers).toContain(left)
    expect(after?.peers).not.toContain(gone)
    expect(after?.judgedBy).toBe(1)
    expect((await school.board()).allotDue).toBe(false)
    await school.close()
  })

  it('knows who has not handed in, and learners of no class have a board of their own', async () => {
    const school = await openSchool(2)
    await school.handIn(0)
    expect((await school.board()).without).toEqual([school.ids[1]])
    await school.classroom['class.leave']({ class: school.id, people: [school.ids[0] ?? ''] }, call)
    expect((await school.board()).works).toEqual([])
    const [alone] = await school.handlers['capstone.board']({ class: null, facilitator: 1 }, call)
    expect(alone?.works.map(({ author }) => author)).toEqual([school.ids[0]])
    const nowhere = school.handlers['capstone.board']({ class: 'none', facilitator: 1 }, call)
    await expect(nowhere).rejects.toMatchObject({ code: 'not_found' })
    await school.close()
  })
})

describe('rubrics among the content', () => {
  it('are told when broken, and missed where a programme needs one', async () => {
    const school = await openSchool(1)
    expect(await school.rubrics.problems(['a10-capstone'])).toEqual([])
    expect(await school.rubrics.problems(['a1-data-thinking'])).toMatchObject([
      { file: programmeFile, problem: expect.stringContaining('没有评分表') as string },
    ])
    school.text.rubric = rubricText.replace('total: 11', 'total: 99')
    const [problem] = await school.rubrics.problems(['a10-capstone'])
    expect(problem).toMatchObject({ line: 4, problem: expect.stringContaining('15') as string })
    await expect(school.handIn(0)).rejects.toMatchObject({ code: 'not_found' })
    await school.close()
  })
})
