import { compileMark } from '../chart-marks.ts'
import type { Axis, AxisFormat, Chart } from '../chart.ts'
import { paramNames, ref, unseen, withoutUndefined, type JsonObject } from '../mosaic-json.ts'
import type { Palette } from '../palette.ts'
import { writeValue } from '../value.ts'
import { legendMarks, type LegendItem } from './legend.ts'
import { textWidth } from './text-width.ts'

/** Where a kind is drawn. */
export interface Ground {
  readonly chart: Chart
  readonly palette: Palette
  readonly interactive: boolean
  /** How much larger than usual the text is. */
  readonly scale: number
  /** The size of its text, in pixels. */
  readonly em: number
  /** In pixels. */
  readonly width: number
}

/** A chart that is reckoned and laid out: marks over data of their own. Lengths are in pixels. */
export interface KindPicture {
  readonly marks: readonly JsonObject[]
  readonly axes: JsonObject
  readonly height: number
  readonly left: number
  readonly right?: number
  /** Whether nothing stands below it. */
  readonly bare?: boolean
  readonly legend?: readonly LegendItem[]
  /** What readers must know of what is not drawn, each a sentence. */
  readonly told: readonly string[]
  /** What is to be seen, in words. */
  readonly said: string
}

/** The specification of a picture, with its legend and the thresholds that its author drew over it. */
export function pictureSpec(picture: KindPicture, ground: Ground): JsonObject {
  const { chart, palette, scale } = ground
  const px = (length: number) => Math.round(length * scale)
  const legend = legendMarks(picture.legend ?? [], picture.left, ground)
  const rules = chart.plot.flatMap((mark) => compileMark(mark, chart, palette))
  const top = px(20) + legend.height + (rules.length > 0 ? px(12) : 0)
  const bottom = px(picture.bare === true ? 12 : 44)
  return {
    plot: [...picture.marks, ...legend.marks, ...rules],
    width: ref(paramNames.width),
    height: Math.round(
      chart.height === undefined ? picture.height + top + bottom : px(chart.height),
    ),
    marginLeft: Math.round(picture.left),
    marginRight: Math.round(picture.right ?? px(24)),
    marginTop: top,
    marginBottom: bottom,
    ...picture.axes,
  }
}

/** The axis on which the amounts stand. */
export function valueAxis(side: 'x' | 'y', chart: Chart, usual: Partial<Axis> = {}): JsonObject {
  const axis: Axis = { ...usual, ...chart[side] }
  return {
    [`${side}Label`]: axis.label === undefined || axis.label === '' ? null : axis.label,
    [`${side}TickFormat`]: ref(paramNames.format(axis.format)),
    [`${side}Grid`]: axis.grid ?? true,
    ...withoutUndefined({
      [`${side}Domain`]: axis.domain,
      [`${side}Zero`]: axis.zero,
      [`${side}Reverse`]: axis.reverse,
      [`${side}Ticks`]: axis.ticks,
      [`${side}Scale`]: axis.scale,
    }),
  }
}

/** An axis that only gives the marks their place. */
export function placeAxis(side: 'x' | 'y', domain: readonly [number, number]): JsonObject {
  return { [`${side}Axis`]: null, [`${side}Domain`]: domain }
}

/** Writes amounts beside their marks. */
export function amountWriter(format: AxisFormat | undefined): (value: number) => string {
  return (value) =>
    format === '万' || format === '亿' || format === '%'
      ? writeValue(value, format)
      : writeValue(value)
}

/** Pointing at a mark tells the text `t` of its datum. */
export function tip(ground: Ground): JsonObject {
  if (!ground.interactive) return {}
  const silent = ['x', 'y', 'x1', 'x2', 'y1', 'y2', 'fx', 'fy', 'fill', 'stroke'].map(
    (channel) => [channel, false] as const,
  )
  const format: JsonObject = Object.fromEntries<boolean>([[unseen, true], ...silent])
  return { channels: { [unseen]: 't' }, tip: { format } }
}

/** Room for the longest of the texts, at most a share of the whole width. */
export function roomFor(texts: readonly string[], ground: Ground, share = 0.34): number {
  const longest = Math.max(0, ...texts.map((text) => textWidth(text)))
  return Math.min(longest * ground.em + 14 * ground.scale, ground.width * share)
}
