import { finding, type Finding, type PrivacyKind } from './finding.ts'
import { matchesOf } from './matches.ts'

/** Words, what may stand between, and the passage itself as the group `it`. */
interface Told {
  readonly kind: PrivacyKind
  readonly pattern: RegExp
  readonly confidence: number
  /** Cheap: what is in every text that has such a passage. */
  readonly may: (plain: string) => boolean
}

const has =
  (...signs: readonly string[]) =>
  (plain: string) =>
    signs.some((sign) => plain.includes(sign))

const is = '(?:号码|编号|账号|帐号|号|ID|id)?(?:是|为|:)? ?[:(“"]? ?'
/** What is done by an account: 微信找 …, 加微信的话搜 …. */
const asked =
  '(?:请|可以|可|就|也|都|上|里|直接|麻烦|联系|找|加|搜索|搜|查找|查|添加|发|聊|私聊|私信|问|扫|换成|换了|换|改成|改为|改|叫|同|我|你|他|她|它|的|好友|一下|下|备用|新|到|给|名|填|写|登记|转|收|留|输入|输|=){0,4}'
const day =
  '(?:(?:19|20)\\d{2}(?:年|[-./])\\d{1,2}(?:月|[-./])\\d{1,2}日?|(?:19|20)\\d{2}年\\d{1,2}月|(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\\d|3[01])(?!\\d)|(?:19|20)\\d{2}[-.]\\d{1,2}(?![-.\\d]))'
const chineseDay =
  '[一二][九〇零○][一二三四五六七八九〇零○]{2}年[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?'
const anyDay = `(?<it>${day}|${chineseDay})`

const told: readonly Told[] = [
  {
    kind: 'wechat',
    may: (plain) => /信|[wv]x|wechat|weixin/i.test(plain),
    pattern: new RegExp(
      `(?:微信|薇信|威信|wechat|weixin|(?<![A-Za-z])(?:wx|vx|v信))${asked}${is}(?!(?:wx|vx|v)1[3-9]\\d{9}(?!\\d))(?<it>[A-Za-z][-_A-Za-z0-9]{5,19})(?![-_A-Za-z0-9@.])`,
      'dgi',
    ),
    confidence: 0.85,
  },
  {
    kind: 'medical_card',
    may: has('卡', '证', '号'),
    pattern: new RegExp(
      `(?:医保|社保|医疗保险|社会保障|社会保险|就诊|病历|病案|住院|门诊|诊疗|健康)(?:电子)?(?:(?:卡|证|凭证)?(?:号码|编号|账号|号)|卡|证|凭证)${is}(?<it>[A-Za-z]{0,3}\\d[\\dA-Za-z-]{4,20})(?![\\dA-Za-z年月日.])`,
      'dg',
    ),
    confidence: 0.85,
  },
  {
    kind: 'household',
    may: has('户'),
    pattern: new RegExp(
      `(?:户口簿|户口本|户籍|户口|家庭户|户)(?:编号|号码|号|代码)(?:是|为|:)? ?:? ?(?<it>[A-Za-z]{0,3}\\d[\\dA-Za-z-]{4,20})(?![\\dA-Za-z年月日.])`,
      'dg',
    ),
    confidence: 0.75,
  },
  {
    kind: 'birth_date',
    may: has('生'),
    pattern: new RegExp(
      `(?:出生(?:日期|年月|时间)?|生日|生于|诞生于)(?:于|是|为|在|:)? ?:? ?${anyDay}`,
      'dg',
    ),
    confidence: 0.9,
  },
  {
    kind: 'birth_date',
    may: has('生'),
    pattern: new RegExp(`${anyDay}(?:出生|生日|生(?=[,。;)、 ]|$))`, 'dg'),
    confidence: 0.9,
  },
  {
    kind: 'passport',
    may: has('证'),
    pattern:
      /(?:通行证|回乡证|回鄉證|台胞证)(?:号码|号)?(?:是|为|:)? ?:? ?(?<it>[HM]\d{8}(?:\d{2})?|[HM][A-Z]\d{7}|C[A-HJ-NP-Z]\d{7}|[CW]\d{8}|\d{8}(?:\d{2})?)(?![\dA-Za-z])/dgi,
    confidence: 0.9,
  },
]

/** Passages that only a word just before or after them tells: ids, card numbers, days of birth. */
export function toldByWords(plain: string): Finding[] {
  return told.flatMap((one) => (one.may(plain) ? passagesOf(plain, one) : []))
}

function passagesOf(plain: string, { kind, pattern, confidence }: Told): Finding[] {
  return matchesOf(plain, pattern).flatMap(({ indices }) => {
    const [start, end] = indices?.groups?.['it'] ?? []
    return start === undefined || end === undefined ? [] : [finding(kind, start, end, confidence)]
  })
}
