import type { CalendarUnit } from '../channel.ts'
import { titleIn, type Titles } from '../pivot/titles.ts'
import type { ChartChoices } from './choices.ts'

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

/** What its size stands for. */
export function measured({ how, column }: ChartChoices, titles: Titles): string {
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
