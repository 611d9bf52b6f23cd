import { axisText } from '../axis-text.ts'
import type { Palette } from '../palette.ts'
import type { Shape } from '../picture/svg.ts'
import { boundsOf, classOf, stepOf } from './classes.ts'
import type { MapSpec } from './map.ts'
import { matched, type Place, type PlaceValue } from './match.ts'

/** One place as it is to be drawn; how, its layout knows. */
export interface PlaceLook {
  readonly fill: string
  /** Nothing is known of it: hatched. */
  readonly missing: boolean
  /** Colour of the words on it. */
  readonly ink: string
  readonly value: string
}

/** A map's ground: where its places are, and what must stand on it. */
export interface MapGround {
  readonly places: readonly Place[]
  readonly width: number
  readonly height: number
  readonly note: string
  shapes(look: (code: string) => PlaceLook, colours: Palette['colours']): Shape[]
}

export interface DrawnMap {
  readonly shapes: readonly Shape[]
  readonly legend: readonly {
    readonly text: string
    readonly colour: string
    readonly missing?: true
  }[]
  /** What the colours stand for. */
  readonly label: string
  readonly summary: string
  /** What did not fit, in sentences. */
  readonly told: readonly string[]
  /** The values by the names of their places, for those who want the numbers. */
  readonly rows: readonly (readonly [string, string, number | undefined])[]
}

/** The rows of a map's table as places and values: per 10,000 people where it says so. */
export function placeValues(
  { place, value, per }: MapSpec,
  rows: readonly Readonly<Record<string, unknown>>[],
): PlaceValue[] {
  return rows.map((row) => {
    const shown = numberOf(row[value])
    if (per === undefined || shown === undefined) return { place: row[place], value: shown }
    const people = numberOf(row[per]) ?? 0
    return { place: row[place], value: people > 0 ? (shown / people) * 10_000 : undefined }
  })
}

const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined

/** Draws the places in the colours of their classes. `surface` is the ground that words on dark colours have. */
export function drawMap(
  map: MapSpec,
  values: readonly PlaceValue[],
  ground: MapGround,
  { palette, surface }: { readonly palette: Palette; readonly surface: string },
): DrawnMap {
  const { colours, steps } = palette
  const found = matched(ground.places, values)
  const bounds = boundsOf([...found.values.values()], map.classes)
  const count = bounds.length + 1
  const write = writer(map)
  const look = (code: string): PlaceLook => {
    const value = found.values.get(code)
    if (value === undefined) return { fill: surface, missing: true, ink: colours.ink, value: '' }
    const { step, light } = stepOf(classOf(value, bounds), count)
    const fill = steps[step] ?? colours.tint
    return { fill, missing: false, ink: light ? surface : colours.ink, value: write(value) }
  }
  const label = labelOf(map)
  const names = ground.places.map(({ code, name }) => ({ name, value: found.values.get(code) }))
  return {
    shapes: ground.shapes(look, colours),
    legend: legendOf({ bounds, count, write, steps, surface }, found.values.size < names.length),
    label,
    summary: summaryOf(map, names, write),
    told: toldOf(found),
    rows: ground.places.map(({ code, name }) => [code, name, found.values.get(code)]),
  }
}

export const labelOf = ({ label, value, per }: MapSpec): string =>
  label ?? (per === undefined ? value : `每万人${value}`)

function writer({ format, per }: MapSpec): (value: number) => string {
  const write = axisText(format)
  return (value) => write(Number(value.toFixed(format === '%' ? 4 : per === undefined ? 2 : 1)))
}

interface Legend {
  readonly bounds: readonly number[]
  readonly count: number
  readonly write: (value: number) => string
  readonly steps: readonly string[]
  readonly surface: string
}

function legendOf(
  { bounds, count, write, steps, surface }: Legend,
  gaps: boolean,
): DrawnMap['legend'] {
  const classes = Array.from({ length: count }, (_, at) => {
    const [from, to] = [bounds[at - 1], bounds[at]]
    const colour = steps[stepOf(at, count).step] ?? surface
    if (from === undefined && to === undefined) return { text: '有数据', colour }
    if (from === undefined) return { text: `低于 ${write(to ?? 0)}`, colour }
    return {
      text: to === undefined ? `${write(from)} 及以上` : `${write(from)}～${write(to)}`,
      colour,
    }
  })
  return gaps ? [...classes, { text: '无数据', colour: surface, missing: true }] : classes
}

function summaryOf(
  { title, subtitle }: MapSpec,
  names: readonly { readonly name: string; readonly value: number | undefined }[],
  write: (value: number) => string,
): string {
  const begin = subtitle === undefined ? `${title}。` : `${title}。${subtitle}。`
  const known = names.flatMap(({ name, value }) => (value === undefined ? [] : [{ name, value }]))
  const sorted = known.toSorted((a, b) => b.value - a.value)
  const [most] = sorted
  const least = sorted.at(-1)
  if (!most || !least) return `${begin}图中还没有数据。`
  const say = (one: typeof most) => `${one.name}（${write(one.value)}）`
  const missing = names.length - known.length
  const gaps = missing === 0 ? '' : `另有 ${missing} 个地方无数据。`
  return `${begin}${known.length} 个地方：最高 ${say(most)}，最低 ${say(least)}。${gaps}`
}

function toldOf({ unmatched, repeated }: ReturnType<typeof matched>): string[] {
  const list = (names: readonly string[]) =>
    `${names.slice(0, 5).join('、')}${names.length > 5 ? ` 等 ${names.length} 个` : ''}`
  return [
    ...(unmatched.length > 0
      ? [`${list(unmatched)}在图上找不到，没有画。请用区划的全称、简称或代码。`]
      : []),
    ...(repeated.length > 0 ? [`${list(repeated)}不止一行，只画了第一行。请先按地方汇总。`] : []),
  ]
}
