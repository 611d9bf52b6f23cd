import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBank } from '../../desktop/domain/assessment/bank.ts'
import { drawValues } from '../../desktop/domain/assessment/draw.ts'
import { ExpressionError } from '../../desktop/domain/assessment/expression.ts'
import { instanceOf } from '../../desktop/domain/assessment/instance.ts'
import { bankOf, bankText } from './assessment-support.ts'

const choice = `
\`\`\`item
id: pick
use: final
objective: x.one
draw: { n: { low: 2, high: 9 } }
exercise:
  kind: choice
  ask: "{{n}} 的两倍是几？"
  options:
    - { text: "{{n * 2}}", right: true, because: 对 }
    - { text: "{{n + 20}}", because: 错 }
    - { text: "{{n + 30}}", because: 错 }
    - { text: "{{n + 40}}", because: 错 }
\`\`\`
`

describe('an item bank', () => {
  it('reads items with their lines', () => {
    const bank = bankOf(bankText())
    expect(bank.items.map(({ use }) => use)).toEqual([
      ...['A', 'B', 'placement', 'placement', 'placement', 'final', 'final', 'final', 'final'],
    ])
    const lines = bankText().split('\n')
    for (const { line } of bank.items) expect(lines[line - 1]).toBe('```item')
  })

  it.each([
    ['', 1, '开头'],
    ['---\ntitle: { zh: 甲, en: A }\n---\n```item\nid: A b\n```\n', 5, 'id'],
    ['---\ntitle: { zh: 甲, en: A }\n---\n```item\nid: a\nuse: C\n```\n', 6, 'use'],
    [
      bankText('\n```item\nid: a-one\nuse: A\nobjective: x.one\nexercise: { kind: number }\n```\n'),
      0,
      '两次',
    ],
  ])('says what is wrong and where (%#)', (text, line, words) => {
    const read = readBank('bank.md', text)
    expect(read.ok).toBe(false)
    if (read.ok) return
    const problem = read.problems.find((one) => one.problem.includes(words))
    expect(problem).toBeDefined()
    if (line > 0) expect(problem?.line).toBe(line)
  })
})

describe('drawing an item', () => {
  it('gives the same for the same seed, and keeps to the ranges and to `when`', () => {
    const bank = bankOf(bankText())
    const [item] = bank.items
    if (!item) throw new Error('no item')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), (seed) => {
        const { values } = drawValues(bank, item, seed)
        expect(drawValues(bank, item, seed).values).toEqual(values)
        const { due, late, done, street } = values
        expect(Number(due) % 10).toBe(0)
        expect(due).toBeGreaterThanOrEqual(400)
        expect(due).toBeLessThanOrEqual(900)
        expect(done).toBe(Number(due) - Number(late))
        expect(['青石街道', '临江街道']).toContain(street)
      }),
    )
  })

  it('seldom gives two people the same numbers', () => {
    const bank = bankOf(bankText())
    const [item] = bank.items
    if (!item) throw new Error('no item')
    const texts = Array.from(
      { length: 100 },
      (_, seed) => instanceOf(bank, item, seed).exercise.ask,
    )
    expect(new Set(texts).size).toBeGreaterThan(95)
  })

  it('mixes the options of a choice and knows each by its place in the bank', () => {
    const bank = bankOf(bankText(choice))
    const item = bank.items.find(({ id }) => id === 'pick')
    if (!item) throw new Error('no item')
    const places = Array.from({ length: 400 }, (_, seed) => {
      const instance = instanceOf(bank, item, seed, 'q1')
      if (instance.exercise.kind !== 'choice') throw new Error('no choice')
      const right = instance.exercise.options.findIndex((option) => option.right)
      expect(instance.places[right]).toBe(0)
      expect(instance.exercise).toMatchObject({ id: 'q1', objective: 'x.one' })
      return right
    })
    for (const place of [0, 1, 2, 3]) {
      const share = places.filter((one) => one === place).length / places.length
      expect(share).toBeGreaterThan(0.17) // 0.25 ± 3.7 standard errors
      expect(share).toBeLessThan(0.33)
    }
  })

  it('draws different ones from a list, and sets of different numbers', () => {
    const bank = bankOf(
      bankText(`
\`\`\`item
id: many
use: final
objective: x.one
draw:
  both: { some: streets, count: 2 }
  numbers: { low: 1, high: 2, step: 0.1, count: 5, distinct: true }
exercise: { kind: number, ask: "{{join(both)}}", answer: "{{sum(numbers)}}" }
\`\`\`
`),
    )
    const item = bank.items.at(-1)
    if (!item) throw new Error('no item')
    for (let seed = 0; seed < 50; seed += 1) {
      const { both, numbers } = drawValues(bank, item, seed).values
      expect(new Set(both as string[]).size).toBe(2)
      expect(new Set(numbers as number[]).size).toBe(5)
      for (const number of numbers as number[]) expect(String(number).length).toBeLessThan(4)
    }
  })

  it.each([
    ['when: due < late', '都不满足 when'],
    ['when: nobody > 1', '没有“nobody”这个名字'],
  ])('refuses what cannot be drawn: %s', (line, words) => {
    const bank = bankOf(bankText().replaceAll('when: done > late', line))
    const [item] = bank.items
    if (!item) throw new Error('no item')
    expect(() => drawValues(bank, item, 1)).toThrow(ExpressionError)
    expect(() => drawValues(bank, item, 1)).toThrow(words)
  })

  it('refuses an expression that nobody would fill in', () => {
    const text = bankText().replaceAll('one: streets', "one: ['{{due}} 号', '{{late}} 号']")
    const bank = bankOf(text)
    const [item] = bank.items
    if (!item) throw new Error('no item')
    expect(() => instanceOf(bank, item, 1)).toThrow('写到 set 里')
  })

  it('tells the author which field of the exercise is wrong', () => {
    const bank = bankOf(bankText().replaceAll('answer: "{{done}}"', 'answer: "{{street}}"'))
    const [item] = bank.items
    if (!item) throw new Error('no item')
    expect(() => instanceOf(bank, item, 1)).toThrow('answer')
  })
})
