import { readsTable, type Chart, type DataMark } from '../chart.ts'
import type { Channel, ColourChannel } from '../channel.ts'
import { drawnChannels, type DrawnMark } from '../chart-summary.ts'
import { titleIn, type Titles } from '../pivot/titles.ts'
import { writeValue } from '../value.ts'

/** What one layer of a chart shows, row by row. */
export interface LayerTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number | undefined)[])[]
}

const calendar = { year: '年', month: '月', week: '周', day: '日', hour: '时' } as const
const aggregated = {
  sum: (title: string) => `${title}合计`,
  avg: (title: string) => `平均${title}`,
  min: (title: string) => `最小${title}`,
  max: (title: string) => `最大${title}`,
  median: (title: string) => `${title}中位数`,
  distinct: (title: string) => `不同${title}的数量`,
} as const

/** The numbers behind a drawn chart, a table for each layer that has any. */
export function chartTables(
  chart: Chart,
  drawn: readonly DrawnMark[],
  titles: Titles,
): LayerTable[] {
  const rest = [...drawn]
  return chart.plot.filter(readsTable).flatMap((mark) => {
    const at = rest.findIndex((one) => one.mark === mark.mark)
    const [shown] = at < 0 ? [] : rest.splice(0, at + 1).slice(-1)
    return shown && shown.x.length > 0 ? [layerTable(mark, shown, titles)] : []
  })
}

function layerTable(mark: DataMark, shown: DrawnMark, titles: Titles): LayerTable {
  const names = ['x', 'y', ...drawnChannels] as const
  const channels = names.flatMap((name) => {
    const channel: unknown = mark[name as keyof DataMark]
    const values = name === 'x' ? shown.x : name === 'y' ? shown.y : (shown.channels?.[name] ?? [])
    if (!isShown(channel) || values.length !== shown.x.length) return []
    return [{ title: titleOf(channel, titles), values }]
  })
  const told =
    mark.mark === 'barX' ? channels.toSpliced(0, 2, ...channels.slice(0, 2).reverse()) : channels
  return {
    columns: told.map(({ title }) => title),
    rows: shown.x.map((_, row) => told.map(({ values }) => plain(values[row]))),
  }
}

type Shown = Exclude<Channel, { kind: 'number' | 'parameter' }>

function isShown(channel: unknown): channel is Shown {
  if (typeof channel !== 'object' || channel === null || !('kind' in channel)) return false
  const { kind } = channel as ColourChannel
  return kind !== 'number' && kind !== 'parameter' && kind !== 'colour'
}

/** What a channel is called at the head of a table. */
export function titleOf(channel: Shown, titles: Titles): string {
  if (channel.kind === 'count') return '数量'
  const title = titleIn(titles, channel.column)
  if (channel.kind === 'aggregate') return aggregated[channel.of](title)
  return channel.kind === 'calendar' ? `${title}（按${calendar[channel.unit]}）` : title
}

/** A drawn value as a cell of a table. */
export function plain(value: unknown): string | number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (typeof value === 'bigint') return Number(value)
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (!(value instanceof Date) || Number.isNaN(value.getTime())) return undefined
  const ms = value.getTime()
  return writeValue({ kind: ms % 86_400_000 === 0 ? 'date' : 'timestamp', ms })
}
