import { inWords } from '../../domain/notebook/chart-summary.ts'
import type { Chart } from '../../domain/notebook/chart.ts'

/** What is read of a drawn mark: its values by channel. */
export interface TipMark {
  readonly type: string
  readonly data?: { readonly columns?: Readonly<Record<string, ArrayLike<unknown>>> }
  channelField(channel: string): { readonly as: string } | null
}

/** More than these nobody points at one by one, and the file would swell. */
const mostTips = 2000
const drawn = ['rect', 'circle', 'path', 'line']
const channels = ['x', 'x1', 'x2', 'y', 'y1', 'y2'] as const
const groups = ['z', 'fill', 'stroke', 'text'] as const

type Bound = Element & { readonly __data__?: unknown }
type Scaled = Element & { scale?(name: string): { apply(value: unknown): unknown } | undefined }

/**
 * Gives every shape a title with the values that it stands for; a line gets a point that nobody sees
 * at each of its values. Plot leaves on each shape the number of its row.
 */
export function addTips(svg: Element, marks: readonly TipMark[], chart: Chart): void {
  const left = { tips: mostTips }
  for (const group of Array.from(svg.querySelectorAll('g[data-index]'))) {
    const mark = marks[Number(group.getAttribute('data-index'))]
    if (!mark?.data?.columns) continue
    const tell = (row: number) => wordsOf(mark, row, chart)
    for (const shape of Array.from(group.querySelectorAll(drawn.join(',')))) {
      const rows = (shape as Bound).__data__
      if (typeof rows === 'number') title(shape, tell(rows), left)
      else if (Array.isArray(rows) && mark.type.startsWith('line'))
        addPoints({ svg, shape, mark, rows: rows as number[] }, tell, left)
    }
  }
}

function title(shape: Element, text: string, left: { tips: number }): void {
  if (text === '' || left.tips <= 0) return
  left.tips -= 1
  const element = shape.ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'title')
  element.textContent = text
  shape.append(element)
}

interface Line {
  readonly svg: Scaled
  readonly shape: Element
  readonly mark: TipMark
  readonly rows: readonly number[]
}

function addPoints(
  { svg, shape, mark, rows }: Line,
  tell: (row: number) => string,
  left: { tips: number },
): void {
  const [x, y] = [svg.scale?.('x'), svg.scale?.('y')]
  for (const row of rows) {
    const [cx, cy] = [x?.apply(valueOf(mark, 'x', row)), y?.apply(valueOf(mark, 'y', row))]
    if (typeof cx !== 'number' || typeof cy !== 'number' || !Number.isFinite(cx + cy)) continue
    if (left.tips <= 0) return
    const point = shape.ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'circle')
    const places = { cx: String(cx), cy: String(cy), r: '7', fill: 'transparent', stroke: 'none' }
    for (const [name, value] of Object.entries(places)) point.setAttribute(name, value)
    shape.parentNode?.append(point)
    title(point, tell(row), left)
  }
}

function valueOf(mark: TipMark, channel: string, row: number): unknown {
  const as = mark.channelField(channel)?.as
  return as === undefined ? undefined : mark.data?.columns?.[as]?.[row]
}

/** The group first, then across, then up; each once. */
function wordsOf(mark: TipMark, row: number, chart: Chart): string {
  const named = channels.map((channel) => {
    const axis = channel.startsWith('x') ? chart.x : chart.y
    const value = valueOf(mark, channel, row)
    const label = axis?.label === undefined || axis.label === '' ? '' : `${axis.label}：`
    return isTold(value) ? label + inWords(value, axis) : ''
  })
  const kinds = groups.map((channel) => {
    const value = valueOf(mark, channel, row)
    return typeof value === 'string' ? value : ''
  })
  return [...new Set([...kinds, ...named])].filter((text) => text !== '').join('\n')
}

const isTold = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' || value instanceof Date
