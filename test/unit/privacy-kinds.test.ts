import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  contextOf,
  maskCell,
  scanCell,
} from '../../desktop/domain/catalogue/importing/cell-scan.ts'
import { findPersonal } from '../../desktop/domain/privacy/find.ts'
import { inTitles } from '../../desktop/domain/privacy/finding.ts'
import { maskPersonal } from '../../desktop/domain/privacy/mask.ts'
import { drawFrom, hardNegatives } from '../bench/privacy-negatives.ts'
import { cpuMs } from '../cpu-time.ts'

const found = (text: string) =>
  findPersonal(text).map(({ kind, start, end }) => [kind, text.slice(start, end)])

describe('kinds that a word tells', () => {
  it.each([
    ['wechat', '加我微信：lucky_2020', 'lucky_2020'],
    ['wechat', '微信号是 wxid-abc123', 'wxid-abc123'],
    ['wechat', 'vx:sunshine88', 'sunshine88'],
    ['medical_card', '医保卡号A123456789', 'A123456789'],
    ['medical_card', '社保卡 330123456789', '330123456789'],
    ['medical_card', '住院号：20250012', '20250012'],
    ['medical_card', '病历号为 M0012345', 'M0012345'],
    ['household', '户口簿号：370102001234', '370102001234'],
    ['household', '户编号 0012003456', '0012003456'],
    ['birth_date', '出生日期：1980-05-03', '1980-05-03'],
    ['birth_date', '他生于1980年5月3日', '1980年5月3日'],
    ['birth_date', '1980年5月出生', '1980年5月'],
    ['birth_date', '生日 19800503', '19800503'],
    ['birth_date', '一九八〇年五月三日出生', '一九八〇年五月三日'],
    ['coordinates', '坐标116.397428,39.90923', '116.397428,39.90923'],
    ['coordinates', '经度：116.39742', '116.39742'],
    ['coordinates', '39.908823, 116.397470', '39.908823, 116.397470'],
    ['passport', '港澳居民来往内地通行证H12345678', 'H12345678'],
    ['passport', '台胞证号：12345678', '12345678'],
    ['credit_code', '代码91350100M000100Y43', '91350100M000100Y43'],
    ['mobile', '电话幺三八零零一三一零零零', '幺三八零零一三一零零零'],
    ['resident_id', '身份证 110105491231002', '110105491231002'],
    ['plate', '粤BD12345', '粤BD12345'],
    ['wechat', '微信找lucky_2020', 'lucky_2020'],
    ['wechat', '微信你搜 lucky2020 就有', 'lucky2020'],
    ['resident_id', '310115640115180', '310115640115180'],
    ['resident_id', '11010519491231002 X', '11010519491231002 X'],
    ['landline', '+86-571-22334455', '+86-571-22334455'],
    ['landline', '0086 571 2233 4455', '0086 571 2233 4455'],
    ['landline', '+8657122334455', '+8657122334455'],
    ['landline', '+86（571）22334455', '+86（571）22334455'],
    ['landline', '电话86-571-22334455转2', '86-571-22334455转2'],
    ['mobile', '1380-013-1000', '1380-013-1000'],
    ['mobile', '13800-131-000', '13800-131-000'],
    ['mobile', '13800　131　000', '13800　131　000'],
    ['mobile', '+86 13800-13-1000', '+86 13800-13-1000'],
  ])('%s in %j', (kind, text, passage) => {
    expect(found(text)).toEqual([[kind, passage]])
  })

  it.each([
    '微信支付 100 元',
    '微信群里通知了',
    '医保 12393，社保 12333',
    '医保局拨付 12345678 元',
    '户数 1234567',
    '出生人口 1980 人',
    '2025年5月3日开会',
    '单价116.3974，数量39.9087',
    '经度不详',
    '通行证已过期',
    '一三五七九一二三四五',
    '一九八〇年五月三日开业',
    '微信支付ABC12345',
    '楼栋 510188640115180',
    '1984-12-12 345',
    '1984-12-12-345',
    '1380-013 1000',
    '15 2023 12 131',
    '+86-571-2233',
    '86 571 22334455',
  ])('none in %j', (text) => {
    expect(found(text)).toEqual([])
  })

  it('a card is no mobile number that stands within it', () => {
    expect(found('6228 4841 3812 3456 780').filter(([kind]) => kind === 'mobile')).toEqual([])
  })
})

const inColumn = (title: string, cell: string) =>
  scanCell(cell, contextOf(title), title).map(({ kind, start, end }) => [
    kind,
    cell.slice(start, end),
  ])

describe('cells of a column', () => {
  it.each([
    ['姓名', '张伟', 'name', '张伟'],
    ['姓名', '张 伟', 'name', '张 伟'],
    ['联系人', '阿依古丽·买买提', 'name', '阿依古丽·买买提'],
    ['户主姓名', '冼冠生', 'name', '冼冠生'],
    ['姓名', 'Tom Sawyer', 'name', 'Tom Sawyer'],
    ['住址', '幸福社区', 'address', '幸福社区'],
    ['电子邮箱地址', 'abc@example.com', 'email', 'abc@example.com'],
    ['地址（邮件）', 'abc＠example.com', 'email', 'abc＠example.com'],
    ['家庭地址', '138-0013-1000', 'mobile', '138-0013-1000'],
    ['联系人', '粤BD12345', 'plate', '粤BD12345'],
    ['姓名', '0755-2233 4455', 'landline', '0755-2233 4455'],
    ['家庭住址', '东风路12号', 'address', '东风路12号'],
    ['出生日期', '1980/5/3', 'birth_date', '1980/5/3'],
    ['微信号', 'lucky2020', 'wechat', 'lucky2020'],
    ['医保卡号', '330123456789', 'medical_card', '330123456789'],
    ['护照号码', 'E12345678', 'passport', 'E12345678'],
    ['台胞证', '12345678', 'passport', '12345678'],
    ['电话', '87654321', 'landline', '87654321'],
    ['经度', '116.39742', 'coordinates', '116.39742'],
    ['统一社会信用代码', '91350100M000100Y43', 'credit_code', '91350100M000100Y43'],
    ['备注', '已与李建国电话核实', 'name', '李建国'],
    ['诉求内容', '幸福小区3号楼2单元漏水', 'address', '幸福小区3号楼2单元'],
    ['编号', '13800131000', 'mobile', '13800131000'],
  ])('%s: %s is a %s', (title, cell, kind, passage) => {
    expect(inColumn(title, cell)).toEqual([[kind, passage]])
  })

  it.each([
    ['姓名', '无'],
    ['联系人', '社区居委会'],
    ['姓名', '合计'],
    ['住址', '不详'],
    ['街道', '方庄街道'],
    ['社区名称', '安居苑'],
    ['类别', '高空抛物'],
    ['受理日期', '2025-03-05'],
    ['金额', '1234567.89'],
    ['产品名称', '王老吉'],
    ['承办单位', '金山区民政局'],
    ['备注', ''],
  ])('%s: %s is nobody’s', (title, cell) => {
    expect(inColumn(title, cell)).toEqual([])
  })

  it('are masked with what they are', () => {
    expect(maskCell('张伟', contextOf('姓名'), '姓名')).toBe('［姓名］')
    expect(maskCell('转告李建国，13800131000', '', '备注')).toBe('转告［姓名］，［手机号］')
  })
})

describe('what is masked', () => {
  it('is no company’s code', () => {
    expect(maskPersonal('代码91350100M000100Y43').text).toBe('代码91350100M000100Y43')
  })
  it('in titles is only what is sure', () => {
    expect(maskPersonal('黄山台账', inTitles).text).toBe('黄山台账')
    expect(maskPersonal('低保申请人王建国材料', inTitles).text).toBe('低保申请人［姓名］材料')
    expect(maskPersonal('13800131000通话记录', inTitles).text).toBe('［手机号］通话记录')
  })
})

const piece = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 4 }),
  fc.string({
    unit: fc.constantFrom(
      ...Array.from('王李张伟国明建江路号栋单元室村组一二三0123、，。：的和在说［］'),
    ),
    maxLength: 8,
  }),
  fc.constantFrom(
    ...['居民', '王建国', '反映', '幸福小区', '3号楼2单元501', '东风路12号', '姓名：', '联系人'],
    ...['13812345678', '阿依古丽·买买提', '微信号abc12345', '生于1980年5月', ' ', '\n', '［姓名］'],
  ),
)

describe('for any text', () => {
  const texts = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''))

  it('findings are inside, apart and in order', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let at = 0
        for (const { start, end, confidence } of findPersonal(text)) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(end).toBeGreaterThan(start)
          expect(confidence).toBeGreaterThan(0)
          expect(confidence).toBeLessThanOrEqual(1)
          at = end
        }
        expect(at).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 300 },
    )
  })

  it('what is masked holds nothing more to mask', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = maskPersonal(text).text
        expect(maskPersonal(once).text).toBe(once)
      }),
      { numRuns: 300 },
    )
  })

  it('numbers, dates and tickets that are nobody’s are left alone', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(...hardNegatives), (seed, negative) => {
        expect(found(negative(drawFrom(seed)))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    '王',
    '号',
    '1号',
    '张伟',
    '村3组',
    '阿',
    '·',
    '一',
    '［',
    '省',
    '3号楼2单元',
    '居民王',
  ])('a hundred thousand characters of %j do not hold it up', (unit) => {
    const text = unit.repeat(Math.ceil(100_000 / unit.length))
    expect(cpuMs(() => findPersonal(text))).toBeLessThan(5000)
  })
})
