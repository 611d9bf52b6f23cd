import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DrawProgress } from '../../desktop/services/assessment/check-bank.ts'
import { openLearning, type LearningBench } from './learning-support.ts'

/** Item banks proven as `zhizhi check` proves them, on the real engine. */

const course = `id: a9-counting
track: A
title: { zh: 数一数, en: Counting }
summary: { zh: 试题, en: Items }
minutes: 5
objectives: { x.one: { zh: 会数, en: Can count } }
`
const head = `---
title: { zh: 题库, en: Bank }
datasets: [hotline-tickets]
lists: { channels: [电话, 小程序] }
---
`
const item = (id: string, body: string) => `
\`\`\`item
id: ${id}
use: final
objective: x.one
${body}
\`\`\`
`
const number = (answer: string, slip: string) => `draw: { n: { low: 2, high: 9 } }
exercise:
  kind: number
  ask: "{{n}} 的两倍？"
  answer: "{{${answer}}}"
  slips: [{ value: "{{${slip}}}", say: 没有乘 }]`
const sql = (reference: string) => `draw: { channel: { one: channels } }
exercise:
  kind: sql
  ask: "来自 {{channel}} 的工单几件？"
  columns: [n]
  reference: ${reference}
  hints: [一, 二, 三]`

const bank = [
  head,
  item('good', number('n * 2', 'n')),
  item('slip-is-right', number('n * 2', 'n + n')),
  item('sometimes-right', number('n * 2', 'n + 2')),
  item('good-sql', sql(`SELECT count(*) AS n FROM hotline_tickets WHERE channel = '{{channel}}'`)),
  item('bad-sql', sql(`SELECT count(*) AS n FROM nowhere WHERE channel = '{{channel}}'`)),
  item('no-objective', number('n * 2', 'n')).replace('x.one', 'x.two'),
].join('')

/** One draw of nine asks for a table that is not there. */
const seldom = [
  head,
  item('seldom', sql("SELECT count(*) AS n FROM {{table}} WHERE channel <> '{{n}}'")).replace(
    '{ channel: { one: channels } }',
    "{ n: { low: 1, high: 9 } }\nset: { table: \"{{if(n = 9, 'nowhere', 'hotline_tickets')}}\" }",
  ),
]
  .join('')
  .replace('来自 {{channel}} 的工单', '不是 {{n}} 的工单')

let bench: LearningBench
beforeAll(async () => {
  bench = await openLearning({
    files: {
      'courses/a9-counting/course.yaml': course,
      'courses/a9-counting/bank.md': bank,
      'courses/a8-seldom/course.yaml': course.replace('a9-counting', 'a8-seldom'),
      'courses/a8-seldom/bank.md': seldom,
      'courses/programmes/other.yaml': 'id: other\n',
    },
  })
})
afterAll(() => bench.close())

describe('checking an item bank', () => {
  it('proves what holds in every draw and tells the first draw in which an item does not', async () => {
    const { errors, banks } = await bench.learning.checkContent(['courses/a9-counting/bank.md'])
    const told = errors.map(({ file, line, problem }) => `${file}:${line} ${problem}`)
    expect(banks).toMatchObject({ items: 6, proven: 2 })
    expect(told).toHaveLength(4)
    const lines = bank.split('\n')
    for (const { line } of errors) expect(lines[line - 1]).toBe('```item')
    expect(told.find((one) => one.includes('slip-is-right'))).toContain('第 1 次抽题')
    expect(told.find((one) => one.includes('sometimes-right'))).toMatch(/第 \d+ 次抽题.*也通过了/)
    expect(told.find((one) => one.includes('bad-sql'))).toContain('参考答案运行不了')
    expect(told.find((one) => one.includes('no-objective'))).toContain('没有“x.two”这个目标')
  })

  const path = 'courses/a9-counting/bank.md'

  it('says of each item how different its draws are, and of what there are too few', async () => {
    const { banks, remarks } = await bench.learning.checkContent([path])
    const [good, sql] = banks.variety
    expect(good).toMatchObject({ item: 'good', drawn: 200, questions: 8, answers: 8, proven: 200 })
    expect(good?.few).toEqual(['questions', 'answers'])
    expect(sql).toMatchObject({ item: 'good-sql', drawn: 200, questions: 2, proven: 2, all: false })
    expect(banks.variety).toHaveLength(2)
    const told = remarks.map(({ problem }) => problem).join('；')
    expect(told).toContain('题目 good-sql：抽 200 次只有 2 种题')
    expect(told).toContain('题目 good：抽 200 次只有 8 个不同的答案')
  })

  it('proves as many draws on data as are asked for, and finds what two draws do not', async () => {
    const seen: string[] = []
    const onDraw = ({ item, done, of }: DrawProgress) => seen.push(`${item} ${done}/${of}`)
    const two = await bench.learning.checkContent(['courses/a8-seldom/bank.md'])
    expect(two.errors).toEqual([])
    const wishes = { draws: 40, onDraw }
    const many = await bench.learning.checkContent(['courses/a8-seldom/bank.md'], wishes)
    expect(many.errors.map(({ problem }) => problem).join()).toMatch(/第 \d+ 次抽题：.*参考答案/)
    expect(seen[1]).toBe('seldom 2/40')
    const all = await bench.learning.checkContent(['courses/a8-seldom/bank.md'], { allDraws: true })
    expect(all.errors.map(({ problem }) => problem).join()).toMatch(/第 9 种抽法/)
  })

  it('stops after the draw in hand and counts only what was proven', async () => {
    const stop = new AbortController()
    const onDraw = ({ done }: DrawProgress) => {
      if (done === 3) stop.abort()
    }
    const wishes = { signal: stop.signal, onDraw }
    const { banks, errors } = await bench.learning.checkContent([path], wishes)
    expect(errors).toEqual([])
    expect(banks).toMatchObject({ proven: 0, draws: 3 })
    expect(banks.variety).toMatchObject([{ item: 'good', proven: 3, few: [] }])
  })

  it('draws the bank for its author', async () => {
    await expect(bench.learning.drawBank('nothing', 1)).rejects.toMatchObject({ code: 'not_found' })
    const exercises = await bench.learning.drawBank('a9-counting', 3)
    expect(exercises.map(({ id }) => id)).toContain('good-sql')
  })

  it('says what is wrong with a programme', async () => {
    const { errors } = await bench.learning.checkContent(['courses/programmes/other.yaml'])
    expect(errors.map(({ problem }) => problem).join()).toContain('courses')
  })
})
