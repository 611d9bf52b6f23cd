import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalOf, round, shift, writeDecimal } from '../../desktop/domain/notebook/decimal.ts'
import { quotesIn } from '../../desktop/domain/notebook/quote.ts'
import { writeCell, writeValue, type CellValue } from '../../desktop/domain/notebook/value.ts'
import { axisText } from '../../desktop/domain/notebook/axis-text.ts'

const day: CellValue = { kind: 'date', ms: Date.UTC(2020, 10, 1) }

describe('a value in prose', () => {
  it.each<[CellValue | undefined, string | undefined, string]>([
    [null, undefined, '–'],
    [undefined, '亿', '–'],
    [12n, undefined, '12'],
    [2020, undefined, '2020'],
    [42591407, undefined, '42,591,407'],
    [-1234.5, undefined, '−1234.5'],
    [0.5163492, undefined, '0.5163'],
    [17.4249, undefined, '17.42'],
    [98399000, '亿', '0.98 亿'],
    [98399000, '亿.1', '1.0 亿'],
    [98399000, '万', '9839.9 万'],
    [0.516349, '%', '51.6%'],
    [0.615, '%.0', '62%'],
    [1.005, '.2', '1.01'],
    [
      { kind: 'decimal', digits: 12345678901234567890123n, scale: 3 },
      '.1',
      '12,345,678,901,234,567,890.1',
    ],
    [day, undefined, '2020 年 11 月 1 日'],
    [day, '年月', '2020 年 11 月'],
    ['四川', '亿', '四川'],
    [true, undefined, '是'],
    [Number.NaN, '%', 'NaN'],
    [-0.001, '.1', '0.0'],
  ])('%s as %s is %s', (value, format, text) => {
    expect(writeValue(value, format)).toBe(text)
  })
})

describe('a value in a grid', () => {
  it.each<[CellValue, string]>([
    [null, 'NULL'],
    [9007199254740993n, '9,007,199,254,740,993'],
    [{ kind: 'decimal', digits: 1742n, scale: 2 }, '17.42'],
    [{ kind: 'decimal', digits: 1500n, scale: 2 }, '15.00'],
    [0.1 + 0.2, '0.3'],
    [7419423, '7,419,423'],
    [1e-9, '1.000e-9'],
    [day, '2020-11-01'],
    [{ kind: 'timestamp', ms: Date.UTC(2024, 2, 1, 9, 30, 0, 250) }, '2024-03-01 09:30:00.250'],
    [{ kind: 'timestamp', ms: Date.UTC(2024, 2, 1, 9, 30) }, '2024-03-01 09:30:00'],
    [Number.POSITIVE_INFINITY, '∞'],
  ])('%s is %s', (value, text) => {
    expect(writeCell(value)).toBe(text)
  })
})

describe('decimals', () => {
  it('keep every digit of an integer', () => {
    fc.assert(
      fc.property(fc.bigInt(), (n) => {
        const text = writeDecimal(decimalOf(n)).replaceAll(',', '').replace('−', '-')
        return BigInt(text) === n
      }),
    )
  })

  it('are the shortest text of a double', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (n) => {
        const { digits, scale } = decimalOf(n)
        return Number(`${digits}e${-scale}`) === (n === 0 ? 0 : n)
      }),
    )
  })

  it('shift without loss and round within half a unit', () => {
    const places = fc.integer({ min: 0, max: 6 })
    fc.assert(
      fc.property(fc.bigInt(), fc.nat(12), places, (digits, scale, kept) => {
        const number = { digits, scale }
        const back = shift(shift(number, 5), -5)
        const rounded = round(number, kept)
        const difference =
          digits * 10n ** 6n - rounded.digits * 10n ** BigInt(6 + scale - rounded.scale)
        const half = 5n * 10n ** BigInt(Math.max(0, 6 + scale - kept - 1))
        return (
          back.digits * 10n ** BigInt(scale) === digits * 10n ** BigInt(back.scale) &&
          difference <= half &&
          -difference <= half
        )
      }),
    )
  })
})

describe('an axis value', () => {
  it.each([
    [5000, '万', '0.5万'],
    [140_000_000, '亿', '1.4亿'],
    [0.125, '%', '12.5%'],
    [8, '时', '8 时'],
    [25000, undefined, '25,000'],
    [new Date(Date.UTC(2024, 0, 1)), undefined, '1 月\n2024 年'],
    [new Date(Date.UTC(2024, 5, 1)), undefined, '6 月'],
    [new Date(Date.UTC(2024, 5, 1)), '年月', '2024 年 6 月'],
    ['四川', undefined, '四川'],
    [null, undefined, ''],
  ] as const)('%s as %s is %s', (value, format, text) => {
    expect(axisText(format)(value)).toBe(text)
  })
})

describe('quotes', () => {
  it.each([
    ['{{deep.elders | 亿}}', { name: 'deep', column: 'elders', format: '亿' }],
    ['{{ threshold }}', { name: 'threshold', column: undefined, format: undefined }],
    ['{{a."b.c ""d"""}}', { name: 'a', column: 'b.c "d"', format: undefined }],
    ['{{人数.合计|%.2}}', { name: '人数', column: '合计', format: '%.2' }],
    ['{{a.b | eval}}', undefined],
    ['{{a.}}', undefined],
    ['{{1+1}}', undefined],
    ['{{a.b | 亿 | 万}}', undefined],
  ])('%s', (text, quote) => {
    expect(quotesIn(`前 ${text} 后`)).toEqual([
      { text, at: { from: 2, to: 2 + text.length }, quote },
    ])
  })
})
