import { describe, expect, it } from 'vitest'
import { drawing } from '../bench/privacy-corpus/draw.ts'
import { edit } from '../bench/privacy-corpus/edit.ts'
import type { GoldSet, GoldText } from '../bench/privacy-corpus/gold.ts'
import { writeText } from '../bench/privacy-corpus/grammar.ts'
import { hardNegatives } from '../bench/privacy-corpus/hard-negatives.ts'
import { luhnDigit, residentSign, spoken, wide } from '../bench/privacy-corpus/numbers.ts'
import { names as namesOfOne } from '../bench/privacy-corpus/one/names.ts'
import { fourthSet } from '../bench/privacy-corpus/four/set.ts'
import { developmentSet } from '../bench/privacy-corpus/one/set.ts'
import { count, judge, rates, type Tallies, together } from '../bench/privacy-corpus/score.ts'
import { names as namesOfTwo } from '../bench/privacy-corpus/two/names.ts'
import { thirdSet } from '../bench/privacy-corpus/three/set.ts'
import { heldOutSet } from '../bench/privacy-corpus/two/set.ts'

const textsOf = (set: GoldSet): GoldText[] => [
  ...set.formal,
  ...set.chatty,
  ...set.tables.flatMap((table) => table.flatMap(({ cells }) => cells)),
]

const one = developmentSet()
const two = heldOutSet()
const third = (['seen', 'kept'] as const).map((part): GoldSet => ({
  ...thirdSet(part),
  tables: [],
}))
const [seen, kept] = third
const four = fourthSet()

describe('the corpus of personal information', () => {
  it.each([
    ['development', one],
    ['held out', two],
    ...third.map((set): [string, GoldSet] => ['third', set]),
    ['fourth', four],
  ])('%s: marks lie apart and in order, and no slot is left', (_, set) => {
    const faulty = textsOf(set).filter(({ text, spans, ignored }) => {
      const marks = [...spans, ...ignored].toSorted((a, b) => a.start - b.start)
      return (
        /[{}]/.test(text) ||
        marks.some(
          ({ start, end }, at) =>
            end <= start || end > text.length || start < (marks[at - 1]?.end ?? 0),
        )
      )
    })
    expect(faulty).toEqual([])
  })

  it.each([
    ['development', one],
    ['held out', two],
  ])('%s: no number runs into the sign before or after it', (_, set) => {
    const runsOn = (text: string, at: number) => /[0-9A-Za-z]{2}/.test(text.slice(at - 1, at + 1))
    const faulty = textsOf(set).filter(({ text, spans }) =>
      spans.some(
        ({ kind, start, end }) =>
          kind !== 'name' && kind !== 'address' && (runsOn(text, start) || runsOn(text, end)),
      ),
    )
    expect(faulty).toEqual([])
  })

  it('is the same in every run', () => {
    expect(developmentSet()).toEqual(one)
  })

  it('has nothing personal in two held-out texts of five', () => {
    for (const texts of [two.formal, two.chatty]) {
      const clean = texts.filter(({ spans }) => spans.length === 0).length
      expect(clean / texts.length).toBeGreaterThanOrEqual(0.38)
    }
  })

  it('leaves no bracket of the third and the fourth set unread', () => {
    expect([...third, four].flatMap(textsOf).filter(({ text }) => /[<>]/.test(text))).toEqual([])
  })

  it('shares no text between the parts of the third set', () => {
    const known = new Set(seen ? textsOf(seen).map(({ text }) => text) : [])
    expect(kept ? textsOf(kept).filter(({ text }) => known.has(text)) : ['none']).toEqual([])
  })

  it('shares no text between the sets', () => {
    const known = new Set(textsOf(one).flatMap(({ text }) => (text.length > 12 ? [text] : [])))
    expect(textsOf(two).filter(({ text }) => known.has(text))).toEqual([])
  })

  it('shares no given name between the sets', () => {
    const known = new Set([...namesOfOne.doubles, ...namesOfOne.words, ...namesOfOne.minority])
    const { doubles, words, minority } = namesOfTwo
    expect([...doubles, ...words, ...minority].filter((name) => known.has(name))).toEqual([])
  })

  it('has as many hard negatives as asked for, nearly all different', () => {
    const texts = hardNegatives(10_000)
    expect(texts).toHaveLength(10_000)
    expect(new Set(texts).size).toBeGreaterThan(8000)
  })
})

describe('making a text', () => {
  it('marks gold, what does not count, and the same person again', () => {
    const grammar = { name: ['张伟', '李娜'], aunt: ['王阿姨'], say: ['{@name#1}来过'] }
    const gold = writeText('{@name#1}和{?aunt}。{say}', grammar, drawing('x'))
    const [first] = gold.spans
    expect(gold.text.slice(first?.start, first?.end)).toMatch(/^(?:张伟|李娜)$/)
    expect(gold.spans.map(({ kind, start, end }) => [kind, start, end])).toEqual([
      ['name', 0, 2],
      ['name', 7, 9],
    ])
    expect(gold.ignored).toEqual([{ start: 3, end: 6 }])
  })

  it.each(['{nobody}', '{@nobody}'])('says which slot %s has no rule', (template) => {
    expect(() => writeText(template, {}, drawing('x'))).toThrow('nobody')
  })

  it('moves marks with an edit and leaves their signs alone', () => {
    const gold: GoldText = {
      text: '嗯，张，伟，好',
      spans: [{ kind: 'name', start: 2, end: 5 }],
      ignored: [{ start: 6, end: 7 }],
    }
    const edited = edit(gold, (sign) => (sign === '，' ? '……' : sign))
    expect(edited.text).toBe('嗯……张，伟……好')
    expect(edited.spans).toEqual([{ kind: 'name', start: 3, end: 6 }])
    expect(edited.ignored).toEqual([{ start: 8, end: 9 }])
  })

  it('makes the check signs of known numbers', () => {
    expect(residentSign('11010519491231002')).toBe('X')
    expect(luhnDigit('7992739871')).toBe('3')
    expect(wide('1a')).toBe('１ａ')
    expect(spoken('1380')).toBe('幺三八零')
  })
})

describe('the score', () => {
  const text = '王小明住人民路12号3栋，电话(+86)138-0013-8000，座机028-87654321转12，找老李'
  const at = (part: string, kind: string) => {
    const start = text.indexOf(part)
    return { kind, start, end: start + part.length }
  }
  const gold = (part: string, kind: 'name' | 'address' | 'mobile' | 'landline'): GoldText => ({
    text,
    spans: [{ ...at(part, kind), kind }],
    ignored: [at('老李', '')],
  })

  it.each([
    ['a name of the very span', gold('王小明', 'name'), at('王小明', 'name'), [1, 0, 0]],
    ['a name cut short', gold('王小明', 'name'), at('王小', 'name'), [0, 1, 1]],
    [
      'most of an address',
      gold('人民路12号3栋', 'address'),
      at('民路12号3栋', 'address'),
      [1, 0, 0],
    ],
    ['half an address', gold('人民路12号3栋', 'address'), at('人民路1', 'address'), [0, 1, 1]],
    [
      'too wide an address',
      gold('人民路12号', 'address'),
      at('王小明住人民路12号3栋', 'address'),
      [0, 1, 1],
    ],
    [
      'a number without +86',
      gold('(+86)138-0013-8000', 'mobile'),
      at('138-0013-8000', 'mobile'),
      [1, 0, 0],
    ],
    ['half a number', gold('138-0013-8000', 'mobile'), at('0013-8000', 'mobile'), [0, 1, 1]],
    [
      'no extension',
      gold('028-87654321转12', 'landline'),
      at('028-87654321', 'landline'),
      [1, 0, 0],
    ],
    ['another kind', gold('王小明', 'name'), at('王小明', 'address'), [0, 1, 1]],
    ['what does not count', gold('王小明', 'name'), at('老李', 'name'), [0, 1, 0]],
  ] as const)('%s', (_, wanted, found, [right, missed, wrong]) => {
    const verdict = judge(wanted, [found])
    expect([verdict.right.length, verdict.missed.length, verdict.wrong.length]).toEqual([
      right,
      missed,
      wrong,
    ])
  })

  it('counts a passage that was found twice as right once', () => {
    const found = at('王小明', 'name')
    const verdict = judge(gold('王小明', 'name'), [found, found])
    expect([verdict.right.length, verdict.wrong.length]).toEqual([1, 1])
  })

  it('adds up and divides', () => {
    const tallies: Tallies = new Map()
    count(tallies, judge(gold('王小明', 'name'), [at('王小明', 'name'), at('电话', 'plate')]))
    expect(together(tallies, ['name', 'plate'])).toEqual({ right: 1, missed: 0, wrong: 1 })
    expect(rates({ right: 1, missed: 1, wrong: 0 })).toEqual({
      precision: 100,
      recall: 50,
      f1: 200 / 3,
    })
    expect(rates({ right: 0, missed: 0, wrong: 0 }).f1).toBe(100)
  })
})
