import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  codeOf,
  optionsOfCode,
  partsOfCode,
  wordsOfCode,
} from '../../desktop/domain/assessment/chosen.ts'
import { instanceOf } from '../../desktop/domain/assessment/instance.ts'
import { VarietyCount } from '../../desktop/domain/assessment/variety.ts'
import { itemActivity } from '../../desktop/domain/assessment/xapi-item.ts'
import { sittingStatements } from '../../desktop/domain/assessment/xapi-sitting.ts'
import { bankOf } from './assessment-support.ts'
import { faults } from './xapi-rules.ts'

const bank = bankOf(`---
title: { zh: 题库, en: Bank }
---

\`\`\`item
id: card
use: final
objective: x.one
draw: { m: { low: 1, high: 3 } }
exercise:
  kind: indicator
  ask: "{{m}} 月？"
  table: hotline_tickets
  parts:
    - { id: due, text: "{{m}} 月到期的", sql: "true" }
    - { id: done, text: 办结的, sql: "true" }
    - { id: late, text: 晚了的, sql: "true" }
    - { id: again, text: 重复的, sql: "true" }
  numerator: done
  denominator: due
  exclusions: [again]
\`\`\`
`)
const [item] = bank.items
if (!item) throw new Error('no item')
const card = item
const ids = ['due', 'done', 'late', 'again']
const texts = ['{{m}} 月到期的', '办结的', '晚了的', '重复的']

describe('what was chosen of an item', () => {
  it('of an indicator is the same code whatever order the parts were shown in', () => {
    const choice = fc.record({
      numerator: fc.constantFrom(...ids),
      denominator: fc.constantFrom(...ids),
      exclusions: fc.uniqueArray(fc.constantFrom(...ids)),
      seed: fc.nat({ max: 2 ** 31 }),
    })
    fc.assert(
      fc.property(choice, ({ seed, ...picked }) => {
        const code = codeOf({ kind: 'indicator', ...picked }, instanceOf(bank, card, seed))
        expect(partsOfCode(code ?? '')).toEqual({
          numerator: ids.indexOf(picked.numerator) + 1,
          denominator: ids.indexOf(picked.denominator) + 1,
          exclusions: picked.exclusions.map((id) => ids.indexOf(id) + 1).toSorted((a, b) => a - b),
        })
        expect(optionsOfCode(code ?? '')).toBeUndefined()
        expect(code).not.toMatch(/[^ndx\d+]/)
      }),
    )
  })

  it.each([
    ['1', [1], undefined],
    ['1+3', [1, 3], undefined],
    ['n3d1', undefined, { numerator: 3, denominator: 1, exclusions: [] }],
    ['n3d1x2+4', undefined, { numerator: 3, denominator: 1, exclusions: [2, 4] }],
    ['', undefined, undefined],
    ['0', undefined, undefined],
    ['n0d1', undefined, undefined],
    ['n1', undefined, undefined],
    ['n1d2x', undefined, undefined],
    ['1+', undefined, undefined],
  ])('%j is read, or is nothing', (code, options, parts) => {
    expect(optionsOfCode(code)).toEqual(options)
    expect(partsOfCode(code)).toEqual(parts)
  })

  it('is told in the words of the bank, where it still has them', () => {
    expect(wordsOfCode('1+3', ['甲', '乙', '丙'])).toBe('甲；丙')
    expect(wordsOfCode('n2d1x4', texts)).toBe('分子：办结的｜分母：{{m}} 月到期的｜剔除：重复的')
    expect(wordsOfCode('n9d9', texts)).toBeUndefined()
    expect(wordsOfCode('what', texts)).toBeUndefined()
  })

  it('is nothing of what is not whole or is answered otherwise', () => {
    const instance = instanceOf(bank, card, 1)
    const open = { kind: 'indicator', numerator: null, denominator: 'due', exclusions: [] } as const
    expect(codeOf(open, instance)).toBeNull()
    expect(codeOf({ ...open, numerator: 'gone' }, instance)).toBeNull()
    expect(codeOf({ kind: 'pivot', cell: 'from: t' }, instance)).toBeNull()
  })

  it('shows the parts in several orders, which do not count as other questions', () => {
    const count = new VarietyCount()
    const orders = new Set<string>()
    for (let seed = 1; seed <= 200; seed += 1) {
      const instance = instanceOf(bank, card, seed)
      orders.add(instance.places.join())
      count.take(instance)
    }
    expect(orders.size).toBeGreaterThan(10)
    expect(count.variety.questions).toBe(3)
  })
})

describe('an indicator in xAPI', () => {
  const told = { exercise: card.exercise, objective: { zh: '会搭', en: 'Can build' } }
  const statements = (chosen: string | null) =>
    sittingStatements(
      {
        class: 'c-1',
        title: { zh: '培训', en: 'Training' },
        pass: { share: 0.7, each: 1 },
        item: () => told,
        sittings: [
          {
            ...{ id: 's-1', learner: 'ann', programme: 'p', kind: 'final', form: null },
            ...{ training: 't-1', seed: 1, nth: 1, learnt: 0, end: 'handed-in' },
            begunAt: '2026-11-20T01:00:00.000Z',
            endedAt: '2026-11-20T01:30:00.000Z',
            items: [{ course: 'x', item: 'card' }],
            answers: { 1: { correct: false, code: 'values', chosen, seconds: 9, times: 1 } },
          },
        ],
      },
      new Map([['ann', { number: 1, name: undefined }]]),
    )

  it('matches parts to places, without a word of which are right', () => {
    const { definition } = itemActivity({ course: 'x', item: 'card' }, told)
    expect(definition.interactionType).toBe('matching')
    expect(definition.source?.map(({ id }) => id)).toEqual(['part-1', 'part-2', 'part-3', 'part-4'])
    expect(definition.target?.map(({ id }) => id)).toEqual([
      'numerator',
      'denominator',
      'exclusion',
    ])
    expect(JSON.stringify(definition)).not.toMatch(/done|due|again/)
  })

  it.each([
    [
      'n3d1x2+4',
      'part-3[.]numerator[,]part-1[.]denominator[,]part-2[.]exclusion[,]part-4[.]exclusion',
    ],
    ['n3d9', undefined],
    ['1+3', undefined],
    [null, undefined],
  ])('tells %j as the response %j', (chosen, response) => {
    const all = statements(chosen)
    expect(all.flatMap((one) => faults(one))).toEqual([])
    expect(all.flatMap((one) => one.result?.response ?? [])).toEqual(
      response === undefined ? [] : [response],
    )
  })
})
