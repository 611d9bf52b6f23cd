import { measured } from '../../notebook/chart-form/title.ts'
import type { TraitName, Wanted } from './chart-traits.ts'
import type { GivenChart } from './chart-given.ts'

const shapeNames: Readonly<Record<string, string>> = {
  barX: '横条',
  barY: '竖条',
  lineY: '折线',
  areaY: '面积',
  dot: '散点',
  density: '疏密图',
  rectY: '直方图',
  cell: '热力图',
  share: '百分比条',
  likert: '满意度条',
  pyramid: '人口金字塔',
  slope: '坡度图',
  box: '箱线图',
  panels: '小图组',
  calendar: '日历图',
  control: '控制图',
  funnel: '漏斗图',
}

/** What each shape makes a reader see. */
const shapeMeans: Readonly<Record<string, string>> = {
  barX: '条的长短适合比较并列的几项',
  barY: '条的长短适合比较并列的几项',
  lineY: '线把各点连起来，读的人会当成先后变化',
  areaY: '面积适合看一个总量怎样随时间涨落',
  dot: '散点适合看两个数有没有关系',
  density: '疏密图适合看许多点聚在哪里',
  rectY: '直方图适合看一个数分布在哪里',
  cell: '颜色深浅适合看两类名目交叉处的多少',
}

/** Why this chart is not yet the one: what it shows now, and what the task needs. */
export function explainTrait(trait: TraitName, given: GivenChart, wanted: Wanted): string {
  const now = given.traits[trait]
  const [want = ''] = wanted[trait] ?? []
  switch (trait) {
    case 'mark':
      return `现在是${nameOf(now)}${meaning(now)}。题目更需要${nameOf(want)}${meaning(want)}。`
    case 'x':
      return `现在是按“${now}”排开的；题目问的是每个“${want}”。`
    case 'step':
      return want === ''
        ? '时间并得太粗：按原来的日期画就好。'
        : `时间间隔不合适：题目要按${units[want] ?? want}看，现在是${now === '' ? '按原值' : `按${units[now] ?? now}`}。`
    case 'y':
      return `现在画的是${sizeName(now)}；题目要看的是${sizeName(want)}。`
    case 'colour':
      return explainColour(now, want)
    case 'sort':
      return explainSort(now, want)
    case 'limit':
      return want === ''
        ? '不用截掉后面的，都要画出来。'
        : `题目只要前 ${want} 个，现在${now === '' ? '全都画了' : `画了前 ${now} 个`}。`
    case 'title':
      return `标题还没有说出发现：读的人先看标题。里面应当提到${(wanted.title ?? []).map((word) => `“${word}”`).join('或')}。`
  }
}

const meaning = (shape: string) => {
  const means = shapeMeans[shape]
  return means === undefined ? '' : `：${means}`
}

const nameOf = (shape: string) => shapeNames[shape] ?? shape

const units: Readonly<Record<string, string>> = {
  year: '年',
  month: '月',
  week: '周',
  day: '日',
  hour: '时',
}

function explainColour(now: string, want: string): string {
  if (want === '') return `颜色按“${now}”又分了一层，读的人要多认一套颜色；题目不需要，选“不分”。`
  if (now === '') return `还看不出“${want}”：让颜色按它来分。`
  return `颜色现在表示${sizeName(now)}；题目要的是${sizeName(want)}。`
}

function explainSort(now: string, want: string): string {
  if (want === 'none') return '这里的名目自己有先后，不要按多少重排，按名称排。'
  const way = want === 'most' ? '从多到少' : '从少到多'
  if (now === 'none') return `现在按名称排，最多和最少要读的人自己去找；改成${way}。`
  return `顺序反了：题目要${way}。`
}

/** `count` and `sum 件数` in words. */
function sizeName(key: string): string {
  if (key === 'count') return '行数（有几行）'
  const [of = '', ...rest] = key.split(' ')
  const how = (['sum', 'avg', 'median', 'min', 'max', 'distinct'] as const).find(
    (one) => one === of,
  )
  if (!how || rest.length === 0) return `“${key}”`
  return `“${measured({ how, column: rest.join(' ') }, new Map())}”`
}
