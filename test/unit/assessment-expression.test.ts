import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  evaluate,
  ExpressionError,
  filled,
  filledAll,
} from '../../desktop/domain/assessment/expression.ts'

const scope = {
  n: 12,
  rate: 0.1 + 0.2,
  街道: '青石街道',
  pair: { name: '噪声', low: 30 },
  list: [3, 1, 2],
  yes: true,
}

describe('expressions of item templates', () => {
  it.each<[string, unknown]>([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['10 - 4 - 3', 3],
    ['24 / 4 / 2', 3],
    ['-2 * 3', -6],
    ['2 - -3', 5],
    ['7 % 4', 3],
    ['1 < 2 and 3 >= 3', true],
    ['not yes or n = 12', true],
    ['not (n > 12)', true],
    ["'a' != 'b'", true],
    ['pair.low + 1', 31],
    ["街道 + '的' + n", '青石街道的12'],
    ['at(list, 2)', 1],
    ["join(sorted(list), '、')", '1、2、3'],
    ['round(2.345, 2)', 2.35],
    ['round(-0.5)', -1],
    ['round(1.005, 2)', 1.01],
    ['fixed(3, 2)', '3.00'],
    ['thousands(1234567)', '1,234,567'],
    ['if(n > 10, pair.name, 1 / 0)', '噪声'],
    ['sum(list) = len(list) * mean(list)', true],
    ['min(3, n, 5) + max(1, 2)', 5],
  ])('%s', (source, value) => {
    expect(evaluate(source, scope)).toEqual(value)
  })

  it.each([
    ['1 +', '没有写完'],
    ['1 2', '放错了地方'],
    ['(1', '少一个“)”'],
    ['nothing + 1', '没有“nothing”这个名字'],
    ['constructor', '没有“constructor”这个名字'],
    ["fetch('x')", '没有“fetch()”这个函数'],
    ['toString()', '没有“toString()”这个函数'],
    ['n / 0', '算不出数来'],
    ["n * 'a'", '要一个数'],
    ['if(n, 1, 2)', '要一个真假'],
    ['at(list, 4)', '没有第 4 项'],
    ['pair.__proto__', '没有“__proto__”'],
    ['n ; n', '读不懂'],
  ])('%s is refused', (source, words) => {
    expect(() => evaluate(source, scope)).toThrow(ExpressionError)
    expect(() => evaluate(source, scope)).toThrow(words)
  })

  it('agrees with JavaScript on sums and products', () => {
    const number = fc.integer({ min: 1, max: 99 })
    fc.assert(
      fc.property(number, number, number, (a, b, c) => {
        expect(evaluate(`${a} + ${b} * ${c} - (${a} - ${b}) / ${c}`, {})).toBeCloseTo(
          a + b * c - (a - b) / c,
          9,
        )
      }),
    )
  })

  it('any text gives a value or an error of ours', () => {
    fc.assert(
      fc.property(fc.string(), (source) => {
        try {
          evaluate(source, scope)
        } catch (error) {
          expect(error).toBeInstanceOf(ExpressionError)
        }
      }),
    )
  })
})

describe('filling a template', () => {
  it('keeps the type of what is nothing but one expression', () => {
    expect(filled('{{n}}', scope)).toBe(12)
    expect(filled('{{yes}}', scope)).toBe(true)
    expect(filled(' {{list}} ', scope)).toEqual([3, 1, 2])
  })

  it('writes numbers without the tail of binary sums', () => {
    expect(filled('共 {{rate}}，{{n}} 件', scope)).toBe('共 0.3，12 件')
    expect(filled('{{n}}{{n}}', scope)).toBe('1212')
  })

  it('reaches into lists and maps and leaves the rest', () => {
    const raw = {
      ask: '{{街道}}',
      options: [{ text: 'a {{n}}', right: true }],
      answer: 3,
      none: null,
    }
    expect(filledAll(raw, scope)).toEqual({
      ...{ ask: '青石街道', answer: 3, none: null },
      options: [{ text: 'a 12', right: true }],
    })
  })
})
