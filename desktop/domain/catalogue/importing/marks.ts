import { isBlank } from './raw-table.ts'

const total = /^(?:.{0,8}(?:合计|小计|总计|共计)|累计|总数|全[市区县镇]合?计)[:：]?$/u
const part = /^(?:其中|#?其中项)(?:[:：].*|$)/u
const note =
  /^[*※(]?(?:[备附]?注|说明|填表说明|填表人|填报人|填报单位|制表人?|经办人|审核人?|复核人?|单位负责人|负责人|单位\(盖章\)|数据来源|资料来源|数据截至|统计口径|联系电话|填表日期|填报日期|报出日期|打印时间|制表时间)(?:\d*[.、:：]|$)/u
const numbered = /^(?:\d{1,2}[.、]|[①-⑳])(?=.*[\u4e00-\u9fff]{6})/u
const section =
  /^(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十]{1,3}\)|第[一二三四五六七八九十]{1,3}(?:部分|类|组|片区?))/u
const page = /^(?:第\d+页(?:[,，/]?共\d+页)?|\d+\/\d+页|\(?续(?:表|上表|下表)?\)?|接(?:上|下)页)$/u
const unit =
  /^[(（]?(?:单位[:：])?(?:[十百千万亿]{0,2}(?:元|人次|人|户|件|个|次|家|平方米|平方公里|公里|米|公顷|亩|吨|千克|公斤|小时|分钟|天|年|月|岁|套|栋|辆|台|起|宗|条|张|所|座|处|名)|%|％|‰)(?:\/[\u4e00-\u9fff]{1,3})?[)）]?$/u

const bare = (cell: string) => cell.normalize('NFKC').replace(/\s/g, '')

/** Whether a text is a unit and nothing else: `（万元）`, `人`, `%`. */
export const isUnit = (cell: string) => unit.test(bare(cell))

/** The unit itself: `万元` of `（单位：万元）`. */
export const unitOf = (cell: string) => bare(cell).replace(/^\(?(?:单位:)?|\)$/g, '')

/** The unit at the end of a column's name: `万元` of `金额（万元）`. */
export function unitInName(name: string): string | undefined {
  const inside = /[(（]([^()（）]{1,8})[)）]$/u.exec(name)?.[1]
  return inside !== undefined && isUnit(inside) ? unitOf(inside) : undefined
}

/** The unit that a title gives for a whole table: `单位：万元`. */
export function unitInTitle(cell: string): string | undefined {
  const said = /(?:计量)?单位[:：]\s*([^\s,，;；()（）]{1,8})\)?$/u.exec(
    cell.normalize('NFKC').trim(),
  )?.[1]
  return said !== undefined && isUnit(said) ? unitOf(said) : undefined
}

export const isTotal = (cell = '') => /[计总]/.test(cell) && total.test(bare(cell))

/** A part of the row above, which counts it already: `其中：女`. */
export const isPart = (cell = '') => cell.includes('其中') && part.test(bare(cell))

/** Words that stand under a table: who filled it in, where it comes from. */
export const isNote = (cell: string) => note.test(bare(cell))

/** A sentence, or a numbered one, as only notes have. */
export const isRemark = (cell: string) => {
  const text = bare(cell)
  return numbered.test(text) || (text.length >= 8 && /[。;；,，]/u.test(text))
}

/** A heading within a table: `一、城区街道`. */
export const isSection = (cell: string) => section.test(bare(cell))

/** What printing adds to a page: `第 2 页 共 3 页`, `续表`. */
export const isPageMark = (cell: string) => page.test(bare(cell))

/** A row that numbers the columns: `甲 乙 1 2 3`, as statistical forms have it. */
export function isIndexRow(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => !isBlank(cell)).map((cell) => bare(cell))
  if (filled.length < 3) return false
  const letters = filled.filter((cell) => /^[甲乙丙丁戊A-E]$/u.test(cell)).length
  const numbers = filled.slice(letters).map((cell) => /^\(?(\d{1,3})\)?(?:=.*)?$/u.exec(cell)?.[1])
  const first = Number(numbers[0])
  if (numbers.length < 2 || first !== 1) return false
  return numbers.every((number, at) => Number(number) === at + 1)
}

/** What people write where there is no value. */
export const isMissing = (cell: string) =>
  /^(?:[-—–/\\.…·*]{1,4}|无|暂无|缺|空|N\/?A|null|NaN|#N\/A|#DIV\/0!|#VALUE!|#REF!|#NAME\?|#NUM!|#NULL!)$/iu.test(
    bare(cell),
  )

/** What stands for the cell above. */
export const isDitto = (cell: string) =>
  cell.length <= 4 && /^(?:同上|〃|″|"|”|“|＂|''|同前)$/u.test(cell.trim())

const ticks: Readonly<Record<string, string>> = {
  ...{ '√': '是', '✓': '是', '✔': '是', '☑': '是', '✅': '是', '●': '是' },
  ...{ '×': '否', '✗': '否', '✕': '否', '✖': '否', '☒': '否', '╳': '否' },
}

/** 是 or 否 of a tick or a cross. */
export const tickOf = (cell: string): string | undefined =>
  cell.length > 4 ? undefined : ticks[cell.trim()]
