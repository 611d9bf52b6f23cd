import { countedPlaces, type Span } from './span.ts'

/** A span that is to be marked, and what kind of thing it is. */
export interface WantedSpan extends Span {
  readonly kind: string
}

/** A text freed of its signs, and the spans that were written in it. */
export interface MarkedText {
  readonly text: string
  readonly spans: readonly WantedSpan[]
}

export type MarkedReading =
  | { readonly ok: true; readonly value: MarkedText }
  | { readonly ok: false; readonly problem: string }

const written = /\[\[([^[\]|]*)\|([^[\]|]*)\]\]/g

/** Reads `来电人[[王秀兰|name]]`: the text as the learner sees it, and where the name stands in it. */
export function readMarked(source: string): MarkedReading {
  const spans: WantedSpan[] = []
  let text = ''
  let after = 0
  for (const match of source.matchAll(written)) {
    const [whole, inner = '', kind = ''] = match
    text += source.slice(after, match.index)
    const span = { from: text.length, to: text.length + inner.length, kind: kind.trim() }
    text += inner
    if (span.kind === '') return refuse(`“${whole}”的竖线后面要写种类，如 [[王秀兰|name]]`)
    if (countedPlaces(text, span).length === 0) return refuse(`“${whole}”里没有可标的字`)
    spans.push(span)
    after = match.index + whole.length
  }
  text += source.slice(after)
  const stray = /\[\[|\]\]/.exec(text)
  if (stray) return refuse(`“${around(text, stray.index)}”的方括号没有配成 [[文字|种类]]`)
  return { ok: true, value: { text, spans } }
}

const refuse = (problem: string): MarkedReading => ({ ok: false, problem })

const around = (text: string, at: number): string => text.slice(Math.max(0, at - 4), at + 10)
