import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { feedbackRows, type SessionFeedback } from '../../desktop/domain/classroom/feedback.ts'
import { inGroups, levelWays } from '../../desktop/domain/classroom/few.ts'
import {
  levelIn,
  levelOver,
  levels,
  type Level,
  type Practice,
} from '../../desktop/domain/classroom/levels.ts'
import { nextLesson, type Going } from '../../desktop/domain/classroom/next-lesson.ts'
import { oftenWrong } from '../../desktop/domain/classroom/often-wrong.ts'
import type { PersonWork } from '../../desktop/domain/classroom/record.ts'
import { summaryOf } from '../../desktop/domain/classroom/report.ts'
import { attendanceCsv, sessionCsv, type Told } from '../../desktop/domain/classroom/session-csv.ts'
import { maskSuggestion } from '../../desktop/domain/classroom/suggestion.ts'

const title = { zh: '付款', en: 'Pay' }
const practice = (change: Partial<Practice> = {}): Practice => ({
  ...{ kind: 'exercise', key: 'b4/01#e', title, objective: 'pay', shows: 'alone', ...change },
})
const scan = practice({ kind: 'scenario', key: 'b4/scan' })

const exercise = (right: boolean, firstRight: boolean, hints: number): PersonWork => ({
  exercises: { 'b4/01#e': { attempts: 2, right, firstRight, hints } },
  ...{ scenarios: {}, last: null, lastAt: '' },
})
const run = (help: 'alone' | 'hinted' | 'shown' | null, mistakes = {}): PersonWork => ({
  exercises: {},
  ...{ scenarios: { 'b4/scan': { runs: 1, help, mistakes } }, last: null, lastAt: '' },
})

describe('the level', () => {
  it.each<[string, Practice, PersonWork | undefined, Level]>([
    ['nothing done', practice(), undefined, 'none'],
    ['right at once', practice(), exercise(true, true, 0), 'alone'],
    ['right after hints', practice(), exercise(true, true, 2), 'hinted'],
    ['right after the half-worked example', practice(), exercise(true, true, 4), 'shown'],
    ['right after a wrong answer was explained', practice(), exercise(true, false, 0), 'hinted'],
    ['not right yet', practice(), exercise(false, false, 1), 'tried'],
    ['a task that is half done', practice({ shows: 'hinted' }), exercise(true, true, 0), 'hinted'],
    ['reached alone', scan, run('alone'), 'alone'],
    ['left before the end', scan, run(null), 'tried'],
  ])('of %s', (_, one, work, level) => {
    expect(levelIn(one, work)).toBe(level)
  })

  it('over several practices is that of the most help, of those begun', () => {
    const both = { ...exercise(true, true, 0), scenarios: run('shown').scenarios }
    expect(levelOver([practice(), scan], both)).toBe('shown')
    expect(levelOver([practice(), scan], exercise(true, true, 0))).toBe('alone')
    expect(levelOver([], both)).toBe('none')
  })
})

const session = {
  attendance: { wang: 'here', li: 'late', zhao: 'excused', gone: 'here' } as const,
  work: { wang: run('alone'), li: run(null, { gave: 2 }), guest: run('hinted', { gave: 1 }) },
  faces: { good: 1, fair: 0, poor: 0 },
  paper: { good: 2, fair: 1, poor: 0 },
}
const facts = { objectives: [{ id: 'pay', title }], practices: [practice(), scan] }

describe('a session’s summary', () => {
  it('counts of those who came, with nobody failed who has no record', () => {
    const found = summaryOf(session, ['wang', 'li', 'zhao', 'chen'], facts)
    expect(found).toMatchObject({ came: 3, enrolled: 5, unticked: 1 })
    expect(found.objectives[0]?.counts).toEqual({
      alone: 1,
      hinted: 0,
      shown: 0,
      tried: 1,
      none: 1,
    })
    expect(found.faces).toEqual({ good: 3, fair: 1, poor: 0 })
    expect(found.people.map(({ id, did }) => [id, did])).toEqual([
      ['wang', true],
      ['li', false],
      ['zhao', false],
      ['chen', false],
      ['gone', false],
    ])
  })

  it.each([0, 1, 40, 500])('adds up for %s people', (size) => {
    const people = Array.from({ length: size }, (_, nth) => `p${nth}`)
    const attendance = Object.fromEntries(people.map((id) => [id, 'here' as const]))
    const work = Object.fromEntries(people.map((id, nth) => [id, run(nth % 2 ? 'alone' : null)]))
    const { came, objectives } = summaryOf({ ...session, attendance, work }, people, facts)
    const counts = Object.values(objectives[0]?.counts ?? {})
    expect([came, counts.reduce((sum, one) => sum + one, 0)]).toEqual([size, size])
  })
})

describe('what most get wrong', () => {
  it('counts people, and leaves out what one person’s own is', () => {
    const people = ['wang', 'li', 'guest']
    expect(oftenWrong(session, people)).toEqual([
      { kind: 'scenario', key: 'b4/scan', mistake: 'gave', people: 2, of: 3 },
    ])
    expect(oftenWrong(session, ['wang', 'li'])).toEqual([])
    const wrong = { a: exercise(true, false, 0), b: exercise(false, false, 0) }
    expect(oftenWrong({ work: wrong }, ['a', 'b', 'nobody'])).toMatchObject([
      { kind: 'exercise', mistake: null, people: 2, of: 2 },
    ])
  })
})

describe('the next lesson', () => {
  const going = (change: Partial<Going>): Going => ({
    ...{ course: 'b4', lesson: '01', lessons: ['01', '02'], came: 10, did: 6, recorded: 10 },
    ...{ practices: [practice(), scan], works: [exercise(true, true, 0)], ...change },
  })
  it.each<[string, Partial<Going>, object]>([
    ['60 % did it', {}, { kind: 'next', lesson: '02' }],
    ['fewer did', { did: 5 }, { kind: 'again', lesson: '01', practice: { key: 'b4/scan' } }],
    ['no record at all', { did: 0, recorded: 0 }, { kind: 'unrecorded', lesson: '02' }],
    ['the last lesson', { lesson: '02' }, { kind: 'finished' }],
    ['nobody', { came: 0, did: 0 }, { kind: 'none', why: 'nobody' }],
    ['one, who did it', { came: 1, did: 1, recorded: 1 }, { kind: 'next' }],
    ['a lesson that is gone', { lesson: '09' }, { kind: 'none', why: 'gone' }],
    ['no lesson', { lesson: null }, { kind: 'none', why: 'no_lesson' }],
    ['a lesson without practices', { did: 0, practices: [] }, { kind: 'again', practice: null }],
  ])('%s', (_, change, next) => {
    expect(nextLesson(going(change))).toMatchObject(next)
  })
})

describe('small groups', () => {
  const counts = fc.record(
    Object.fromEntries(levels.map((level) => [level, fc.nat(12)])) as Record<
      Level,
      fc.Arbitrary<number>
    >,
  )
  it('are never told, and what is told adds up', () => {
    fc.assert(
      fc.property(counts, fc.constantFrom(3, 5), (found, smallest) => {
        const parts = inGroups(found, levelWays, smallest)
        const all = levels.reduce((sum, level) => sum + found[level], 0)
        if (!parts) return
        expect(parts.every(({ people }) => people === 0 || people >= smallest)).toBe(true)
        expect(parts.reduce((sum, { people }) => sum + people, 0)).toBe(all)
        expect(parts.flatMap(({ answers }) => answers)).toHaveLength(levels.length)
      }),
    )
  })
})

const told: Told = {
  ...{ day: '2026-11-24', classTitle: '=周二班', lessonTitle: '付款前看一看' },
  people: [
    { number: 1, name: '王秀兰', attendance: 'here', levels: { pay: 'alone' } },
    { number: 2, name: null, attendance: null, levels: {} },
  ],
  ...{ enrolled: 12, came: 10 },
  objectives: [{ id: 'pay', title, counts: { alone: 6, hinted: 1, shown: 0, tried: 1, none: 2 } }],
  often: [{ title, people: 2, of: 9, say: [{ because: '先看' }] }],
  faces: { good: 7, fair: 1, poor: 2 },
  suggestions: [{ text: '@字再大一点，"慢"一点' }],
}

describe('the session as CSV', () => {
  it('without names tells no small group, and nobody by name or number', () => {
    const text = sessionCsv(told, false)
    expect(text.startsWith('\ufeff类别,')).toBe(true)
    expect(text).not.toContain('王秀兰')
    expect(text).not.toContain('学员')
    expect(text).toContain('目标,,付款,自己会、看提示会,7,10,')
    expect(text).toContain('三张脸,,,一般、不满意,3,10,')
    expect(text).not.toContain('常错')
    expect(text).toContain(`"'@字再大一点，""慢""一点"`)
    expect(text).toContain(`'=周二班`)
  })

  it('of a class of one says that it is too small', () => {
    const one: Told = {
      ...{ ...told, came: 1, enrolled: 1, faces: { good: 1, fair: 0, poor: 0 } },
      objectives: [
        { id: 'pay', title, counts: { alone: 1, hinted: 0, shown: 0, tried: 0, none: 0 } },
      ],
    }
    expect(sessionCsv(one, false).match(/人太少，不列/g)).toHaveLength(2)
    expect(sessionCsv(one, true)).not.toContain('人太少')
  })

  it('with names is the volunteer’s own', () => {
    const text = sessionCsv(told, true)
    expect(text).toContain('学员,1,付款,自己会,,,,王秀兰')
    expect(text).toContain('学员,2,到课,没来,,,,（已忘记）')
    expect(text).toContain('三张脸,,,一般,1,10,,')
  })
})

it('tells who came when', () => {
  const people = [
    { id: 'wang', number: 1, name: '王秀兰' },
    { id: 'gone', number: 2, name: null },
  ]
  const sessions = [
    { day: '2026-11-17', lesson: '', attendance: { wang: 'here', gone: 'late' } },
    { day: '2026-11-24', lesson: '付款', attendance: { gone: 'excused' } },
  ] as const
  const lines = attendanceCsv(people, sessions, false).slice(1).trim().split('\r\n')
  expect(lines).toEqual([
    '编号,2026-11-17,2026-11-24 付款,到课次数,总次数',
    '1,到,没来,1,2',
    '2,迟到,请假,1,2',
  ])
  expect(attendanceCsv(people, sessions, true)).toContain('1,王秀兰,到')
})

describe('a suggestion', () => {
  it.each<[string, string, string[]]>([
    ['身份证 110101199003074530 看不清', 'resident_id', ['110101199003074530']],
    ['请打 13912345678 找我', 'mobile', ['13912345678']],
    ['字太小，和王秀兰坐一起看不见', 'name', ['王秀兰']],
  ])('%s is masked', (text, kind, gone) => {
    const kept = maskSuggestion(text, ['王秀兰', '李'])
    expect(kept?.masked[kind]).toBeGreaterThan(0)
    for (const piece of gone) expect(kept?.text).not.toContain(piece)
  })
  it('with a script is a text; with a secrecy mark it is not kept', () => {
    expect(maskSuggestion('<script>alert(1)</script>慢一点', [])?.text).toContain('<script>')
    expect(maskSuggestion('机密★10年 的材料', [])).toBeUndefined()
  })
})

describe('rows for research', () => {
  const feedback: SessionFeedback = {
    ...{ session: 3, class: 1, day: '2026-11-26', course: 'b4', lesson: '01' },
    ...{ came: 12, enrolled: 14, faces: { good: 8, fair: 2, poor: 1 } },
    objectives: [{ title, counts: { alone: 6, hinted: 1, shown: 2, tried: 1, none: 2 } }],
    suggestions: ['字大一点'],
  }
  it('have weeks, no people, and no group below five', () => {
    const { csv, rows } = feedbackRows([feedback])
    const lines = csv.trim().split('\n')
    expect(lines).toHaveLength(rows)
    expect(lines.every((line) => line.startsWith('"3","1","2026-11-23","b4","01",'))).toBe(true)
    expect(csv).toContain('"帮助","付款","自己会、看提示会","7","12"')
    expect(csv).toContain('"满意度",\\N,\\N,\\N,\\N,"人太少，不列"')
    expect(csv).toContain('"到课",\\N,"到课","12",\\N,\\N')
    const people = lines.map((line) =>
      Number(/","(\d+)",(?:"\d+"|\\N),[^,]*$/.exec(line)?.[1] ?? 5),
    )
    expect(people.every((one) => one === 0 || one >= 5)).toBe(true)
  })
  it('of a class of one say so', () => {
    const one = { ...feedback, came: 1, enrolled: 1, faces: { good: 1, fair: 0, poor: 0 } }
    expect(feedbackRows([one]).csv).not.toMatch(/"1",(?:"1"|\\N),\\N$/m)
    expect(feedbackRows([]).rows).toBe(0)
  })
})
