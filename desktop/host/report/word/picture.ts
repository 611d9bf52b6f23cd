import { AlignmentType, ImageRun, Paragraph } from 'docx'
import { PNG } from 'pngjs'
import { freeLine, textWidth } from './layout.ts'

interface Size {
  readonly width: number
  readonly height: number
}

/** As wide as the text at most. */
function fitted(svg: Element): Size {
  const [, , width = 720, height = 400] = (svg.getAttribute('viewBox') ?? '')
    .split(/[\s,]+/)
    .map(Number)
  const scale = Math.min(1, textWidth.pixels / width)
  return { width: Math.round(width * scale), height: Math.round(height * scale) }
}

/** White where a program knows no vectors: it must not show a picture that is none. */
function blank({ width, height }: Size): Buffer {
  const png = new PNG({ width, height })
  png.data.fill(255)
  return PNG.sync.write(png)
}

/** A chart as a picture in a line of its own. */
export function pictureOf(svg: Element, png: Uint8Array | undefined): Paragraph {
  const transformation = fitted(svg)
  const description = svg.getAttribute('aria-label') ?? ''
  const altText = { name: '图', title: '图', description }
  const image = png
    ? new ImageRun({ type: 'png', data: png, transformation, altText })
    : new ImageRun({
        type: 'svg',
        data: Buffer.from(svg.outerHTML),
        fallback: { type: 'png', data: blank(transformation) },
        transformation,
        altText,
      })
  const centred = { alignment: AlignmentType.CENTER, spacing: freeLine }
  return new Paragraph({ ...centred, keepNext: true, children: [image] })
}
