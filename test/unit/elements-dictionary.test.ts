import { describe, expect, it } from 'vitest'
import { checkerOf } from '../../desktop/domain/catalogue/elements/check.ts'
import { readDictionary } from '../../desktop/domain/catalogue/elements/dictionary.ts'
import { databases, ownSource } from '../../desktop/domain/catalogue/elements/element.ts'
import { context, dictionary, problems, shippedFiles } from './elements-support.ts'

const all = [...dictionary.elements.values()]

describe('the shipped dictionary', () => {
  it('reads without a problem and covers the five databases', () => {
    expect(problems).toEqual([])
    expect(all.length).toBeGreaterThanOrEqual(60)
    for (const database of databases) {
      expect(all.filter((one) => one.database === database).length).toBeGreaterThan(10)
    }
  })

  it('names a standard or says that it is our own', () => {
    for (const { id, source, codes } of all) {
      expect([id, /^(?:GB|国家统计局|致知自定)/.test(source)]).toEqual([id, true])
      // our own element may not pass off a standard's code list, nor the other way round
      const list = dictionary.lists.get(codes ?? '')
      if (list) expect([id, list.standard === ownSource]).toEqual([id, source === ownSource])
    }
  })

  it('holds the code lists of the standards in full', () => {
    const codes = (id: string) => dictionary.lists.get(id)?.codes.map(({ code }) => code) ?? []
    expect(codes('sex')).toEqual(['0', '1', '2', '9'])
    expect(codes('ethnicity')).toHaveLength(56)
    expect(codes('marital-status')).toEqual(['10', '20', '21', '22', '23', '30', '40', '90'])
    expect(codes('political-status')).toHaveLength(13)
    expect(codes('industry-section').join('')).toBe('ABCDEFGHIJKLMNOPQRST')
    expect(codes('province')).toHaveLength(34)
    for (const { id, format, codes: list } of all) {
      const check = checkerOf(dictionary.elements.get(id)!, context)
      for (const code of list ? codes(list) : []) expect([id, check(code)]).toEqual([id, undefined])
      const [, length] = /^[an]+(\d+)$/.exec(format ?? '') ?? []
      if (list && length) {
        expect([id, codes(list).every((code) => code.length === Number(length))]).toEqual([
          id,
          true,
        ])
      }
    }
  })

  it('knows the county-level divisions, their cities and provinces', () => {
    expect(dictionary.divisions.counties.size).toBe(2978)
    expect(dictionary.divisions.counties.get('110101')).toBe('东城区')
  })
})

describe('a dictionary that is wrong', () => {
  const read = (change: (files: Map<string, string>) => void) => {
    const files = new Map(shippedFiles)
    change(files)
    return readDictionary(files)
  }

  it('says where, and goes on with the rest', () => {
    const spoilt = read((files) =>
      files.set('person.yaml', files.get('person.yaml')!.replace('format: n1', 'format: 一位')),
    )
    expect(spoilt.problems).toEqual([
      {
        file: 'datasets/elements/person.yaml',
        line: expect.any(Number) as number,
        problem: expect.stringContaining('format') as string,
      },
    ])
    expect(spoilt.dictionary.elements.has('sex')).toBe(false)
    expect(spoilt.dictionary.elements.has('county-code')).toBe(true)
  })

  it('finds twins, lists that are not there, rules that cannot work and files that are gone', () => {
    const place = shippedFiles.get('place.yaml')!
    const twins = read((files) => files.set('other.yaml', place)).problems
    expect(twins.map(({ problem }) => problem)).toContain('数据元 county-code 写了两次')
    const noList = read((files) =>
      files.set('place.yaml', place.replace('codes: province', 'codes: moon')),
    )
    expect(noList.problems.map(({ problem }) => problem)).toEqual([
      '数据元 province-code 的代码表 moon 不存在',
    ])
    const badRule = read((files) => files.set('place.yaml', place.replace("'[0-8]", "'([0-8]")))
    expect(badRule.problems[0]?.problem).toContain('不是能用的正则表达式')
    const gone = read((files) => {
      files.delete('codes.yaml')
      files.delete('divisions.csv')
    })
    expect(gone.problems.map(({ file }) => file)).toContain('datasets/elements/divisions.csv')
    expect(gone.dictionary.elements.has('resident-id')).toBe(true)
  })
})
