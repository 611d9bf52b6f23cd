import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { classroomProjection } from '../../desktop/domain/classroom/projection.ts'
import { progressProjection } from '../../desktop/domain/course/progress.ts'
import { readResult } from '../../desktop/domain/notebook/result-table.ts'
import { createContent } from '../../desktop/host/content.ts'
import { openWorkspace } from '../../desktop/journal/workspace.ts'
import { createClassroom } from '../../desktop/services/classroom/classroom.ts'
import { makeFeedback } from '../../desktop/services/classroom/feedback.ts'
import { createSessionReports } from '../../desktop/services/classroom/session-reports.ts'
import { DrillShelf } from '../../desktop/services/learning/drill-shelf.ts'
import { Library } from '../../desktop/services/learning/library.ts'
import { arrivalsProjection, createPeople } from '../../desktop/services/people.ts'
import { createSettings, settingsProjection } from '../../desktop/services/settings.ts'
import { openGate, type Opened } from './import-support.ts'
import { call } from './learning-support.ts'

const project = new URL('../..', import.meta.url).pathname
const folders: string[] = []
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))))

const course = 'b4-payment'
const lesson = '01-look-before-paying'
const names = ['王秀兰', '李建国', '赵德胜', '陈桂芳', '周玉梅', '吴长海']

/** A class with an open session on a real workspace and the shipped courses; all of them came. */
async function openClass(folder?: string, size = names.length) {
  const place = folder ?? (await mkdtemp(join(tmpdir(), 'zhizhi-board-')))
  if (folder === undefined) folders.push(place)
  const time = { now: new Date('2026-11-24T09:00:00+08:00') }
  const clock = { now: () => time.now }
  const projections = [
    classroomProjection,
    progressProjection,
    arrivalsProjection,
    settingsProjection,
  ]
  const workspace = await openWorkspace(place, { projections, clock })
  const { journal, people, suggestions } = workspace
  const content = createContent(project, join(place, 'tmp/data'))
  const library = new Library(content)
  const learners = createPeople(
    people,
    journal,
    createSettings(journal, () => undefined),
    () => undefined,
  )
  const room = createClassroom({ journal, people, learners, clock })
  const kept = { library, journal, people, suggestions, clock }
  const reports = createSessionReports({
    ...{ ...kept, shelf: new DrillShelf(content) },
    makeFeedback: () => Promise.reject(new Error('not here')),
  })
  const added = names.slice(0, size).map((name) => ({ name, picture: 'plum' }))
  const { id } = await room['class.make']({ title: '周二上午班' }, call)
  const of = await room['class.enrol']({ class: id, known: [], added }, call)
  const { id: session } = await room['session.begin']({ class: id, course, lesson }, call)
  const ids = of.people.map((person) => person.id)
  for (const person of ids) {
    await room['session.attend']({ session, person, attendance: 'here' }, call)
  }
  const checked = (by: string, correct: boolean) =>
    journal.append({
      ...{ type: 'exercise.checked', by },
      data: { course, lesson, exercise: 'strange-name', correct, code: 'ok', hints: 0 },
    })
  const played = (by: string, help: string, mistakes: string[] = []) =>
    journal.append({
      ...{ type: 'scenario.played', by },
      data: { course, scenario: 'look-before-paying', reached: true, help, mistakes },
    })
  const report = () => reports['session.report']({ session }, call)
  const suggest = (text: string) => reports['session.suggest']({ session, text }, call)
  return {
    ...{ place, time, workspace, kept, learners, room, reports, id, session, ids },
    ...{ checked, played, report, suggest, close: () => workspace.close() },
  }
}

describe('the report of a session', () => {
  it('counts the help of those who came, and says what comes next and why', async () => {
    const one = await openClass()
    for (const person of one.ids.slice(0, 4)) await one.checked(person, false)
    for (const person of one.ids.slice(0, 4)) await one.checked(person, true)
    const early = await one.report()
    expect(early).toMatchObject({ enrolled: 6, came: 6, did: 4, recorded: 4 })
    expect(early.next).toMatchObject({ kind: 'next', lesson: expect.not.stringContaining('01-') })
    expect(early.objectives.find(({ id }) => id === 'pay.check-payee')?.counts).toMatchObject({
      ...{ hinted: 4, none: 2, tried: 0 },
    })
    expect(early.often[0]).toMatchObject({ kind: 'exercise', people: 4, of: 4, mistake: null })
    expect(early.often[0]?.say[0]).toMatchObject({
      ...{ chosen: '名字不一样没关系，付就是了', because: expect.stringContaining('先别付') },
    })
    const board = await one.reports['session.board']({ session: one.session }, call)
    expect(board.people.map(({ name }) => name)).toEqual(names)
    expect(board.people[0]?.at).toMatchObject({ finished: true })
    expect(early.due.drills.some(({ people }) => people === 6)).toBe(true)
    await one.close()
  })

  it('keeps what came before the end, and leaves out what came after', async () => {
    const one = await openClass()
    const [wang = '', li = ''] = one.ids
    await one.played(wang, 'alone')
    await one.room['session.end']({ session: one.session }, call)
    await one.played(li, 'alone')
    const { recorded } = await one.report()
    expect(recorded).toBe(1)
    expect(one.workspace.journal.state(progressProjection)[li]?.scenarios).toHaveProperty([
      `${course}/look-before-paying`,
    ])
    await one.close()
  })

  it('of who was forgotten keeps the number and not the name', async () => {
    const one = await openClass()
    const [wang = ''] = one.ids
    await one.checked(wang, true)
    await one.learners.forget(wang)
    const { people, came } = await one.report()
    expect(came).toBe(6)
    expect(people.find(({ id }) => id === wang)).toMatchObject({ number: 1, name: null })
    const { text } = await one.reports['class.attendance']({ class: one.id, names: true }, call)
    expect(text).toContain('（已忘记）')
    expect(text).not.toContain('王秀兰')
    await one.close()
  })

  it('says of a lesson that is gone, of nobody and of one alone what can be said', async () => {
    const one = await openClass(undefined, 1)
    expect(await one.report()).toMatchObject({ came: 1, next: { kind: 'unrecorded' } })
    const [only = ''] = one.ids
    await one.room['session.attend']({ session: one.session, person: only, attendance: null }, call)
    expect(await one.report()).toMatchObject({ came: 0, next: { kind: 'none', why: 'nobody' } })
    await one.room['session.end']({ session: one.session }, call)
    const gone = { class: one.id, course, lesson: '09-not-there' }
    const { id: session } = await one.room['session.begin'](gone, call)
    const report = await one.reports['session.report']({ session }, call)
    expect(report).toMatchObject({ objectives: [], next: { kind: 'none', why: 'gone' } })
    expect(report.head).toMatchObject({ lesson: '09-not-there', lessonTitle: null })
    await one.close()
  })

  it('is planned from, once', async () => {
    const one = await openClass()
    const plan = { class: one.id, course, lesson: '02-show-your-code' }
    await one.reports['class.plan'](plan, call)
    const planned = { course, lesson: '02-show-your-code' }
    expect((await one.room['class.read']({ class: one.id }, call)).planned).toEqual(planned)
    await one.room['session.end']({ session: one.session }, call)
    await one.room['session.begin'](plan, call)
    expect((await one.room['class.read']({ class: one.id }, call)).planned).toBeNull()
    await one.close()
  })

  it('takes faces back one by one, and a paper tally as a whole', async () => {
    const one = await openClass()
    const { session } = one
    for (const face of ['good', 'good', 'poor'] as const) {
      await one.room['session.face']({ session, face }, call)
    }
    await one.reports['session.unface']({ session, face: 'poor' }, call)
    await one.reports['session.unface']({ session, face: 'poor' }, call)
    await one.room['session.end']({ session }, call)
    for (const good of [9, 2]) {
      await one.reports['session.tally']({ session, faces: { good, fair: 1, poor: 0 } }, call)
    }
    expect((await one.report()).faces).toEqual({ good: 4, fair: 1, poor: 0 })
    await one.close()
  })
})

describe('the suggestion box', () => {
  it('keeps no personal information, and nothing of it in the journal', async () => {
    const one = await openClass()
    const said =
      '我叫王秀兰，身份证 110101199003074530，电话 13912345678。<script>alert(1)</script>字大一点'
    const kept = await one.suggest(said)
    expect(kept).toMatchObject({ kept: true })
    const { suggestions } = await one.report()
    expect(suggestions[0]?.text).toContain('<script>alert(1)</script>字大一点')
    const onDisk = await textOf(one.place)
    for (const piece of ['110101199003074530', '13912345678', '我叫王秀兰']) {
      expect(onDisk).not.toContain(piece)
    }
    expect(await textOf(join(one.place, 'journal'))).not.toContain('字大一点')
    await one.close()
  })

  it('lets each be deleted, for good', async () => {
    const one = await openClass()
    const kept = await one.suggest('讲慢一点，再讲慢一点')
    if (!kept.kept) throw new Error('not kept')
    const away = { session: one.session, suggestion: kept.suggestion.id }
    await one.reports['session.unsuggest'](away, call)
    expect((await one.report()).suggestions).toEqual([])
    expect(await textOf(one.place)).not.toContain('讲慢一点')
    await expect(one.reports['session.unsuggest'](away, call)).rejects.toThrow('not_found')
    expect(await one.suggest('机密★10年')).toEqual({ kept: false, reason: 'secret' })
    await one.close()
  })

  it('sets a damaged file aside and says so', async () => {
    const one = await openClass()
    const kept = await one.suggest('字大一点')
    if (!kept.kept) throw new Error('not kept')
    await one.close()
    const file = `suggestions/${kept.suggestion.id}.json`
    await writeFile(join(one.place, file), '{"id":')
    const again = await openWorkspace(one.place, { projections: [classroomProjection] })
    expect(again.suggestions.list()).toEqual([])
    expect(again.journal.damage).toEqual([{ file, line: 0, reason: 'suggestion_unreadable' }])
    await again.close()
  })
})

async function textOf(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const texts = files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'utf8'))
  return (await Promise.all(texts)).join('\n')
}

describe('feedback for research', () => {
  let opened: Opened
  beforeAll(async () => {
    opened = await openGate()
  })
  afterAll(() => opened.remove())

  it('is a dataset that is queried, and made anew', async () => {
    const one = await openClass()
    for (const person of one.ids) await one.played(person, 'alone')
    await one.suggest('我是赵德胜，字大一点')
    const { gate, catalogue, attaching, engine } = opened.now()
    const make = () =>
      makeFeedback({ ...one.kept, make: (made, signal) => gate.make(made, signal) }, call.signal)
    expect(await make()).toEqual({ dataset: 'class-feedback', rows: 0, sessions: 0 })
    await one.room['session.end']({ session: one.session }, call)
    const { rows } = await make()
    const dataset = catalogue.entry('class-feedback')?.package
    expect(dataset?.governance).toMatchObject({ minimumCell: 5, level: 'general' })
    expect(dataset?.resources[0]).toMatchObject({ rows })
    await attaching.need(['class-feedback'])
    const sql =
      "SELECT week, item, people, note FROM class_feedback WHERE record IN ('帮助', '建议') ORDER BY people"
    const found: unknown[][] = []
    for await (const { bytes } of engine.stream('query', { schema: 'main', sql, parameters: {} })) {
      const table = readResult(bytes)
      for (let row = 0; row < table.rows; row += 1) {
        found.push(table.columns.map((column) => column.at(row)))
      }
    }
    const text = JSON.stringify(found, (_, value: unknown) =>
      typeof value === 'bigint' ? Number(value) : value,
    )
    expect(text).toContain('字大一点')
    expect(text).not.toContain('赵德胜')
    expect(text).toContain(',6,')
    await one.close()
  })

  it('never takes the place of a dataset from elsewhere', async () => {
    const { gate } = opened.now()
    const made = { id: 'class-feedback', source: '别处', csv: '', columns: [] }
    const describe = () => {
      throw new Error('too late')
    }
    await expect(gate.make({ ...made, describe }, call.signal)).rejects.toMatchObject({
      code: 'import_refused',
    })
  })
})
