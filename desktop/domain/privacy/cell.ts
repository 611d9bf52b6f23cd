import { findPersonal } from './find.ts'
import { finding, type Finding, type PrivacyKind } from './finding.ts'
import { beginsSurname } from './words/sign-class.ts'

/** What a column's title says of its cells, as words that stand before each when it is read. */
const contexts: readonly (readonly [RegExp, string])[] = [
  [/护照|passport/iu, '护照 '],
  [/通行证|台胞证|回乡证/u, '通行证 '],
  [/身份证|证件号|公民身份|身份号码/u, '身份证 '],
  [/电话|座机|固话|联系方式|tel|phone/iu, '电话 '],
  [/信用代码/u, '信用代码 '],
]

/** Kinds that a title tells, with the words for them. */
const kindContexts = {
  name: '姓名 ',
  address: '住址 ',
  birth_date: '出生日期 ',
  wechat: '微信号 ',
  medical_card: '医保卡号 ',
  coordinates: '经度 ',
} as const

export type ToldKind = keyof typeof kindContexts

/** What stands before every cell of the column when it is read. */
export function contextFor(title: string, kind: ToldKind | undefined): string {
  const told = contexts.find(([words]) => words.test(title))?.[1]
  return told ?? (kind === undefined ? '' : kindContexts[kind])
}

/** The commonest cell of all that are personal: it is told without reading it as a text. */
const mobileAlone = /^1[3-9]\d{9}$/

/** Personal information in a cell whose column has this context, in order and apart. */
export function findInCell(cell: string, context: string): Finding[] {
  if (mobileAlone.test(cell)) return [finding('mobile', 0, cell.length, 0.95)]
  const whole = wholeCell(cell, context)
  if (whole) return [whole]
  const shift = context.length
  if (shift === 0) return findPersonal(cell)
  return findPersonal(context + cell).flatMap((one): Finding[] =>
    one.end > shift
      ? [{ ...one, start: Math.max(0, one.start - shift), end: one.end - shift }]
      : [],
  )
}

const chineseName = /^\s*[\u4e00-\u9fff](?:[\u4e00-\u9fff]{1,3}|[ \u3000][\u4e00-\u9fff]{1,2})\s*$/u
const longName =
  /^\s*(?:[\u4e00-\u9fff]{1,8}(?:[·•・‧][\u4e00-\u9fff]{1,8}){1,3}|[A-Za-z]{2,20}(?:[ '·-][A-Za-z]{1,20}){1,3})\s*$/u
const nothing =
  /^(?:无|不详|未知|匿名|暂无|空|保密|未提供|未填|未登记|不愿透露|不便透露|合计|总计|小计|其他|其它|全体|\*+|[-—/\\.]+|同上|略|none|null|n\/?a)$/iu
const place =
  /[省市区县镇乡村路街巷弄里屯庄组]|街道|社区|小区|花园|家园|[苑园城]|公寓|大厦|[号栋幢楼室]|单元/u

/** Whether a cell says that there is nobody to name. */
export const namesNobody = (cell: string) => nothing.test(cell.trim())

/** Offices and places where a person should be. */
const office =
  /(?:前台|委员会|委会|社区|街道|办公室|中心|大厅|窗口|公司|局|所|站|科|处|部|院|校|热线|物业|部门|单位|集团|组织|协会|政府|银行|超市)$/u

/** A cell that is a name or an address as a whole, because its column's title says so. */
function wholeCell(cell: string, context: string): Finding | undefined {
  const isName = context === kindContexts.name
  if ((!isName && context !== kindContexts.address) || namesNobody(cell)) return undefined
  if (cell.length > longestWhole || holdsOther(cell)) return undefined
  if (isName && office.test(cell)) return undefined
  if (!isName) return whole('address', cell, place.test(cell) ? 0.9 : 0.6)
  if (chineseName.test(cell)) {
    return whole('name', cell, beginsSurname(firstSign(cell)) ? 0.95 : 0.7)
  }
  return cell.length <= 20 ? whole('name', cell, longName.test(cell) ? 0.8 : 0.6) : undefined
}

const longestWhole = 100

/** A long number, or what by its form is of another kind: that says more than the title does. */
function holdsOther(cell: string): boolean {
  if (/[0-9０-９]{7}|[@＠]/.test(cell)) return true
  const digits = cell.match(/[0-9０-９]/g)?.length ?? 0
  return digits >= fewestOther && findPersonal(cell).some(({ kind }) => !ofWords.has(kind))
}

/** A plate has the fewest digits. */
const fewestOther = 3
const ofWords: ReadonlySet<PrivacyKind> = new Set<PrivacyKind>(['name', 'address', 'birth_date'])
const firstSign = (cell: string) => cell.trimStart().charCodeAt(0)

function whole(kind: ToldKind, cell: string, confidence: number): Finding {
  return finding(kind, 0, cell.length, confidence)
}
