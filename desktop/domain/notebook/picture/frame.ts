import type { Palette } from '../palette.ts'
import { widthOfText, wrapped } from './wrap.ts'
import { writeShape, writeSvg, type Shape } from './svg.ts'

/** Everything that a picture says when it stands alone. */
export interface Framed {
  readonly title: string
  readonly subtitle: string | undefined
  /** Which value has which colour. */
  readonly legend: readonly {
    readonly text: string
    /** Empty: words alone. */
    readonly colour: string
    /** Hatched: nothing is known. */
    readonly missing?: true
  }[]
  /** Where it comes from, of which day it is, what was held back. */
  readonly notes: readonly string[]
  /** That the data are made up; nothing of real ones. */
  readonly synthetic: string | undefined
  /** What it says to those who do not see it. */
  readonly summary: string
  /** The drawing itself: an `<svg>` of ours. */
  readonly drawing: string
  readonly width: number
  readonly height: number
}

export interface Picture {
  readonly svg: string
  readonly width: number
  readonly height: number
}

const pad = 20

/** A drawing with its words around it, on paper ground: nothing of it gets lost when it is passed on. */
export function framed(parts: Framed, palette: Palette): Picture {
  const width = parts.width + 2 * pad
  const head = headOf(parts, palette)
  const top = head.height + pad
  const foot = footOf(parts, palette, top + parts.height + 8)
  const height = top + parts.height + 8 + foot.height + pad
  const ground: Shape = { kind: 'rect', x: 0, y: 0, width, height, fill: '#ffffff' }
  const place = `x="${pad}" y="${top}" width="${parts.width}" height="${parts.height}" `
  const drawing = parts.drawing
    .replace(/^<svg ([^>]*)>/, (_, attributes: string) => {
      const kept = attributes.replaceAll(
        /(?:^|\s)(?:width|height|x|y|role|aria-label)="[^"]*"/g,
        '',
      )
      return `<svg ${place}${kept.trim()}>`
    })
    .replace('xmlns="http://www.w3.org/2000/svg"', '')
  const inner =
    [ground, ...head.shapes].map(writeShape).join('') +
    drawing +
    foot.shapes.map(writeShape).join('')
  return { svg: writeSvg(inner, { width, height }, parts.summary), width, height }
}

interface Block {
  readonly shapes: readonly Shape[]
  readonly height: number
}

interface Lines {
  readonly text: string
  readonly size: number
  readonly leading: number
  readonly fill: string
  readonly bold?: boolean
}

function lines({ text, size, leading, fill, bold }: Lines, top: number, width: number): Block {
  const rows = wrapped(text, width / size)
  return {
    shapes: rows.map((row, at) => ({
      kind: 'text',
      x: pad,
      y: top + at * leading + size,
      text: row,
      size,
      fill,
      ...(bold === true ? { weight: 600, serif: true } : {}),
    })),
    height: rows.length * leading,
  }
}

function headOf({ title, subtitle, legend, width }: Framed, { colours }: Palette): Block {
  const ink = { size: 20, leading: 28, fill: colours.ink, bold: true }
  const first = lines({ text: title, ...ink }, pad - 4, width)
  let height = pad - 4 + first.height
  const small = { size: 13, leading: 20, fill: colours.grey }
  const second =
    subtitle === undefined ? undefined : lines({ text: subtitle, ...small }, height, width)
  height += second?.height ?? 0
  const keys = legendOf(legend, height + 6, width, colours.ink)
  height += keys.height
  return { shapes: [...first.shapes, ...(second?.shapes ?? []), ...keys.shapes], height }
}

function legendOf(legend: Framed['legend'], top: number, width: number, ink: string): Block {
  const shapes: Shape[] = []
  let [x, y] = [pad, top]
  for (const { text, colour, missing } of legend) {
    const key = colour === '' ? 0 : 18
    const room = key + widthOfText(text) * 13 + 16
    if (x > pad && x + room > width + pad) [x, y] = [pad, y + 22]
    if (key > 0) {
      shapes.push({ kind: 'rect', x, y, width: 12, height: 12, fill: colour, stroke: ink })
    }
    if (missing) shapes.push(hatched(x, y, ink))
    shapes.push({ kind: 'text', x: x + key, y: y + 11, text, size: 13, fill: ink })
    x += room
  }
  return { shapes, height: legend.length === 0 ? 0 : y - top + 26 }
}

const hatched = (x: number, y: number, stroke: string): Shape => ({
  kind: 'path',
  d: `M${x} ${y + 6}L${x + 6} ${y}M${x} ${y + 12}L${x + 12} ${y}M${x + 6} ${y + 12}L${x + 12} ${y + 6}`,
  fill: 'none',
  stroke,
  width: 0.7,
})

function footOf({ notes, synthetic, width }: Framed, { colours }: Palette, top: number): Block {
  const shapes: Shape[] = []
  let height = 0
  const add = (text: string, fill: string, bold: boolean) => {
    const block = lines({ text, size: 12, leading: 18, fill }, top + height, width)
    shapes.push(...block.shapes.map((one) => (bold ? { ...one, weight: 600 } : one)))
    height += block.height
  }
  if (synthetic !== undefined) add(synthetic, colours.gold, true)
  for (const note of notes) add(note, colours.grey, false)
  return { shapes, height }
}
