import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paperSourceSchema } from '../../desktop/contract/papers.ts'
import { ZhizhiError } from '../../desktop/contract/errors.ts'
import { createPaperHandlers } from '../../desktop/services/papers/handlers.ts'
import { openLearning, type LearningBench } from './learning-support.ts'

const lesson = (body: string) => `---
title: { zh: '付款：慢/一点', en: Pay }
minutes: 10
objectives: [pay.look]
---
${body}`
const key = `\`\`\`exercise
id: order-it
kind: order
ask: 排一排
items: [看, 念, 付]
because: [先看清, 再念一遍]
\`\`\`

\`\`\`exercise
id: tested
kind: choice
form: A
ask: 哪个？
options:
  - { text: 甲, right: true, because: 对。 }
  - { text: 乙, because: 不对。 }
\`\`\`

\`\`\`scenario
id: look-before-paying
\`\`\`

\`\`\`scenario
id: gone
\`\`\`

\`\`\`scenario
id: broken
\`\`\`
`

let bench: LearningBench
const printed: string[] = []
let refusal: ZhizhiError | undefined

beforeAll(async () => {
  bench = await openLearning({
    files: {
      'courses/b4-payment/08-papers/lesson.md': lesson(key),
      'courses/b4-payment/09-wrong/lesson.md': lesson('```exercise\nid: x\n```\n'),
      'courses/b4-payment/scenarios/broken.yaml': 'id: broken\n',
    },
  })
})
afterAll(() => bench.close())

const handlers = () =>
  createPaperHandlers({
    library: bench.learning.library,
    datasets: bench.catalogue,
    printer: {
      async print(html) {
        if (refusal) throw refusal
        printed.push(html)
        return Promise.resolve(new Uint8Array([37, 80, 68, 70]))
      },
    },
  })
const call = {
  ...{ signal: new AbortController().signal, context: undefined },
  ...{ emit: (item: never) => Promise.resolve(item), progress: () => undefined },
}
const read = (id: string) => handlers()['papers.read']({ course: 'b4-payment', lesson: id }, call)
const pdf = (html: string) =>
  handlers()['papers.pdf']({ course: 'b4-payment', lesson: '08-papers', html, css: '' }, call)

describe('what papers are drawn from', () => {
  it('has the scenarios that can be read, the names of the others, and the answers', async () => {
    const source = await read('08-papers')
    expect(paperSourceSchema.parse(source)).toEqual(source)
    expect(source.scenarios.map(({ id }) => id)).toEqual(['look-before-paying'])
    expect(source.missing).toEqual(['gone', 'broken'])
    expect(source.answers).toEqual([
      {
        ...{ exercise: 'order-it', kind: 'order' },
        lines: [
          { text: '看', answer: '', right: true, because: '先看清' },
          { text: '念', answer: '', right: true, because: '再念一遍' },
          { text: '付', answer: '', right: true, because: '' },
        ],
      },
    ])
  })

  it('has the words of what a shipped lesson teaches', async () => {
    const { goals, answers } = await read('03-scan-and-type')
    expect(goals.map(({ zh }) => zh)[0]).toMatch(/扫|码|钱/)
    expect(answers.map(({ kind }) => kind)).toEqual(['match', 'sort', 'choice'])
    const [match] = answers
    expect(match?.lines.at(-1)).toMatchObject({ text: '850', answer: '', right: false })
  })

  it.each([
    ['09-wrong', 'course_invalid'],
    ['77-nowhere', 'not_found'],
    ['../secrets', 'not_found'],
  ])('of the lesson %s are refused with %s', async (id, code) => {
    await expect(read(id)).rejects.toMatchObject({ code })
  })
})

describe('the PDF', () => {
  it('is called after the lesson, with no sign that a file’s name cannot have', async () => {
    refusal = undefined
    const { name, bytes } = await pdf('<p>付款</p>')
    expect(name).toBe('致知教学资料-付款：慢 一点.pdf')
    expect(bytes).toHaveLength(4)
    expect(printed.at(-1)).toContain('<p>付款</p>')
  })

  it('is not made of what papers are not made of', async () => {
    const before = printed.length
    await expect(pdf('<iframe src="file:///etc/passwd">')).rejects.toMatchObject({
      code: 'bad_request',
    })
    expect(printed).toHaveLength(before)
  })

  it('is refused in words where no browser is here', async () => {
    refusal = new ZhizhiError('pdf_unavailable')
    await expect(pdf('<p>付款</p>')).rejects.toMatchObject({ code: 'pdf_unavailable' })
  })
})
