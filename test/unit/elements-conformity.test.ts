import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conformitySchema, Tally } from '../../desktop/domain/catalogue/elements/conformity.ts'
import { isFictionalDivision } from '../../desktop/domain/catalogue/elements/divisions.ts'
import { mask, MASK } from '../../desktop/domain/catalogue/elements/mask.ts'
import { checker } from './elements-support.ts'

describe('mask', () => {
  it.each([
    ['张', '张'],
    ['张某', '张＊'],
    ['张某某', '张＊＊'],
    ['13800001234', '13＊＊＊＊＊＊＊34'],
    ['11010519491231002X', '110＊＊＊＊＊＊＊＊＊＊＊＊＊2X'],
  ])('%s → %s', (value, masked) => {
    expect(mask(value)).toBe(masked)
  })

  it('shows at most half of a value, and never five signs or more', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 2, maxLength: 60, unit: 'grapheme' }), (value) => {
        const signs = Array.from(value).length
        const shown = Array.from(mask(value)).filter((sign) => sign !== MASK).length
        return shown <= signs / 2 + 0.5 && shown <= 5
      }),
    )
  })
})

describe('Tally', () => {
  it('counts rows and values by what is wrong, and masks its examples', () => {
    const tally = new Tally(checker('mobile'))
    tally.add(null, 4)
    tally.add('  ', 1)
    tally.add('13800001234', 10)
    for (const [value, rows] of [
      ['1380000123', 2],
      ['138000012', 5],
      ['13800001', 1],
      ['1380000', 3],
      ['138 0000 5678', 7],
    ] as const) {
      tally.add(value, rows)
    }
    const result = conformitySchema.parse(tally.result('电话', 'mobile'))
    expect(result).toMatchObject({ rows: 33, empty: 5, conforming: 10, fictional: 0 })
    expect(result.findings.map(({ fault, rows, values }) => [fault, rows, values])).toEqual([
      ['length', 11, 4],
      ['untidy', 7, 1],
    ])
    expect(result.findings[0]?.examples).toEqual([
      { masked: '13＊＊＊＊＊12', length: 9, rows: 5 },
      { masked: '1＊＊＊＊＊0', length: 7, rows: 3 },
      { masked: '13＊＊＊＊＊＊23', length: 10, rows: 2 },
    ])
    expect(JSON.stringify(result)).not.toContain('5678')
  })

  it('tells of the fictional city’s codes', () => {
    const tally = new Tally(checker('county-code'), isFictionalDivision)
    tally.add('990102', 7)
    tally.add('110101', 3)
    expect(tally.result('区', 'county-code')).toMatchObject({ conforming: 10, fictional: 7 })
  })
})
