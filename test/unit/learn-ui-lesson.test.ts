import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block, LessonView } from '../../desktop/contract/learn.ts'
import { exerciseSchema } from '../../desktop/domain/course/exercise.ts'
import { exerciseView } from '../../desktop/domain/course/exercise-view.ts'
import { tallyOf } from '../../desktop/domain/simulation/drill-score.ts'
import { noProgress } from '../../desktop/domain/course/progress.ts'
import {
  alike,
  cellText,
  distance,
} from '../../desktop/renderer/features/learn/lesson/cell-text.ts'
import {
  type Cell,
  differenceRows,
} from '../../desktop/renderer/features/learn/lesson/difference.ts'
import { Drafts } from '../../desktop/renderer/features/learn/lesson/drafts.ts'
import { takeHeading } from '../../desktop/renderer/features/learn/lesson/heading.ts'
import {
  columnName,
  datasetsOf,
} from '../../desktop/renderer/features/learn/lesson/lesson-tables.ts'
import { isDone, scenarioKey, tasksOf } from '../../desktop/renderer/features/learn/lesson/tasks.ts'

describe('rows of a difference', () => {
  const columns = ['grid', '人数']

  it('puts an extra and a missing row of one name together', () => {
    const difference = { columns, extra: [['桂花-07', 41]], missing: [['桂花-07', 17]] }
    expect(differenceRows(difference, 'row_count')).toEqual([
      { kind: 'changed', cells: ['桂花-07', 41], expected: ['桂花-07', 17] },
    ])
  })

  it('takes no number for a name, also where it travels as text', () => {
    const difference = { columns: ['n', 'm'], extra: [['5', 1]], missing: [['5', 2]] }
    expect(differenceRows(difference, 'rows').map(({ kind }) => kind)).toEqual(['extra', 'missing'])
  })

  it('pairs by place where the verdict is on values', () => {
    const difference = { columns: ['n'], extra: [[5], [6]], missing: [[1], [2]] }
    expect(differenceRows(difference, 'values')).toEqual([
      { kind: 'changed', cells: [5], expected: [1] },
      { kind: 'changed', cells: [6], expected: [2] },
    ])
  })

  it('does not pair by a column that names hardly any row', () => {
    const extra = ['a', 'b', 'c', 'd'].map((name) => [name, 1])
    const missing = ['a', 'x', 'y', 'z'].map((name) => [name, 2])
    const kinds = differenceRows({ columns, extra, missing }, 'rows').map(({ kind }) => kind)
    expect(kinds).not.toContain('changed')
  })

  it('shows every row once, whatever the rows are', () => {
    const cell = fc.constantFrom<Cell>(null, true, 1, 2, '1', 'a', 'b', 'c', '')
    const rows = fc.array(fc.tuple(cell, cell), { maxLength: 8 })
    fc.assert(
      fc.property(rows, rows, fc.constantFrom('rows', 'row_count'), (extra, missing, code) => {
        const shown = differenceRows({ columns, extra, missing }, code)
        const mine = shown.filter(({ kind }) => kind !== 'missing').map(({ cells }) => cells)
        const theirs = shown.flatMap((row) =>
          row.kind === 'changed' ? [row.expected] : row.kind === 'missing' ? [row.cells] : [],
        )
        expect(new Set(mine)).toEqual(new Set(extra))
        expect(new Set(theirs)).toEqual(new Set(missing))
        expect(mine).toHaveLength(extra.length)
        expect(theirs).toHaveLength(missing.length)
      }),
    )
  })
})

describe('cells', () => {
  it('tells NULL from the empty text and from nought', () => {
    expect([null, '', 0, false].map(cellText)).toEqual([undefined, '', '0', 'false'])
  })

  it.each<[Cell, Cell, boolean]>([
    ['17.00', 17, true],
    [0.30000000000000004, 0.3, true],
    [17, 18, false],
    [null, 0, false],
    ['', 0, false],
    ['9007199254740993', '9007199254740992', false],
  ])('%j and %j are alike: %j', (one, other, yes) => {
    expect(alike(one, other)).toBe(yes)
  })

  it.each<[Cell, Cell, { more: boolean; by: string } | undefined]>([
    [41, 17, { more: true, by: '24' }],
    ['1.1', '1.3', { more: false, by: '0.2' }],
    ['桂花', 17, undefined],
    [null, 17, undefined],
  ])('from %j to %j', (mine, theirs, expected) => {
    expect(distance(mine, theirs)).toEqual(expected)
  })
})

describe('drafts', () => {
  function store(): Storage & Map<string, string> {
    const kept = new Map<string, string>()
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => void kept.set(key, text),
    }
    return Object.assign(kept, storage) as unknown as Storage & Map<string, string>
  }

  it('are each learner’s own', () => {
    const shared = store()
    new Drafts(shared, 'one').write('x', 'SELECT 1')
    expect(new Drafts(shared, 'one').read('x')).toBe('SELECT 1')
    expect(new Drafts(shared, 'two').read('x')).toBeUndefined()
  })

  it('go on when a name is written', () => {
    const shared = store()
    new Drafts(shared, null).write('x', 'SELECT 1')
    expect(new Drafts(shared, 'one').read('x')).toBe('SELECT 1')
  })

  it('do without where storage is refused', () => {
    const refuse = () => {
      throw new Error('denied')
    }
    const drafts = new Drafts({ getItem: refuse, setItem: refuse }, null)
    expect(() => drafts.write('x', 'y')).not.toThrow()
    expect(drafts.read('x')).toBeUndefined()
  })
})

describe('the heading of a lesson', () => {
  const prose = (text: string): Block => ({ kind: 'prose', text })

  it.each<[string, string | undefined, string | undefined]>([
    ['# 哪个网格最多？\n\n入户走访前。', '哪个网格最多？', '入户走访前。'],
    ['# 只有题目', '只有题目', undefined],
    ['## 小标题\n\n文字', undefined, '## 小标题\n\n文字'],
    ['#没有空格', undefined, '#没有空格'],
  ])('%j', (text, heading, left) => {
    const taken = takeHeading([prose(text)])
    expect(taken.heading).toBe(heading)
    expect(taken.blocks).toEqual(left === undefined ? [] : [prose(left)])
  })

  it('is not looked for elsewhere', () => {
    const blocks: Block[] = [{ kind: 'sql-demo', sql: 'SELECT 1' }, prose('# 后面')]
    expect(takeHeading(blocks)).toEqual({ heading: undefined, blocks })
    expect(takeHeading([])).toEqual({ heading: undefined, blocks: [] })
  })
})

describe('tasks', () => {
  const viewOf = (written: unknown) => exerciseView(exerciseSchema.parse(written))
  const blocks: Block[] = [
    { kind: 'prose', text: 'x' },
    viewOf({
      id: 'why',
      kind: 'choice',
      ask: '?',
      options: [
        { text: 'a', right: true, because: '对。' },
        { text: 'b', because: '不对。' },
      ],
    }),
    { kind: 'scenario', scenario: 'pay' },
    { kind: 'drill', schemes: ['parcel', 'police'] },
  ]
  const lesson = { course: 'b4', lesson: '01-pay', blocks } as unknown as LessonView

  it('are the exercises, the phone practices and the drills', () => {
    expect(tasksOf(blocks)).toEqual([
      { kind: 'exercise', id: 'why' },
      { kind: 'scenario', id: 'pay' },
      { kind: 'drill', id: 'drill-parcel-police' },
    ])
  })

  it('count a practice once its goal was reached', () => {
    const task = { kind: 'scenario', id: 'pay' } as const
    const run = { runs: 1, best: null, mistakes: 1, lastAt: '' }
    const key = scenarioKey('b4', 'pay')
    expect(isDone(task, lesson, { ...noProgress, scenarios: { [key]: run } })).toBe(false)
    const reached = { ...noProgress, scenarios: { [key]: { ...run, best: 'shown' as const } } }
    expect(isDone(task, lesson, reached)).toBe(true)
  })

  it.each([
    ['a lesson never opened', null, false],
    ['a round before the lesson was begun anew', '2026-11-26T09:00:00Z', false],
    ['a round since it was opened', '2026-11-26T07:00:00Z', true],
  ])('count a drill with %s: %j', (_, openedAt, done) => {
    const rounds = [
      { nth: 1, at: '2026-11-26T08:00:00Z', followUp: false, changed: 0, tally: tallyOf([]) },
    ]
    const progress = {
      ...noProgress,
      drills: { b4: { rounds, seen: {} } },
      lessons: openedAt ? { 'b4/01-pay': { openedAt, doneAt: null, place: null, touched: 1 } } : {},
    }
    expect(isDone({ kind: 'drill', id: 'drill' }, lesson, progress)).toBe(done)
  })
})

describe('the tables of a lesson', () => {
  const table = (name: string, columns: readonly [string, string][], dataset = 'places') => ({
    name,
    dataset,
    title: dataset,
    synthetic: true,
    columns: columns.map(([name, title]) => ({ name, title, unit: undefined })),
  })
  const tables = [
    table('places.streets', [
      ['street_code', '街道代码'],
      ['name', '街道'],
    ]),
    table('places.communities', [
      ['street_code', '街道代码'],
      ['name', '社区'],
    ]),
    table('tickets', [['street', '街道（镇）']], 'tickets'),
  ]

  it.each([
    ['street', '街道（镇）（street）'],
    ['street_code', '街道代码（street_code）'],
    ['name', 'name'],
    ['件数', '件数'],
  ])('calls %s %s', (name, called) => {
    expect(columnName(tables, name)).toBe(called)
  })

  it('name each dataset once', () => {
    expect(datasetsOf(tables).map(({ dataset }) => dataset)).toEqual(['places', 'tickets'])
  })
})
