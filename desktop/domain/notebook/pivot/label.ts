import type { Group } from '../query/query.ts'
import { MISSING, writeValue, type CellValue } from '../value.ts'

/** What stands for a group without a value, and for all groups together. */
export const EMPTY = '（空）'
export const TOTAL = '合计'

/** The name of the group that holds this value. */
export function groupLabel(group: Group, value: CellValue | undefined): string {
  if (value === null || value === undefined) return EMPTY
  if ('by' in group) return periodLabel(group.by, value)
  if ('width' in group && typeof value === 'number') return binLabel(value, group.width)
  const text = writeValue(value)
  return text.trim() === '' ? '（空白）' : text
}

function periodLabel(by: 'year' | 'quarter' | 'month' | 'week' | 'day', value: CellValue): string {
  if (by === 'year') return writeValue(value, '年')
  if (by === 'month') return writeValue(value, '年月')
  if (by === 'day' || typeof value !== 'object' || value === null || value.kind === 'decimal') {
    return writeValue(value, '日期')
  }
  if (by === 'week') return `${writeValue(value, '日期')}起一周`
  const date = new Date(value.ms)
  return Number.isNaN(date.getTime())
    ? MISSING
    : `${date.getUTCFullYear()} 年第 ${Math.floor(date.getUTCMonth() / 3) + 1} 季度`
}

/** Bins hold their lower end. */
function binLabel(from: number, width: number): string {
  return `${writeValue(from)} 至不足 ${writeValue(from + width)}`
}

/** A line that sums up others: `合计`, or below an outer group `东街 小计`. */
export function totalLabel(outer: string | undefined): string {
  return outer === undefined ? TOTAL : `${outer} 小计`
}
