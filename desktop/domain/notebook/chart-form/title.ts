import type { CalendarUnit } from '../channel.ts'
import { titleIn, type Titles } from '../pivot/titles.ts'
import type { Measure } from '../chart-kinds/kinds.ts'
import type { ChartChoices } from './choices.ts'
import type { DrawingChoices, Part } from './parts.ts'

const units: Readonly<Record<CalendarUnit, string>> = {
  year: '年',
  month: '月',
  week: '周',
  day: '日',
  hour: '时',
}

/** What the chart shows, as a plain statement; its author may say what it finds. */
export function proposedTitle(choices: ChartChoices, titles: Titles): string {
  const { shape, along, across, step, sort, limit } = choices
  const name = titleIn(titles, along)
  const what = measured(choices, titles)
  switch (shape) {
    case 'density':
    case 'dot':
      return `${name}与${titleIn(titles, across)}的关系`
    case 'rectY':
      return `${name}的分布`
    case 'cell':
      return `各${titleIn(titles, across)}、各${name}的${what}`
    case 'lineY':
    case 'areaY':
      return step === '' ? `${what}随${name}的变化` : `${what}按${units[step]}的变化`
    default:
      if (limit !== undefined && sort !== 'none') {
        return `${what}最${sort === 'most' ? '多' : '少'}的 ${limit} 个${name}`
      }
      return step === '' ? `各${name}的${what}` : `每${units[step]}的${what}`
  }
}

type Labels = Readonly<Record<'x' | 'y', string>>

/** What the axes are called where the columns' own names would not do; nothing where no label stands. */
export function proposedLabels(choices: ChartChoices, titles: Titles): Labels {
  const { shape, along, across, how, column } = choices
  const named = (name: string) => (titleIn(titles, name) === name ? '' : titleIn(titles, name))
  const size = how === 'rows' || named(column) === '' ? '' : measured(choices, titles)
  switch (shape) {
    case 'barX':
      return { x: size, y: '' }
    case 'barY':
      return { x: '', y: size }
    case 'density':
    case 'dot':
      return { x: named(along), y: named(across) }
    case 'cell':
      return { x: named(along), y: '' }
    case 'rectY':
      return { x: named(along), y: '' }
    default:
      return { x: named(along), y: size }
  }
}

/**
 * Choices after a change. Title and labels that only say what was chosen, and labels that were never
 * given, follow it; `drawn` is what the chart says now.
 */
export function followed(
  drawn: ChartChoices,
  before: ChartChoices,
  part: Partial<ChartChoices>,
  titles: Titles,
): ChartChoices {
  const next = { ...before, ...part }
  const title =
    part.title === undefined &&
    before.title === drawn.title &&
    drawn.title === proposedTitle(drawn, titles)
      ? proposedTitle(next, titles)
      : next.title
  const old = proposedLabels(drawn, titles)
  const now = proposedLabels(next, titles)
  const axis = (side: 'x' | 'y') => {
    const own = before[side]
    const follows =
      part[side] === undefined && old[side] !== now[side] && ['', old[side]].includes(own.label)
    return follows ? { ...own, label: now[side] } : next[side]
  }
  return { ...next, title, x: axis('x'), y: axis('y') }
}

/** What its size stands for. */
export function measured(
  { how, column }: Pick<ChartChoices, 'how' | 'column'>,
  titles: Titles,
): string {
  const title = titleIn(titles, column)
  switch (how) {
    case 'rows':
      return '数量'
    case 'value':
      return title
    case 'sum':
      return `${title}合计`
    case 'avg':
      return `平均${title}`
    case 'median':
      return `${title}中位数`
    case 'min':
      return `最小${title}`
    case 'max':
      return `最大${title}`
    case 'distinct':
      return `不同${title}的数量`
  }
}

/** What a ready-made kind shows, as a plain statement. */
export function drawingTitle(
  { kind, parts, value, along }: DrawingChoices,
  titles: Titles,
): string {
  const named = (part: Part) => titleIn(titles, parts[part] ?? '')
  const what = measuredBy(value, titles)
  switch (kind) {
    case 'ranked':
    case 'lollipop':
      return `各${named('names')}的${what}`
    case 'grouped':
    case 'stacked':
      return `各${named('names')}各${named('series')}的${what}`
    case 'share':
    case 'likert':
      return `各${named('names')}的${named('series')}占比`
    case 'pyramid':
      return `各${named('names')}、${named('series')}的${what}`
    case 'slope':
      return `各${named('names')}的${what}的变化`
    case 'box':
      return parts.names === undefined
        ? `${named('column')}的分布`
        : `各${named('names')}的${named('column')}的分布`
    case 'panels':
      return `各${named('panels')}的${what}的变化`
    case 'calendar':
      return `每天的${what}`
    case 'control':
      return along?.kind === 'calendar' ? `每${units[along.unit]}的${what}` : `${what}的起落`
    case 'funnel':
      return `各${named('names')}还剩的${what}`
  }
}

function measuredBy(value: Measure, titles: Titles): string {
  if (value.kind === 'count') return '数量'
  if (value.kind === 'column') return titleIn(titles, value.column)
  return measured({ how: value.of, column: value.column }, titles)
}
