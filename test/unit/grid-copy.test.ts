import { describe, expect, it } from 'vitest'
import type { CellValue } from '../../desktop/domain/notebook/value.ts'
import { safeText, tabbedText, tableHtml } from '../../desktop/renderer/ui/grid/copy-text.ts'
import {
  exactText,
  formatsFor,
  withPlaces,
  writeFormatted,
  type ColumnFormat,
} from '../../desktop/renderer/ui/grid/format.ts'
import { readable } from '../../desktop/renderer/ui/grid/readable.ts'
import { shortened } from '../../desktop/renderer/ui/grid/shortened.ts'

const decimal = (digits: bigint, scale: number): CellValue => ({ kind: 'decimal', digits, scale })
const day: CellValue = { kind: 'date', ms: Date.UTC(2024, 2, 1) }

describe('a copied value', () => {
  it.each<[CellValue, string]>([
    [null, ''],
    [true, 'true'],
    [-1234567, '-1234567'],
    [0.1, '0.1'],
    [Number.NaN, 'NaN'],
    [-170141183460469231731687303715884105727n, '-170141183460469231731687303715884105727'],
    [decimal(-150n, 2), '-1.50'],
    [decimal(5n, 3), '0.005'],
    [decimal(7n, 0), '7'],
    [day, '2024-03-01'],
    ['文本', '文本'],
  ])('is exact (%#)', (value, text) => {
    expect(exactText(value)).toBe(text)
  })

  it.each<[CellValue, string]>([
    ['=1+1', "'=1+1"],
    ['+86', "'+86"],
    ['-5', "'-5"],
    ['@SUM', "'@SUM"],
    ['\t=1', "'\t=1"],
    [-5, '-5'],
    [decimal(-50n, 1), '-5.0'],
    [Number.NEGATIVE_INFINITY, "'-Infinity"],
    ['1=1', '1=1'],
  ])('is never a formula (%#)', (value, text) => {
    expect(safeText(value)).toBe(text)
  })
})

describe('a copied table', () => {
  const table = {
    titles: ['街道', '=合计', '备注'],
    rows: [
      ['石湖', 12, '两\n行，"引号"'],
      ['<b>&', 9_007_199_254_740_993n, null],
    ],
  }

  it('is tabbed text, with titles', () => {
    expect(tabbedText(table)).toBe(
      '街道\t\'=合计\t备注\r\n石湖\t12\t"两\n行，""引号"""\r\n<b>&\t9007199254740993\t',
    )
  })

  it('is an HTML table whose texts and longest numbers stay as they are', () => {
    const html = tableHtml(table)
    expect(html).toContain("<th>街道</th><th>'=合计</th>")
    expect(html).toContain('<td>12</td>')
    expect(html).toContain(`<td style='mso-number-format:"\\@"'>9007199254740993</td>`)
    expect(html).toContain('&lt;b&gt;&amp;')
    expect(html).toContain('两<br>行')
    expect(html).not.toContain('<b>')
  })
})

describe('a column’s format', () => {
  it.each<[CellValue, ColumnFormat, string]>([
    [1234.5, { kind: 'plain' }, '1234.5'],
    [1234.5, { kind: 'plain', places: 0 }, '1235'],
    [1234.5, { kind: 'thousands' }, '1,234.5'],
    [-1234.56, { kind: 'thousands', places: 1 }, '−1,234.6'],
    [1234567n, { kind: 'thousands' }, '1,234,567'],
    [999n, { kind: 'thousands' }, '999'],
    [302418, { kind: '万' }, '30.2 万'],
    [302418, { kind: '万', places: 2 }, '30.24 万'],
    [decimal(123456789012n, 2), { kind: '亿' }, '12.35 亿'],
    [0.516349, { kind: '%' }, '51.6%'],
    [0.516349, { kind: '%', places: 0 }, '52%'],
    [day, { kind: '年月' }, '2024 年 3 月'],
    [day, { kind: '日期' }, '2024 年 3 月 1 日'],
    [day, { kind: 'plain' }, '2024-03-01'],
    [Number.NaN, { kind: '万' }, 'NaN'],
    [Number.POSITIVE_INFINITY, { kind: '%', places: 2 }, '∞'],
    [
      170141183460469231731687303715884105727n,
      { kind: '亿', places: 0 },
      '1,701,411,834,604,692,317,316,873,037,159 亿',
    ],
  ])('value %# is written as its column asks', (value, format, text) => {
    expect(writeFormatted(value, format)).toBe(text)
  })

  it('fits the type', () => {
    expect(formatsFor('DECIMAL(18,2)')).toContain('万')
    expect(formatsFor('HUGEINT')).toContain('%')
    expect(formatsFor('TIMESTAMP WITH TIME ZONE')).toContain('年月')
    expect(formatsFor('VARCHAR')).toEqual([])
    expect(formatsFor('INTEGER[]')).toEqual([])
  })

  it('takes decimals one by one, from 0 to 9', () => {
    expect(withPlaces({ kind: '万' }, 1)).toEqual({ kind: '万', places: 2 })
    expect(withPlaces({ kind: 'plain', places: 0 }, -1)).toEqual({ kind: 'plain', places: 0 })
    expect(withPlaces({ kind: 'plain', places: 9 }, 1)).toEqual({ kind: 'plain', places: 9 })
  })
})

it('sets out values that have parts, and nothing else', () => {
  expect(readable('{"a":[1]}', 'STRUCT(a INTEGER[])')).toBe('{\n  "a": [\n    1\n  ]\n}')
  expect(readable('[1]', 'INTEGER[]')).toBe('[\n  1\n]')
  expect(readable('[1]', 'VARCHAR')).toBe('[1]')
  expect(readable('{1', 'MAP(VARCHAR, INTEGER)')).toBe('{1')
})

it('keeps giant texts out of the cells', () => {
  expect(shortened('长'.repeat(1_000_000)).length).toBeLessThan(500)
  expect(shortened('一\n二')).toBe('一 二')
})
