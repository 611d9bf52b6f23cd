import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ContentReport } from '../../desktop/services/learning/check-content.ts'
import { openLearning, type LearningBench } from './learning-support.ts'

/** What `check` says of courses that hold, and of courses that do not. */

const course = `id: proving
track: A
title: { zh: 证明, en: Proof }
summary: { zh: 证明, en: Proof }
minutes: 10
`
const lesson = (body: string) => `---
title: { zh: 试, en: Try }
minutes: 5
datasets: [hotline-tickets]
---
${body}
`
const exercise = (id: string, body: string) => `
\`\`\`exercise
id: ${id}
kind: sql
ask: 数一数
hints: [一, 二, 三]
${body}
\`\`\`
`
const files = {
  'courses/proving/course.yaml': course,
  'courses/proving/01-holds/lesson.md': lesson(
    [
      exercise(
        'boundary',
        `columns: [street, 件数]
reference: |
  SELECT street, count(*) AS 件数 FROM hotline_tickets
  WHERE days_to_close >= 10 AND created_at < '2025-07-01' GROUP BY street`,
      ),
      exercise(
        'average',
        `columns: [department, 平均用时]
order: [平均用时 desc]
decimals: 1
reference: |
  SELECT department, round(avg(days_to_close), 1) AS 平均用时 FROM hotline_tickets
  WHERE closed_at IS NOT NULL AND request_type IN ('投诉', '举报')
  GROUP BY department HAVING count(*) >= 4 ORDER BY 平均用时 DESC`,
      ),
      exercise(
        'rate',
        `columns: [district, 满意率]
decimals: 2
reference: |
  SELECT district, 100.0 * count(*) FILTER (satisfied) / count(satisfied) AS 满意率
  FROM hotline_tickets WHERE called_back GROUP BY district
also-right:
  - SELECT district, avg(CASE WHEN satisfied THEN 100 ELSE 0 END) FROM hotline_tickets WHERE satisfied IS NOT NULL GROUP BY ALL
slips:
  - like: SELECT district, 100.0 * count(*) FILTER (satisfied) / count(*) FROM hotline_tickets WHERE called_back GROUP BY district
    say: 分母偏大。
hidden:
  - name: 没有人满意的数据
    sql: [UPDATE hotline_tickets SET satisfied = false WHERE satisfied]`,
      ),
    ].join('\n'),
  ),
  'courses/proving/02-fails/lesson.md': lesson(
    [
      '```sql-demo\nSELECT nothing FROM hotline_tickets\n```',
      '```scenario\nid: not-there\n```',
      exercise('not-running', 'columns: [a]\nreference: SELECT a FROM hotline_tickets'),
      exercise(
        'no-order',
        'columns: [n]\norder: [n desc]\nreference: SELECT count(*) AS n FROM hotline_tickets',
      ),
      exercise(
        'strange-order',
        'columns: [n]\norder: [m]\nreference: SELECT count(*) AS n FROM hotline_tickets',
      ),
      exercise(
        'other-columns',
        'columns: [m]\nreference: SELECT count(*) AS n FROM hotline_tickets',
      ),
      exercise('a-constant', 'columns: [n]\nreference: SELECT 1 AS n'),
      exercise(
        'nothing-left',
        "columns: [street]\nreference: SELECT street FROM hotline_tickets WHERE street = '没有'",
      ),
      exercise(
        'slip-is-right',
        `columns: [n]
reference: SELECT count(*) AS n FROM hotline_tickets
slips:
  - { like: SELECT count(ticket_id) FROM hotline_tickets, say: 少了。 }
also-right:
  - SELECT count(DISTINCT caller_id) FROM hotline_tickets`,
      ),
    ].join('\n'),
  ),
  'courses/proving/03-broken/lesson.md': lesson('```exercise\nid: x\nkind: sql\n```'),
  'courses/proving/scenarios/circle.yaml': `id: circle
title: { zh: 圈, en: Circle }
start: one
goal: two
screens:
  one:
    say: 一
    show:
      - { control: button, id: on, text: 走, to: one }
  two: { say: 二 }
`,
  'courses/broken/course.yaml': course.replace('track: A', 'track: X'),
}

let bench: LearningBench
let report: ContentReport
beforeAll(async () => {
  bench = await openLearning({ files })
  report = await bench.learning.checkContent(['courses/proving', './courses/broken/'])
})
afterAll(() => bench.close())

const problemsIn = (place: string) =>
  report.errors
    .filter(({ file }) => file.startsWith(`courses/${place}`))
    .map(({ line, problem }) => `${line} ${problem}`)

describe('check', () => {
  it('proves what holds: boundaries, gaps, rates, rounding', () => {
    expect(problemsIn('proving/01-holds')).toEqual([])
  })

  it('remarks on slips that the data cannot tell from the reference', () => {
    const remarks = report.remarks
      .map(({ problem }) => problem)
      .filter((one) => one.startsWith('练习'))
    expect(remarks).toHaveLength(2)
    expect(remarks[0]).toMatch(
      /^练习 average：换成这样也分不出来（missing-condition closed_at）：SELECT /,
    )
    expect(remarks[1]).toMatch(
      /^练习 rate：换成这样也分不出来（missing-condition called_back）：SELECT /,
    )
  })

  it.each<[string, RegExp]>([
    ['a demo that does not run', /^6 示例查询运行不了：没有叫“nothing”的列/],
    [
      'a scenario that is not there',
      /^9 没有 courses\/proving\/scenarios\/not-there.yaml 这个手机练习$/,
    ],
    ['a reference that does not run', /^13 练习 not-running：参考答案运行不了：没有叫“a”的列/],
    [
      'an order that the reference does not have',
      /^23 练习 no-order：有 order，参考答案却没有 ORDER BY$/,
    ],
    ['an order by no column', /^34 练习 strange-order：order 里的“m”不在 columns 里$/],
    ['other columns', /^45 练习 other-columns：参考答案的列是 n，和 columns 不一致$/],
    [
      'an answer that is the same on all data',
      /^55 练习 a-constant：把结果写死的答案应当不通过：判成了 ok/,
    ],
    ['nothing to find', /^65 练习 nothing-left：参考答案一行也没有$/],
    [
      'an alternative that is wrong',
      /^75 练习 slip-is-right：also-right\[1\] 应当通过：判成了 values.*DISTINCT/,
    ],
    ['a slip that is none', /^75 练习 slip-is-right：slips\[1\] 和参考答案分不开$/],
  ])('says: %s', (_, problem) => {
    expect(problemsIn('proving/02-fails')).toContainEqual(expect.stringMatching(problem))
  })

  it('counts', () => {
    expect(report.exercises).toEqual({
      proven: 3,
      total: 10,
      kinds: { sql: { proven: 3, total: 10 } },
    })
    expect(report.scenarios).toEqual({ proven: 0, total: 1, states: 1 })
  })

  it('says what cannot be read, and goes on', () => {
    expect(problemsIn('proving/03-broken')).toEqual([
      '7 ask：没有写，这一项不能少',
      '7 hints：没有写，这一项不能少',
      '7 columns：没有写，这一项不能少',
      '7 reference：没有写，这一项不能少',
    ])
    expect(problemsIn('broken')).toEqual(['2 track：只能是 A、B、C'])
  })

  it('says why a scenario cannot be played, at its line', () => {
    expect(problemsIn('proving/scenarios')).toEqual([
      '6 从屏幕“one”不犯错就走不到目标“two”',
      '10 屏幕“two”从开头走不到',
    ])
  })

  it('leaves out what was not asked for', () => {
    expect(report.errors.filter(({ file }) => file.includes('a4-query-1'))).toEqual([])
  })
})
