import { describe, expect, it } from 'vitest'
import { classroomProjection } from '../../desktop/domain/classroom/projection.ts'
import { noClassroom } from '../../desktop/domain/classroom/record.ts'

type Told = readonly [type: string, data: Record<string, unknown>, by?: string]

const roomAfter = (...told: readonly Told[]) =>
  told.reduce((room, [type, data, by], minute) => {
    const at = new Date(Date.UTC(2026, 10, 24, 1, minute)).toISOString()
    return classroomProjection.reduce(room, { type, data, at, ...(by === undefined ? {} : { by }) })
  }, noClassroom)

const tuesday: readonly Told[] = [
  ['class.made', { class: 'c', title: '周二班' }],
  ['class.enrolled', { class: 'c', people: ['wang', 'li'] }],
]
const begun: Told = ['session.begun', { class: 'c', session: 's', course: 'b4', lesson: '02' }]
const checked = (correct: boolean, hints = 0) => {
  return { course: 'b4', lesson: '02', exercise: 'e', correct, code: 'ok', hints }
}
const played = (reached: boolean, help: string, mistakes: readonly string[]) => {
  return { course: 'b4', scenario: 'show', reached, help, mistakes }
}

describe('a class', () => {
  it('holds each of its people once, and nobody who left or was forgotten', () => {
    const groups = [{ id: 'g', title: '前排', people: ['wang', 'li'] }]
    const room = roomAfter(
      ...tuesday,
      ['class.enrolled', { class: 'c', people: ['li', 'zhao', 'chen'] }],
      ['class.grouped', { class: 'c', groups }],
      ['class.left', { class: 'c', people: ['chen'] }],
      ['person.forgotten', {}, 'li'],
    )
    expect(room.classes['c']).toMatchObject({
      people: ['wang', 'zhao'],
      groups: [{ id: 'g', people: ['wang'] }],
    })
  })

  it('has one session at a time', () => {
    const again: Told = ['session.begun', { class: 'c', session: 't', course: null, lesson: null }]
    const room = roomAfter(...tuesday, begun, again)
    expect(room.classes['c']).toMatchObject({ open: 's', sessions: ['s'] })
    const later = roomAfter(...tuesday, begun, ['session.ended', { session: 's' }], again)
    expect(later.classes['c']).toMatchObject({ open: 't', sessions: ['s', 't'] })
    expect(later.sessions['s']?.endedAt).toBe('2026-11-24T01:03:00.000Z')
  })
})

describe('a session', () => {
  it('counts what its people do while it is open, and nobody else’s', () => {
    const { sessions } = roomAfter(
      ...tuesday,
      ['exercise.checked', checked(true), 'wang'],
      begun,
      ['exercise.checked', checked(false, 2), 'wang'],
      ['exercise.checked', checked(true), 'wang'],
      ['exercise.checked', checked(true), 'stranger'],
      ['scenario.played', played(false, 'hinted', ['gave', 'gave']), 'li'],
      ['scenario.played', played(true, 'shown', ['gave']), 'li'],
      ['scenario.played', played(true, 'alone', []), 'li'],
      ['scenario.played', played(true, 'hinted', []), 'li'],
      ['session.ended', { session: 's' }],
      ['exercise.checked', checked(true), 'li'],
    )
    const { work } = sessions['s'] ?? {}
    expect(Object.keys(work ?? {})).toEqual(['wang', 'li'])
    expect(work?.['wang']?.exercises).toEqual({
      'b4/02#e': { attempts: 2, right: true, firstRight: false, hints: 2 },
    })
    expect(work?.['li']?.scenarios).toEqual({
      'b4/show': { runs: 4, help: 'alone', mistakes: { gave: 3 } },
    })
    expect(work?.['li']?.last).toEqual({ kind: 'scenario', key: 'b4/show' })
  })

  it('knows who came, and how it was', () => {
    const attended = (attendance: string | null): Told[1] => ({ session: 's', attendance })
    const { sessions } = roomAfter(
      ...tuesday,
      begun,
      ['session.attended', attended('here'), 'wang'],
      ['session.attended', attended('late'), 'li'],
      ['session.attended', attended(null), 'wang'],
      ['session.face', { session: 's', face: 'good' }],
      ['session.face', { session: 's', face: 'good' }],
    )
    expect(sessions['s']).toMatchObject({ attendance: { li: 'late' }, faces: { good: 2, poor: 0 } })
  })

  it('is not changed by what makes no sense', () => {
    const room = roomAfter(...tuesday, begun)
    for (const [type, data] of [
      ['class.enrolled', { class: 'nowhere', people: ['x'] }],
      ['session.attended', { session: 'nowhere', attendance: 'here' }],
      ['session.face', { session: 's', face: 'furious' }],
      ['session.ended', { session: 'nowhere' }],
      ['exercise.checked', { course: 1 }],
    ] as const) {
      expect(classroomProjection.reduce(room, { type, data, at: '', by: 'wang' }), type).toBe(room)
    }
  })
})
