/** What our own pictures are made of: no styles, no references, nothing to be followed. */
export type Shape =
  | {
      readonly kind: 'rect'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly fill: string
      readonly stroke?: string
    }
  | {
      readonly kind: 'path'
      readonly d: string
      readonly fill: string
      readonly stroke?: string
      readonly width?: number
    }
  | {
      readonly kind: 'text'
      readonly x: number
      readonly y: number
      readonly text: string
      readonly size: number
      readonly fill: string
      readonly anchor?: 'start' | 'middle' | 'end'
      readonly weight?: number
      readonly serif?: boolean
    }

/** Typefaces by name alone; each machine has one of them. */
export const fonts = {
  sans: 'Noto Sans SC, Noto Sans CJK SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, SimHei, sans-serif',
  serif: 'Noto Serif SC, Noto Serif CJK SC, Source Han Serif SC, Songti SC, SimSun, serif',
} as const

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** For text and for attribute values; what XML cannot hold is left out. */
export const svgEscape = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\ufffe\uffff]/gu, (sign) => (/\s/.test(sign) ? ' ' : ''))
    .replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? '')

/** Two decimals are a hundredth of a pixel. */
const px = (value: number) => String(Math.round(value * 100) / 100)

export function writeShape(shape: Shape): string {
  switch (shape.kind) {
    case 'rect': {
      const { x, y, width, height, fill, stroke } = shape
      const line = stroke === undefined ? '' : ` stroke="${svgEscape(stroke)}"`
      return `<rect x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}" fill="${svgEscape(fill)}"${line}/>`
    }
    case 'path': {
      const { d, fill, stroke, width } = shape
      const line = stroke === undefined ? '' : ` stroke="${svgEscape(stroke)}"`
      const wide = width === undefined ? '' : ` stroke-width="${px(width)}"`
      return `<path d="${svgEscape(d)}" fill="${svgEscape(fill)}"${line}${wide}/>`
    }
    case 'text': {
      const { x, y, text, size, fill, anchor = 'start', weight, serif } = shape
      const bold = weight === undefined ? '' : ` font-weight="${weight}"`
      const face = serif === true ? ` font-family="${fonts.serif}"` : ''
      return `<text x="${px(x)}" y="${px(y)}" font-size="${px(size)}" fill="${svgEscape(fill)}" text-anchor="${anchor}"${bold}${face}>${svgEscape(text)}</text>`
    }
  }
}

interface Size {
  readonly width: number
  readonly height: number
}

/** A whole picture; `label` is what it says to those who do not see it. */
export function writeSvg(inner: string, { width, height }: Size, label: string): string {
  const box = `width="${px(width)}" height="${px(height)}" viewBox="0 0 ${px(width)} ${px(height)}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${svgEscape(label)}" ${box} font-family="${fonts.sans}">${inner}</svg>`
}
