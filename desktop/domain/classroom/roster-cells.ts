import { isCompoundSurname, surnameWeight } from '../privacy/words/sign-class.ts'

/** What stands in a cell of a list of people. */
export type CellKind = 'empty' | 'heading' | 'name' | 'phone' | 'id' | 'number' | 'sex' | 'other'

const headings = new Set(
  '姓名 名字 学员 学员姓名 学员名字 老人姓名 居民姓名 参加人 参加人员 报名人 人员 名单 name names'.split(
    ' ',
  ),
)
const otherHeadings =
  /^(序号|编号|号|no\.?|性别|年龄|电话|手机|手机号|手机号码|联系电话|联系方式|电话号码|身份证|身份证号|身份证号码|证件号码|住址|地址|家庭住址|楼栋|楼号|门牌|房号|小区|社区|村|组|小组|备注|签到|签名|家属|家属姓名|联系人|紧急联系人|志愿者|负责人|出生日期|生日|日期)$/i

const titles =
  '阿姨|大爷|大叔|大伯|大妈|大娘|大姐|大哥|大嫂|奶奶|爷爷|叔叔|伯伯|婆婆|师傅|老师|主任|医生|先生|女士|书记|组长|同志|姐|哥|叔|伯|嫂|婶|姨|老'
const titled = new RegExp(`^(\\p{Script=Han}{1,4}?)(${titles})$`, 'u')
const place = /[村镇乡县市区街路班组队栋号楼室院社]$/
const han = /^\p{Script=Han}+$/u

/** Whether a cell is a heading over names. */
export const isNameHeading = (cell: string) =>
  headings.has(cell.replaceAll(/[\s:：*]/g, '').toLowerCase())

/** What a cell holds, by its look. */
export function cellKind(cell: string): CellKind {
  const text = cell.normalize('NFKC').trim()
  const tight = text.replaceAll(/[\s\-()+]/g, '')
  if (text === '') return 'empty'
  if (isNameHeading(text) || otherHeadings.test(tight)) return 'heading'
  if (/^(\d{17}[\dXx]|\d{15})$/.test(tight)) return 'id'
  if (/^((86)?1[3-9]\d{9}|0\d{9,11})$/.test(tight)) return 'phone'
  if (/^\d[\d.,/年月日岁号楼栋室组]*$/.test(tight)) return 'number'
  if (/^[男女]性?$/.test(tight)) return 'sex'
  return looksLikeName(text) ? 'name' : 'other'
}

/** A surname with one to three signs, a person's title, names with a dot, or words in Latin letters. */
function looksLikeName(text: string): boolean {
  const tight = text.replaceAll(' ', '')
  if (/^\p{Script=Han}{1,10}([·•‧・.]\p{Script=Han}{1,10})+$/u.test(tight)) return true
  if (/^[\p{Script=Latin}][\p{Script=Latin}.'’-]*( [\p{Script=Latin}.'’-]+){0,3}$/u.test(text)) {
    return true
  }
  if (!han.test(tight)) return false
  if (/^[老小]./u.test(tight) && tight.length === 2) return isSurname(tight.slice(1))
  const name = titled.exec(tight)?.[1] ?? tight
  if (name !== tight && isSurname(name)) return true
  return tight.length >= 2 && name.length <= 4 && !place.test(tight) && beginsWithSurname(tight)
}

const beginsWithSurname = (text: string) =>
  isSurname(text.slice(0, 1)) || isCompoundSurname(text.slice(0, 2))

function isSurname(text: string): boolean {
  if (text.length === 2) return isCompoundSurname(text)
  return text.length === 1 && !Number.isNaN(surnameWeight(text.charCodeAt(0)))
}

/** What was changed about a name so that it can be one. */
export type NameNote = 'picture_signs' | 'brackets' | 'digits' | 'title_cut' | 'only_title'

/** A name as it is kept, and what was done to it. */
export interface CleanName {
  readonly name: string
  readonly notes: readonly NameNote[]
}

/**
 * The name in a cell: one space between Latin words, none within a Chinese name, the dot of long
 * names as `·`; without numbering, picture signs, brackets, numbers, and the title behind a full name.
 */
export function cleanName(cell: string): CleanName {
  const notes: NameNote[] = []
  const cut = (text: string, pattern: RegExp, note: NameNote, by = '') => {
    const after = text.replaceAll(pattern, by)
    if (after !== text) notes.push(note)
    return after
  }
  let text = withoutNumbering(cell.normalize('NFKC').replaceAll(/[\p{Cc}\p{Cf}\uFE0F]/gu, ' '))
  text = cut(text, /[\p{Extended_Pictographic}\p{Emoji_Modifier}]/gu, 'picture_signs')
  text = cut(text, /\([^)]*\)?|\[[^\]]*\]?|【[^】]*】?/g, 'brackets')
  text = cut(text, /\+?\d(?:[\d\s-]*\d)?[Xx]?/g, 'digits')
  text = tidy(text)
  const before = titled.exec(text)
  const [, own = ''] = before ?? []
  if (before && own.length > 1 && !isSurname(own)) {
    return { name: own, notes: [...notes, 'title_cut'] }
  }
  return before ? { name: text, notes: [...notes, 'only_title'] } : { name: text, notes }
}

function tidy(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    .replaceAll(/(?<=\p{Script=Han}) ?[·•‧・∙⋅.] ?(?=\p{Script=Han})/gu, '·')
    .replaceAll(/^[\s,;:、。"“”*-]+|[\s,;:、。"“”*-]+$/g, '')
}

/** A text without the number that stands before it in a list. */
export function withoutNumbering(text: string): string {
  return text.replace(
    /^\s*(?:\(\d{1,3}\)|（\d{1,3}）|\d{1,3}(?:\s*[.．、:：)）]|\s+(?=\D)|(?=\p{Script=Han}{2,4}$))|[①-⑳]|[一二三四五六七八九十]{1,3}[、.．])\s*(?=\S)/u,
    '',
  )
}
