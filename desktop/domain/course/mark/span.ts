/** A stretch of a text, in UTF-16 units: `to` is the first unit after it. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Letters, digits and Chinese signs count; blanks and punctuation may be marked along or left out. */
const counts = /[\p{L}\p{N}]/u

/** The places of the signs that count, each by its first unit. */
export function countedPlaces(text: string, { from, to }: Span): number[] {
  const places: number[] = []
  let at = from
  for (const sign of text.slice(from, to)) {
    if (counts.test(sign)) places.push(at)
    at += sign.length
  }
  return places
}

/** Inside the text, no sign cut in two, in reading order; what overlaps or touches is one span. */
export function tidySpans(text: string, spans: readonly Span[]): Span[] {
  const whole = spans
    .map(({ from, to }) => ({ from: signStart(text, from), to: signEnd(text, to) }))
    .sort((a, b) => a.from - b.from)
  const tidy: Span[] = []
  for (const span of whole) {
    const last = tidy.at(-1)
    if (last && span.from <= last.to) {
      tidy[tidy.length - 1] = { from: last.from, to: Math.max(last.to, span.to) }
    } else tidy.push(span)
  }
  return tidy.filter((span) => countedPlaces(text, span).length > 0)
}

const within = (text: string, at: number): number => Math.min(Math.max(at, 0), text.length)

function signStart(text: string, at: number): number {
  const place = within(text, at)
  return cutsSign(text, place) ? place - 1 : place
}

function signEnd(text: string, at: number): number {
  const place = within(text, at)
  return cutsSign(text, place) ? place + 1 : place
}

/** Whether a sign of two units, such as a rare character of a name, stands on both sides. */
function cutsSign(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1)
  const after = text.charCodeAt(at)
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}

export const overlaps = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to
