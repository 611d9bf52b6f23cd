import { allLabels } from './finding.ts'
import { plainText } from './plain-text.ts'
import { lexicon } from './words/lexicon.ts'
import { smallBefore } from './words/name-context.ts'
import { labelsBefore } from './words/name-frames.ts'
import { bodies, roles, titles, verbs } from './words/name-lexicons.ts'
import { anyOf, isHan, isPair, surnameWeight } from './words/sign-class.ts'
import { isWordAt } from './words/word-book.ts'

const small = lexicon(smallBefore)
const labels = lexicon(labelsBefore)

/** Signs between a role and the name. */
const isBetween = anyOf(':： 是为叫“"(（')
/** Surnames that count things. */
const isCounted = anyOf('张项段毛路章方车单户')
const isCall = anyOf('叫找')
const isAge = anyOf('小老')
const isSomebody = anyOf('人员者')
const isKin = anyOf('妻夫子女父母兄弟姐妹儿孙')
const isFacing = anyOf('向于')
const isAnd = anyOf('和与跟及')
const isHouse = anyOf('栋幢号')
/** Signs that make a word with what is before them only by chance. */
const isSoft = anyOf('的了说等得和与在于向对把被将讲系则曾是就已为跟及要经按因')

/** What stands where something was masked before; its brackets are half-width in a plain text. */
const masks = lexicon(allLabels.flatMap((label) => [label, plainText(label)]).join(' '))

/** As much as evidence can say for and against. */
export const strong = 4
export const against = -6

/** What stands before a name says for it. */
export function leftEvidence(text: string, start: number): number {
  const sign = text[start - 1]
  if (sign === undefined) return facesName(text, start) ? facing : 1
  if (masks.before(text, start) > 0) return against
  if (
    isCounted(text, start) &&
    /(?<![周期])[\d一二两三四五六七八九十几每这那] ?$/.test(
      text.slice(Math.max(0, start - 3), start),
    )
  )
    return /(?:^|\n)\d{1,2} ?$/.test(text.slice(Math.max(0, start - 4), start)) ? 0 : against
  const isPlain = surnameWeight(text.charCodeAt(start)) < 0
  if (roles.before(text, start) > 1) return strong
  if (isJoined(text, start) || isAge(text, start - 1)) return -5
  if (isCall(text, start - 1)) return isPlain ? 2 : strong
  if (isBetween(text, start - 1) && roles.before(text, start - 1) > 1) return strong
  if (sign === ':' && labels.before(text, closing(text, start - 1)) > 0) return strong
  if (sign === ':' && /[人员者长户]/.test(text[start - 2] ?? '')) return strong
  if (!isHan(sign.charCodeAt(0))) {
    if (facesName(text, start)) return facing
    return sign === ':' ? 2 : 1
  }
  if (isSomebody(text, start - 1)) return isPlain ? 1 : 3
  if (isKin(text, start - 1) && !isHan(text.charCodeAt(start - 2))) return strong
  const word = small.before(text, start)
  if (word === 1 && isPreposition(text, start)) return 2
  if (word < 2 && isWordAt(text, start - 1)) {
    return start > 1 && isWordAt(text, start - 2) ? -1 : -7
  }
  // 及 is no small word in 涉及
  if (word === 1 && start > 1 && isWordAt(text, start - 2)) return 0
  return word > 0 ? 2 : 0
}

const facing = -3

/** Where what is in brackets before a colon begins: 甲方(出租方):. */
function closing(text: string, at: number): number {
  if (text[at - 1] !== ')') return at
  const open = text.lastIndexOf('(', at - 2)
  return open >= 0 && at - open <= longestBrackets ? open : at
}
const longestBrackets = 12

/** 向 and 于 are small words where a surname comes after them. */
const facesName = (text: string, start: number) =>
  isFacing(text, start) &&
  (surnameWeight(text.charCodeAt(start + 1)) > 1 ||
    (isWordAt(text, start + 1) && !isPair(text.charCodeAt(start + 1), text.charCodeAt(start + 2))))

/** 由朱 is no word, whatever the dictionary says; 对方 and 由于 are. */
const isPreposition = (text: string, start: number) =>
  surnameWeight(text.charCodeAt(start)) > 1 &&
  /[由给与跟让请被和对找受]/.test(text[start - 1] ?? '') &&
  !prepositional.test(text.slice(start - 1, start + 3))

const prepositional = /对方|对白|和田(?=玉|市|地区|县|红枣|机场)|被万|给万|和万|和江|对江/

/** 水费涨 and 奖学金获得: a sign that ends the word before it. */
function isJoined(text: string, start: number): boolean {
  if (!mayJoin(text, start)) return false
  return joined[text[start] ?? '']?.includes(text[start - 1] ?? ' ') ?? false
}

/** Surnames that are everyday words, with the signs after which they are one. */
const joined: Readonly<Record<string, string>> = {
  费: '水电气学房车业理修运暖租餐药医话网邮路旅收缴交付减退位养护',
  金: '学助租押奖罚资基定订约积证纳老恤问现黄五冶本佣酬薪贴保',
  钱: '把将的拿用收退花借还要没有出少多了先省赚挣块毛',
  车: '叫停开打坐租洗修骑乘上下候货客用派学校接',
  段: '字时路阶片手身波频分地河区这那工标',
  方: '供甲乙对双官校警地多各资买卖需东南西北立平我他',
}

const mayJoin = anyOf(Object.keys(joined).join(''))

/** How long the words are, begun here, for what somebody does. */
export const verbLength = (text: string, at: number) => verbs.after(text, at)

const number = /[^\u4e00-\u9fff\d]{0,3}\d{7}/y

/** How a person is described. */
const described =
  /[,(、 ]{0,2}(?:男|女|\d{1,3}岁|身份证|公民身份|联系电话|电话|手机|住址|家住|现住|现年|户籍)|\((?:妻|夫|丈夫|儿|女|长子|次子|父|母|孙|外孙|外甥|侄|兄|弟|姐|妹|哥|户主|本人|因|时年|化名|已故|已婚|未婚|\d{2}岁|(?:副)?(?:组|队|班|站|所|局)长|(?:副)?主任|(?:副)?书记)/y

/** Whether how a person is described can begin with this sign. */
const beginsWhatIs = (sign: string) => beginnings[sign.charCodeAt(0)] === 1
const beginnings = new Uint8Array(65_536)
for (const sign of ',(、 男女身公联电手住家现户0123456789') beginnings[sign.charCodeAt(0)] = 1

/** What somebody is given or owes. */
const paid = /[:： ]{0,2}[\d.,]{1,10} ?元/y

/** Where no Chinese sign comes after: a telephone's number, a sum of money, or the end of a phrase. */
function beyondName(text: string, end: number): number {
  number.lastIndex = end
  if (number.test(text)) return strong
  paid.lastIndex = end
  return paid.test(text) ? 3 : 1
}

/** What stands after a name says for it. */
export function rightEvidence(text: string, end: number): number {
  const sign = text[end]
  if (sign === undefined) return 1
  if (masks.after(text, end) > 0) return against
  if (beginsWhatIs(sign)) {
    described.lastIndex = end
    if (described.test(text)) return strong
  }
  if (!isHan(sign.charCodeAt(0))) return beyondName(text, end)
  // 李万和 at the end of a phrase: nobody comes after 和
  if (isAnd(text, end) && !isHan(text.charCodeAt(end + 1))) return 0
  // 蓝郡八栋 is a building
  if (isHouse(text, end) && /[一二三四五六七八九十]/.test(text[end - 1] ?? '')) return against
  if (text[end - 1] === '任' && appointed.test(text.slice(end, end + 16))) return against
  if (sign === '任' && appointed.test(text.slice(end + 1, end + 16))) return strong
  const verb = verbs.after(text, end)
  const title = titles.after(text, end)
  const body = bodies.after(text, end)
  if (isWordAt(text, end - 1) && !isSoft(text, end) && !isHome(text, end)) {
    if (verb > 1 || title > 1) return 3
    return isWordAt(text, end) ? -2 : -5
  }
  if (title > 1 && title >= body) return strong
  if (isHome(text, end)) return verb > 1 ? 3 : 2
  if (body > verb) return against
  if (verb > 1) return 3
  if (verb === 1) return 2
  if (isBodyNear(text, end)) return -2
  return isWordAt(text, end) ? 1 : 0
}

/** An office that somebody is given: 任柳河村党支部书记. */
const appointed =
  /^(?!何)[\u4e00-\u9fff]{0,12}?(?:主任|书记|委员|[组队班局处科所站院校镇乡村区县市部厂店园社会团连排馆巷楼栋户网格]长|干事|会计|专干|经理|教师|医师|网格员|主席|主管|[书事董]长|职)/

/** 家 after a name is where he lives: 墨家 is no word in 走访朱子墨家, nor 家电 in 家电线. */
const isHome = (text: string, at: number) =>
  text[at] === '家' &&
  !families.includes(text[at - 1] ?? ' ') &&
  (!isHan(text.charCodeAt(at + 1)) || !isWordAt(text, at) || isWordAt(text, at + 1))

/** Signs that make an everyday word with 家. */
const families = '国大专人全回各住商厂买卖画作自老公当居成安在搬出离婆娘东亲冤行赢店农渔女男'

/** 张江 is no person in 张江某某园区. */
function isBodyNear(text: string, end: number): boolean {
  for (let at = end + 1; at < end + 4; at += 1) {
    if (verbs.after(text, at) > 0) return false
    if (bodies.after(text, at) > 1) return true
  }
  return false
}

/** Whether a phrase ends here: between it and a role, whatever stands there is a name. */
export function isClosed(text: string, end: number): boolean {
  const after = text.charCodeAt(end)
  return Number.isNaN(after) || !isHan(after) || verbs.after(text, end) > 1
}
