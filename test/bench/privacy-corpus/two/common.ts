import type { Draw } from '../draw.ts'
import type { Grammar } from '../grammar.ts'
import * as make from '../numbers.ts'
import { commonSurname, fullName } from '../surnames.ts'
import { areas, issuers, names, plateStarts } from './names.ts'

function mobileOf(draw: Draw): string {
  const plain = make.mobile(draw)
  const [a, b, c] = [plain.slice(0, 3), plain.slice(3, 7), plain.slice(7)]
  const forms: readonly string[] = [
    `${plain.slice(0, 4)}-${plain.slice(4, 7)}-${c}`,
    `${a}.${b}.${c}`,
    `86-${plain}`,
    `(+86)${plain}`,
    `${a} ${b}${c}`,
    `${a}－${b}－${c}`,
    `+86${a} ${b} ${c}`,
    make.wide(`${a}-${b}-${c}`).replaceAll('-', '－'),
  ]
  return draw.chance(0.2) ? draw.pick(forms) : plain
}

function residentOf(draw: Draw): string {
  const plain = make.residentId(draw, areas)
  const parts = (by: string) =>
    [plain.slice(0, 6), plain.slice(6, 10), plain.slice(10, 14), plain.slice(14)].join(by)
  const forms = [
    `${plain.slice(0, 6)}-${plain.slice(6, 14)}-${plain.slice(14)}`,
    parts(' '),
    make.wide(plain),
    plain.replace('X', 'x'),
    `${plain.slice(0, 17)} ${plain.slice(17)}`,
  ]
  return draw.chance(0.18) ? draw.pick(forms) : plain
}

function cardOf(draw: Draw): string {
  const plain = make.bankCard(draw, issuers)
  const by = draw.pick(['', '', '', ' ', '-'])
  return by === '' ? plain : plain.replace(/(\d{4})(?=\d)/g, `$1${by}`)
}

function landlineOf(draw: Draw): string {
  const number = draw.pick('2345678'.split('')) + draw.digits(7)
  const area = draw.pick(['0571', '0574', '0731', '0371', '0532', '010', '020', '0591', '022'])
  return draw.pick([
    `${area}-${number}`,
    `${area} ${number}`,
    `${area}—${number}`,
    `(${area})${number}`,
    `${area}-${number.slice(0, 4)}-${number.slice(4)}`,
    `${area}-${number}转8${draw.digits(2)}`,
    `+86-${area.slice(1)}-${number}`,
  ])
}

function emailOf(draw: Draw): string {
  const who = draw.pick(['chen.kx', 'blueocean', 'zhoumin', 'hanmeimei', 'dq-liu', 'Tom.Zhao'])
  const where = draw.pick([
    'foxmail.com',
    '126.com',
    'gmail.com',
    'yeah.net',
    'hz.gov.cn',
    'vip.qq.com',
  ])
  return `${who}${draw.below(2000)}@${where}`
}

function wechatOf(draw: Draw): string {
  return draw.pick(['yanzi', 'dahai', 'Lv', 'apple', 'gzh']) + draw.pick(['-', '']) + draw.digits(5)
}

const from = (low: number, high: number) => (draw: Draw) => String(low + draw.below(high - low + 1))

const padded = (high: number) => (draw: Draw) => String(1 + draw.below(high)).padStart(2, '0')

/** What the second set's people are told by. */
export const people: Grammar = {
  name: (draw) => fullName(draw, names),
  'name.parted': (draw) => `${commonSurname(draw)}\u3000${draw.pick(names.singles)}`,
  surname: commonSurname,
  mobile: mobileOf,
  'mobile.spoken': (draw) => make.spoken(make.mobile(draw)),
  resident_id: residentOf,
  'resident_id.old': (draw) => make.oldResidentId(draw, areas),
  bank_card: cardOf,
  landline: landlineOf,
  passport: make.passport,
  plate: (draw) => make.plate(draw, plateStarts, draw.pick(['', '', '', '·', ' ', '-'])),
  credit_code: (draw) => make.creditCode(draw, areas),
  email: emailOf,
  wechat: wechatOf,
  medical_card: (draw) => draw.pick(['A', 'F', 'Y']) + draw.digits(8),
  household: (draw) => draw.digits(9),
}

/** Days, amounts and numbers that are nobody's. */
export const quantities: Grammar = {
  yyyy: from(2018, 2026),
  mon: from(1, 12),
  dd: from(1, 28),
  pm: padded(12),
  pd: padded(28),
  hour: from(6, 22),
  minute: (draw) => String(draw.below(60)).padStart(2, '0'),
  small: from(2, 9),
  some: from(10, 99),
  many: from(100, 999),
  years: from(3, 96),
  day: [
    '{yyyy}年{mon}月{dd}日',
    '{mon}月{dd}日',
    '{yyyy}.{pm}.{pd}',
    '{yyyy}/{mon}/{dd}',
    '今年{mon}月',
    '{yyyy}年{mon}月{dd}日{hour}时许',
  ],
  money: [
    '{small},{many}元',
    '{many}.{some}元',
    '{some}万元',
    '人民币{many}元',
    '{small}.{small}亿元',
  ],
  code: [
    '{yyyy}{pm}{pd}{many}{many}',
    'SQ-{yyyy}-{many}{some}',
    'HZ{yyyy}{pm}{pd}{many}',
    '〔{yyyy}〕{some}号',
    'No.{many}{many}{small}',
  ],
  agency: [
    '市信访局',
    '县卫健委',
    '镇综治中心',
    '区人社局',
    '市医保局',
    '县教育局',
    '区残联',
    '乡司法所',
    '市数据局',
    '交警大队',
    '区应急管理局',
    '水务集团',
    '街道党工委',
    '片区服务站',
    '县农业农村局',
  ],
  firm: [
    '恒通热力有限公司',
    '浙江新安装饰工程有限公司',
    '长城物业集团',
    '中国移动营业厅',
    '顺丰速运网点',
    '张记牛肉面馆',
    '康泰大药房',
    '陈氏兄弟汽修厂',
    '金地置业',
    '平安保险',
    '黄河水电公司',
  ],
  role: [
    '支书',
    '镇长',
    '副局长',
    '处长',
    '校长',
    '院长',
    '调解员',
    '楼长',
    '驻村干部',
    '联络员',
    '经理',
  ],
}
