import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reportCsv } from '../../desktop/domain/course/report-csv.ts'
import { standings } from '../../desktop/domain/course/standing.ts'
import { uuidOf } from '../../desktop/domain/course/uuid.ts'
import { statements } from '../../desktop/domain/course/xapi.ts'
import { attempt, event, progressAfter } from './learner-events.ts'
import { outline } from './learner-outline.ts'
import { faults } from './xapi-rules.ts'

const place = { course: 'c', lesson: '01-x' }
const progress = progressAfter([
  ...[event('lesson.opened', 1, place), attempt('e', 2, true), attempt('f', 3, true, 1)],
  ...[attempt('qa', 4, true, 0, 'test'), attempt('h', 5, false, 4, '02-y')],
  ...[attempt('h', 6, true, 4, '02-y'), event('lesson.done', 7, place)],
  event('scenario.played', 8, {
    ...{ course: 'c', scenario: 's', reached: true },
    ...{ help: 'shown', mistakes: ['m'] },
  }),
  attempt('gone', 9, true, 0, '09-gone'),
  event('drill.round', 10, {
    ...{ course: 'c', finished: true },
    answers: (['fraud', 'fraud', 'verify', 'genuine'] as const).map((answer, nth) => {
      return { scheme: 's', message: `m${nth}`, genuine: nth >= 2, answer, changed: nth === 0 }
    }),
  }),
])
const told = statements({ id: 'p-1' }, [outline], progress)

describe('statements', () => {
  it('keep to the specification', () => {
    expect(told.map(faults)).toEqual(told.map(() => []))
  })

  it('say what was done, in the order of time', () => {
    expect(
      told.map(({ verb, object }) => [verb.display['en'], object.id.split('/').at(-1)]),
    ).toEqual([
      ...[
        ['initialized', '01-x'],
        ['answered', 'e'],
        ['answered', 'f'],
        ['answered', 'qa'],
      ],
      ...[
        ['mastered', 'count'],
        ['answered', 'h'],
        ['completed', '01-x'],
        ['completed', 's'],
        ['completed', 'drill'],
      ],
    ])
    expect(told.find(({ object }) => object.id.endsWith('/h'))?.result).toMatchObject({
      ...{ success: false, score: { scaled: 0, raw: 0, min: 0, max: 1 } },
      extensions: { 'app://zhizhi/xapi/help': 'shown' },
    })
  })

  it('tell of a drill what it counted, and how well frauds were told apart', () => {
    const drill = told.find(({ object }) => object.id.endsWith('/drill'))
    const of = (name: string) => drill?.result?.extensions?.[`app://zhizhi/xapi/drill/${name}`]
    expect(drill?.result).toMatchObject({ success: true, score: { raw: 4, max: 4 } })
    const counts = ['caught', 'genuine-verified', 'trusted', 'accused', 'changed', 'follow-up']
    expect(counts.map(of)).toEqual([2, 1, 1, 0, 1, false])
    // z(2.5 / 3) − z(0.5 / 3), and with “verify first” as yes z(2.5 / 3) − z(1.5 / 3)
    expect(of('d-prime-accuse')).toBeCloseTo(1.93484, 4)
    expect(of('d-prime-doubt')).toBeCloseTo(0.96742, 4)
  })

  it('carry no name unless the learner gives it', () => {
    expect(told.every(({ actor }) => !('name' in actor))).toBe(true)
    const named = statements({ id: 'p-1', name: '周敏' }, [outline], progress)
    expect(named.every(({ actor }) => actor.name === '周敏')).toBe(true)
    expect(named.map(faults).flat()).toEqual([])
  })

  it('have the same ids in a second export, and no two the same', () => {
    const ids = told.map(({ id }) => id)
    expect(statements({ id: 'p-1' }, [outline], progress).map(({ id }) => id)).toEqual(ids)
    expect(new Set(ids).size).toBe(ids.length)
    const other = statements({ id: 'p-2' }, [outline], progress)
    expect(other.some(({ id }) => ids.includes(id))).toBe(false)
  })

  it.each([
    ['a mail address', { actor: { mbox: 'mailto:a@example.org' } }],
    ['no UUID', { id: '1' }],
    ['a time without zone', { timestamp: '2026-11-23T08:00:00' }],
    ['a verb in words', { verb: { id: 'answered', display: { en: 'answered' } } }],
    ['a score beyond its range', { result: { score: { scaled: 2, raw: 3, min: 0, max: 1 } } }],
  ])('would be refused with %s', (_, change) => {
    expect(faults({ ...told[0], ...change })).not.toEqual([])
  })
})

describe('the id of a name', () => {
  it('is that of the standard’s example', () => {
    const dns = '6ba7b810-9dad-11d1-80b4-00c04fd430c8'
    expect(uuidOf(dns, 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2')
  })

  it('is made with SHA-1, whatever the length', () => {
    const space = '00000000-0000-0000-0000-000000000000'
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (name) => {
        const hash = createHash('sha1').update(Buffer.alloc(16)).update(name).digest('hex')
        expect(uuidOf(space, name).slice(0, 8)).toBe(hash.slice(0, 8))
        expect(uuidOf(space, name).slice(-12)).toBe(hash.slice(20, 32))
      }),
    )
  })
})

describe('the report as CSV', () => {
  const csv = (name?: string) =>
    reportCsv(
      { id: 'p-1', name },
      {
        courses: [
          {
            id: 'c',
            title: outline.course.title,
            lessons: outline.lessons.map(({ id, title }) => {
              return { id, title, openedAt: null, doneAt: null }
            }),
            objectives: standings(outline, progress),
            tests: null,
            practices: [],
            drills: progress.drills['c']?.rounds ?? [],
          },
        ],
      },
    )

  it('has a row for each lesson and objective, and no name', () => {
    const rows = csv().trim().split('\r\n')
    expect(rows).toHaveLength(1 + 2 + 2 + 1)
    expect(rows[0]).not.toContain('姓名')
    expect(rows[3]).toBe('p-1,c,一门课,目标,count,会数,掌握,看过提示,3,3,,,,,,')
    expect(rows[5]).toMatch(
      /^p-1,c,一门课,防骗演练,第 1 轮,按期演练,假的：认出 2，先核实 0，信了 0；/,
    )
    expect(rows[5]).toMatch(/Z,1\.93,0\.00$/)
  })

  it('keeps every row as wide as the head, with the name where it is given', () => {
    const width = (row: string) => row.split(',').length
    for (const text of [csv(), csv('周敏')]) {
      const [head = '', ...rows] = text.trim().split('\r\n')
      expect(rows.map(width)).toEqual(rows.map(() => width(head)))
    }
    expect(csv('周敏')).toContain(',周敏')
  })

  it('lets no title run as a formula', () => {
    expect(csv()).toContain(",'=第二课,")
  })
})
