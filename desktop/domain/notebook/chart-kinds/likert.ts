import type { DrawingOf } from './kinds.ts'
import type { KindRow, KindRows } from './kind-rows.ts'
import { legendOf } from './legend.ts'
import { labels, rowNames, rowsAxis, zeroLine } from './lying.ts'
import { inOrder, shownNames, totals } from './order.ts'
import { diverging } from './paint.ts'
import { amountWriter, placeAxis, roomFor, type Ground, type KindPicture } from './picture.ts'
import { partMarks, type Part } from './series.ts'
import { addsUp, extremes, namesLeft, number } from './told.ts'

/** More answers than these are no scale that anyone reads. */
const mostAnswers = 7
const percent = amountWriter('%')

/** Answers on a scale as shares, the lower half to the left of the middle and the upper to its right. */
export function drawLikert(
  draw: DrawingOf<'likert'>,
  { rows }: KindRows,
  ground: Ground,
): KindPicture {
  const levels = inOrder(
    rows.map(({ b }) => b),
    draw.levels,
  )
  if (levels.length > mostAnswers || !addsUp(draw)) return refused(levels.length, addsUp(draw))
  const counted = rows.filter(({ v = 0 }) => v >= 0)
  const { names, left } = shownNames(counted, { top: draw.top, order: 'name' })
  const answers = names.map((name) => answersOf(name, counted, levels))
  const high = answers.map(({ name, upper }) => ({ name, v: upper }))
  const list = rowNames(names, ground)
  const counts = answers.map(({ whole }) => `共 ${number(whole)}`)
  const right = roomFor(counts, ground, 0.3)
  const { axis, height } = rowsAxis(names.length, 30, ground)
  const legend = legendOf(levels, diverging(ground.palette, levels.length))
  const far = Math.max(0.01, ...answers.flatMap(({ from, to }) => [-from, to]))
  const parts = answers.flatMap((one, row) => partsOf(one, row, levels))
  return {
    marks: [
      zeroLine(ground),
      ...partMarks(parts, legend, list.left + right, ground),
      ...list.marks,
      ...labels(
        counts.map((label, row) => ({ x: far, y: row + 0.5, label })),
        { anchor: 'start', dx: 8 * ground.scale, fill: ground.palette.colours.grey },
        ground,
      ),
    ],
    axes: { ...axis, ...placeAxis('x', [-far, far]) },
    height,
    left: list.left,
    right,
    legend,
    bare: true,
    told: [
      ...namesLeft(names.length, left, false),
      ...(counted.length < rows.length ? ['有负的人数，没有画。'] : []),
      ...(draw.levels === undefined
        ? ['回答按名称排序；次序不对时，用 levels 从低到高写出来。']
        : []),
    ],
    said: `${names.length} 个问题，回答从低到高：${levels.join('、')}。靠上一半的占比：${extremes(high, percent)}`,
  }
}

function refused(levels: number, adds: boolean): KindPicture {
  const told = adds
    ? `回答有 ${levels} 种，这种图至多 ${mostAnswers} 种；请先在查询里合并。`
    : '这种图要画的是人数：value 写 { count: true } 或 { sum: 列 }。'
  return { marks: [], axes: {}, height: 0, left: 0, told: [told], said: '' }
}

interface Answers {
  readonly name: string
  readonly whole: number
  readonly sizes: readonly number[]
  readonly from: number
  readonly to: number
  /** The share of the upper half. */
  readonly upper: number
}

function answersOf(name: string, rows: readonly KindRow[], levels: readonly string[]): Answers {
  const own = totals(rows.filter(({ a }) => a === name).map((row) => ({ ...row, a: row.b })))
  const amounts = levels.map((level) => own.get(level) ?? 0)
  const whole = amounts.reduce((sum, v) => sum + v, 0)
  const sizes = amounts.map((v) => (whole === 0 ? 0 : v / whole))
  const half = Math.floor(levels.length / 2)
  const lower = sizes.slice(0, half).reduce((sum, v) => sum + v, 0)
  const middle = levels.length % 2 === 1 ? (sizes[half] ?? 0) : 0
  const from = -lower - middle / 2
  const share = whole === 0 ? 0 : 1
  return { name, whole, sizes, from, to: from + share, upper: share - lower - middle }
}

function partsOf({ name, sizes, from }: Answers, row: number, levels: readonly string[]): Part[] {
  let end = from
  return sizes.map((size, level) => {
    const x1 = end
    end += size
    const label = percent(size)
    const t = `${name} ${levels[level] ?? ''} ${label}`
    return { x1, x2: end, y1: row + 0.12, y2: row + 0.88, level, label, t }
  })
}
