import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ColumnFacts } from '../../desktop/domain/privacy/deidentify/facts.ts'
import {
  ageBand,
  gridOf,
  monthOf,
  streetOf,
} from '../../desktop/domain/privacy/deidentify/generalise.ts'
import { decisionsFor } from '../../desktop/domain/privacy/deidentify/offer.ts'
import { sameWriting, shortCode } from '../../desktop/domain/privacy/deidentify/pseudonym.ts'
import {
  mostShiftDays,
  shiftDays,
  shiftedDay,
} from '../../desktop/domain/privacy/deidentify/shift.ts'
import {
  isAgeTitle,
  isPersonTitle,
  isQuasiTitle,
} from '../../desktop/domain/privacy/deidentify/titles.ts'
import { findPersonal } from '../../desktop/domain/privacy/find.ts'

const today = '2026-11-26'

describe('coarser values', () => {
  it.each([
    ['36', '30-39'],
    ['36岁', '30-39'],
    ['０', '0-9'],
    ['90', '90+'],
    ['103', '90+'],
    ['1986-11-26', '40-49'],
    ['1986-11-27', '30-39'],
    ['1986年11月', '40-49'],
    ['110105198611273015', '30-39'],
    ['110105 1986 1126 301X', '40-49'],
    ['110105861126301', '40-49'],
    ['131', undefined],
    ['2030-01-01', undefined],
    ['不详', undefined],
    ['-1', undefined],
  ])('the band of %s is %s', (text, band) => expect(ageBand(text, today)).toBe(band))

  it.each([
    ['安澜市河东区春晖街道幸福路8号2栋301室', '安澜市河东区春晖街道'],
    ['春晖街道河东社区3号楼', '春晖街道'],
    ['江苏省镇江市京口区正东路街道11号', '江苏省镇江市京口区正东路街道'],
    ['上海市浦东新区张江镇科苑路88弄', '上海市浦东新区张江镇'],
    ['柳林县 石西乡 前石西村5组', '柳林县石西乡'],
    ['春晖街道办事处对面', '春晖街道'],
    ['幸福路8号', undefined],
    ['城乡路3号', undefined],
    ['', undefined],
  ])('the street of %s is %s', (text, street) => expect(streetOf(text)).toBe(street))

  it('months and grids', () => {
    expect(monthOf('2025-03-05')).toBe('2025-03')
    expect(monthOf('2025-03-05 10:20:00')).toBe('2025-03')
    expect(monthOf('前年')).toBeUndefined()
    expect(gridOf('116.39723')).toBe('116.40')
    expect(gridOf('116.39723，39.90921')).toBe('116.40,39.91')
    for (const bad of ['', '东经116度', '1,2,3', 'NaN']) expect(gridOf(bad)).toBeUndefined()
  })
})

describe('days that are moved', () => {
  it('move by 1 to 30 days either way, and keep their distance and their time', () => {
    const hash = fc.uint8Array({ minLength: 32, maxLength: 32 })
    fc.assert(
      fc.property(
        hash,
        fc.date({ min: new Date(0), max: new Date('9999-06-01'), noInvalidDate: true }),
        (bytes, date) => {
          const days = shiftDays(bytes)
          expect(Math.abs(days)).toBeGreaterThan(0)
          expect(Math.abs(days)).toBeLessThanOrEqual(mostShiftDays)
          const day = date.toISOString().slice(0, 10)
          const moved = shiftedDay(day, days)
          expect((Date.parse(moved!) - Date.parse(day)) / 86_400_000).toBe(days)
        },
      ),
    )
    expect(shiftedDay('2025-02-28 10:20:00', 2)).toBe('2025-03-02 10:20:00')
    expect(shiftedDay('2025-03', 2)).toBeUndefined()
    expect(shiftedDay('9999-12-31', 2)).toBeUndefined()
  })
})

describe('codes', () => {
  it('are the same for the same person however it is written', () => {
    const writings = [
      ['110105198611273015', '110105 19861127 3015', '１１０１０５１９８６１１２７３０１５'],
      ['13800131000', '+86 138-0013-1000', '8613800131000'],
      ['张三', ' 张 三', '张·三'],
      ['11010519491231002x', '11010519491231002X', '110105491231002'],
    ]
    for (const [first, ...others] of writings) {
      for (const other of others) expect(sameWriting(other)).toBe(sameWriting(first!))
    }
    expect(sameWriting('8613800131')).toBe('8613800131')
  })

  it('are 13 signs that nothing takes for a number of a person, and differ with the salt', () => {
    const code = (salt: string, text: string) =>
      shortCode(createHmac('sha256', salt).update(text).digest())
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(code('a', text)).toMatch(/^[a-km-wyz2-9]{13}$/)
        expect(code('a', text)).not.toBe(code('b', text))
        expect(findPersonal(code('a', text))).toEqual([])
      }),
    )
    expect(shortCode(Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 255, 128))).toBe(
      '9'.repeat(13),
    )
    expect(shortCode(new Uint8Array(32))).toBe('a'.repeat(13))
  })
})

const column = (facts: Partial<ColumnFacts>): ColumnFacts => ({
  ...{ name: '列', at: 0, type: 'string', short: true, findings: [] },
  ...facts,
})
const found = (kind: ColumnFacts['findings'][number]['kind'], by: 'value' | 'title' = 'value') => ({
  ...{ kind, by, count: 1, confidence: 1 },
})

describe('what may become of a column', () => {
  it.each<[string, Partial<ColumnFacts>, string, string]>([
    ['plain', {}, 'keep drop', 'keep drop'],
    ['codes', { name: '工单编号' }, 'keep pseudonymise drop', 'keep pseudonymise drop'],
    ['days', { type: 'date' }, 'keep month shift drop', 'keep month shift drop'],
    ['ages', { name: '年龄', type: 'integer' }, 'age_band keep drop', 'age_band keep drop'],
    [
      'resident numbers',
      { findings: [found('resident_id')] },
      'pseudonymise mask age_band drop',
      'pseudonymise age_band drop',
    ],
    ['mobiles in sentences', { short: false, findings: [found('mobile')] }, 'mask drop', 'drop'],
    [
      'names by title',
      { name: '姓名', findings: [found('name', 'title')] },
      'drop mask pseudonymise keep',
      'drop pseudonymise',
    ],
    [
      'names by value',
      { findings: [found('name')] },
      'drop mask pseudonymise',
      'drop pseudonymise',
    ],
    ['names in sentences', { short: false, findings: [found('name')] }, 'mask drop', 'drop'],
    ['addresses', { findings: [found('address')] }, 'street mask drop', 'street drop'],
    ['addresses in sentences', { short: false, findings: [found('address')] }, 'mask drop', 'drop'],
    [
      'birthdays',
      { type: 'date', findings: [found('birth_date', 'title')] },
      'age_band month mask drop',
      'age_band drop',
    ],
    ['places', { findings: [found('coordinates', 'title')] }, 'drop grid mask', 'drop'],
    ['companies', { findings: [found('credit_code')] }, 'keep mask drop', 'keep mask drop'],
    [
      'numbers and addresses together',
      { findings: [found('resident_id'), found('address')] },
      'mask drop',
      'drop',
    ],
    [
      'a kind without a rule',
      { findings: [found('household')] },
      'mask pseudonymise drop',
      'pseudonymise drop',
    ],
  ])('%s', (_, facts, general, important) => {
    expect(decisionsFor(column(facts), true).join(' ')).toBe(general)
    expect(decisionsFor(column(facts), true, 'important').join(' ')).toBe(important)
  })

  it('ages of no people are kept', () => {
    expect(decisionsFor(column({ name: '年龄' }), false)[0]).toBe('keep')
  })
})

describe('titles', () => {
  it.each([
    ['年龄', true, true, true],
    ['性别', false, true, true],
    ['所属街道', false, false, true],
    ['平均年龄', false, false, false],
    ['街道编码', false, false, false],
    ['户籍人口', false, false, false],
    ['年龄（岁）', true, true, true],
    ['受理量', false, false, false],
  ])('%s', (title, age, person, quasi) => {
    expect([isAgeTitle(title), isPersonTitle(title), isQuasiTitle(title)]).toEqual([
      age,
      person,
      quasi,
    ])
  })
})
