import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call, openLearning, type LearningBench } from './learning-support.ts'

/** Exercises that are answered on data by pointing, drawing, building and moving, on the real engine. */

const fixture = 'test/fixtures/courses-data/pointing'
const inLesson = '01-by-pointing/lesson.md'
const broken = `---
title: { zh: 坏的, en: Broken }
minutes: 3
datasets: [hotline-tickets]
---
\`\`\`exercise
id: half-done
kind: query
ask: 数
columns: [street, n]
reference: SELECT street, count(*) AS n FROM hotline_tickets WHERE category = '噪声扰民' GROUP BY street
cell: { from: hotline_tickets, group: [street], measure: [{ as: n, count: rows }] }
hints: [一, 二, 三]
\`\`\`
\`\`\`exercise
id: drawn-already
kind: chart
ask: 画
from: { sql: 'SELECT category, count(*) AS n FROM hotline_tickets GROUP BY ALL' }
reference: { x: category }
wrong: [{ has: { mark: bar }, say: 不行 }]
hints: [一, 二, 三]
\`\`\`
\`\`\`exercise
id: same-either-way
kind: indicator
ask: 搭
table: hotline_tickets
parts: [{ id: a, text: 甲, sql: 'true' }, { id: b, text: 乙, sql: called_back }, { id: c, text: 丙, sql: satisfied }]
numerator: c
denominator: [a, b]
\`\`\`
\`\`\`exercise
id: out-of-reach
kind: threshold
ask: 划
score: 分
truth: 真的
sql: SELECT days_to_close, satisfied FROM hotline_tickets WHERE satisfied IS NOT NULL LIMIT 500
goal: { miss-at-most: 0, false-at-most: 0 }
because: 没有
\`\`\`
\`\`\`exercise
id: wide
kind: pivot
ask: 排
columns: [district, 投诉, 求助]
wide: [投诉, 求助]
keep: [request_type]
reference: |
  SELECT district, count(*) FILTER (request_type = '投诉') AS 投诉, count(*) FILTER (request_type = '求助') AS 求助
  FROM hotline_tickets WHERE request_type IN ('投诉', '求助') GROUP BY district
cell:
  from: hotline_tickets
  where: [{ column: request_type, is: [投诉, 求助] }]
  rows: [district]
  columns: [request_type]
hints: [一, 二, 三]
\`\`\`
`

let bench: LearningBench
beforeAll(async () => {
  const read = (path: string) => readFile(`${fixture}/${path}`, 'utf8')
  bench = await openLearning({
    files: {
      'courses/pointing/course.yaml': await read('course.yaml'),
      [`courses/pointing/${inLesson}`]: await read(inLesson),
      'courses/pointing/02-broken/lesson.md': broken,
    },
  })
})
afterAll(() => bench.close())

const grade = (exercise: string, answer: string) =>
  bench.learning.grade('pointing', '01-by-pointing', exercise, answer)

describe('check', () => {
  it('proves every kind', async () => {
    const report = await bench.learning.checkContent(['courses/pointing/01-by-pointing'])
    expect(report.errors).toEqual([])
    expect(report.exercises.kinds).toEqual(
      Object.fromEntries(
        ['query', 'pivot', 'chart', 'indicator', 'threshold'].map((kind) => [
          kind,
          { proven: 1, total: 1 },
        ]),
      ),
    )
    expect(report.remarks.map(({ problem }) => problem)).toEqual([])
  })

  it('tells what does not hold, and takes a crosstab in wide form', async () => {
    const report = await bench.learning.checkContent(['courses/pointing/02-broken'])
    const told = report.errors.map(({ problem }) => problem).join('\n')
    expect(told).toContain('half-done：cell 应当通过，却判成了')
    expect(told).toContain('drawn-already：wrong[1] 和参考答案分不开')
    expect(told).toContain('same-either-way：c ÷ b 也算对，算出来的数却不同')
    expect(told).toContain('out-of-reach：没有哪个阈值能达到 goal')
    expect(told).not.toContain('wide')
  })
})

describe('a query by pointing', () => {
  const query = (more: string) => `from: hotline_tickets\n${more}`
  it.each([
    ['column: category, is: 噪声扰民', 'ok', '对了'],
    ['column: category, contains: 噪声', 'ok', '对了'],
    ['column: category, is: [噪声扰民, 交通出行]', 'values', '看看“筛选”'],
    ['column: category, not: 没有这一类', 'values', '看看“筛选”'],
  ])('with where %s is %s', async (where, code, said) => {
    const verdict = await grade(
      'noise-by-street',
      query(
        `where: [{ ${where} }]\ngroup: [street]\nmeasure: [{ as: 几件, count: rows }]\nsort: [-几件]`,
      ),
    )
    expect(verdict.code).toBe(code)
    expect(verdict.message).toContain(said)
    expect(verdict.message).not.toMatch(/WHERE|GROUP BY|SELECT/)
    expect(verdict.at).toBeNull()
  })

  it('hears the author’s own words for a slip', async () => {
    const verdict = await grade(
      'noise-by-street',
      query(
        'where: [{ column: category, is: 噪声扰民 }]\ngroup: [district]\nmeasure: [{ as: n, count: rows }]\nsort: [-n]',
      ),
    )
    expect(verdict.message).toContain('堆分大了')
  })

  it('that cannot be read, or names what is not there, is told so', async () => {
    expect((await grade('noise-by-street', 'from: [')).code).toBe('error')
    expect((await grade('noise-by-street', 'from: hotline_tickets\nrun: rm')).code).toBe('error')
    expect((await grade('noise-by-street', 'from: no_such_table')).message).toContain(
      'no_such_table',
    )
    const parameter = query('where: [{ column: category, is: $x }]')
    expect((await grade('noise-by-street', parameter)).code).toBe('statement')
  })
})

describe('a pivot', () => {
  it.each([
    ['rows: [district]\ncolumns: [request_type]', true],
    ['rows: [request_type]\ncolumns: [district]\ntotals: false', true],
    ['rows: [district, request_type]', true],
    ['rows: [street]\ncolumns: [request_type]', false],
    ['rows: [district]\ncolumns: [request_type]\nvalues: [{ as: n, distinct: caller_id }]', false],
    ['rows: [district]\ncolumns: [request_type]\nlimit: 1', false],
  ])('%j passes: %s', async (body, right) => {
    const verdict = await grade('type-by-district', `from: hotline_tickets\n${body}`)
    expect([verdict.correct, verdict.message]).toEqual([right, verdict.message])
    expect(verdict.message).not.toMatch(/row_total|GROUP BY/)
  })
})

describe('the other kinds', () => {
  it('grade a chart by what matters of it', async () => {
    const bars = (x: string, sort: string, more = '') =>
      `title: 图\nfrom: 题目数据\nplot: [{ mark: barX, x: ${x}, y: category${sort} }]${more}`
    const right = bars('件数', ', sort: { y: -x }')
    expect((await grade('top-categories', right)).correct).toBe(true)
    expect(
      (await grade('top-categories', bars('{ sum: 件数 }', ', sort: { y: -x }'))).correct,
    ).toBe(true)
    expect((await grade('top-categories', bars('件数', ''))).message).toContain('从多到少')
    const cut = bars('件数', ', sort: { y: -x }', '\nx: { domain: [500, 9000] }')
    expect((await grade('top-categories', cut)).message).toContain('起点不是 0')
  })

  it('compute an indicator as it was built, beside the right one', async () => {
    const verdict = await grade('call-back-rate', '{ numerator: satisfied, denominator: all }')
    expect(verdict.message).toContain('没有机会说满意')
    expect(verdict.notes.join()).toMatch(/照你选的：[\d,]+ ÷ [\d,]+ = [\d.]+ %.*照题目的口径/)
    expect(
      (await grade('call-back-rate', '{ numerator: satisfied, denominator: called }')).correct,
    ).toBe(true)
    const place = { course: 'pointing', lesson: '01-by-pointing', exercise: 'call-back-rate' }
    const choice = { kind: 'indicator' as const, exclusions: ['open'] }
    const counted = await bench.learning.handlers['exercise.indicator'](
      { ...place, choice: { ...choice, numerator: 'satisfied', denominator: 'called' } },
      call,
    )
    expect(counted?.denominator).toBeGreaterThan(counted?.numerator ?? 0)
    const nothing = await bench.learning.handlers['exercise.indicator'](
      { ...place, choice: { ...choice, numerator: null, denominator: 'called' } },
      call,
    )
    expect(nothing).toBeNull()
  })

  it('draw a line through cases', async () => {
    const place = { course: 'pointing', lesson: '01-by-pointing', exercise: 'visit-line' }
    const { cases } = await bench.learning.handlers['exercise.cases'](place, call)
    expect(cases).toHaveLength(14)
    expect((await grade('visit-line', '0.6')).correct).toBe(true)
    expect((await grade('visit-line', '0.9')).message).toContain('线划得太高')
    expect((await grade('visit-line', '0.1')).message).toContain('线划得太低')
    await expect(grade('visit-line', '高一点')).rejects.toMatchObject({ code: 'bad_request' })
    const other = bench.learning.handlers['exercise.cases'](
      { ...place, exercise: 'top-categories' },
      call,
    )
    await expect(other).rejects.toMatchObject({ code: 'not_found' })
  })
})
