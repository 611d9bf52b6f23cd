import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { glossary } from '../../desktop/domain/search/glossary.ts'
import { segment } from '../../desktop/domain/search/segment.ts'
import { termsOf } from '../../desktop/domain/search/terms.ts'

const texts = (text: string) => termsOf(text).map((term) => term.text)
const wordsOf = (run: string) => segment(run).map(({ word }) => word)

describe('glossary', () => {
  it('holds distinct words of two Chinese characters or more', () => {
    expect(glossary.length).toBeGreaterThan(300)
    expect(new Set(glossary).size).toBe(glossary.length)
    expect(glossary.filter((word) => !/^\p{Script=Han}{2,}$/u.test(word))).toEqual([])
  })
})

describe('segment', () => {
  it.each([
    ['结案率同比上升', ['结案率', '同比', '上升']],
    ['各区投诉率环比', ['各区', '投诉率', '环比']],
    ['安澜市便民热线', ['安', '澜', '市', '便民热线']],
    ['老龄化与数字鸿沟', ['老龄化', '与', '数字鸿沟']],
  ])('%s', (run, expected) => expect(wordsOf(run)).toEqual(expected))

  it('takes the longest glossary word and keeps the words inside it', () => {
    const [whole] = segment('重复投诉率')
    expect(whole?.word).toBe('重复投诉率')
    expect(whole?.parts).toEqual(expect.arrayContaining(['重复', '投诉', '投诉率']))
  })

  it('loses no character of any run', () => {
    const han = fc.stringMatching(/^\p{Script=Han}{0,40}$/u)
    fc.assert(fc.property(han, (run) => wordsOf(run).join('') === run))
  })

  it('cuts a run without end in pieces that still hold together', () => {
    const run = '结案率同比上升'.repeat(2000)
    expect(wordsOf(run).join('')).toBe(run)
  })
})

describe('termsOf', () => {
  it('folds case and full width, and cuts at everything that is no letter or digit', () => {
    expect(texts('Ｇｒｏｕｐ BY share_65_plus，65岁')).toEqual([
      'group',
      'by',
      'share',
      '65',
      'plus',
      '65',
      '岁',
    ])
  })

  it('pairs neighbouring single characters, for words that the segmenter does not know', () => {
    expect(texts('安澜')).toEqual(['安', '安澜', '澜'])
  })

  it('knows a single character beyond the basic plane', () => {
    expect(termsOf('𠮷')).toEqual([{ text: '𠮷', kind: 'single' }])
  })

  it('gives only letters and digits, and no term without an end, whatever the text', () => {
    const any = fc.string({ unit: 'binary', maxLength: 200 })
    expect(texts('⺀⺁热线⺀')).toEqual(texts('热线'))
    fc.assert(
      fc.property(any, (text) =>
        texts(text).every((term) => term.length <= 64 && /^[\p{L}\p{M}\p{N}]+$/u.test(term)),
      ),
    )
  })
})
