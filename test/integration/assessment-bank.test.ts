import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

let bench: LearningBench
beforeAll(async () => {
  bench = await openLearning({
    files: {
      'courses/a9-counting/course.yaml': course,
      'courses/a9-counting/bank.md': bank,
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
