import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exerciseSchema, rulesOf } from '../../desktop/domain/course/exercise.ts'
import { writtenAnswer } from '../../desktop/domain/course/written.ts'
import { checked, exercise, problemOf, rulesHold } from './kinds-support.ts'

const pairs = ['甲', '乙', '丙'].map((left, at) => ({
  left,
  right: `右${at}`,
  because: `${left}的理由。`,
}))
const matching = {
  id: 'm',
  kind: 'match',
  ask: '配一配',
  pairs,
  extra: [{ right: '多余', because: '它哪个也不配。' }],
}

describe('a match', () => {
  const match = exercise(matching)
  rulesHold(match)
  const put = (rights: readonly string[]) =>
    checked(match, {
      kind: 'match',
      pairs: rights.map((right, at) => ({ left: ['甲', '乙', '丙'][at] ?? '', right })),
    })

  it.each<[string[], string, string[]]>([
    [['右0', '右1', '右2'], 'ok', ['甲的理由。', '乙的理由。', '丙的理由。']],
    [['右0', '右1'], 'values', ['甲的理由。', '乙的理由。']],
    [['右1', '右1', '右2'], 'values', ['“右1”配的是“乙”：乙的理由。', '乙的理由。', '丙的理由。']],
    [['多余', '右1', '右2'], 'values', ['它哪个也不配。', '乙的理由。', '丙的理由。']],
    [['没有的'], 'error', []],
  ])('%j', (rights, code, says) => {
    const verdict = put(rights)
    expect(verdict.code).toBe(code)
    expect(verdict.marks.map(({ say }) => say)).toEqual(says)
  })

  it('puts no quotation marks around quotation marks', () => {
    const complaints = exercise({
      ...matching,
      pairs: [
        { left: '“没人管。”', right: '右0', because: '看办结。' },
        { left: '他说“等”', right: '右1', because: '看用时。' },
        { left: '丙', right: '右2', because: '看回访。' },
      ],
    })
    const verdict = checked(complaints, {
      kind: 'match',
      pairs: [
        { left: '“没人管。”', right: '右1' },
        { left: '他说“等”', right: '右0' },
        { left: '丙', right: '右2' },
      ],
    })
    expect(verdict.marks.map(({ say }) => say)).toEqual([
      '“右1”配的是“他说‘等’”：看用时。',
      '“右0”配的是“没人管。”：看办结。',
      '看回访。',
    ])
  })

  it('says why of every wrong pair, whatever is matched', () => {
    const rights = fc.constantFrom('右0', '右1', '右2', '多余')
    fc.assert(
      fc.property(fc.tuple(rights, rights, rights), (chosen) => {
        const { code, marks } = put(chosen)
        expect(marks.every(({ say }) => say !== '')).toBe(true)
        expect(code === 'ok').toBe(marks.every(({ right }) => right))
      }),
    )
  })

  it('never shows what belongs together side by side', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9]{1,12}$/), (id) => {
        const one = exercise({ ...matching, id })
        const view = rulesOf(one).view(one)
        if (view?.kind !== 'match') throw new Error('no match')
        expect(view.rights.toSorted()).toEqual(['右0', '右1', '右2', '多余'].toSorted())
        expect(pairs.some(({ right }, at) => view.rights[at] === right)).toBe(false)
      }),
    )
  })

  it('cannot be written with a text twice', () => {
    const twice = { ...matching, extra: [{ right: '右0', because: '。' }] }
    expect(problemOf(exerciseSchema, twice)).toBe('“右0”写了两次')
  })

  it('is read from a file', () => {
    expect(writtenAnswer(match, '{ 甲: 右0, 乙: 右2 }')).toMatchObject({
      answer: {
        pairs: [
          { left: '甲', right: '右0' },
          { left: '乙', right: '右2' },
        ],
      },
    })
    expect(writtenAnswer(match, '甲')).toMatchObject({ ok: false })
  })
})

const cards = [
  { text: '每周有人来', group: '事实', because: '数得出来。' },
  { text: '来的人真多', group: '观点', because: '多不多，各人说法不同。' },
  { text: '上月来了 40 人', group: '事实', because: '有记录。' },
  { text: '活动办得好', group: '观点', because: '好不好是评价。' },
]
const sorting = {
  id: 's',
  kind: 'sort',
  ask: '分一分',
  groups: ['事实', '观点', '没法核实'],
  cards,
}

describe('a sort', () => {
  const sort = exercise(sorting)
  rulesHold(sort)
  const put = (groups: readonly string[]) =>
    checked(sort, {
      kind: 'sort',
      cards: groups.map((group, at) => ({ text: cards[at]?.text ?? '', group })),
    })

  it.each<[string[], string, string]>([
    [['事实', '观点', '事实', '观点'], 'ok', '数得出来。'],
    [['观点', '观点', '事实', '观点'], 'values', '不是“观点”。数得出来。'],
    [['没法核实', '观点', '事实', '观点'], 'values', '不是“没法核实”。数得出来。'],
    [['事实'], 'values', '数得出来。'],
  ])('%j', (groups, code, first) => {
    const verdict = put(groups)
    expect(verdict.code).toBe(code)
    expect(verdict.marks[0]?.say).toBe(first)
  })

  it('is an answer to another exercise where a group is gone', () => {
    expect(put(['谣言']).code).toBe('error')
  })

  it('never shows the cards group by group', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9]{1,12}$/), (id) => {
        const one = exercise({ ...sorting, id })
        const view = rulesOf(one).view(one)
        if (view?.kind !== 'sort') throw new Error('no sort')
        const shown = view.cards.map((text) => cards.find((card) => card.text === text)?.group)
        expect(shown.filter((group, at) => group !== shown[at - 1]).length).toBeGreaterThan(2)
      }),
    )
  })

  it.each<[string, object, string]>([
    ['a group that is not there', { groups: ['事实', '别的'] }, '“观点”不在 groups 里'],
    [
      'one group alone',
      { cards: cards.map((card) => ({ ...card, group: '事实' })) },
      '所有卡片都在一组里，就不用分了',
    ],
  ])('cannot be written with %s', (_, change, problem) => {
    expect(problemOf(exerciseSchema, { ...sorting, ...change })).toBe(problem)
  })
})
