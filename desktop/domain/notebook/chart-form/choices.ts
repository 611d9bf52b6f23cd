import type { Aggregate, CalendarUnit, Channel, ColourChannel } from '../channel.ts'
import { readsTable, type AxisFormat, type Chart, type DataMark } from '../chart.ts'

export const shapes = ['barX', 'barY', 'lineY', 'areaY', 'dot', 'density', 'rectY', 'cell'] as const
/** `rectY` is a histogram, `cell` a table of colours, `density` counts points in fields. */
export type Shape = (typeof shapes)[number]

/** What a mark's size shows: rows, a column as it is, or one of its aggregates. */
export type How = 'rows' | 'value' | Aggregate

export interface AxisChoice {
  readonly label: string
  readonly format: AxisFormat | ''
}

/** A chart as its form shows it. Empty texts: not chosen. */
export interface ChartChoices {
  readonly from: string
  readonly shape: Shape
  /** Names, times or numbers along which it is drawn: down the side for `barX`, else from left to right. */
  readonly along: string
  readonly step: CalendarUnit | ''
  /** Of `dot` and `density` the column upwards, of `cell` the names down the side. */
  readonly across: string
  readonly how: How
  /** What is aggregated. */
  readonly column: string
  /** The column that gives each mark its colour. */
  readonly colour: string
  readonly sort: 'none' | 'most' | 'least'
  readonly limit: number | undefined
  readonly title: string
  readonly source: string
  readonly x: AxisChoice
  readonly y: AxisChoice
  /** The name under which what is brushed here filters others, and by which this one is filtered. */
  readonly select: string
  readonly filterBy: string
}

/** The place of the mark that the form is about: the first that draws a table. */
export function mainMark({ plot }: Chart): number {
  const drawn = plot.findIndex((mark) => readsTable(mark) && mark.mark !== 'text')
  return Math.max(0, drawn)
}

/** What the form shows of a chart. */
export function choicesOf(chart: Chart): ChartChoices {
  const mark = chart.plot[mainMark(chart)]
  const main = mark && readsTable(mark) && mark.mark !== 'text' ? mark : undefined
  return {
    from: main?.from ?? chart.from ?? '',
    shape: main?.mark ?? 'barX',
    ...(main ? channelsOf(main) : nothing),
    ...orderOf(main),
    title: chart.title,
    source: chart.source ?? '',
    x: { label: chart.x?.label ?? '', format: chart.x?.format ?? '' },
    y: { label: chart.y?.label ?? '', format: chart.y?.format ?? '' },
    select: chart.select?.as ?? '',
    filterBy: chart['filter-by'] ?? '',
  }
}

type Channels = Pick<ChartChoices, 'along' | 'step' | 'across' | 'how' | 'column' | 'colour'>
type Drawn = Exclude<DataMark, { mark: 'text' }>

const nothing: Channels = {
  along: '',
  step: '',
  across: '',
  how: 'rows',
  column: '',
  colour: '',
}

function channelsOf(mark: Drawn): Channels {
  const [names, size] = mark.mark === 'barX' ? [mark.y, mark.x] : [mark.x, mark.y]
  const paint = paintOf(mark)
  const colour = paint?.kind === 'column' ? paint.column : ''
  const along = alongOf(names)
  if (mark.mark === 'dot') return { ...nothing, ...along, across: columnOf(size), colour }
  if (mark.mark === 'density') {
    return { ...nothing, ...along, across: alongOf(size).along }
  }
  if (mark.mark === 'cell') {
    return { ...nothing, ...along, across: columnOf(size), ...sizeOf(paint ?? { kind: 'count' }) }
  }
  return { ...nothing, ...along, ...sizeOf(size), colour }
}

function paintOf(mark: Drawn): ColourChannel | undefined {
  if (mark.mark === 'lineY') return mark.stroke
  return mark.fill ?? (mark.mark === 'dot' ? mark.stroke : undefined)
}

function alongOf(channel: Channel): Pick<Channels, 'along' | 'step'> {
  if (channel.kind === 'calendar') return { along: channel.column, step: channel.unit }
  return { along: channel.kind === 'bin' ? channel.column : columnOf(channel), step: '' }
}

const columnOf = (channel: Channel) => (channel.kind === 'column' ? channel.column : '')

function sizeOf(channel: ColourChannel): Pick<Channels, 'how' | 'column'> {
  if (channel.kind === 'count') return { how: 'rows', column: '' }
  if (channel.kind === 'aggregate') return { how: channel.of, column: channel.column }
  return { how: 'value', column: channel.kind === 'column' ? channel.column : '' }
}

function orderOf(mark: Drawn | undefined): Pick<ChartChoices, 'sort' | 'limit'> {
  const names = mark?.mark === 'barX' ? mark.sort?.y : mark?.sort?.x
  const sort = names === undefined ? 'none' : names.startsWith('-') ? 'most' : 'least'
  return { sort, limit: mark?.sort?.limit }
}

/** Whether the chart says things that its form does not show. */
export function hasMore(chart: Chart): boolean {
  const mark = chart.plot[mainMark(chart)]
  const shown = new Set(['mark', 'x', 'y', 'fill', 'stroke', 'sort', 'from', 'filtered', 'tip'])
  const others = Object.entries(mark ?? {}).some(
    ([key, value]) => !shown.has(key) && value !== undefined,
  )
  const axes = [chart.x, chart.y].some((axis) =>
    Object.keys(axis ?? {}).some((key) => key !== 'label' && key !== 'format'),
  )
  const named = new Set(['title', 'from', 'plot', 'x', 'y', 'select', 'filter-by', 'source'])
  const parts = Object.entries(chart).some(
    ([key, value]) => !named.has(key) && value !== undefined && value !== false,
  )
  return chart.plot.length > 1 || others || axes || parts || !isWhole(choicesOf(chart))
}

/** Whether all that its shape needs is chosen. */
export function isWhole({ shape, along, across, how, column }: ChartChoices): boolean {
  if (along === '') return false
  if (shape === 'rectY') return true
  if (shape === 'dot' || shape === 'density') return across !== ''
  return (how === 'rows' || column !== '') && (shape !== 'cell' || across !== '')
}
