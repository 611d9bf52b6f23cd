import type { Programme } from '../desktop/domain/assessment/programme.ts'

const choice = (use: string, id: string, objective: string) => `
\`\`\`item
id: ${id}
use: ${use}
objective: ${objective}
draw: { ward: { one: wards }, all: { low: 40, high: 90 } }
exercise:
  kind: choice
  ask: "{{ward}}有 {{all}} 人，来了一半。该怎么说？"
  options:
    - { text: 来了一半, right: true, because: 对。 }
    - { text: 大家都来了, because: 还有一半没来。 }
    - { text: 没有人来, because: 来了一半。 }
    - { text: 说不清, because: 数得清。 }
\`\`\`
`

const number = (use: string, id: string, objective: string) => `
\`\`\`item
id: ${id}
use: ${use}
objective: ${objective}
draw: { half: { low: 20, high: 45 } }
set: { all: half * 2 }
exercise: { kind: number, ask: "{{all}} 人的一半是几人？", answer: "{{half}}" }
\`\`\`
`

/** A bank that has what a programme asks of a course, of plain items; for tests and pictures. */
export function simulatedBank(
  { core }: Programme['courses'][number],
  objectives: readonly string[],
): string {
  const other = objectives.find((one) => !core.includes(one)) ?? 'other'
  const final = [...core.flatMap((one) => [one, one, one]), other, other, other]
  const items = [
    ...core.flatMap((one, at) => [
      (at % 2 === 0 ? choice : number)('A', `a-${at + 1}`, one),
      (at % 2 === 0 ? choice : number)('B', `b-${at + 1}`, one),
    ]),
    ...[0, 1, 2].map((at) =>
      choice('placement', `place-${at + 1}`, core[at % core.length] ?? other),
    ),
    ...final.map((one, at) => (at % 3 === 2 ? number : choice)('final', `final-${at + 1}`, one)),
  ]
  const head = `---
title: { zh: 题库, en: Bank }
lists: { wards: [河东社区, 桥北社区] }
---
# 题库
`
  return [head, ...items].join('')
}
