import type { Figure, FigurePoint } from '../../../../../../domain/course/figure/figure.ts'
import { round, textWidth, type Drawing, type Label, type Room } from './drawing.ts'
import { strongIn } from './strong.ts'

/** A pie with its labels beside it, from the top clockwise. */
export function drawPie(
  figure: Figure,
  points: readonly FigurePoint[],
  { width, em }: Room,
): Drawing {
  const strong = strongIn(figure)
  const texts = points.map(
    ({ label, values }) => `${label} ${(values[0] ?? 0).toLocaleString('en')}`,
  )
  const longest = Math.max(...texts.map((text) => textWidth(text, em)))
  const radius = Math.max(3 * em, Math.min(9 * em, width / 2 - longest - 1.5 * em))
  const height = 2 * radius + 4 * em
  const [cx, cy] = [width / 2, height / 2]
  const total = points.reduce((sum, { values }) => sum + (values[0] ?? 0), 0)
  const at = (share: number, distance: number) => {
    const angle = 2 * Math.PI * share
    return [cx + distance * Math.sin(angle), cy - distance * Math.cos(angle)] as const
  }
  let begun = 0
  const slices = points.map(({ label, values }, index) => {
    const share = (values[0] ?? 0) / total
    const from = begun
    begun += share
    const [x, y] = at(from + share / 2, radius + 0.7 * em)
    const anchor = x >= cx ? 'start' : 'end'
    const text: Label = { x, y: y + 0.35 * em, text: texts[index] ?? '', anchor }
    return {
      path: slice(at(from, radius), at(begun, radius), [cx, cy], radius, share),
      text,
      strong: strong(label),
    }
  })
  return {
    height,
    plot: { x: 0, y: 0, width, height },
    lines: [],
    labels: slices.map(({ text }) => text),
    filled: slices.map(({ path, strong }, series) => ({ path, series, strong })),
    stroked: [],
    axes: [],
  }
}

type Point = readonly [number, number]

function slice(from: Point, to: Point, middle: Point, radius: number, share: number): string {
  const [a, b, c] = [from, to, middle].map(([x, y]) => `${round(x)} ${round(y)}`)
  const large = share > 0.5 ? 1 : 0
  return `M${c ?? ''}L${a ?? ''}A${round(radius)} ${round(radius)} 0 ${large} 1 ${b ?? ''}z`
}
