import type { Frame } from './frame.ts'
import type { RawTable } from './raw-table.ts'

/** What is worth knowing about a table and no step can mend. */
export function remarksOn({ hidden }: RawTable, { names, rows }: Frame): string[] {
  return [hiddenRemark(hidden, rows), crossRemark(names), totalRemark(names)].filter(
    (remark) => remark !== undefined,
  )
}

function hiddenRemark(hidden: RawTable['hidden'], rows: Frame['rows']): string | undefined {
  if (!hidden || hidden.size === 0) return undefined
  const lines = rows.flatMap(({ line, kind }) =>
    hidden.has(line) && kind !== 'empty_rows' ? [line] : [],
  )
  if (lines.length === 0) return undefined
  const shown = lines.slice(0, 5).join('、') + (lines.length > 5 ? '……' : '')
  return `有 ${lines.length} 行在文件里是隐藏的（第 ${shown} 行），也算在内`
}

const period =
  /(?:^|_)(?:\d{4}年?)?(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?:份|$)|(?:^|_)(?:\d{4}年)?第?[1-4一二三四]季度|(?:^|_)20\d{2}年?(?:$|_)/u

/** Months or years side by side: one row says several things, and adding up is easily wrong. */
function crossRemark(names: Frame['names']): string | undefined {
  const periods = names.filter(({ name }) => period.test(name)).map(({ name }) => name)
  if (periods.length < 3) return undefined
  const [first = '', last = ''] = [periods[0], periods.at(-1)]
  return `列名是时间（“${first}”到“${last}”，共 ${periods.length} 列），这是交叉表：照原样导入，要按时间分析，先在笔记里用 UNPIVOT 转成一行一个时间`
}

/** A column that adds the others up is kept, and said. */
function totalRemark(names: Frame['names']): string | undefined {
  const totals = names.filter(({ name }) => /(?:^|_)(?:合计|小计|总计)$/u.test(name))
  if (totals.length === 0 || names.length < 4) return undefined
  const list = totals
    .map(({ name }) => `“${name}”`)
    .slice(0, 3)
    .join('、')
  return `${list}是合计列：照原样导入，求和时不要和别的列加在一起`
}
