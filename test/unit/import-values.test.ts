import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDate, serialDay } from '../../desktop/domain/catalogue/importing/dates.ts'
import { isMissing, isUnit, unitOf } from '../../desktop/domain/catalogue/importing/marks.ts'
import { isCode, readNumber } from '../../desktop/domain/catalogue/importing/numbers.ts'
import { titleKind } from '../../desktop/domain/catalogue/importing/title-kinds.ts'
import { defaultId } from '../../desktop/domain/catalogue/importing/default-id.ts'

describe('numbers of government tables', () => {
  it.each([
    ['1,234', '1234'],
    ['-1,234.50', '-1234.50'],
    ['１２３．５', '123.5'],
    ['3.2万', '32000'],
    ['0.05万', '500'],
    ['1.23456万', '12345.6'],
    ['1.5亿', '150000000'],
    ['12.5%', '12.5'],
    ['１２％', '12'],
    ['1 234', '1234'],
    ['1.2e-7', '1.2e-7'],
    ['0', '0'],
  ])('%s is %s', (written, expected) => {
    expect(readNumber(written)?.text).toBe(expected)
  })

  it.each([
    '',
    '12,34',
    '1,2345',
    '一百',
    '12-3',
    '1.2.3',
    '3万5',
    '=1+1',
    '12 3',
    '--1',
    '1,234,5',
  ])('%j is none', (written) => {
    expect(readNumber(written)).toBeUndefined()
  })

  it('moves the point of 万 exactly', () => {
    fc.assert(
      fc.property(fc.nat(999_999), fc.nat(9999), (whole, part) => {
        const decimals = String(part).padStart(4, '0')
        expect(readNumber(`${whole}.${decimals}万`)?.text).toBe(String(whole * 10_000 + part))
      }),
    )
  })

  it.each([
    ['0101', true],
    ['０１０１', true],
    ['370102198001010012', true],
    ['0', false],
    ['101', false],
    ['0.5', false],
  ])('%s is a code: %s', (written, expected) => {
    expect(isCode(written)).toBe(expected)
  })
})

describe('Chinese dates', () => {
  it.each([
    ['2025-3-5', 'date', '2025-03-05'],
    ['2025/03/05', 'date', '2025-03-05'],
    ['2025.3.5', 'date', '2025-03-05'],
    ['2025年3月5日', 'date', '2025-03-05'],
    ['２０２５年３月５日', 'date', '2025-03-05'],
    ['二〇二五年三月五日', 'date', '2025-03-05'],
    ['二〇二五年十二月二十一日', 'date', '2025-12-21'],
    ['二○二五年三月', 'yearmonth', '2025-03'],
    ['2025年3月', 'yearmonth', '2025-03'],
    ['2025-03-05 9:30', 'datetime', '2025-03-05 09:30:00'],
    ['2025-03-05T09:30:15', 'datetime', '2025-03-05 09:30:15'],
    ['2025年3月5日 9时30分', 'datetime', '2025-03-05 09:30:00'],
    ['2024-02-29', 'date', '2024-02-29'],
  ])('%s is a %s', (written, kind, text) => {
    expect(readDate(written)).toEqual({ kind, text })
  })

  it.each([
    '2025-2-29',
    '2025-13-1',
    '2025-3-5-1',
    '5-3-25',
    '12-3-5',
    '25-13-1',
    '2025',
    '2025-03-05 25:00',
    '去年',
  ])('%s is none', (written) => {
    expect(readDate(written, true)).toBeUndefined()
  })

  it('takes what could be a number only where the title says so', () => {
    expect(readDate('20250305')).toBeUndefined()
    expect(readDate('2025.3')).toBeUndefined()
    expect(readDate('20250305', true)?.text).toBe('2025-03-05')
    expect(readDate('2025.3', true)).toEqual({ kind: 'yearmonth', text: '2025-03' })
  })

  it('knows a spreadsheet’s serial numbers', () => {
    expect(serialDay(44_927)).toBe('2023-01-01')
    expect(serialDay(25_569)).toBe('1970-01-01')
  })
})

describe('words about a table', () => {
  it.each(['（万元）', '单位：件', '%', '人次', '(元/人)', '平方公里'])('%s is a unit', (text) => {
    expect(isUnit(text)).toBe(true)
  })
  it('a unit is what is left without its brackets', () => {
    expect(unitOf('（单位：万元）')).toBe('万元')
  })
  it.each(['街道', '人口', '1', ''])('%j is none', (text) => {
    expect(isUnit(text)).toBe(false)
  })
  it.each(['-', '——', '/', '无', 'N/A', '#N/A'])('%s is no value', (text) => {
    expect(isMissing(text)).toBe(true)
  })
  it.each(['0', '无锡', '-1', 'a/b'])('%s is one', (text) => {
    expect(isMissing(text)).toBe(false)
  })
  it.each([
    ['姓名', 'name'],
    ['联系人', 'name'],
    ['申请人姓 名', 'name'],
    ['户籍地址', 'address'],
    ['出生日期', 'birth_date'],
    ['街道名称', undefined],
    ['户主数量', undefined],
    ['联系人电话', undefined],
    ['受理量', undefined],
  ])('the title %s suggests %s', (title, kind) => {
    expect(titleKind(title)).toBe(kind)
  })
  it.each([
    ['monthly report 2025.csv', 'monthly-report-2025'],
    ['2025年3月热线.xlsx', 'import-20261126'],
    ['热线hotline-3月.xlsx', 'hotline-3'],
  ])('%s is called %s', (name, id) => {
    expect(defaultId(name, '2026-11-26', () => false)).toBe(id)
    expect(defaultId(name, '2026-11-26', (tried) => tried === id)).toBe(`${id}-2`)
  })
})
