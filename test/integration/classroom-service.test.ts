import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { classroomProjection } from '../../desktop/domain/classroom/projection.ts'
import { openWorkspace } from '../../desktop/journal/workspace.ts'
import { createClassroom } from '../../desktop/services/classroom/classroom.ts'
import { tellingJournal } from '../../desktop/services/classroom/telling.ts'
import { arrivalsProjection, createPeople } from '../../desktop/services/people.ts'
import { createSettings, settingsProjection } from '../../desktop/services/settings.ts'
import { call } from './learning-support.ts'

const folders: string[] = []
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))))

/** A school on a real workspace, at a time that the test sets. */
async function openSchool(start = '2026-11-24T09:00:00+08:00') {
  const folder = await mkdtemp(join(tmpdir(), 'zhizhi-class-'))
  folders.push(folder)
  const time = { now: new Date(start) }
  const clock = { now: () => time.now }
  const told: string[] = []
  const projections = [classroomProjection, arrivalsProjection, settingsProjection]
  const workspace = await openWorkspace(folder, { projections, clock })
  const journal = tellingJournal(workspace.journal, (changed) => told.push(changed))
  const settings = createSettings(journal, () => undefined)
  const learners = createPeople(workspace.people, journal, settings, () => undefined)
  const handlers = createClassroom({ journal, people: workspace.people, learners, clock })
  return { handlers, told, time, learners, journal, close: () => workspace.close() }
}

describe('the classroom service', () => {
  it('makes a class, enrols people and takes them out', async () => {
    const { handlers, told, learners, close } = await openSchool()
    const { id } = await handlers['class.make']({ title: '周二上午班' }, call)
    const added = [
      { name: '王秀兰', picture: 'plum' },
      { name: '王秀兰', picture: 'pine' },
    ]
    const full = await handlers['class.enrol']({ class: id, known: [], added }, call)
    expect(full.people.map(({ name, picture }) => [name, picture])).toEqual([
      ['王秀兰', 'plum'],
      ['王秀兰', 'pine'],
    ])
    await learners.forget(full.people[0]?.id ?? '')
    expect((await handlers['class.read']({ class: id }, call)).people).toHaveLength(1)
    const left = await handlers['class.leave'](
      { class: id, people: [full.people[1]?.id ?? ''] },
      call,
    )
    expect(left.people).toEqual([])
    expect(told.every((changed) => changed === id)).toBe(true)
    expect(told.length).toBeGreaterThanOrEqual(4)
    await close()
  })

  it('lets a second volunteer into the session of the first, and ends one that was forgotten', async () => {
    const { handlers, time, close } = await openSchool()
    const { id } = await handlers['class.make']({ title: '周二上午班' }, call)
    const wanted = { class: id, course: 'b4-payment', lesson: '02-show-your-code' }
    const first = await handlers['session.begin'](wanted, call)
    const second = await handlers['session.begin']({ class: id, course: null, lesson: null }, call)
    expect(second).toEqual(first)
    await handlers['session.end']({ session: first.id }, call)
    const [one, other] = await Promise.all([
      handlers['session.begin'](wanted, call),
      handlers['session.begin'](wanted, call),
    ])
    expect(other).toEqual(one)
    time.now = new Date('2026-12-01T09:00:00+08:00')
    const next = await handlers['session.begin'](wanted, call)
    expect(next.id).not.toBe(first.id)
    expect((await handlers['session.read']({ session: first.id }, call)).endedAt).not.toBeNull()
    await close()
  })

  it('refuses what is not there, too many, and a face after the end', async () => {
    const { handlers, close } = await openSchool()
    const { id } = await handlers['class.make']({ title: '大班' }, call)
    const many = Array.from({ length: 500 }, (_, at) => `p-${at}`)
    await handlers['class.enrol']({ class: id, known: many, added: [] }, call)
    const one = { class: id, known: [], added: [{ name: '多出来的', picture: 'plum' }] }
    await expect(handlers['class.enrol'](one, call)).rejects.toMatchObject({ code: 'too_large' })
    expect(() => handlers['class.read']({ class: 'no' }, call)).toThrow('not_found')
    const nowhere = handlers['session.end']({ session: 'no' }, call)
    await expect(nowhere).rejects.toMatchObject({ code: 'not_found' })
    const { id: session } = await handlers['session.begin'](
      { class: id, course: null, lesson: null },
      call,
    )
    await handlers['session.face']({ session, face: 'good' }, call)
    await handlers['session.end']({ session }, call)
    const late = handlers['session.face']({ session, face: 'poor' }, call)
    await expect(late).rejects.toMatchObject({ code: 'conflict' })
    await close()
  })

  it('takes a roster of 60 at once, and the attendance of all in one go', async () => {
    const { handlers, close } = await openSchool()
    const { id } = await handlers['class.make']({ title: '大班' }, call)
    const added = Array.from({ length: 60 }, (_, at) => ({ name: `学员${at}`, picture: 'plum' }))
    const { people } = await handlers['class.enrol']({ class: id, known: [], added }, call)
    expect(people.map(({ name }) => name)).toEqual(added.map(({ name }) => name))
    const begun = { class: id, course: null, lesson: null }
    const { id: session } = await handlers['session.begin'](begun, call)
    const marks = people.map(({ id: person }) => ({ person, attendance: 'here' as const }))
    const stranger = { person: 'stranger', attendance: 'here' as const }
    const all = await handlers['session.roll']({ session, marks: [...marks, stranger] }, call)
    expect(Object.keys(all.attendance)).toHaveLength(60)
    const back = marks.slice(1).map(({ person }) => ({ person, attendance: null }))
    const one = await handlers['session.roll']({ session, marks: back }, call)
    expect(one.attendance).toEqual({ [people[0]?.id ?? '']: 'here' })
    // one is marked late while the rest are being marked: he stays late, taken back or not
    const [, late] = people.map(({ id }) => id)
    await handlers['session.attend']({ session, person: late ?? '', attendance: 'late' }, call)
    const rest = await handlers['session.roll']({ session, marks: marks.slice(1) }, call)
    expect(rest.attendance[late ?? '']).toBe('late')
    const taken = await handlers['session.roll']({ session, marks: back }, call)
    expect(taken.attendance).toEqual({ [people[0]?.id ?? '']: 'here', [late ?? '']: 'late' })
    await close()
  })
})
