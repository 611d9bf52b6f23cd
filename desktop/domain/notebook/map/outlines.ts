import type { Shape } from '../picture/svg.ts'
import type { Boundary, BoundaryPlace } from './boundary.ts'
import type { MapGround, PlaceLook } from './draw.ts'

const width = 720
const tallest = 600

type Point = readonly [number, number]

/** A place of one's own boundary file as it was reviewed, with its number on every drawing. */
export function outlineGround({ places, approval, title }: Boundary): MapGround {
  const project = projection(places)
  const all = places.flatMap(({ rings }) => rings.flat().map(project))
  const [xs, ys] = [all.map(([x]) => x), all.map(([, y]) => y)]
  const [left, right] = extent(xs)
  const [low, high] = extent(ys)
  const scale = Math.min(width / (right - left || 1), tallest / (high - low || 1))
  const height = Math.ceil((high - low) * scale)
  const offset = (width - (right - left) * scale) / 2
  const put = (point: Point): Point => {
    const [x, y] = project(point)
    return [offset + (x - left) * scale, (high - y) * scale]
  }
  return {
    places,
    width,
    height,
    note: `${title} · 审图号：${approval}`,
    shapes: (look, colours) =>
      places.flatMap((place) => outline(place, look(place.code), put, colours.grey)),
  }
}

function extent(values: readonly number[]): [number, number] {
  return values.reduce<[number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  )
}

const radians = (degrees: number) => (degrees * Math.PI) / 180

/**
 * Wide lands by Albers' equal-area conic with the standard parallels usual for China (25° and 47° N,
 * Snyder 1987, §14), so that areas compare; small ones by straight degrees at their latitude.
 */
function projection(places: readonly BoundaryPlace[]): (point: Point) => Point {
  const points = places.flatMap(({ rings }) => rings.flat())
  const [west, east] = extent(points.map(([x]) => x))
  const [south, north] = extent(points.map(([, y]) => y))
  const middle = (west + east) / 2
  if (east - west < 8 || south < 0) {
    const shrink = Math.cos(radians((south + north) / 2))
    return ([x, y]) => [(x - middle) * shrink, y]
  }
  const [first, second] = [radians(25), radians(47)]
  const n = (Math.sin(first) + Math.sin(second)) / 2
  const c = Math.cos(first) ** 2 + 2 * n * Math.sin(first)
  const rho = (y: number) => Math.sqrt(Math.max(0, c - 2 * n * Math.sin(radians(y)))) / n
  const base = rho((south + north) / 2)
  return ([x, y]) => {
    const angle = n * radians(x - middle)
    return [rho(y) * Math.sin(angle), base - rho(y) * Math.cos(angle)]
  }
}

function outline(
  { rings }: BoundaryPlace,
  { fill, missing }: PlaceLook,
  put: (point: Point) => Point,
  stroke: string,
): Shape[] {
  const lines = rings.map((ring) => ring.map((point) => put(point)))
  const d = lines
    .map((ring) => `M${ring.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`)
    .join('')
  const area: Shape = { kind: 'path', d, fill, stroke, width: 0.6 }
  return missing ? [area, ...lines.map((ring) => hatch(ring, stroke))] : [area]
}

/** Level lines inside a ring, cut at its edge (even–odd), since nothing may be referred to. */
function hatch(ring: readonly Point[], stroke: string): Shape {
  const [top, bottom] = extent(ring.map(([, y]) => y))
  const parts: string[] = []
  for (let y = Math.ceil(top / 6) * 6 + 0.5; y < bottom; y += 6) {
    const cuts = crossings(ring, y)
    for (let at = 0; at + 1 < cuts.length; at += 2) {
      parts.push(`M${(cuts[at] ?? 0).toFixed(1)} ${y}H${(cuts[at + 1] ?? 0).toFixed(1)}`)
    }
  }
  return { kind: 'path', d: parts.join(''), fill: 'none', stroke, width: 0.5 }
}

function crossings(ring: readonly Point[], y: number): number[] {
  const cuts = ring.flatMap(([x1, y1], at) => {
    const [x2, y2] = ring[(at + 1) % ring.length] ?? [x1, y1]
    return y1 > y === y2 > y ? [] : [x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)]
  })
  return cuts.sort((a, b) => a - b)
}
