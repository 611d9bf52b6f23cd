import type { DrawingOf } from './kinds.ts'
import { unnamed, type KindRows } from './kind-rows.ts'
import { bars, labels, rowNames, rowsAxis } from './lying.ts'
import { inOrder, totals } from './order.ts'
import { paint } from './paint.ts'
import { amountWriter, placeAxis, roomFor, type Ground, type KindPicture } from './picture.ts'

const mostStages = 12

/** Stages one below the other, each as wide as what is left at it, with its share of the first. */
export function drawFunnel(
  draw: DrawingOf<'funnel'>,
  { rows }: KindRows,
  ground: Ground,
): KindPicture {
  const sums = totals(rows)
  const negative = [...sums].filter(([, v]) => v < 0).map(([name]) => name)
  const known = [...sums.keys()].filter((name) => !negative.includes(name))
  const all =
    draw.levels === undefined
      ? known.toSorted((one, other) => (sums.get(other) ?? 0) - (sums.get(one) ?? 0))
      : inOrder(known, draw.levels)
  const names = all.slice(0, mostStages)
  const write = amountWriter(ground.chart.x?.format)
  const first = sums.get(names[0] ?? unnamed) ?? 0
  const stages = names.map((name, row) => {
    const v = sums.get(name) ?? 0
    const share = first === 0 ? '' : `，${amountWriter('%')(v / first)}`
    return { name, v, row, label: `${write(v)}${row === 0 ? '' : share}` }
  })
  const list = rowNames(names, ground)
  const right = roomFor(
    stages.map(({ label }) => label),
    ground,
    0.3,
  )
  const { axis, height } = rowsAxis(names.length, 36, ground)
  const far = Math.max(0, ...stages.map(({ v }) => v)) / 2 || 1
  const rising = stages.some(({ v }, index) => index > 0 && v > (stages[index - 1]?.v ?? v))
  return {
    marks: [
      ...bars(
        stages.map(({ name, v, row, label }) => ({
          ...{ x1: -v / 2, x2: v / 2, y1: row + 0.1, y2: row + 0.9 },
          t: `${name} ${label}`,
        })),
        paint(ground.palette, 'teal'),
        ground,
      ),
      ...labels(
        stages.map(({ row, label }) => ({ x: far, y: row + 0.5, label })),
        { anchor: 'start', dx: 8 * ground.scale },
        ground,
      ),
      ...list.marks,
    ],
    axes: { ...axis, ...placeAxis('x', [-far, far]) },
    height,
    left: list.left,
    right,
    bare: true,
    told: [
      ...(negative.length > 0 ? [`${quoted(negative)}是负数，漏斗里没有负的数量，没有画。`] : []),
      ...(all.length > mostStages ? [`共 ${all.length} 步，只画了前 ${mostStages} 步。`] : []),
      ...(rising ? ['后面有的步比前面多，它们可能不是先后的步骤。'] : []),
    ],
    said: stages.map(({ name, label }) => `${name} ${label}`).join('；') + '。百分比是占第一步的。',
  }
}

const quoted = (names: readonly string[]) =>
  names
    .slice(0, 3)
    .map((name) => `“${name}”`)
    .join('、') + (names.length > 3 ? '等' : '')
