import type { DrawnMark } from './chart-summary.ts'
import { readsTable, type Chart } from './chart.ts'
import { writeValue } from './value.ts'

/** More names than these stand so close that none can be read. */
const mostNames = 80

/** What readers must know of layers whose data draw poorly: nothing there, no numbers, too many names. */
export function notesOn(chart: Chart, marks: readonly DrawnMark[]): string[] {
  const own = chart.plot.filter(readsTable)
  if (own.length === 0) return []
  const drawn = marks.filter(({ x }) => x.length > 0)
  const pairs = drawn.flatMap(({ x, y }) => x.map((value, index) => [value, y[index]] as const))
  const some = pairs.some(([x, y]) => isThere(x) && isThere(y))
  if (!some) return ['没有可画的数：表是空的，或要画的列里没有数。']
  const wild = pairs.filter((pair) => pair.some(isWild)).length
  const names = namesDown(chart, drawn)
  return [
    ...(wild > 0
      ? [`有 ${writeValue(wild)} 个数是无穷大或不是数，画不出来；请先在查询里去掉。`]
      : []),
    ...(names > mostNames
      ? [`有 ${writeValue(names)} 个名称，挤得看不清；点“改图”换成“排名条”，只画最大的几个。`]
      : []),
  ]
}

const isThere = (value: unknown) => value !== null && value !== undefined && !isWild(value)
const isWild = (value: unknown) => typeof value === 'number' && !Number.isFinite(value)

/** The names that stand along the bars, or along the longer side of a table of cells. */
function namesDown({ plot }: Chart, drawn: readonly DrawnMark[]): number {
  const main = drawn.find(({ mark }) => plot.some((one) => one.mark === mark && readsTable(one)))
  if (!main) return 0
  const count = (values: readonly unknown[]) => new Set(values.map(String)).size
  switch (main.mark) {
    case 'barX':
      return count(main.y)
    case 'barY':
      return count(main.x)
    case 'cell':
      return Math.max(count(main.x), count(main.y))
    default:
      return 0
  }
}
