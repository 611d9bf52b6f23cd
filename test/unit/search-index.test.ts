import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SearchDocument } from '../../desktop/domain/search/document.ts'
import { buildIndex, loadIndex } from '../../desktop/domain/search/search-index.ts'
import { simplify } from '../../desktop/domain/search/simplify.ts'

const document = (id: string, title: string, text = ''): SearchDocument => ({
  type: 'notebook',
  id,
  title,
  names: id,
  text,
})

const documents = [
  document('complaints', '各街道投诉率', '投诉率是投诉件占全部诉求的比重，同比下降。'),
  document('closing', '结案率怎么算', '分母是应当办结的工单，不是全部工单。投诉另算。'),
  document('ageing', '老龄化与数字鸿沟', '65 岁及以上人口比重超过 14% 的省份。'),
  document('census-2020', '第七次全国人口普查', '常住人口 share_65_plus 年龄构成'),
  document('constructor', 'constructor 与 __proto__', 'toString valueOf hasOwnProperty'),
]
const index = loadIndex(
  JSON.parse(JSON.stringify(buildIndex(documents))) as ReturnType<typeof buildIndex>,
)
const found = (text: string) => index.search(text).map(({ id }) => id)

describe('search', () => {
  it.each([
    ['投诉', ['complaints', 'closing'], 'a word finds the longer words that it is part of'],
    ['投诉率', ['complaints', 'closing'], 'a longer word finds, after itself, its parts'],
    ['投', ['complaints', 'closing'], 'what is typed so far finds what it may become'],
    ['结案', ['closing'], 'the beginning of a glossary word'],
    ['老龄', ['ageing'], 'a part of a glossary word'],
    ['同比', ['complaints'], 'a word that the segmenter would cut'],
    ['工单', ['closing'], 'a word of the text'],
    ['应当办结', ['closing'], 'two words'],
    ['CENSUS', ['census-2020'], 'letters without regard to case'],
    ['cens', ['census-2020'], 'the beginning of a word in letters'],
    ['ｓｈａｒｅ', ['census-2020'], 'full-width letters'],
    ['constructor', ['constructor'], 'a word that every object has'],
  ])('%s', (text, ids) => expect(found(text)).toEqual(ids))

  it('finds simplified text by a traditional word', () => {
    expect(found(simplify('數字鴻溝'))).toEqual(['ageing'])
  })

  it('ranks a title above a text, and a whole word above its beginning', () => {
    const [first] = index.search('人口')
    expect(first).toMatchObject({
      type: 'notebook',
      id: 'census-2020',
      title: '第七次全国人口普查',
    })
  })

  it('finds nothing by nothing', () => {
    for (const text of ['', '   ', '，。！', '*', '+-:^~', '\u0000'])
      expect(found(text)).toEqual([])
  })

  it('treats every character of a query as text', () => {
    for (const text of ['投诉*', 'title:投诉', '+投诉', '投诉~1', '投诉^10', '-投诉']) {
      expect(found(text)).toContain('complaints')
    }
  })

  it('never throws, whatever is typed, and keeps its order', () => {
    const any = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.string({
        unit: fc.constantFrom(
          '投诉',
          '率',
          '结',
          '同比',
          '*',
          '+',
          '-',
          ':',
          '^',
          '~',
          '"',
          '\\',
          'ab',
          '1',
        ),
        maxLength: 40,
      }),
    )
    fc.assert(
      fc.property(any, (text) => {
        const scores = index.search(text).map(({ score }) => score)
        expect(scores.every(Number.isFinite)).toBe(true)
        expect(scores).toEqual(scores.toSorted((a, b) => b - a))
      }),
    )
  })

  it('indexes any text, and finds a document by each word of its title', () => {
    const any = fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { maxLength: 5 })
    fc.assert(
      fc.property(any, (titles) => {
        const made = titles.map((title, at) => document(`n${at}`, title, title))
        const all = loadIndex(buildIndex(made))
        for (const title of titles) {
          if (/[\p{L}\p{N}]/u.test(title.normalize('NFKC'))) {
            expect(all.search(title).length).toBeGreaterThan(0)
          }
        }
      }),
    )
  })

  it('is empty without documents', () => {
    expect(loadIndex(buildIndex([])).search('投诉')).toEqual([])
  })
})

describe('parts of a document', () => {
  const lesson = { type: 'lesson', id: 'a/01', title: '哪条街道最忙', names: '01' } as const
  const parts = [
    { ...lesson, text: '先分组，再排序。中位数另说。' },
    { ...lesson, names: '先分组', text: '先分组，同类的放一堆。', part: '先分组' },
    { ...lesson, names: '再排序', text: '再排序，从多到少。', part: '再排序' },
  ]
  const search = (text: string) => loadIndex(buildIndex(parts)).search(text)

  it.each([
    ['排序', '再排序'],
    ['分组', '先分组'],
    ['街道', undefined],
    ['中位数', undefined],
  ])('%s leads once to its document, and there to %s', (text, part) => {
    const hits = search(text)
    expect(hits.map(({ id }) => id)).toEqual(['a/01'])
    expect(hits[0]?.part).toBe(part)
  })
})
