import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exerciseSchema } from '../../desktop/domain/course/exercise.ts'
import { readNumber } from '../../desktop/domain/course/kinds/written-number.ts'
import { checked, exercise, problemOf, rulesHold } from './kinds-support.ts'

describe('a written number', () => {
  it.each<[string, [number, string] | undefined]>([
    ['75.82', [75.82, '']],
    ['75.82%', [75.82, '%']],
    ['７５．８２ ％', [75.82, '%']],
    ['75。82', [75.82, '']],
    ['百分之 3', [3, '%']],
    [' 1,234 人 ', [1234, '人']],
    ['１，２３４', [1234, '']],
    ['12,3456', [123456, '']],
    ['1.2万人', [12000, '人']],
    ['1 亿 2000 万', [120_000_000, '']],
    ['3千5百', [3500, '']],
    ['3千克', [3, '千克']],
    ['2百分点', [2, '百分点']],
    ['-3.5', [-3.5, '']],
    ['−3.5', [-3.5, '']],
    ['＋5', [5, '']],
    ['.5', [0.5, '']],
    ['', undefined],
    ['不知道', undefined],
    ['75,82', undefined],
    ['1,23,4', undefined],
    ['3 或 4', undefined],
    ['737/972', undefined],
    ['2000万1亿', undefined],
    ['1.2.3', undefined],
  ])('%j', (text, read) => {
    const found = readNumber(text)
    expect(found && [found.value, found.unit]).toEqual(read)
  })

  it('is the same with 千分位, full width and blanks', () => {
    fc.assert(
      fc.property(fc.nat(1e9), (n) => {
        const grouped = n.toLocaleString('en-US')
        const wide = grouped.replaceAll(/[\d,]/g, (sign) =>
          String.fromCharCode(sign.charCodeAt(0) + 0xfee0),
        )
        for (const text of [String(n), grouped, wide, ` ${grouped} `]) {
          expect(readNumber(text)?.value).toBe(n)
        }
      }),
    )
  })
})

const written = {
  id: 'rate',
  kind: 'number',
  ask: '按时结案率是多少？',
  answer: 75.82,
  unit: '%',
  decimals: 2,
  slips: [
    { value: 93.72, say: '这是结案率；题目问的是按时结案率。' },
    { value: 0.7582, say: '题目要的是百分数。' },
  ],
  because: '737 ÷ 972 = 75.82 %',
}
const of = (change: object) => exercise({ ...written, slips: [], ...change })
const said = (one: ReturnType<typeof exercise>, text: string) => {
  const { code, message, notes } = checked(one, { kind: 'number', text })
  return [code, message, ...notes].join(' ')
}

describe('a number', () => {
  const rate = exercise(written)
  rulesHold(rate)

  it.each<[string, string]>([
    ['75.82', 'ok 对了。737 ÷ 972 = 75.82 %'],
    ['７５．８２％', 'ok 对了。737 ÷ 972 = 75.82 %'],
    ['75.8230', 'ok 对了。737 ÷ 972 = 75.82 %'],
    ['758.2‰', 'ok 对了。737 ÷ 972 = 75.82 % 题目用的单位是“%”，换算过来是 75.82。'],
    ['93.72%', 'values 这是结案率；题目问的是按时结案率。'],
    ['0.7582', 'values 题目要的是百分数。'],
    ['93.7243', 'values 这是结案率；题目问的是按时结案率。'],
    ['758.2', 'values 大了 10 倍：题目要的单位是“%”。'],
    ['75.8', 'values 很接近了：题目要保留 2 位小数。中间的步骤不要四舍五入，最后再取。'],
    ['75.82 件', 'values 单位不对：题目要的单位是“%”，你写的是“件”。'],
    ['大约吧', 'error “大约吧”读不成一个数。只写一个数就行，例如 1234.5；逗号只用来分千位。'],
    ['24.18', 'values 你算的是剩下的那一部分：它和题目要的加起来正好是 100%。'],
    ['131.89', 'values 分子和分母写反了：题目问的是谁占谁的？占的放上面，被占的放下面。'],
    ['-75.82', 'values 数字对，正负号反了：看看是谁减谁。'],
    ['60', 'values 偏小了。'],
  ])('%j', (text, expected) => {
    expect(said(rate, text)).toContain(expected)
  })

  it.each<[object, string, string]>([
    [{ answer: 12000, unit: '人' }, '1.2万', 'ok'],
    [{ answer: 12000, unit: '人' }, '1.2 万人', 'ok'],
    [{ answer: 12000, unit: '人' }, '12,000名', 'ok'],
    [{ answer: 120, unit: '万元' }, '120', 'ok'],
    [{ answer: 120, unit: '万元' }, '120万', 'ok'],
    [{ answer: 120, unit: '万元' }, '1,200,000元', 'ok'],
    [{ answer: 120, unit: '万元' }, '1200000', 'values 大了一万倍：题目要的单位是“万元”。'],
    [{ answer: 0.75, unit: undefined }, '75%', 'ok'],
    [{ answer: 0.75, unit: undefined }, '75', 'values 大了 100 倍'],
    [{ answer: 12, unit: '户' }, '12 人', 'values 单位不对'],
    [{ answer: 0, unit: '户' }, '0户', 'ok'],
    [{ answer: 0, unit: '户' }, '3', 'values 偏大了'],
    [{ answer: 40, decimals: undefined, tolerance: 0.5 }, '40.5', 'ok'],
    [{ answer: 40, decimals: undefined, tolerance: 0.5 }, '40.6', 'values'],
    [
      { answer: 1 / 3, unit: undefined, decimals: undefined },
      '0.3333',
      'values 很接近了，但还差一点',
    ],
  ])('%j %j', (change, text, expected) => {
    expect(said(of(change), text)).toMatch(new RegExp(`^${expected}`))
  })

  it('knows a slip by its digits, and takes no other number for it', () => {
    const found = of({
      answer: 80,
      decimals: undefined,
      slips: [
        { value: 88.9, say: '这是标得准不准。' },
        { value: 0.8, say: '乘以 100。' },
      ],
    })
    expect(said(found, '88.89')).toBe('values 这是标得准不准。')
    expect(said(found, '88.8')).not.toContain('标得准不准')
    expect(said(found, '0.8')).toBe('values 乘以 100。')
    expect(said(found, '0.83')).not.toContain('乘以 100。')
  })

  it('always says something to a wrong number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (given) => {
        const { code, message } = checked(rate, { kind: 'number', text: given.toFixed(4) })
        expect(code === 'ok' || message.length > 5).toBe(true)
      }),
    )
  })

  it('cannot be written with both decimals and tolerance', () => {
    const both = problemOf(exerciseSchema, { ...written, tolerance: 1 })
    expect(both).toBe('decimals 和 tolerance 只写一个')
  })
})
