import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exerciseSchema } from '../../desktop/domain/course/exercise.ts'
import { exerciseView } from '../../desktop/domain/course/exercise-view.ts'
import {
  blankAnswer,
  fitsView,
  isOnData,
  isWhole,
} from '../../desktop/domain/course/data-exercise.ts'
import { explainChoice } from '../../desktop/domain/course/kinds/explain-choices.ts'
import { compilePointed, rowsTaskOf } from '../../desktop/domain/course/kinds/pointed.ts'
import { pivotSchema, querySchema } from '../../desktop/domain/course/kinds/pointed-schema.ts'
import { binsOf } from '../../desktop/domain/course/kinds/threshold-bins.ts'
import {
  checkThreshold,
  fitting,
  outcomeAt,
  scaleOf,
} from '../../desktop/domain/course/kinds/threshold.ts'
import { proveThreshold } from '../../desktop/domain/course/kinds/threshold-prove.ts'
import {
  thresholdSchema,
  type ScoredCase,
} from '../../desktop/domain/course/kinds/threshold-schema.ts'

/** The rules of the kinds that are answered on data, without any engine. */

const hints = ['一', '二', '三']
const rows = { ask: '数', columns: ['street', 'n'], reference: 'SELECT 1', hints }

describe('pointed answers', () => {
  const pivot = (more: object = {}) =>
    pivotSchema.parse({ id: 'p', kind: 'pivot', ...rows, ...more })

  it('come to the query that the workbench would run', () => {
    const query = querySchema.parse({ id: 'q', kind: 'query', ...rows })
    expect(
      compilePointed(query, 'from: t\ngroup: [street]\nmeasure: [{ as: n, count: rows }]'),
    ).toEqual({
      ok: true,
      sql: 'SELECT street, count(*) AS n\nFROM t\nGROUP BY ALL\nORDER BY street',
    })
  })

  it.each([
    ['rows: [street]', 'SELECT street, count(*) AS 行数\nFROM t\nGROUP BY ALL\nORDER BY street'],
    [
      'rows: [street]\nsort: { rows: [-行数], columns: [] }',
      'SELECT street, count(*) AS 行数\nFROM t\nGROUP BY ALL\nORDER BY 行数 DESC, street',
    ],
    [
      'columns: [kind]\ntotals: false',
      'SELECT kind, count(*) AS 行数\nFROM t\nGROUP BY ALL\nORDER BY kind',
    ],
  ])('of a pivot %j have no totals', (body, sql) => {
    expect(compilePointed(pivot(), `from: t\n${body}`)).toEqual({ ok: true, sql })
  })

  it('that leave columns out are refused with a reason', () => {
    const cut = compilePointed(pivot(), 'from: t\ncolumns: [kind]\nlimit: 3')
    expect(cut).toMatchObject({
      ok: false,
      detail: { zh: expect.stringContaining('最多列数') as string },
    })
  })

  it('stand in long form beside a wide reference', () => {
    const wide = pivot({ columns: ['区', '投诉', '求助'], wide: ['投诉', '求助'] })
    const task = rowsTaskOf(wide)
    expect(task.columns).toEqual(['区', '列', '数'])
    expect(task.reference).toContain(`'投诉' AS 列, 投诉 AS 数 FROM given`)
    expect(compilePointed(wide, 'from: t\nrows: [区]\ncolumns: [kind]')).toMatchObject({
      ok: true,
      sql: expect.stringContaining('CAST(kind AS VARCHAR) AS 列, 行数 AS 数') as string,
    })
  })

  it('with columns across that the reference does not have, or an order, are no exercise', () => {
    const wide = { id: 'p', kind: 'pivot', ...rows, wide: ['投诉'] }
    expect(pivotSchema.safeParse(wide).success).toBe(false)
    expect(pivotSchema.safeParse({ ...wide, wide: ['n'], order: ['street'] }).success).toBe(false)
  })

  it('are spoken of in the form’s words', () => {
    const label = (column: string) => `“${column}”`
    for (const kind of ['query', 'pivot'] as const) {
      for (const slip of [
        'missing-condition',
        'grouping',
        'aggregate',
        'missing-join',
        'join',
        'missing-limit',
        'missing-sort',
        'sort-direction',
        'distinct',
        'logic',
        'reversed',
        'boundary',
        'missing-branch',
        'extra-condition',
        'no-table',
      ] as const) {
        const said = explainChoice(kind, { slip, about: '街道' }, label)
        expect(said).toMatch(/。|？$/)
        expect(said).not.toMatch(/WHERE|GROUP BY|SELECT|JOIN|ORDER BY|LIMIT|DISTINCT/)
      }
    }
  })
})

describe('thresholds', () => {
  const someCases = fc.array(
    fc.tuple(
      fc.integer({ min: -5000, max: 5000 }).map((hundredths) => hundredths / 100),
      fc.boolean(),
    ),
    {
      minLength: 4,
      maxLength: 60,
    },
  )
  const cases: ScoredCase[] = [
    [0.9, true],
    [0.8, false],
    [0.7, true],
    [0.2, false],
  ]
  const exercise = thresholdSchema.parse({
    id: 't',
    kind: 'threshold',
    ask: '划',
    cases,
    score: '分',
    truth: '真的',
    goal: { 'miss-at-most': 0, 'false-at-most': 1 },
    because: '两头都担得起。',
  })

  it('put every case in one of four boxes; a higher line misses no fewer', () => {
    fc.assert(
      fc.property(someCases, fc.double({ min: -60, max: 60, noNaN: true }), (some, at) => {
        const { hits, misses, falseAlarms, passed } = outcomeAt(some, at)
        expect(hits + misses + falseAlarms + passed).toBe(some.length)
        expect(outcomeAt(some, at + 0.1).misses).toBeGreaterThanOrEqual(misses)
        expect(outcomeAt(some, at + 0.1).falseAlarms).toBeLessThanOrEqual(falseAlarms)
      }),
    )
  })

  it('have a scale that goes from picking all to picking none, and bins that lose nobody', () => {
    fc.assert(
      fc.property(someCases, (some) => {
        const scale = scaleOf(some, {})
        expect(outcomeAt(some, scale.min).misses).toBe(0)
        expect(outcomeAt(some, scale.max).hits).toBe(0)
        const total = binsOf(some, scale, scale.start).reduce(
          (sum, bin) => sum + bin.hits + bin.misses + bin.falseAlarms + bin.passed,
          0,
        )
        expect(total).toBe(some.length)
      }),
    )
  })

  it.each([
    [0.7, true, '担得起'],
    [0.9, false, '太高'],
    [0.1, false, '太低'],
    [null, false, '还没有划线'],
  ])('at %s are right: %s', (at, correct, said) => {
    const verdict = checkThreshold(exercise, cases, at)
    expect(verdict.correct).toBe(correct)
    expect(verdict.message).toContain(said)
  })

  it('are proven to be reachable and not reached anyhow', () => {
    expect(proveThreshold({ ...exercise, start: 0.9 }, cases)).toEqual([])
    expect(proveThreshold({ ...exercise, start: 0.7 }, cases)[0]).toContain('一开始')
    expect(
      proveThreshold({ ...exercise, goal: { 'miss-at-most': 9 } }, cases).length,
    ).toBeGreaterThan(0)
    expect(fitting({ 'miss-at-most': 0, 'false-at-most': 0 }, cases)).toEqual([])
    expect(
      proveThreshold(
        exercise,
        cases.filter(([, truth]) => truth),
      )[0],
    ).toContain('不是真的')
  })
})

describe('views', () => {
  it.each([
    { kind: 'query', ...rows },
    { kind: 'pivot', ...rows },
    { kind: 'chart', ask: '画', from: { sql: 'SELECT 1' }, reference: { x: '街道' }, hints },
    {
      kind: 'threshold',
      ask: '划',
      score: '分',
      truth: '真的',
      sql: 'SELECT 1',
      goal: { recall: 0.9 },
      because: '密码',
    },
    {
      kind: 'indicator',
      ask: '搭',
      table: 't',
      parts: ['a', 'b', 'c'].map((id) => ({ id, text: id, sql: '密码' })),
      numerator: 'a',
      denominator: 'b',
    },
  ])('of $kind tell no answer, and begin with one that fits', (given) => {
    const view = exerciseView(exerciseSchema.parse({ id: 'x', ...given }))
    if (!isOnData(view)) throw new Error('another kind')
    const told = JSON.stringify(view)
    expect(told).not.toMatch(/密码|reference|numerator|because/)
    const blank = blankAnswer(view)
    expect(fitsView(view, blank)).toBe(true)
    expect(isWhole(blank)).toBe(view.kind === 'chart')
  })
})
