import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PrivacyKind } from '../../desktop/domain/privacy/finding.ts'
import { findPersonal } from '../../desktop/domain/privacy/find.ts'
import { countKinds, maskPersonal } from '../../desktop/domain/privacy/mask.ts'
import { residentCheckDigit } from '../../desktop/domain/privacy/resident-id.ts'
import { cpuMs } from '../cpu-time.ts'

/** The passages found, as they were written. */
const found = (text: string) =>
  findPersonal(text).map(({ kind, start, end }) => [kind, text.slice(start, end)])

const positives: readonly (readonly [PrivacyKind, string, string])[] = [
  ['resident_id', '身份证11010519491231002X。', '11010519491231002X'],
  ['resident_id', '号码是11010519491231002x，', '11010519491231002x'],
  [
    'resident_id',
    '登记为１１０１０５１９４９１２３１００２Ｘ',
    '１１０１０５１９４９１２３１００２Ｘ',
  ],
  ['resident_id', '证号 110105 19491231 002X 有误', '110105 19491231 002X'],
  ['resident_id', '证号110105-1949-1231-002X', '110105-1949-1231-002X'],
  ['resident_id', '证号 110105－19491231－002Ｘ', '110105－19491231－002Ｘ'],
  ['resident_id', '老证 110105491231002', '110105491231002'],
  ['resident_id', '440524188001010014', '440524188001010014'],
  ['resident_id', '身份证号错录成 110105194912310021', '110105194912310021'],
  ['resident_id', 'id110105194912310 02X', '110105194912310 02X'],
  ['mobile', '电话13812345678', '13812345678'],
  ['mobile', '请打 138 1234 5678 找我', '138 1234 5678'],
  ['mobile', '138-1234-5678', '138-1234-5678'],
  ['mobile', '138.1234.5678', '138.1234.5678'],
  ['mobile', '+86 13812345678', '+86 13812345678'],
  ['mobile', '+8613812345678', '+8613812345678'],
  ['mobile', '86-138-1234-5678', '86-138-1234-5678'],
  ['mobile', '008613812345678', '008613812345678'],
  ['mobile', '手机１３８１２３４５６７８', '１３８１２３４５６７８'],
  ['mobile', 'tel13812345678', '13812345678'],
  ['mobile', '微信同号vx13812345678', '13812345678'],
  ['mobile', '1.13812345678', '13812345678'],
  ['mobile', '一月13812345678元旦前回复', '13812345678'],
  ['landline', '010-87654321', '010-87654321'],
  ['landline', '（010）87654321', '（010）87654321'],
  ['landline', '0571-8765 4321转8012', '0571-8765 4321转8012'],
  ['landline', '0512 66123456', '0512 66123456'],
  ['landline', '座机：02161234567', '02161234567'],
  ['landline', '联系电话：87654321', '87654321'],
  ['bank_card', '卡号6222021234567890128', '6222021234567890128'],
  ['bank_card', '4111 1111 1111 1111', '4111 1111 1111 1111'],
  ['bank_card', '5555555555554444', '5555555555554444'],
  ['bank_card', '378282246310005', '378282246310005'],
  ['email', '发到 zhang.san@example.com.cn。', 'zhang.san@example.com.cn'],
  ['email', '12345@ｑｑ．ｃｏｍ', '12345@ｑｑ．ｃｏｍ'],
  ['passport', '护照号 E12345678', 'E12345678'],
  ['passport', '护照EA1234567', 'EA1234567'],
  ['plate', '车牌京A12345停在路口', '京A12345'],
  ['plate', '沪A·D12345', '沪A·D12345'],
  ['plate', '粤BD12345', '粤BD12345'],
  ['plate', '苏E1234学', '苏E1234学'],
]

const negatives = [
  '工单 AL20230101-00001 重复',
  '工单AL20230101-00001、AL20230101-00002',
  '金额 13812345678 元',
  '合计13812345678.50',
  '合计 ¥13812345678',
  '共 1,381,234,567 行',
  '订单 110105194912310021',
  '订单 202301011234567890',
  '从 2023-01-01 到 2023-12-31',
  '2023-01-01 08:00:00',
  '20230101 20230102 20230103',
  '时间戳 1700000000000',
  '15 8000 12345 三列',
  '131 2 3456789 是三个数',
  '网格编号 990101001001',
  '坐标 116.13812345678',
  '版本 1.2.3.4',
  '6222021234567890123',
  '12345 热线，400-800-1234',
  '统一社会信用代码 91110105MA01234567',
  '型号 E12345678',
  '@所有人 明天开会',
  '占比 12.5%，共 11 个街道',
  '',
]

describe('personal information told by its form', () => {
  it.each(positives)('%s in %j', (kind, text, passage) => {
    expect(found(text)).toEqual([[kind, passage]])
  })

  it.each(negatives)('nothing in %j', (text) => {
    expect(found(text)).toEqual([])
    expect(maskPersonal(text).text).toBe(text)
  })

  it('finds each of several, also side by side', () => {
    expect(found('13812345678,13987654321、15000000000').map(([, passage]) => passage)).toEqual([
      '13812345678',
      '13987654321',
      '15000000000',
    ])
    const text = '张三13812345678 身份证11010519491231002X 邮箱a@b.cn'
    expect(countKinds(findPersonal(text))).toEqual({
      name: 1,
      mobile: 1,
      resident_id: 1,
      email: 1,
    })
    expect(maskPersonal(text).text).toBe('［姓名］［手机号］ 身份证［身份证号］ 邮箱［邮箱］')
  })
})

const digit = fc.integer({ min: 0, max: 9 })
const someDigits = (length: number) =>
  fc.array(digit, { minLength: length, maxLength: length }).map((all) => all.join(''))
const separator = fc.constantFrom('', ' ', '-', '－', '\u3000', ' - ')
const around = fc.constantFrom('', '，', '请联系', '（', '）', '\n', '“')
const wide = (text: string) =>
  text.replace(/[0-9X]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
const resident = fc
  .tuple(
    fc.constantFrom('110105', '320106', '510107', '650101'),
    fc.date({ min: new Date('1920-01-01'), max: new Date('2020-12-31'), noInvalidDate: true }),
    someDigits(3),
  )
  .map(([area, born, order]) => {
    const first = `${area}${born.toISOString().slice(0, 10).replaceAll('-', '')}${order}`
    return first + residentCheckDigit(first)
  })

describe('for any text', () => {
  it('a right resident number is found whole, however it is written', () => {
    const written = fc.tuple(resident, separator, fc.boolean(), around, around)
    fc.assert(
      fc.property(written, ([number, gap, full, before, after]) => {
        const parts = [number.slice(0, 6), number.slice(6, 14), number.slice(14)]
        const text = full ? wide(parts.join(gap)) : parts.join(gap)
        expect(found(before + text + after)).toEqual([['resident_id', text]])
      }),
    )
  })

  it('a resident number with one wrong digit and no word before it is left alone', () => {
    const spoilt = fc.tuple(
      resident,
      fc.integer({ min: 14, max: 16 }),
      fc.integer({ min: 1, max: 9 }),
    )
    fc.assert(
      fc.property(spoilt, ([number, at, by]) => {
        const wrong = String((Number(number[at]) + by) % 10)
        const text = `订单 ${number.slice(0, at)}${wrong}${number.slice(at + 1)} 号`
        const kinds = findPersonal(text).map(({ kind }) => kind)
        expect(kinds).not.toContain('resident_id')
      }),
    )
  })

  it('a mobile number never survives', () => {
    const number = fc.tuple(fc.constantFrom('3', '5', '8', '9'), someDigits(9))
    fc.assert(
      fc.property(number, fc.string(), separator, ([second, rest], words, gap) => {
        const all = `1${second}${rest}`
        const text = `${words} 手机：${all.slice(0, 3)}${gap}${all.slice(3, 7)}${gap}${all.slice(7)}`
        const { text: masked } = maskPersonal(text)
        expect(masked.endsWith('手机：［手机号］')).toBe(true)
      }),
    )
  })

  it('findings are in order, apart, inside the text, and the rest stays as it is', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      resident,
      fc.constantFrom('13812345678', 'a@b.com', '京A12345', '010-87654321', ' ', '-', '护照'),
      someDigits(7),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('')
        const { text: masked, findings } = maskPersonal(text)
        let at = 0
        let rebuilt = ''
        for (const { start, end, masked: label } of findings) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(end).toBeGreaterThan(start)
          rebuilt += text.slice(at, start) + label
          at = end
        }
        expect(at).toBeLessThanOrEqual(text.length)
        expect(masked).toBe(rebuilt + text.slice(at))
      }),
    )
  })

  it.each(['1 ', '1', '1-', 'a', '@', '京A', '138 1234 5678 ', '010-'])(
    'ten thousand characters of %j do not hold it up',
    (unit) => {
      const text = unit.repeat(Math.ceil(10_000 / unit.length)).slice(0, 10_000)
      expect(cpuMs(() => maskPersonal(text))).toBeLessThan(5000)
    },
  )
})
