import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { headingOf } from '../../desktop/domain/catalogue/class.ts'
import {
  answer,
  type Choices,
  type Described,
  eachFacet,
  facetNames,
  nothingChosen,
  type Question,
  shelve,
} from '../../desktop/domain/catalogue/facets.ts'
import { foldText, wantedIn } from '../../desktop/domain/catalogue/wanted.ts'

const classes = ['基础信息资源 · 人口（汇总）', '基础信息资源 · 房屋', '主题信息资源 · 公共服务']
const cycles = ['monthly', 'yearly', 'never'] as const

const described: fc.Arbitrary<Described> = fc
  .record({
    id: fc.uuid(),
    title: fc.constantFrom('热线工单', '常住人口', '社区满意度调查', '网格事件'),
    description: fc.constantFrom('全市三年的工单', '按社区汇总', ''),
    synthetic: fc.boolean(),
    provider: fc.constantFrom('统计局', '热线中心', '民政局'),
    rows: fc.nat(1000),
    sharing: fc.constantFrom('unconditional', 'conditional', 'none'),
    entry: fc.option(
      fc.record({
        class: fc.constantFrom(...classes),
        level: fc.constantFrom('general', 'important'),
        updateCycle: fc.constantFrom(...cycles),
        released: fc.constantFrom('2024-01-01', '2025-06-30', '2025-12-31'),
        personal: fc.boolean(),
        words: fc.constantFrom('年龄\n独居', '街道\n诉求类型'),
      }),
      { freq: 9 },
    ),
  })
  .map((dataset) => ({ ...dataset, titleEn: dataset.id }))

const values: Readonly<Record<keyof Choices, readonly string[]>> = {
  class: ['residents', 'housing', '主题信息资源'],
  provider: ['统计局', '热线中心', '没有这个局'],
  sharing: ['unconditional', 'conditional'],
  level: ['general', 'important'],
  cycle: [...cycles],
  personal: ['with', 'without'],
  origin: ['real', 'synthetic'],
}
const choices: fc.Arbitrary<Choices> = fc.record(
  eachFacet((facet) =>
    fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.subarray([...values[facet]])),
  ),
)
const questions: fc.Arbitrary<Question> = fc.record({
  text: fc.constantFrom('', '工单', '社区', '人口 统计局', '独居'),
  choices,
  sort: fc.constantFrom('title', 'released', 'rows'),
})
const lists = fc.uniqueArray(described, { selector: ({ id }) => id, maxLength: 40 })

const found = (list: readonly Described[], question: Question) =>
  answer(shelve(list), question).found
const ask = (question: Partial<Question>): Question => ({
  text: '',
  choices: nothingChosen,
  sort: 'title',
  ...question,
})
const choose = (question: Question, facet: keyof Choices, chosen: readonly string[]) => ({
  ...question,
  choices: { ...question.choices, [facet]: chosen },
})

describe('facets of the catalogue', () => {
  it('count exactly what choosing that value, and the others’ choices, would find', () => {
    fc.assert(
      fc.property(lists, questions, (list, question) => {
        const { facets } = answer(shelve(list), question)
        for (const facet of facetNames) {
          for (const { value, count } of facets[facet]) {
            expect(count).toBe(found(list, choose(question, facet, [value])).length)
          }
        }
      }),
    )
  })

  it('narrow one another, and widen by each value of their own', () => {
    fc.assert(
      fc.property(lists, questions, fc.constantFrom(...facetNames), (list, question, facet) => {
        const free = new Set(found(list, choose(question, facet, [])))
        const each = values[facet].map((value) => found(list, choose(question, facet, [value])))
        expect(each.flat().every((one) => free.has(one))).toBe(true)
        const all = found(list, choose(question, facet, values[facet]))
        expect(all.length).toBe(new Set(each.flat()).size)
      }),
    )
  })

  it('show every value there is, whatever is chosen, in one order', () => {
    fc.assert(
      fc.property(lists, questions, (list, question) => {
        const names = (asked: Question) =>
          eachFacet((facet) => answer(shelve(list), asked).facets[facet].map(({ value }) => value))
        expect(names(question)).toEqual(names(ask({})))
      }),
    )
  })

  it('find everything when nothing is asked, each once, in the order that was asked', () => {
    fc.assert(
      fc.property(lists, questions, (list, { sort }) => {
        const all = found(list, ask({ sort }))
        expect(all.map(({ id }) => id).toSorted()).toEqual(list.map(({ id }) => id).toSorted())
        const keys = all.map(({ rows, entry }) =>
          sort === 'rows' ? rows : (entry?.released ?? ''),
        )
        if (sort !== 'title') expect(keys).toEqual(keys.toSorted(falling))
      }),
    )
  })
})

const falling = (a: string | number, b: string | number) => (a === b ? 0 : a < b ? 1 : -1)

describe('words that are looked for', () => {
  const text = foldText(
    '安澜市 12345 热线工单（合成数据）\nHotline tickets\n热线中心\n是否满意\n社区',
  )
  it.each([
    ['', true],
    ['   ', true],
    ['热线', true],
    ['热', true],
    ['线工', true],
    ['热线 社区', true],
    ['社区　热线', true],
    ['HOTLINE', true],
    ['１２３４５', true],
    ['hot', true],
    ['热线社区', true],
    ['社区热线', true],
    ['安澜社区', true],
    ['热线 房屋', false],
    ['热线房屋', false],
    ['线热', false],
    ['区社', false],
    ['hotel', false],
    ['.*', false],
    ['（', true],
  ])('%j is there: %s', (question, there) => {
    expect(wantedIn(question)(text)).toBe(there)
  })

  it('are found in every text that has them, whatever they are', () => {
    const anything = fc.string({ unit: 'grapheme', maxLength: 60 })
    fc.assert(
      fc.property(anything, anything, anything, (before, word, after) => {
        const here = foldText(before + word + after)
        fc.pre(here.includes(foldText(word)))
        expect(wantedIn(word)(here)).toBe(true)
      }),
    )
  })
})

describe('the heading of a class', () => {
  it.each([
    ['基础信息资源 · 人口（汇总数据）', 'residents'],
    ['基础信息资源 · 居民', 'residents'],
    ['基础信息资源·房屋', 'housing'],
    ['基础信息资源 · 企业', 'enterprises'],
    ['基础信息资源 · 法人单位', 'enterprises'],
    ['基础信息资源 · 事件', 'events'],
    ['基础信息资源 · 地名地址', 'places'],
    ['基础信息资源 · 社会信用', '基础信息资源'],
    ['主题信息资源 · 公共服务', '主题信息资源'],
    ['主题信息资源 · 人才', '主题信息资源'],
    ['部门信息资源', '部门信息资源'],
    ['', ''],
  ])('%s is %s', (text, heading) => {
    expect(headingOf(text)).toBe(heading)
  })
})
