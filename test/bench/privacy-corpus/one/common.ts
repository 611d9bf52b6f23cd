import type { Draw } from '../draw.ts'
import type { Grammar } from '../grammar.ts'
import * as make from '../numbers.ts'
import { commonSurname, fullName } from '../surnames.ts'
import { areas, issuers, names, plateStarts } from './names.ts'

function mobileOf(draw: Draw): string {
  const plain = make.mobile(draw)
  const form = draw.below(20)
  const parted = (by: string) => [plain.slice(0, 3), plain.slice(3, 7), plain.slice(7)].join(by)
  if (form === 0) return parted(' ')
  if (form === 1) return parted('-')
  if (form === 2) return `+86 ${plain}`
  if (form === 3) return make.wide(plain)
  if (form === 4) return `0086 ${plain.slice(0, 5)} ${plain.slice(5)}`
  if (form === 5) return `${plain.slice(0, 5)}-${plain.slice(5, 8)}-${plain.slice(8)}`
  return plain
}

function residentOf(draw: Draw): string {
  const plain = make.residentId(draw, areas)
  const form = draw.below(20)
  if (form === 0) return plain.toLowerCase()
  if (form === 1) return [plain.slice(0, 6), plain.slice(6, 14), plain.slice(14)].join(' ')
  if (form === 2) return make.wide(plain)
  return plain
}

function cardOf(draw: Draw): string {
  const plain = make.bankCard(draw, issuers)
  return draw.chance(0.3) ? plain.replace(/(\d{4})(?=\d)/g, '$1 ') : plain
}

function landlineOf(draw: Draw): string {
  const number = `${draw.pick('2345678'.split(''))}${draw.digits(7)}`
  const area = draw.pick(['028', '025', '027', '029', '021'])
  const form = draw.below(4)
  if (form === 0) return `${area}${number}`
  if (form === 1) return `（${area}）${number}`
  if (form === 2 && draw.chance(0.3)) return `+86 (${area.slice(1)}) ${number}`
  return `${area}-${number}`
}

const from = (low: number, high: number) => (draw: Draw) => String(low + draw.below(high - low + 1))

/** The first set's places, offices and numbers. */
export const common: Grammar = {
  name: (draw) => fullName(draw, names),
  surname: commonSurname,
  mobile: mobileOf,
  'mobile.spoken': (draw) => make.spoken(make.mobile(draw)),
  resident_id: residentOf,
  'resident_id.old': (draw) => make.oldResidentId(draw, areas),
  bank_card: cardOf,
  landline: landlineOf,
  passport: make.passport,
  plate: (draw) => make.plate(draw, plateStarts, draw.chance(0.2) ? '·' : ''),
  credit_code: (draw) => make.creditCode(draw, areas),
  email: (draw) =>
    `${draw.pick(['lihua', 'zhangw', 'cat', 'sunny', 'wangyi'])}${draw.chance(0.5) ? '_' : ''}${draw.digits(4)}@${draw.pick(['qq.com', '163.com', 'sina.com'])}`,
  wechat: (draw) => `${draw.pick(['lxj', 'zhouzhou', 'hapi', 'wxid', 'mm'])}_${draw.digits(6)}a`,
  medical_card: (draw) => `5101${draw.digits(8)}`,
  household: (draw) => draw.digits(9),

  city: ['成都市', '南京市', '武汉市', '西安市', '泸州市'],
  district: ['锦江区', '武侯区', '玄武区', '洪山区', '灞桥区', '龙马潭区', '双流区', '江夏区'],
  street: ['春熙路街道', '跳伞塔街道', '梅园街道', '红旗街道', '永宁街道', '安居镇', '青龙镇'],
  community: ['梨花社区', '幸福社区', '东风社区', '望江社区', '石桥村', '李家湾村', '玉林社区'],
  estate: [
    '翠湖苑',
    '金色家园',
    '阳光花园',
    '锦绣城',
    '万达华府',
    '府河名居',
    '丽景小区',
    '电机厂宿舍',
  ],
  road: [
    '人民路',
    '幸福路',
    '建设北路',
    '梨花街',
    '滨江大道',
    '解放西路',
    '科华南路',
    '一环路东五段',
    '桂花巷',
    '石板街',
  ],
  n: from(1, 180),
  b: from(1, 38),
  u: from(1, 4),
  room: (draw) => `${1 + draw.below(32)}0${1 + draw.below(8)}`,
  block: ['栋', '号楼', '幢'],
  home: [
    '{estate}{b}{block}{u}单元{room}室',
    '{estate}{b}{block}{u}单元{room}',
    '{estate}{b}{block}{room}室',
    '{road}{n}号',
    '{road}{n}号{b}{block}',
    '{road}{n}号{estate}{b}{block}{u}单元{room}号',
    '{community}{u}组{n}号',
  ],
  address: [
    '{home}',
    '{district}{home}',
    '{district}{street}{home}',
    '{city}{district}{home}',
    '四川省{city}{district}{street}{community}{home}',
    '{street}{community}{home}',
  ],
  spot: [
    '{road}与{road}交叉口',
    '{community}广场',
    '{estate}南门',
    '{road}沿线',
    '{estate}地下车库',
    '{community}活动室门口',
  ],

  company: [
    '华润物业服务有限公司',
    '四川宏达建设工程有限公司',
    '绿源环卫有限责任公司',
    '国网供电公司',
    '兴蓉水务公司',
    '老李餐馆',
    '安居物业',
  ],
  office: [
    '区城管局',
    '街道办事处',
    '区民政局',
    '市住建局',
    '社区居委会',
    '派出所',
    '区市场监管局',
    '市公交集团',
    '综合执法队',
  ],
  title: ['主任', '书记', '局长', '站长', '科长', '队长', '所长'],
  y: from(2019, 2025),
  m: from(1, 12),
  d: from(1, 28),
  hh: from(7, 21),
  mm: (draw) => String(draw.below(60)).padStart(2, '0'),
  date: ['{y}年{m}月{d}日', '{m}月{d}日', '{y}-0{u}-1{u}'],
  amount: (draw) => `${draw.below(9000) + 50}.${draw.digits(2)}`,
  ticket: (draw) => `${draw.pick(['GD', 'RX', 'WT'])}2024${draw.digits(8)}`,
  count: from(2, 300),
  age: from(18, 93),
}
