import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  creditCheckSign,
  creditSigns,
  organisationCheckSign,
} from '../../desktop/domain/catalogue/elements/credit-code.ts'
import { residentCheckSign } from '../../desktop/domain/catalogue/elements/resident-id.ts'
import { checker, dictionary } from './elements-support.ts'

const divisions = [...dictionary.divisions.codes]
const twoDigits = (value: number) => String(value).padStart(2, '0')
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2026-11-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10).replaceAll('-', ''))

const residentId = fc
  .tuple(fc.constantFrom(...divisions), day, fc.integer({ min: 0, max: 999 }))
  .map(([division, born, sequence]) => {
    const body = division + born + String(sequence).padStart(3, '0')
    return body + residentCheckSign(body)
  })

const sign = fc.constantFrom(...creditSigns.split(''))
const creditCode = fc
  .tuple(
    fc.constantFrom('1', '5', '9', 'Y'),
    sign,
    fc.constantFrom(...divisions),
    fc.array(sign, { minLength: 9, maxLength: 9 }),
  )
  .map(([first, kind, division, rest]) => {
    const body = first + kind + division + rest.join('')
    return body + creditCheckSign(body)
  })

/** The same text with another sign at one place. */
const changed = (text: string, at: number, other: string) =>
  text.slice(0, at) + other + text.slice(at + 1)

describe('a citizen identification number', () => {
  const check = checker('resident-id')

  it('ends with the sign that the standard’s table of weights gives', () => {
    const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    fc.assert(
      fc.property(fc.stringMatching(/^\d{17}$/), (body) => {
        const sum = weights.reduce((s, w, at) => s + w * Number(body[at]), 0)
        return '10X98765432'[sum % 11] === residentCheckSign(body)
      }),
    )
  })

  it('passes where it is right', () => {
    // the example of GB 11643-1999
    expect(residentCheckSign('11010519491231002')).toBe('X')
    expect(check('11010519491231002X')).toBeUndefined()
    fc.assert(fc.property(residentId, (id) => check(id) === undefined))
  })

  it('fails with any single wrong digit', () => {
    const slip = fc.tuple(
      residentId,
      fc.integer({ min: 0, max: 16 }),
      fc.integer({ min: 1, max: 9 }),
    )
    fc.assert(
      fc.property(slip, ([id, at, by]) => {
        const digit = String((Number(id[at]) + by) % 10)
        return check(changed(id, at, digit)) !== undefined
      }),
    )
    for (const other of '0123456789') expect(check(`11010519491231002${other}`)).toBe('check-sign')
  })

  it('says what is wrong', () => {
    const table: readonly [string, string | undefined][] = [
      ['11010519491231002x', 'untidy'],
      ['110105 19491231 002X', 'untidy'],
      ['１１０１０５１９４９１２３１００２Ｘ', 'untidy'],
      ['110105491231002', 'old-form'],
      ['1.10105E+17', 'scientific'],
      ['1101051949123100', 'length'],
      ['1101051949123100ab', 'characters'],
      ['00010519491231002X', 'division'],
      ['11010519490231002X', 'date'],
      ['11010520991231002X', 'late'],
      ['11010517491231002X', 'early'],
    ]
    for (const [value, fault] of table) expect([value, check(value)]).toEqual([value, fault])
  })
})

describe('a unified social credit code', () => {
  const check = checker('credit-code')

  it('ends with the sign that the standard’s table of weights gives', () => {
    const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
    fc.assert(
      fc.property(fc.array(sign, { minLength: 17, maxLength: 17 }), (signs) => {
        const sum = weights.reduce((s, w, at) => s + w * creditSigns.indexOf(signs[at]!), 0)
        return creditSigns[(31 - (sum % 31)) % 31] === creditCheckSign(signs.join(''))
      }),
    )
  })

  it('passes where it is right', () => {
    fc.assert(fc.property(creditCode, (code) => check(code) === undefined))
  })

  it('fails with any single wrong sign', () => {
    const slip = fc.tuple(creditCode, fc.integer({ min: 0, max: 17 }), sign)
    fc.assert(
      fc.property(slip, ([code, at, other]) => {
        fc.pre(code[at] !== other)
        return check(changed(code, at, other)) !== undefined
      }),
    )
  })

  it('says what is wrong', () => {
    const body = '91990102MA0000001'
    const code = body + creditCheckSign(body)
    expect(check(code)).toBeUndefined()
    expect(check(code.toLowerCase())).toBe('untidy')
    expect(check(body)).toBe('length')
    expect(check(`${body}I`)).toBe('characters')
    expect(check(code.replace('990102', '000102'))).toBe('division')
  })
})

describe('an organisation code', () => {
  const check = checker('organisation-code')
  const body = fc.stringMatching(/^[0-9A-Z]{8}$/)

  it('passes where it is right, with its dash or without', () => {
    fc.assert(
      fc.property(body, (eight) => {
        const last = organisationCheckSign(eight)
        return check(eight + last) === undefined && check(`${eight}-${last}`) === undefined
      }),
    )
  })

  it('fails with any single wrong digit', () => {
    const slip = fc.tuple(
      fc.stringMatching(/^\d{8}$/),
      fc.integer({ min: 0, max: 7 }),
      fc.integer({ min: 1, max: 9 }),
    )
    fc.assert(
      fc.property(slip, ([eight, at, by]) => {
        const code = eight + organisationCheckSign(eight)
        return check(changed(code, at, String((Number(code[at]) + by) % 10))) === 'check-sign'
      }),
    )
  })
})

describe('dates', () => {
  it('are those of the calendar, in the two writings of GB/T 7408.1', () => {
    const check = checker('birth-date')
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 2026 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        (year, month, date) => {
          const at = new Date(Date.UTC(year, month - 1, date))
          const exists = at.getUTCMonth() === month - 1 && at.getUTCDate() === date && month > 0
          const late = exists && at.toISOString().slice(0, 10) > '2026-11-25'
          const expected = !exists ? 'date' : late ? 'late' : undefined
          expect(check(`${year}${twoDigits(month)}${twoDigits(date)}`)).toBe(expected)
          expect(check(`${year}-${twoDigits(month)}-${twoDigits(date)}`)).toBe(expected)
        },
      ),
    )
    expect(check('2020/1/2')).toBe('not-a-date')
    expect(check('1879-12-31')).toBe('early')
    expect(check(' 2020-01-02')).toBe('untidy')
    expect(checker('created-at')('2025-01-02 03:04:05')).toBeUndefined()
    expect(checker('created-at')('2025-01-02 25:04:05')).toBe('date')
  })
})

describe('the other rules', () => {
  it.each([
    ['sex', '1', undefined],
    ['sex', '3', 'unlisted'],
    ['sex', '男', 'label'],
    ['sex', '1 ', 'untidy'],
    ['ethnicity', '1', 'zeros'],
    ['ethnicity', '01', undefined],
    ['ethnicity', '57', 'unlisted'],
    ['ethnicity', '汉', 'label'],
    ['request-type', '投诉', undefined],
    ['county-code', '110101', undefined],
    ['county-code', '110000', undefined],
    ['county-code', '110199', 'division'],
    ['county-code', '990102', undefined],
    ['county-code', '11010', 'length'],
    ['community-code', '990102001001', undefined],
    ['community-code', '110101001001', undefined],
    ['community-code', '9.90102E+11', 'scientific'],
    ['street-code', '110101001001', 'length'],
    ['mobile', '13800000000', undefined],
    ['mobile', '138 0000 0000', 'untidy'],
    ['mobile', '+86 13800000000', 'untidy'],
    ['mobile', '12800000000', 'pattern'],
    ['mobile', '1380000000', 'length'],
    ['landline', '010-66660000', undefined],
    ['email', 'a.b@example.gov.cn', undefined],
    ['email', 'a.b@example', 'pattern'],
    ['age', '131', 'large'],
    ['age', '-1', 'small'],
    ['age', '60.5', 'not-whole'],
    ['age', '六十', 'not-a-number'],
    ['age', '60.0', undefined],
    ['longitude', '181', 'large'],
    ['lives-alone', 'true', undefined],
    ['lives-alone', '偶尔', 'not-yes-or-no'],
    ['person-name', '某'.repeat(51), 'length'],
    ['household-relation', '2', 'zeros'],
    ['household-relation', 'x2', 'characters'],
    ['real-estate-unit', '110105001002GB00003F00040005', undefined],
  ] as const)('%s: %s → %s', (id, value, fault) => {
    expect(checker(id)(value)).toBe(fault)
  })
})
