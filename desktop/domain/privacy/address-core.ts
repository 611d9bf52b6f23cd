import { matchesOf } from './matches.ts'

/** Numbers of houses, buildings and rooms, written one after another: the part that makes a place a home. */
export interface AddressCore {
  readonly start: number
  readonly end: number
  /** Units in order: 号 栋 单元 室 …; `-` for rooms written 3-2-501. */
  readonly units: readonly string[]
}

const number =
  '(?:\\d{1,5}(?:-\\d{1,4}){0,3}|[幺一二三四五六七八九十百零〇两]{1,5}|[A-Za-z]\\d{0,3}|[甲乙丙丁])'
const unit =
  '(?:号楼(?![下上道梯])|号院|号房|号门(?![口前])|号|栋|幢|单元|室|户|村民小组|小组|组|门(?![口前])|座|层|楼(?![下上道梯])|弄|房|生产队|队|社|排|#楼|#|支弄|巷)'
const token = `(?:(?:附|第|东|西|南|北|负|甲|乙|丙|丁)?${number} ?${unit}|[东西南北中](?:单元|户))`
/** A room that is said: 幺零二. */
const said =
  '[幺一二三四五六七八九][幺一二三四五六七八九十]?[零〇幺][零〇幺一二三四五六七八九]{1,2}(?![幺一二三四五六七八九十零〇百])'
const rooms = '\\d{1,3}-\\d{1,3}-\\d{2,4}'

const pattern = new RegExp(
  `(?<![\\dA-Za-z.:/-])(?:${token}(?:[ -]?${token}){0,6}(?:[ -]?(?:附\\d{1,3}|\\d{3,4}(?:-\\d{1,3})?|\\d{1,2}(?:-\\d{1,4}){1,2}|${said})(?![\\d.:/年月%])[A-D]?)?|${rooms}(?![\\d-]))`,
  'g',
)
const unitPattern = new RegExp(`(?:${number} ?|[东西南北中])(${unit})`, 'g')

/** Words after a number that make it something else: a bus line, a document, a day. */
const notAddress =
  /^(?:线|令|文|公告|公交|台风|议案|提案|决议|通知|工单|地铁|字|桌|选手|机组|种|车厢|电梯)/

/** Every such chain of numbers, in order. */
export function addressCores(plain: string): AddressCore[] {
  return matchesOf(plain, pattern).flatMap(({ 0: text, index }) => {
    const end = index + text.length
    if (notAddress.test(plain.slice(end, end + 2))) return []
    const units = matchesOf(text, unitPattern).map(([, one = '']) => one)
    return [{ start: index, end, units: units.length === 0 ? ['-'] : units }]
  })
}
