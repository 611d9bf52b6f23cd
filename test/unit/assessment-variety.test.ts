import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allDraws } from '../../desktop/domain/assessment/all-draws.ts'
import { drawValues } from '../../desktop/domain/assessment/draw.ts'
import { instanceOf } from '../../desktop/domain/assessment/instance.ts'
import { lacksOf, VarietyCount } from '../../desktop/domain/assessment/variety.ts'
import { bankOf } from './assessment-support.ts'

/** A bank of one item. */
function one(body: string) {
  const bank = bankOf(`---
title: { zh: 题库, en: Bank }
lists: { wards: [甲街道, 乙街道, 丙街道] }
---

\`\`\`item
id: it
use: final
objective: x.one
${body}
\`\`\`
`)
  const [item] = bank.items
  if (!item) throw new Error('no item')
  return { bank, item }
}

const draws: readonly [string, number][] = [
  ['{ w: { one: wards } }', 3],
  ['{ w: { one: wards }, n: { low: 1, high: 4 } }', 12],
  ['{ w: { some: wards, count: 2 } }', 6],
  ['{ n: { low: 0, high: 1, step: 0.1 } }', 11],
  ['{ n: { low: 1, high: 3, count: 2 } }', 9],
  ['{ n: { low: 1, high: 3, count: 2, distinct: true } }', 6],
]
const numbers = 'exercise: { kind: number, ask: "{{n}}？", answer: "{{n}}" }'

describe('all draws of an item', () => {
  it.each(draws)('of %s are %i, each once, and the seeds come to the same', (draw, count) => {
    const { bank, item } = one(`draw: ${draw}\n${numbers}`)
    const all = allDraws(bank, item, 500)?.map((values) => JSON.stringify(values)) ?? []
    expect(all).toHaveLength(count)
    expect(new Set(all).size).toBe(count)
    const seeds = Array.from({ length: 400 }, (_, seed) => drawValues(bank, item, seed).values)
    expect(new Set(seeds.map((values) => JSON.stringify(values)))).toEqual(new Set(all))
  })

  it('are those that `when` lets through, with what is set', () => {
    const { bank, item } = one(
      `draw: { n: { low: 1, high: 6 } }\nset: { m: n * 2 }\nwhen: m > 6\n${numbers}`,
    )
    expect(allDraws(bank, item, 6)).toEqual([4, 5, 6].map((n) => ({ n, m: 2 * n })))
  })

  it('are not made where they are too many', () => {
    const { bank, item } = one(`draw: { n: { low: 1, high: 9, count: 12 } }\n${numbers}`)
    expect(allDraws(bank, item, 500)).toBeUndefined()
    const few = one(`draw: { w: { one: wards } }\n${numbers}`)
    expect(allDraws(few.bank, few.item, 2)).toBeUndefined()
  })
})

describe('how different draws are', () => {
  const varietyOf = (body: string, count: number) => {
    const { bank, item } = one(body)
    const seen = new VarietyCount()
    for (let seed = 1; seed <= count; seed += 1) seen.take(instanceOf(bank, item, seed))
    return seen.variety
  }

  it('counts questions and right answers, and not the order of options', () => {
    const choice = `draw: { n: { low: 1, high: 4 } }
exercise:
  kind: choice
  ask: "{{n}} 件是多是少？"
  options:
    - { text: 看情况, right: true, because: 对。 }
    - { text: 多, because: 不一定。 }
    - { text: 少, because: 不一定。 }
`
    expect(varietyOf(choice, 100)).toEqual({ drawn: 100, questions: 4, answers: 1 })
  })

  it('tells the same question with another answer from the first', () => {
    const hidden = `draw: { n: { low: 1, high: 5 } }
exercise: { kind: number, ask: 有几件？, answer: "{{n}}" }
`
    expect(varietyOf(hidden, 100)).toEqual({ drawn: 100, questions: 5, answers: 5 })
  })

  it('does not count hints', () => {
    const hinted = `draw: { n: { low: 1, high: 5 } }
exercise: { kind: number, ask: 有几件？, answer: 3, hints: ["{{n}}"] }
`
    expect(varietyOf(hinted, 100)).toEqual({ drawn: 100, questions: 1, answers: 1 })
  })

  it('is never more than the draws, and never less than one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 2, max: 40 }),
        (count, high) => {
          const body = `draw: { n: { low: 1, high: ${high} } }\n${numbers}`
          const { drawn, questions, answers } = varietyOf(body, count)
          expect(drawn).toBe(count)
          expect(questions).toBeLessThanOrEqual(Math.min(count, high))
          expect(answers).toBe(questions)
          expect(questions).toBeGreaterThan(0)
        },
      ),
      { numRuns: 40 },
    )
  })

  it.each<[string, number, number, string[]]>([
    ['number', 20, 20, []],
    ['number', 20, 19, ['answers']],
    ['number', 19, 19, ['questions', 'answers']],
    ['choice', 20, 1, []],
    ['sql', 19, 19, ['questions']],
  ])('of a %s with %i questions and %i answers lacks %j', (kind, questions, answers, lacks) => {
    expect(lacksOf({ drawn: 200, questions, answers }, kind)).toEqual(lacks)
  })
})
