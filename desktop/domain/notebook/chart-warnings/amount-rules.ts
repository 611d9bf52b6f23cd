import type { Chart } from '../chart.ts'
import { namesOf, numbers, wordsOf, type MainMark } from './facts.ts'
import type { Warning } from './warning.ts'

/** Bars that can be read at one look; colours that can be told apart. */
const mostBars = 30
const mostColours = 6
const kept = 20

const isBar = ({ mark }: MainMark) => mark.mark === 'barX' || mark.mark === 'barY'

/** Too many names to find one's own. */
export function manyBars(_: Chart, main: MainMark): Warning[] {
  const { mark, drawn, along, value, index } = main
  if (!isBar(main) || mark.sort?.limit !== undefined) return []
  const channel = mark[along]
  if (channel.kind !== 'column' || drawn[along].some((name) => name instanceof Date)) return []
  const count = namesOf(drawn[along]).length
  if (count <= mostBars) return []
  const order = mark.sort?.[along] ?? `-${value}`
  return [
    {
      kind: 'many-bars',
      sentence: {
        zh: `有 ${count} 项，太多了，读者找不到要看的。可以只留最要紧的，其余放进表里。`,
        en: `${count} items are too many to find one. Keep the most important; a table can hold the rest.`,
      },
      mend: {
        label: { zh: `只留前 ${kept} 项`, en: `Keep the first ${kept}` },
        edits: [{ path: ['plot', index, 'sort'], value: { [along]: order, limit: kept } }],
      },
    },
  ]
}

/** More colours than eyes can tell apart, whoever has them. */
export function manyColours(chart: Chart, { drawn, mark }: MainMark): Warning[] {
  const paint = mark.mark === 'lineY' ? 'stroke' : 'fill'
  const channel = paint in mark ? (mark as { [key in typeof paint]?: unknown })[paint] : undefined
  if (!isColumn(channel) || chart.color?.values !== undefined) return []
  const values = drawn.channels?.[paint] ?? []
  if (values.every((value) => typeof value === 'number' || typeof value === 'bigint')) return []
  const count = namesOf(values).length
  if (count <= mostColours) return []
  const things = mark.mark === 'lineY' ? '条线' : '类'
  return [
    {
      kind: 'many-colours',
      sentence: {
        zh: `用颜色分了 ${count} ${things}，超过 ${mostColours} ${things}就分不清了，颜色也会重复。请合并小类，或分成几张图。`,
        en: `Colour tells ${count} groups apart; beyond ${mostColours} nobody can, and colours repeat. Merge small groups, or draw several charts.`,
      },
    },
  ]
}

const isColumn = (channel: unknown): boolean =>
  typeof channel === 'object' && channel !== null && 'kind' in channel && channel.kind === 'column'

/** What was left out must be said. */
export function cutOff(chart: Chart, main: MainMark): Warning[] {
  const { mark, drawn, along } = main
  const limit = mark.sort?.limit
  if (limit === undefined || !isBar(main)) return []
  const count = namesOf(drawn[along]).length
  if (count <= limit || /前\s*\d|最[多少高低]的|只列|只画|top|first \d/i.test(wordsOf(chart)))
    return []
  const words = `只列前 ${limit} 项，共 ${count} 项`
  const subtitle = chart.subtitle === undefined ? words : `${chart.subtitle}；${words}`
  return [
    {
      kind: 'cut-off',
      sentence: {
        zh: `共 ${count} 项，图里只画了 ${limit} 项，却没有写明。`,
        en: `Only ${limit} of ${count} items are drawn, and the chart does not say so.`,
      },
      mend: {
        label: { zh: '在副标题里注明', en: 'Say so in the subtitle' },
        edits: [{ path: ['subtitle'], value: subtitle.slice(0, 300) }],
      },
    },
  ]
}

const several = /多选|可选多项|不等于 ?100|可重复|不互斥|超过 ?100|multiple/i
const parts = /占全部|占总|占合计|构成|份额|占比之和|share of (?:all|total)/i

/** Parts of a whole do not come to more than the whole. */
export function over100(chart: Chart, main: MainMark): Warning[] {
  const { mark, drawn, value, along } = main
  if (!isBar(main) || several.test(wordsOf(chart))) return []
  const axis = chart[value]
  const whole = axis?.format === '%' ? 1 : /%|％|百分/.test(wordsOf(chart)) ? 100 : undefined
  if (whole === undefined) return []
  const stacked = 'fill' in mark && mark.fill?.kind === 'column'
  const groups = new Map<string, number>()
  const names = drawn[along]
  numbers(drawn[value]).forEach((number, at) => {
    const group = stacked ? (namesOf([names[at]])[0] ?? '') : ''
    groups.set(group, (groups.get(group) ?? 0) + (number ?? 0))
  })
  const shared = stacked && groups.size < names.length
  if (!shared && !parts.test(wordsOf(chart))) return []
  const most = Math.max(0, ...groups.values()) / whole
  if (most <= 1.006) return []
  const sum = (most * 100).toFixed(1)
  return [
    {
      kind: 'over-100',
      sentence: {
        zh: `各部分加起来是 ${sum}%，超过了 100%。若是可选多项，请在副标题里写明；若不是，请核对分母。`,
        en: `The parts come to ${sum}%. Where several may be chosen, say so; otherwise check the denominator.`,
      },
      mend: {
        label: { zh: '注明“可选多项”', en: 'Say “several may be chosen”' },
        edits: [
          {
            path: ['subtitle'],
            value: [chart.subtitle, '可选多项，相加不等于 100%']
              .filter(Boolean)
              .join('；')
              .slice(0, 300),
          },
        ],
      },
    },
  ]
}
