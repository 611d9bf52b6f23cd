import { against, leftEvidence, strong } from './name-beside.ts'
import { lexicon } from './words/lexicon.ts'
import { bodiesAfter, neverNames, rolesBefore } from './words/name-context.ts'
import { everydayWords } from './words/name-frames.ts'
import { bodies, roles, titles, verbs } from './words/name-lexicons.ts'
import { nameWords } from './words/name-words.ts'
import { roadEnds } from './words/place-words.ts'
import {
  anyOf,
  beginsFewWords,
  givenWeight,
  isHan,
  isPair,
  surnameWeight,
} from './words/sign-class.ts'
import { isWord, isWordAt } from './words/word-book.ts'

const roads = lexicon(roadEnds)
const everyday = lexicon(everydayWords)
const wordsOfNames = lexicon(nameWords)
const never = lexicon([neverNames, rolesBefore, bodiesAfter].join(' '))

const isAskedSign = anyOf(':人员者长')

/** What stands beside a passage says for it. */
export interface Beside {
  readonly left: number
  readonly right: number
  /** Whether it stands between the marks of a list. */
  readonly isListed?: boolean
}

const isNameWord = (text: string, start: number, end: number) =>
  wordsOfNames.after(text, start) === end - start

/** What words say against a name, unless a role stands before it: then even 高兴 is somebody. */
export function wordEvidence(
  text: string,
  start: number,
  end: number,
  { left, right, isListed = false }: Beside,
): number {
  const name = text.slice(start, end)
  const known = never.after(text, start)
  if (isListed && isNameWord(text, start, end)) return isWord(name) || known > 1 ? -3 : 0
  if (name.length === 2 && isCertain(text, start, end)) return isWord(name) ? -1 : 0
  if (isAskedWord(text, start, end)) return 0
  if (isFilledIn(text, start, end, left)) return isWord(name) ? -3 : -1
  if (isTeller(text, start, end)) return surnameWeight(text.charCodeAt(start)) < 0 ? 2 : 0
  if (name.length === 2 && right < strong && isOfMany(text, start) && isPlainWord(text, start, end))
    return isNameWord(text, start, end) && reports.test(text.slice(end, end + 2)) ? -2 : against - 2
  if (right >= 2 && left >= strong && isNameWord(text, start, end) && isOne(text, start)) return -2
  if (right >= 3 && (left > 1 || right >= strong) && isNameWord(text, start, end))
    return isWord(name) || known > 1 ? -2 : 0
  const isTelling =
    name.length > known &&
    (givenWeight(text.charCodeAt(end - 1)) > 1 ||
      ((left >= strong || right >= 3) &&
        isPair(text.charCodeAt(end - 2), text.charCodeAt(end - 1))))
  if ((known > 1 && !isTelling) || roads.before(text, end) > 1) return against
  if (homestead.test(name)) return against
  if (bodies.after(text, start + 1) >= name.length - 1)
    return ofLand(text, start, { left, right, isListed })
  if (titles.after(text, start + 1) === name.length - 1) return against
  if (name.length > 2 && bodies.after(text, end - 1) > 1) return against
  const most = left >= strong ? -1 : -4
  const isFamous =
    givenWeight(text.charCodeAt(start + 1)) > 0 &&
    beginsFewWords(text.charCodeAt(start)) &&
    everyday.after(text, start) === 0
  if (isWord(name) && !isFamous) return name.length > 2 ? Math.max(most, -3) : most
  if (name.length === 2) return 0
  // a word or a name of two signs, and the third begins what follows
  const rest = verbs.after(text, end - 1) > 1 || titles.after(text, end - 1) > 1 ? -4 : 0
  if (isFamous || !isWordAt(text, start)) return rest
  // 王成 is a word to the dictionary; 成林 is a given name
  return rest + (isPair(name.charCodeAt(1), name.charCodeAt(2)) ? -1 : Math.max(most, -3))
}

/** A name of three, whatever words are in it, between a role and a mark: 记录人:高兴旺. */
const isFilledIn = (text: string, start: number, end: number, left: number) =>
  end - start === 3 &&
  left >= strong &&
  !isHan(text.charCodeAt(end)) &&
  isAskedSign(text, start - 1) &&
  !isOffice.test(text.slice(start, end)) &&
  roads.before(text, end) < 2 &&
  roles.after(text, start) < 3 &&
  roles.after(text, start + 1) < 2 &&
  titles.after(text, start + 1) < 2 &&
  bodies.after(text, start + 1) < 2 &&
  bodies.after(text, end - 1) === 0

/** At the beginning of a phrase, a word that is a name as well, and what only somebody does. */
const isTeller = (text: string, start: number, end: number) =>
  !isHan(text.charCodeAt(start - 1)) &&
  tells.test(text.slice(end, end + 4)) &&
  isNameWord(text, start, end)

const tells =
  /^(?:反映|来电|来访|来信|表示|称其|称自|诉称|辩称|认为|提出|签字确认|到场|名下|去世|病故|报警)/

/** What somebody does whose name stands between it and a word for many people: 居民高兴反映. */
const reports =
  /^(?:反映|反应|反馈|来电|来访|来信|称|表示|投诉|举报|诉|求助|咨询|家|名下|系|说|报警|报修|申请)/

/** A word of every day, and no famous name. */
const isPlainWord = (text: string, start: number, end: number) =>
  isWord(text.slice(start, end)) &&
  (!beginsFewWords(text.charCodeAt(start)) || everyday.after(text, start) > 0)

const askedFor =
  /(?:[人者员名主]:|姓名 |(?:来电|诉求|投诉|申请|经手|反映|举报|报案|报警|来访|来信|求助|联系|登记|填表|经营)[人者])$/
const isOffice = /[委局办组部队站所处科]$/

/** Where a form asks for a name, and nothing but a mark follows, even a word is one. */
function isCertain(text: string, start: number, end: number): boolean {
  return (
    !isHan(text.charCodeAt(end)) &&
    !isOffice.test(text.slice(start, end)) &&
    (text[start - 1] === ':' || surnameWeight(text.charCodeAt(start)) > 0) &&
    askedFor.test(text.slice(Math.max(0, start - 4), start))
  )
}

/** 谢家湾 and 陈家桥 are places that were called after a family. */
const homestead =
  /^.家[湾坪门桥岩沱沟坡村庄巷堡铺店屯营集寨楼嘴汇渡口塘坝坨岗坎岭冲院墩圩浜塝河洼]$/

/** 山 and 江 are given names, too: where somebody is asked for, 韦山 is no hill. */
function ofLand(text: string, start: number, { left, right, isListed }: Beside): number {
  return (isListed === true || left >= strong || (left > 1 && right >= 3)) &&
    /[山江河湖海桥港岛城庄洲川]/.test(text[start + 1] ?? '')
    ? -2
    : against
}

/** Words of people in general: whatever comes after them, 高兴 is how they feel. */
const manyPeople =
  /(?:究生|[读观乘游旅][客者众]|妇女|儿童|[老青少]年|病人|网友|对象|居民|村民|市民|群众|职工|员工|干部|党员|业主|住户|用户|客户|顾客|商户|农户|人员|成员|老人|学生|家长|孩子|患者|青年|同志|老师|师傅|司机|乘客|物业|单位|专家|代表|客服|窗口|周[一二三四五六日])$/

/** 户主夏天，: a word that is a name as well, between somebody's role and the end of a phrase. */
export function isAskedWord(text: string, start: number, end: number): boolean {
  return (
    !isHan(text.charCodeAt(end)) &&
    (isNameWord(text, start, end) ||
      (isWord(text.slice(start, end)) && isOne(text, start) && !isNobody(text, start, end))) &&
    leftEvidence(text, start) >= strong &&
    !isOfMany(text, start)
  )
}

const isOfMany = (text: string, start: number) =>
  manyPeople.test(text.slice(Math.max(0, start - 2), start))

/** Roles that one person has, a word for each of whom comes after. */
const oneRole =
  /(?:主任|书记|[组队班局处科所站院校镇乡村区县市部厂店园会团连排馆]长|会计|律师|法官|民警|辅警|警官|医师|教师|师傅|原告|被告|甲方|乙方|丈夫|妻子|儿子|女儿|父亲|母亲|[录系请诉映报告警修办理见证核批持托责]人|网格员|调解员|接线员|话务员|受理员|记录员|户主|房东|房主|车主|店主)[:： ]?$/

const isOne = (text: string, start: number) =>
  oneRole.test(text.slice(Math.max(0, start - 5), start))

/** What a form says where nobody is named, and words for somebody in general. */
const isNobody = (text: string, start: number, end: number) =>
  roles.after(text, start) === end - start ||
  titles.after(text, start) === end - start ||
  verbs.after(text, start) === end - start ||
  bodies.after(text, end - 1) > 0 ||
  nobody.test(text.slice(start, end))

const nobody =
  /^(?:关系|单位|公司|时间|方式|程序|安排|常住|高龄|居家|成年|应该|应当|全体|全家|全部|任何|何人|何时|双方|对方|平台|管理|官方|路人|家人|安全|满意|满员|常年|高烧|高热|高危)$/

/** Signs of which no two that are neighbours make a word, in the name or with what is beside it. */
export function isNovel(text: string, start: number, end: number): boolean {
  for (let at = Math.max(0, start - 1); at < end; at += 1) {
    if (isHan(text.charCodeAt(at + 1)) && isWordAt(text, at)) return false
  }
  return true
}
