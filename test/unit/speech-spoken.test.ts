import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spoken } from '../../desktop/domain/speech/spoken.ts'
import { unspeakable } from '../../desktop/domain/speech/unspeakable.ts'

describe('the spoken form', () => {
  it.each([
    // money
    ['收款 ¥12.50', '收款 12 元 5 角'],
    ['12 元 5 角', '12 元 5 角'],
    ['12.05 元', '12 元 零 5 分'],
    ['￥0.50', '5 角'],
    ['¥0.05', '5 分'],
    ['¥12.00', '12 元'],
    ['¥0.00', '0 元'],
    ['¥1,280', '1280 元'],
    ['-¥30', '负 30 元'],
    ['¥1.2 万', '1.2 万元'],
    ['1.2 万元', '1.2 万元'],
    ['5.60 元/斤', '5 元 6 角每斤'],
    // phone numbers, hotlines, codes
    ['打 12345 问问', '打 幺二三四五 问问'],
    ['反诈热线 96110。', '反诈热线 九六幺幺零。'],
    ['买票上 12306。', '买票上 幺二三零六。'],
    ['拨打 110 或者 120。', '拨打 幺幺零 或者 幺二零。'],
    ['打 120，这次 120 元。', '打 幺二零，这次 120 元。'],
    ['血压 120，心跳 80。', '血压 120，心跳 80。'],
    ['电话是 13900001234。', '电话是 幺三九，零零零零，幺二三四。'],
    ['139-0000-1234', '幺三九，零零零零，幺二三四'],
    ['0512-12345678', '零五幺二，幺二三四，五六七八'],
    ['400-820-8820', '四零零，八二零，八八二零'],
    ['验证码是 482913，别告诉人', '验证码是 四八二九一三，别告诉人'],
    ['尾号 0017 的卡', '尾号 零零一七 的卡'],
    ['G7012 次', 'G七零一二 次'],
    ['3 栋 1201 室', '3 栋 幺二零幺室'],
    ['一共 12345 件', '一共 12345 件'],
    ['编号 3201051', '编号 三二零一零五一'],
    // dates and times
    ['20:00 开门', '20 点 开门'],
    ['8:30', '8 点 30 分'],
    ['08：05', '8 点零 5 分'],
    ['9:00-11:30', '9 点 到 11 点 30 分'],
    ['2026-11-25', '二零二六年 11 月 25 日'],
    ['2026/1/5', '二零二六年 1 月 5 日'],
    ['2026 年 11 月', '二零二六年 11 月'],
    ['2020—2024 年', '二零二零到二零二四年'],
    ['住了 20 年', '住了 20 年'],
    // measures
    ['93.72%', '百分之 93.72'],
    ['12%—15%', '百分之 12 到百分之 15'],
    ['-3℃', '零下 3 摄氏度'],
    ['5~8 ℃', '5 到 8 摄氏度'],
    ['3-5 天', '3 到 5 天'],
    ['3:2', '3 比 2'],
    // links, quotes
    ['点 https://yb-cx.example/a?b=1 认证', '点 一个链接 认证'],
    ['网址是yb-cx.example/12。', '网址是一个链接。'],
    ['写信到 a.b@c.example。', '写信到 一个邮箱地址。'],
    ['点“扫一扫”。', '点，扫一扫。'],
    ['“扫一扫”在右上角', '扫一扫，在右上角'],
    ['点“我的”“设置”', '点，我的，设置'],
    ['设置→时间和语言', '设置，时间和语言'],
    ['先看（不急）再点', '先看，不急，再点'],
    ["It's 1 m", "It's 1 m"],
  ])('of %s', (text, said) => {
    expect(spoken(text)).toBe(said)
    expect(spoken(said)).toBe(said)
  })
})

const values = '零一二三四五六七八九'
/** The digits that count, in their order, whichever way they are written. */
function digits(text: string): string {
  return text
    .replaceAll('幺', '一')
    .replaceAll(/[一二三四五六七八九]/g, (name) => String(values.indexOf(name)))
    .replaceAll(/[^1-9]/g, '')
}
const letters = (text: string) => [...text.matchAll(/[\p{Script=Han}A-Za-z]/gu)].join('')

const piece = fc.oneof(
  fc.constantFrom(
    '先看金额',
    '打',
    '电话',
    '“扫一扫”',
    '，',
    '。',
    '（',
    '）',
    '、',
    ' ',
    '-',
    ':',
    '：',
  ),
  fc.constantFrom(
    '元',
    '年',
    '室',
    '℃',
    '%',
    '¥',
    '.',
    '/',
    '—',
    'G',
    '尾号',
    '分',
    '件',
    '+',
    '=',
    '\n',
  ),
  fc.nat(99_999_999).map(String),
  fc.nat(999).map(String),
  fc
    .tuple(fc.nat(999), fc.nat(99))
    .map(([yuan, fen]) => `¥${yuan}.${String(fen).padStart(2, '0')}`),
  fc.tuple(fc.nat(23), fc.nat(59)).map(([h, m]) => `${h}:${String(m).padStart(2, '0')}`),
)
const writing = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''))

describe('whatever is written', () => {
  it('is not made anew of what was made', () => {
    fc.assert(
      fc.property(writing, (text) => {
        const once = spoken(text)
        expect(spoken(once)).toBe(once)
      }),
    )
  })
  it('keeps every digit that counts, and every word in its place', () => {
    fc.assert(
      fc.property(writing, (text) => {
        expect(digits(spoken(text))).toBe(digits(text))
        let at = 0
        const said = letters(spoken(text))
        for (const letter of letters(text).replaceAll('元', '')) {
          at = said.indexOf(letter, at) + 1
          expect(at).toBeGreaterThan(0)
        }
      }),
    )
  })
})

describe('what no voice reads', () => {
  it.each([
    ['先看收款方，再看钱数：¥12.50（12 元 5 角）。', []],
    ['Wi-Fi 连上了吗？', []],
    ['★ 点这里 ★ →', ['★', '→']],
    ['真好😀！', ['😀']],
    ['a < b', ['<']],
  ])('in %s', (text, found) => {
    expect(unspeakable(text)).toEqual(found)
  })
})
