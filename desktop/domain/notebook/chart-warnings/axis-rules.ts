import type { Axis, Chart } from '../chart.ts'
import type { ChartFacts, MainMark } from './facts.ts'
import { numbers } from './facts.ts'
import type { Edit, Warning } from './warning.ts'

/** Marks whose length or area is the value: it must be seen whole. */
const lengths: readonly string[] = ['barX', 'barY', 'rectY', 'areaY']

/** Bars and areas from anything but zero make small differences large. */
export function cutAxis(chart: Chart, main: MainMark): Warning[] {
  const axis = chart[main.value]
  if (!axis || !lengths.includes(main.mark.mark) || !isCut(axis)) return []
  const side = main.value
  const [low, high] = axis.domain ?? [0, 0]
  const from = Math.min(0, high)
  const edits: Edit[] = [
    ...(axis.domain && leavesZeroOut(axis.domain)
      ? [{ path: [side, 'domain'], value: low < high ? [from, Math.max(0, high)] : undefined }]
      : []),
    ...(axis.zero === false ? [{ path: [side, 'zero'], value: undefined }] : []),
    ...(axis.scale === undefined || axis.scale === 'linear'
      ? []
      : [{ path: [side, 'scale'], value: undefined }]),
  ]
  return [
    {
      kind: 'cut-axis',
      sentence: {
        zh: '条形和面积要从 0 画起：截去一段，小差别会看成大差别。',
        en: 'Bars and areas must start at 0: with a part cut off, small differences look large.',
      },
      mend: { label: { zh: '从 0 开始', en: 'Start at 0' }, edits },
    },
  ]
}

const leavesZeroOut = ([low, high]: readonly [number, number]) => low > 0 || high < 0
const isCut = ({ domain, zero, scale }: Axis) =>
  (domain !== undefined && leavesZeroOut(domain)) ||
  zero === false ||
  (scale !== undefined && scale !== 'linear')

/** Equal steps on a log axis are factors; who is not told reads them as differences. */
export function unmarkedLog(chart: Chart, main: MainMark): Warning[] {
  if (lengths.includes(main.mark.mark)) return [] // cut-axis speaks of them
  return (['x', 'y'] as const).flatMap((side): Warning[] => {
    const axis = chart[side]
    const label = axis?.label ?? ''
    if (axis?.scale === undefined || axis.scale === 'linear') return []
    if (/对数|平方根|log|sqrt|倍/i.test(label)) return []
    const name = axis.scale === 'log' ? '对数刻度' : '平方根刻度'
    return [
      {
        kind: 'log-axis',
        sentence: {
          zh: `${side === 'x' ? '横轴' : '纵轴'}用了${name}，却没有写明：读者会把一格当成一样多。`,
          en: `The ${side} axis has a ${axis.scale} scale and does not say so: steps look equal that are not.`,
        },
        mend: {
          label: { zh: `注明“${name}”`, en: 'Say so' },
          edits: [{ path: [side, 'label'], value: label === '' ? name : `${label}（${name}）` }],
        },
      },
    ]
  })
}

/** A circle cannot be smaller than nothing. */
export function sizeMisused(_: Chart, { mark, drawn }: MainMark, __: ChartFacts): Warning[] {
  if (mark.mark !== 'dot') return []
  const sizes = numbers(drawn.channels?.['r'] ?? [])
  const below = sizes.filter((size) => size !== undefined && size < 0).length
  if (below === 0) return []
  return [
    {
      kind: 'size',
      sentence: {
        zh: `圆的大小表示的列里有 ${below} 个负数，圆画不出负数，看上去会像没有。请换成颜色，或只画增加的部分。`,
        en: `The column shown as size has ${below} negative values, which no circle can show. Use colour instead.`,
      },
    },
  ]
}
