import { describe, expect, it } from 'vitest'
import { explainError, fullWidthSign } from '../../desktop/domain/course/explain-error.ts'
import { explainDifference, renamedNote } from '../../desktop/domain/course/explain.ts'

describe('a database’s complaint', () => {
  it.each<[string, string]>([
    [
      'Referenced column "streets" not found in FROM clause!\nCandidate bindings: "street", "status"',
      '表里没有叫“streets”的列。相近的有 street、status。',
    ],
    [
      'Referenced column "噪声扰民" not found in FROM clause!',
      "表里没有叫“噪声扰民”的列。如果它是要找的文字，请放在英文单引号里：'噪声扰民'。",
    ],
    [
      'column "street" must appear in the GROUP BY clause or be used in an aggregate function',
      '“street”既没有分堆，也没有汇总：把它写进 GROUP BY，或者从 SELECT 里去掉。',
    ],
    [
      'WHERE clause cannot contain aggregates!',
      'WHERE 是分堆之前用的，里面不能数数。分堆以后再筛，要写在 HAVING 里。',
    ],
    [
      'syntax error at end of input',
      '查询没写完：看看是不是少了右括号、引号，或者最后一段只写了一半。',
    ],
    [
      'syntax error at or near "FORM"',
      '读到“FORM”这里读不下去了：看看它前面是不是少了逗号、引号，或者词的次序不对。',
    ],
    [
      'syntax error at or near "____"',
      '还有没填的空：把 ____ 换成要写的内容，再检查。空前空后的字不用动。',
    ],
    [
      'Referenced column "____" not found in FROM clause!\nCandidate bindings: "street"',
      '还有没填的空：把 ____ 换成要写的内容，再检查。空前空后的字不用动。',
    ],
    [
      "Could not convert string '____-01-01' to TIMESTAMP",
      '还有没填的空：把 ____ 换成要写的内容，再检查。空前空后的字不用动。',
    ],
  ])('%s', (message, said) => {
    expect(explainError(message)).toBe(said)
  })

  it('that is not known keeps its own words', () => {
    expect(explainError('Out of Range Error')).toBeUndefined()
  })
})

describe('a full-width sign', () => {
  it.each<[string, number | undefined]>([
    ['SELECT a，b FROM t', 8],
    ['SELECT count（*） FROM t', 12],
    ['SELECT a FROM t WHERE b = ‘x’', 26],
    ["SELECT a FROM t WHERE b = '甲，乙'", undefined],
    ["SELECT a FROM t WHERE b = '甲''，乙'", undefined],
    ['SELECT a AS "甲（乙）" FROM t', undefined],
    ['SELECT a -- 甲，乙\nFROM t', undefined],
    ['SELECT a -- 甲\n，b FROM t', 14],
    ['SELECT /* （ */ a FROM t', undefined],
  ])('in %j', (sql, at) => {
    expect(fullWidthSign(sql)?.at).toBe(at)
  })
})

describe('a difference in words', () => {
  const difference = { columns: ['街道', '件数'], missing: [], extra: [['甲', 3]] }
  const order = [{ column: '件数', descending: true }]
  const say = (diagnosis: Parameters<typeof explainDifference>[0]) =>
    explainDifference(diagnosis, ['街道', '件数'], order)

  it.each<[string, Parameters<typeof explainDifference>[0]]>([
    [
      '行数不对：应有 2 行，你得到 3 行，多了 1 行。',
      { code: 'row_count', wanted: 2, given: 3, cut: false, difference, lean: null },
    ],
    [
      '行数不对：应有 3 行，你得到 2 行，少了 1 行，而且“件数”偏多。',
      {
        code: 'row_count',
        wanted: 3,
        given: 2,
        cut: false,
        difference,
        lean: { column: '件数', way: 'high' },
      },
    ],
    [
      '行数不对：应有 2 行，你得到的超过 9 行。',
      { code: 'row_count', wanted: 2, given: 9, cut: true, difference, lean: null },
    ],
    [
      '接近了：“件数”偏少。共 5 行，1 行不同。',
      {
        code: 'values',
        wrong: ['件数'],
        rows: 5,
        difference,
        lean: { column: '件数', way: 'low' },
      },
    ],
    [
      '接近了：“街道”、“件数”不对。',
      { code: 'values', wrong: ['街道', '件数'], rows: 1, difference, lean: null },
    ],
    ['内容都对，只差顺序：要按“件数”从大到小。', { code: 'order' }],
    [
      '列不对：要的列是“街道”、“件数”；没有找到“件数”，多了“a”、“b”。',
      { code: 'columns', missing: ['件数'], extra: ['a', 'b'], swapped: false },
    ],
    [
      '接近了：数都对，只是列名贴错了地方。要的列是“街道”、“件数”。',
      { code: 'columns', missing: [], extra: [], swapped: true },
    ],
  ])('%s', (sentence, diagnosis) => {
    expect(say(diagnosis)).toBe(sentence)
  })

  it('names columns as people know them', () => {
    const known = (column: string) => (column === 'street' ? '“街道”（street）' : `“${column}”`)
    const columns = { code: 'columns', missing: ['street'], extra: [], swapped: false } as const
    expect(explainDifference(columns, ['street', '件数'], [], known)).toBe(
      '列不对：要的列是“街道”（street）、“件数”；没有找到“街道”（street）。',
    )
    expect(renamedNote(['street'], known)).toContain('题目里的叫法是“街道”（street）。')
  })
})
