import { describe, expect, it } from 'vitest'
import type { DataPackage } from '../../desktop/domain/catalogue/data-package.ts'
import {
  columnLabel,
  columnsNote,
  columnWords,
  type WordsOf,
} from '../../desktop/domain/notebook/stat/column-words.ts'
import { statSchema } from '../../desktop/domain/notebook/stat/stat.ts'
import { titledStat } from '../../desktop/domain/notebook/stat/titled.ts'
import { titledModel, titledWhy } from '../../desktop/domain/notebook/stat/model/titled.ts'
import type { Fitted } from '../../desktop/domain/statistics/regression/fit-model.ts'

type Fields = readonly (readonly [string, string, string?])[]
const dataset = (name: string, ...resources: readonly (readonly [string, Fields])[]) =>
  ({
    name,
    resources: resources.map(([own, fields]) => ({
      name: own,
      schema: { fields: fields.map(([column, title, unit]) => ({ name: column, title, unit })) },
    })),
  }) as unknown as DataPackage

const packages = [
  dataset('hot-line', [
    'tickets',
    [
      ['handled_at', '办结时间'],
      ['days', '办结用时', '天（2025 年起为工作日）'],
      ['people', '人数', '人'],
    ],
  ]),
  dataset(
    'grid',
    [
      'events',
      [
        ['handled_at', '处置时间'],
        ['days', '办结用时', '小时'],
        ['Name', '名称'],
      ],
    ],
    ['houses', [['people', '人数', '人']]],
  ),
]

describe('columns in words', () => {
  it.each([
    ['hot_line', 'handled_at', '办结时间'],
    ['HOT_LINE', 'days', '办结用时（天）'],
    ['grid.events', 'handled_at', '处置时间'],
    ['grid.events', 'DAYS', '办结用时（小时）'],
    ['grid.events', 'name', '名称'],
    ['grid.events', 'people', 'people'],
    // of a cell: what all agree on, and a unit only where that is one
    ['cell', 'handled_at', 'handled_at'],
    ['cell', 'days', '办结用时'],
    ['cell', 'people', '人数（人）'],
    ['cell', 'toString', 'toString'],
  ])('%s: %s is %s', (table, column, label) => {
    expect(columnLabel(column, columnWords(packages, table)(column))).toBe(label)
  })

  it('the names that titles stand for are told once each', () => {
    const words = columnWords(packages, 'hot_line')
    const note = columnsNote(['days', 'people', 'days', 'other'], words)
    expect(note?.zh).toBe('用到的列：办结用时（days，天）、人数（people，人）')
    expect(columnsNote(['other'], words)).toBeUndefined()
  })
})

const all: Readonly<Record<string, readonly [string, string?]>> = {
  days: ['办结用时', '天'],
  share: ['比重', '%'],
  rate: ['率', '%'],
  people: ['人数', '人'],
  a: ['甲列'],
  ab: ['乙列'],
}
const words: WordsOf = (column) => {
  const found = all[column]
  return found && { title: found[0], unit: found[1] }
}

describe('the unit of a statistic', () => {
  it.each([
    [{ test: 'mean', column: 'days' }, '天'],
    [{ test: 'mean', column: 'days', unit: '日' }, '日'],
    [{ test: 'summary', column: 'share' }, '%'],
    [{ test: 'mean-difference', column: 'share', group: 'a' }, undefined],
    [{ test: 'paired', columns: ['share', 'rate'] }, undefined],
    [{ test: 'paired', columns: ['days', 'days'] }, '天'],
    [{ test: 'paired', columns: ['days', 'people'] }, undefined],
    [{ test: 'survey', column: 'days', weight: 'a', estimate: 'share' }, undefined],
    [{ test: 'control', chart: 'p', order: 'a', column: 'days', size: 'people' }, undefined],
    [{ test: 'control', order: 'a', column: 'days' }, '天'],
  ])('%j: %s', (settings, unit) => {
    const told = titledStat(statSchema.parse({ from: 't', ...settings }), words)
    expect('unit' in told ? told.unit : undefined).toBe(unit)
  })
})

describe('a model in words', () => {
  const model = (formula: string) => {
    const stat = statSchema.parse({ from: 't', test: 'ols', formula })
    if (stat.test !== 'ols') throw new Error('no model')
    return stat
  }
  const terms = (formula: string, list: readonly string[]) => {
    const coefficients = list.map((term) => ({ term }))
    const fitted = { test: 'ols', coefficients, collinear: list } as unknown as Fitted
    const told = titledModel(model(formula), fitted, words)
    return { ...told, terms: told.fitted.coefficients.map(({ term }) => term) }
  }

  it('names its terms', () => {
    const { terms: told, fitted } = terms('days ~ a*ab + log(people) + I(share^2) + other', [
      '(Intercept)',
      'a',
      'ab',
      'ab是',
      'a甲:ab',
      'log(people)',
      'I(share^2)',
      'factor(a)3',
      'other',
    ])
    expect(told).toEqual([
      '(Intercept)',
      '甲列',
      '乙列',
      '乙列＝是',
      '甲列＝甲:乙列',
      'log(人数)',
      'I(比重^2)',
      'factor(甲列)3',
      'other',
    ])
    expect(fitted.collinear).toEqual(told)
  })

  it.each([
    ['days ~ a + factor(ab)', '办结用时 ~ 甲列 + factor(乙列)'],
    ['`days` ~ log(people) + poly(share, 2) - 1', '办结用时 ~ log(人数) + poly(比重, 2) - 1'],
    ['x ~ factor + a', 'x ~ factor + 甲列'],
  ])('reads %s as %s', (formula, told) => {
    expect(terms(formula, []).stat).toMatchObject({ formula: told })
  })

  it('says why it came to nothing', () => {
    const why = { zh: '“ab”不是数。', en: '“ab” is not a number.' }
    expect(titledWhy(model('days ~ ab'), why, words).zh).toBe('“乙列”不是数。')
  })
})
