import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contextOf, scanCell } from '../../desktop/domain/catalogue/importing/cell-scan.ts'
import {
  cellScanner,
  isBareMobile,
  isSerialCode,
} from '../../desktop/domain/catalogue/importing/cell-scanner.ts'
import {
  addCell,
  cellReader,
  emptyProfile,
  typeOf,
} from '../../desktop/domain/catalogue/importing/column-profile.ts'

const digits = (length: number) =>
  fc.string({
    unit: fc.constantFrom(...Array.from('0123456789')),
    minLength: length,
    maxLength: length,
  })
const title = fc.constantFrom('联系电话', '工单编号', '身份证号', '备注', '微信号', 'tel')
const mobiles = fc
  .tuple(fc.constantFrom('3', '5', '8', '9'), digits(9))
  .map(([second, rest]) => `1${second}${rest}`)
const codes = fc
  .tuple(fc.constantFrom('RX', 'GD', 'EA', 'SH', 'QQ'), fc.integer({ min: 6, max: 15 }))
  .chain(([letters, length]) => digits(length).map((rest) => letters + rest))
const others = fc.string({ unit: fc.constantFrom(...Array.from('0123456789XAE-@. 街道电话')) })

describe('a column’s scanner', () => {
  it('finds in every cell what is found in that cell alone', () => {
    const cells = fc.array(fc.oneof(mobiles, codes, others), { maxLength: 20 })
    fc.assert(
      fc.property(title, cells, (name, column) => {
        const passagesOf = cellScanner(name)
        for (const cell of column) {
          expect(passagesOf(cell)).toEqual(scanCell(cell, contextOf(name), name))
        }
      }),
    )
  })

  it.each(['13800131000', '19912345678'])('%s is a mobile’s number and nothing else', (cell) => {
    expect(isBareMobile(cell)).toBe(true)
  })
  it.each(['12800131000', '1380013100', '1380013100X', '138001310000', '-3800131000'])(
    '%s is left to the recognisers',
    (cell) => {
      expect(isBareMobile(cell)).toBe(false)
    },
  )
  it.each(['WX20250001', 'ID12345678', 'R20250001', 'RX2025', 'RX2025000A', 'rx20250001'])(
    '%s is left to them too',
    (cell) => {
      expect(isSerialCode(cell)).toBe(false)
    },
  )
})

describe('a column’s reader', () => {
  const typeIn = (name: string, cells: readonly string[]) => {
    const profile = emptyProfile()
    const read = cellReader(name === '日期')
    cells.forEach((cell, at) => addCell(profile, cell, at + 1, read))
    return typeOf(profile, name)
  }
  it.each<[string, string[], object]>([
    ['数', ['1', '23', '456'], { type: 'integer' }],
    ['数', ['1', '2.5'], { type: 'number' }],
    ['数', ['0', '0.5'], { type: 'number' }],
    ['数', ['01', '02'], { type: 'string' }],
    ['数', ['123456789012345'], { type: 'integer' }],
    ['数', ['1234567890123456'], { type: 'string' }],
    ['日期', ['44927', '45000'], { type: 'date', serial: true }],
    ['日期', ['20250305', '20250306'], { type: 'date' }],
    ['文', ['二〇二五年三月五日星期三上午'], { type: 'string' }],
    ['文', ['二〇二五年十二月二十一日'], { type: 'date' }],
    ['数', ['1', '2', '.5', '5.'], { type: 'string' }],
  ])('column %s of %j', (name, cells, expected) => {
    expect(typeIn(name, cells)).toEqual(expected)
  })
})
