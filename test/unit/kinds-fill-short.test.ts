import { describe, expect, it } from 'vitest'
import { exerciseSchema, rulesOf } from '../../desktop/domain/course/exercise.ts'
import { sameText } from '../../desktop/domain/course/kinds/same-text.ts'
import { writtenAnswer } from '../../desktop/domain/course/written.ts'
import { checked, exercise, problemOf, rulesHold } from './kinds-support.ts'

const filling = {
  id: 'f',
  kind: 'fill',
  ask: '填一填',
  text: '参与率 = {{num}} ÷ {{den}}。',
  blanks: {
    num: {
      accept: ['参加的人数', '参加人数'],
      like: [{ text: '报名人数', say: '报了名不等于来了。' }],
      because: '分子数来了的人。',
    },
    den: {
      accept: ['应参加人数'],
      because: '分母数该来的人。',
      choices: ['应参加人数', '全市人口'],
    },
  },
}

describe('a fill-in', () => {
  const fill = exercise(filling)
  rulesHold(fill)
  const put = (num: string, den: string) =>
    checked(fill, {
      kind: 'fill',
      blanks: [
        { id: 'num', text: num },
        { id: 'den', text: den },
      ],
    })

  it.each<[string, string, string, string[]]>([
    ['参加 人数', '应参加人数', 'ok', ['分子数来了的人。', '分母数该来的人。']],
    ['「参加人数」。', '应参加人数', 'ok', ['分子数来了的人。', '分母数该来的人。']],
    ['报名人数', '应参加人数', 'values', ['报了名不等于来了。', '分母数该来的人。']],
    [
      '来的',
      '全市人口',
      'values',
      ['这里不是“来的”。分子数来了的人。', '这里不是“全市人口”。分母数该来的人。'],
    ],
    ['参加人数', '', 'values', ['分子数来了的人。']],
  ])('%j %j', (num, den, code, says) => {
    const verdict = put(num, den)
    expect(verdict.code).toBe(code)
    expect(verdict.marks.map(({ say }) => say)).toEqual(says)
  })

  it('is shown in pieces', () => {
    expect(rulesOf(fill).view(fill)).toMatchObject({
      pieces: [
        { text: '参与率 = ' },
        { blank: 'num', choices: null },
        { text: ' ÷ ' },
        { blank: 'den', choices: ['应参加人数', '全市人口'] },
        { text: '。' },
      ],
    })
  })

  it.each<[string, object, string]>([
    ['no blank', { text: '没有空', blanks: {} }, '没有空：要填的地方写 {{名字}}'],
    ['a blank not described', { text: '{{num}} {{den}} {{x}}' }, '没有写 x 这个空'],
    ['a blank not used', { text: '{{num}}' }, 'text 里没有 {{den}}'],
    [
      'nothing wrong to choose',
      {
        blanks: {
          ...filling.blanks,
          den: { accept: ['甲', '乙'], because: '。', choices: ['甲', '乙'] },
        },
      },
      'choices 里要有不对的',
    ],
  ])('cannot be written with %s', (_, change, problem) => {
    expect(problemOf(exerciseSchema, { ...filling, ...change })).toBe(problem)
  })
})

describe('two texts', () => {
  it.each<[string, string, boolean]>([
    ['1,234', '１２３４', true],
    ['1234 人', '1,234', true],
    ['1234', '0.1234万', true],
    ['12 人', '12 户', false],
    ['0.5', '50%', false],
    ['50%', '50', true],
    ['count(*)', 'COUNT( * )', true],
    ['分母', '分子', false],
    ['甲', '', false],
  ])('%j and %j are the same: %j', (wanted, given, same) => {
    expect(sameText(wanted, given)).toBe(same)
  })
})

describe('a short answer', () => {
  const short = exercise({
    id: 's',
    kind: 'short',
    ask: '写两句',
    rubric: ['说了分母是谁', '说了时间范围'],
    model: '三月里，全街道 80 岁以上的老人中有四成来过。',
    min: 10,
  })
  rulesHold(short)
  const both = ['说了分母是谁', '说了时间范围']

  it.each<[string, string[], string, RegExp]>([
    ['三月，所有老人里有四成来过', both, 'ok', /2 条都写到了.*三月里/s],
    ['三月，所有老人里有四成来过', both.slice(1), 'values', /还差 “说了分母是谁”/],
    ['四成', both, 'values', /至少写 10 个字/],
    ['　　　　　　　　　　　　', both, 'values', /至少写 10 个字/],
    ['三月，所有老人里有四成来过', ['别的要求'], 'error', /刚刚改过/],
  ])('%j %j', (text, met, code, words) => {
    const { code: given, message, notes } = checked(short, { kind: 'short', text, met })
    expect(given).toBe(code)
    expect([message, ...notes].join('\n')).toMatch(words)
  })

  it('is read from a file', () => {
    const read = writtenAnswer(short, 'text: 三月里来了四成的老人\nmet: [1, 说了时间范围]')
    expect(read).toMatchObject({ answer: { met: both } })
    expect(writtenAnswer(short, 'text: 三月\nmet: [3]')).toMatchObject({ ok: false })
  })
})
