import { contextFor, findInCell } from '../../privacy/cell.ts'
import type { Finding, PrivacyKind } from '../../privacy/finding.ts'
import { titleKind } from './title-kinds.ts'

/** What the gate looks for: a company's code is no person's, and may be kept. */
export type GateKind = PrivacyKind

/** A passage of a cell. Offsets count UTF-16 units. */
export type Passage = Finding

/** What stands before every cell of the column when it is read. */
export const contextOf = (title: string) => contextFor(title, titleKind(title))

/** Days, moments, decimals and up to ten digits are nobody's, unless the title says so. */
const isAmountOrDay =
  /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?|-?\d{1,10}(?:\.\d+)?)$/

/** Columns of bodies, places and things, some of which are called like people. */
const ofThings =
  /(?:名称|街道|社区|单位|部门|机构|类别|类型|分类|品牌|产品|项目|地区|城市|区县|企业|公司|学校|行业|职业|民族|学历|专业|小区|路段|站点|村|镇|乡|区|县|市|省)$/u
/** So sure is a name in free text. */
const sureName = 0.85

/** Personal information in a cell of a column with this context, in order and apart. */
export function scanCell(cell: string, context: string, title = ''): Passage[] {
  if (cell.length < 2 || (context === '' && isPlainNumber(cell))) return []
  const found = findInCell(cell, context)
  if (found.length === 0 || context !== '' || !ofThings.test(title)) return found
  return found.filter(({ kind, confidence }) => kind !== 'name' || confidence >= sureName)
}

function isPlainNumber(cell: string): boolean {
  const first = cell.charCodeAt(0)
  return (first < 0x3a || first > 0xff00) && isAmountOrDay.test(cell)
}

/** The cell with every passage that is personal replaced by what kind it was. */
export function maskCell(cell: string, context: string, title = ''): string {
  let masked = ''
  let at = 0
  for (const { start, end, masked: label } of scanCell(cell, context, title)) {
    masked += cell.slice(at, start) + label
    at = end
  }
  return masked + cell.slice(at)
}
