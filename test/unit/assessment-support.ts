import { readBank, type Bank } from '../../desktop/domain/assessment/bank.ts'
import { readProgramme, type Programme } from '../../desktop/domain/assessment/programme.ts'

const item = (id: string, use: string, objective: string) => `
\`\`\`item
id: ${id}
use: ${use}
objective: ${objective}
draw:
  street: { one: streets }
  due: { low: 400, high: 900, step: 10 }
  late: { low: 20, high: 90 }
set: { done: due - late }
when: done > late
exercise:
  kind: number
  ask: "{{street}}应结案 {{due}} 件，没结的 {{late}} 件。已结几件？"
  answer: "{{done}}"
\`\`\`
`

/** A bank of one course that has all that a programme needs. */
export function bankText(extra = ''): string {
  const items = [
    ...[item('a-one', 'A', 'x.one'), item('b-one', 'B', 'x.one')],
    ...['x.one', 'x.two', 'x.three'].map((objective, at) =>
      item(`place-${at}`, 'placement', objective),
    ),
    ...['x.one', 'x.one', 'x.two', 'x.three'].map((objective, at) =>
      item(`final-${at}`, 'final', objective),
    ),
  ]
  const head = `---
title: { zh: 题库, en: Bank }
lists: { streets: [青石街道, 临江街道] }
---
# 题库
`
  return [head, ...items, extra].join('')
}

export function bankOf(text: string): Bank {
  const read = readBank('courses/x/bank.md', text)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.value
}

export function programmeOf(courses = ['x', 'y']): Programme {
  const read = readProgramme(
    'courses/programmes/p.yaml',
    JSON.stringify({
      id: 'p',
      title: { zh: '培训', en: 'Training' },
      summary: { zh: '一句', en: 'A line' },
      courses: courses.map((course) => ({ course, core: ['x.one'] })),
      minutes: { placement: 5, before: 5, after: 5, final: 5 },
      pass: { share: 0.7, each: 1 },
    }),
  )
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.value
}
