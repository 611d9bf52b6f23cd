import type { Axis } from '../chart.ts'
import type { DrawingOf } from './kinds.ts'
import { unnamed, type KindRow, type KindRows } from './kind-rows.ts'
import { bars, labels, rowNames, rowsAxis, zeroLine, type Bar } from './lying.ts'
import { legendOf, type LegendItem } from './legend.ts'
import { inOrder, shownNames, totals } from './order.ts'
import { mostShades, shades } from './paint.ts'
import { amountWriter, valueAxis, type Ground, type KindPicture } from './picture.ts'
import { addsUp, extremes, namesLeft } from './told.ts'
import { textWidth } from './text-width.ts'

type Parted = DrawingOf<'grouped' | 'stacked' | 'share'>

/** A part of a name's bar. */
export interface Part extends Bar {
  readonly level: number
  /** What stands upon it where there is room. */
  readonly label: string
}

/** Bars of each name in parts: side by side, one after another, or as shares of the whole. */
export function drawParted(draw: Parted, { rows }: KindRows, ground: Ground): KindPicture {
  const table = tableOf(draw, rows)
  const write = amountWriter(draw.kind === 'share' ? '%' : ground.chart.x?.format)
  const paints = shades(ground.palette, table.levels.length)
  const parts = partsOf(draw, table, write)
  const list = rowNames(table.names, ground)
  const row = draw.kind === 'grouped' ? 8 + 18 * table.levels.length : 28
  const { axis, height } = rowsAxis(table.names.length, row, ground)
  const legend = legendOf(table.levels, paints)
  const usual: Partial<Axis> =
    draw.kind === 'share' ? { format: '%', domain: [0, 1] } : { zero: true }
  return {
    marks: [
      ...partMarks(parts, legend, draw.kind === 'grouped' ? undefined : list.left, ground),
      zeroLine(ground),
      ...list.marks,
    ],
    axes: { ...axis, ...valueAxis('x', ground.chart, usual) },
    height,
    left: list.left,
    legend,
    told: table.told,
    said: `${table.names.length} 项，各分 ${table.levels.length} 类（${table.levels.join('、')}）。${mostOf(draw, table, ground)}`,
  }
}

interface Table {
  readonly names: readonly string[]
  readonly levels: readonly string[]
  readonly at: (name: string, level: string) => number
  readonly told: readonly string[]
}

/** Names down, levels across; what is too many is put together, or told where it does not add up. */
function tableOf(draw: Parted, rows: readonly KindRow[]): Table {
  const adds = addsUp(draw)
  const allLevels = inOrder(
    rows.map(({ b }) => b),
    draw.levels,
  )
  const many = allLevels.length > mostShades
  const byLevel = totals(rows.map((row) => ({ ...row, a: row.b })))
  const large = allLevels
    .toSorted((one, other) => (byLevel.get(other) ?? 0) - (byLevel.get(one) ?? 0))
    .slice(0, adds ? mostShades - 1 : mostShades)
  const kept = many ? allLevels.filter((level) => large.includes(level)) : allLevels
  const levels = many && adds ? [...kept, '其余'] : kept
  const { names, left } = shownNames(rows, draw)
  const others = `其余 ${left} 个`
  const folded = left > 0 && adds
  const sums = new Map<string, number>()
  for (const { a, b, v = 0 } of rows) {
    const name = names.includes(a) ? a : others
    const level = kept.includes(b) ? b : '其余'
    const key = JSON.stringify([name, level])
    sums.set(key, (sums.get(key) ?? 0) + v)
  }
  const gone = allLevels.length - kept.length
  return {
    names: folded ? [...names, others] : names,
    levels,
    at: (name, level) => sums.get(JSON.stringify([name, level])) ?? 0,
    told: [
      ...namesLeft(names.length, left, folded),
      ...(gone > 0
        ? [
            `颜色分 ${allLevels.length} 类，太多看不清，${adds ? '小的合成“其余”' : `只画了 ${kept.length} 类`}。`,
          ]
        : []),
      ...(draw.kind !== 'grouped' && rows.some(({ v = 0 }) => v < 0)
        ? ['有负数，不能看成整体的一部分，负数没有画；可改用分组条形图。']
        : []),
      ...(draw.kind !== 'grouped' && !adds
        ? ['平均、最大这类数加起来没有意义，看各段就好；可改用分组条形图。']
        : []),
    ],
  }
}

function partsOf({ kind }: Parted, table: Table, write: (value: number) => string): Part[] {
  const { names, levels, at } = table
  return names.flatMap((name, row) => {
    const own = levels.map((level) =>
      kind === 'grouped' ? at(name, level) : Math.max(0, at(name, level)),
    )
    const whole = own.reduce((sum, v) => sum + v, 0)
    const sizes = kind === 'share' ? own.map((v) => (whole === 0 ? 0 : v / whole)) : own
    let end = 0
    return sizes.map((v, level): Part => {
      const label = write(v)
      const t = `${name} ${levels[level] ?? unnamed} ${label}`
      if (kind === 'grouped') {
        const high = 0.84 / levels.length
        const y1 = row + 0.08 + level * high
        return { x1: Math.min(0, v), x2: Math.max(0, v), y1, y2: y1 + high, level, label, t }
      }
      const x1 = end
      end += v
      return { x1, x2: end, y1: row + 0.12, y2: row + 0.88, level, label, t }
    })
  })
}

/** The parts in their shades; what each is stands upon it where it has room. */
export function partMarks(
  parts: readonly Part[],
  legend: readonly LegendItem[],
  left: number | undefined,
  ground: Ground,
) {
  const low = Math.min(0, ...parts.map(({ x1 }) => x1))
  const high = Math.max(0, ...parts.map(({ x2 }) => x2))
  const unit = (ground.width - (left ?? 0) - 40 * ground.scale) / (high - low || 1)
  const fits = ({ x1, x2, label }: Part) =>
    left !== undefined && (x2 - x1) * unit > (textWidth(label) + 0.6) * ground.em
  return legend.flatMap(({ paint }, level) => {
    const own = parts.filter((part) => part.level === level && part.x1 !== part.x2)
    const words = own.filter(fits).map(({ x1, x2, y1, y2, label }) => ({
      ...{ x: (x1 + x2) / 2, y: (y1 + y2) / 2, label },
    }))
    return [
      ...bars(
        own.map(({ x1, x2, y1, y2, t }) => ({ x1, x2, y1, y2, t })),
        paint,
        ground,
      ),
      ...labels(words, { fill: paint.ink }, ground),
    ]
  })
}

function mostOf({ kind }: Parted, { names, levels, at }: Table, { chart }: Ground): string {
  const whole = (name: string) =>
    levels.reduce((sum, level) => sum + Math.max(0, at(name, level)), 0)
  const [first = ''] = levels
  if (kind === 'share') {
    const shares = names.flatMap((name) =>
      whole(name) > 0 ? [{ name, v: Math.max(0, at(name, first)) / whole(name) }] : [],
    )
    return `“${first}”的占比：${extremes(shares, amountWriter('%'))}`
  }
  const write = amountWriter(chart.x?.format)
  if (kind === 'stacked')
    return `合计：${extremes(
      names.map((name) => ({ name, v: whole(name) })),
      write,
    )}`
  const cells = names.flatMap((name) =>
    levels.map((level) => ({ name: `${name}的${level}`, v: at(name, level) })),
  )
  return extremes(cells, write)
}
