import { filledCount, isBlank } from './raw-table.ts'

/** Rows that are about the table and no part of it. */
export type LeftOut = 'empty_rows' | 'unit_rows' | 'total_rows' | 'note_rows'

const total = /^(?:.{0,8}(?:合计|小计|总计|共计)|累计|总数)[:：]?$/u
const note =
  /^(?:[备附]?注|说明|填表说明|填表人|填报人|制表人?|审核人?|单位负责人|数据来源|资料来源|联系电话)(?:\d*[:：]|$)/u
const unit =
  /^[(（]?(?:单位[:：])?(?:[十百千万亿]{0,2}(?:元|人次|人|户|件|个|次|家|平方米|平方公里|公里|米|公顷|亩|吨|千克|公斤|小时|分钟|天|年|月|岁|套|栋|辆|台|起|宗|条|张|所|座|处|名)|%|％|‰)(?:\/[\u4e00-\u9fff]{1,3})?[)）]?$/u

const bare = (cell: string) => cell.normalize('NFKC').replace(/\s/g, '')

/** Whether a text is a unit and nothing else: `（万元）`, `人`, `%`. */
export const isUnit = (cell: string) => unit.test(bare(cell))

/** The unit itself: `万元` of `（单位：万元）`. */
export const unitOf = (cell: string) => bare(cell).replace(/^\(?(?:单位:)?|\)$/g, '')

/**
 * What a row below the header is, if it is not data. `isFirst`: right below the header, where units
 * stand. `mayBeNote`: so far down that only notes can follow.
 */
export function leftOutKind(
  cells: readonly string[],
  { isFirst, mayBeNote }: { readonly isFirst: boolean; readonly mayBeNote: boolean },
): LeftOut | undefined {
  const filled = filledCount(cells)
  if (filled === 0) return 'empty_rows'
  if (isFirst && cells.every((cell) => isBlank(cell) || isUnit(cell))) return 'unit_rows'
  if (isTotal(cells[0]) || isTotal(cells[1])) return 'total_rows'
  const few = filled <= Math.max(1, Math.floor(cells.length / 3))
  if (!mayBeNote || !few || cells.length < 2) return undefined
  const first = bare(cells.find((cell) => !isBlank(cell)) ?? '')
  return note.test(first) ? 'note_rows' : undefined
}

const isTotal = (cell = '') => /[计总]/.test(cell) && total.test(bare(cell))

/** What people write where there is no value. */
export const isMissing = (cell: string) =>
  /^(?:[-—–/\\.…·*]{1,4}|无|暂无|缺|空|N\/?A|null|NaN|#N\/A|#DIV\/0!|#VALUE!|#REF!)$/iu.test(
    bare(cell),
  )
