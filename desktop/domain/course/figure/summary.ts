import { figureAxes } from './axes.ts'
import { figurePoints, type Figure } from './figure.ts'

const types: Readonly<Record<Figure['type'], string>> = {
  bar: '柱形图',
  line: '折线图',
  area: '面积图',
  pie: '饼图',
  dots: '圆点图',
}

/**
 * The figure in words, for those who do not see it: how it is drawn, exactly enough that every flaw
 * can be found, and without a word on what is a flaw. Its values stand in the table beside it.
 */
export function figureSummary(figure: Figure): string {
  const { type, title, series, source, note, highlight } = figure
  const points = figurePoints(figure)
  const facts = [
    `${types[type]}，标题是“${title}”`,
    ...verticals(figure),
    horizontal(
      figure,
      points.map(({ label }) => label),
    ),
    ...(series ? [`图例：${series.join('、')}`] : []),
    ...(highlight.length > 0 ? [`用深色突出了${highlight.join('、')}`] : []),
    source === null ? '没有写来源' : `来源：${source}`,
    ...(note === undefined ? [] : [`图下注：${note}`]),
  ]
  return facts.map((fact) => `${fact.replace(/[。.]$/, '')}。`).join('')
}

/** What is written at the vertical axis; two for two axes. Nothing for a pie or sized dots. */
export function verticals(figure: Figure): string[] {
  const { type, y, scale, size } = figure
  if (type === 'pie') return []
  if (size !== undefined) {
    return [`数值画成圆，${size === 'radius' ? '半径' : '面积'}和数值成正比`]
  }
  const [left, right] = figureAxes(figure)
  const range = (axis = left) => (axis ? `从 ${axis.from} 到 ${axis.to}` : '')
  if (scale === 'dual')
    return [`左边纵轴${nameOf(y, 0)}${range()}`, `右边纵轴${nameOf(y, 1)}${range(right)}`]
  return [`纵轴${nameOf(y, 0)}${range()}`]
}

function nameOf(y: Figure['y'], at: 0 | 1): string {
  const name = typeof y === 'string' ? y : y?.[at]
  return name === undefined ? '没有写名称，' : `是“${name}”，`
}

function horizontal({ type, x, steps, order }: Figure, labels: readonly string[]): string {
  const listed = `依次是 ${labels.join('、')}`
  if (type === 'pie') return `各块${listed}`
  const spacing = steps === 'true' ? '按年份的远近排开' : '等距离排开'
  const sorted = { given: '', up: '，从小到大', down: '，从大到小' }[order]
  return `横轴${x === undefined ? '没有写名称' : `是“${x}”`}，${listed}，${spacing}${sorted}`
}
