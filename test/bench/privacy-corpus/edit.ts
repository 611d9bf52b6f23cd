import type { GoldText, Range } from './gold.ts'

/** The text with each sign outside its marks put through `change`; the marks move along. */
export function edit(
  gold: GoldText,
  change: (sign: string, before: string, after: string) => string,
): GoldText {
  const marks: readonly Range[] = [...gold.spans, ...gold.ignored]
  const moved: number[] = []
  let text = ''
  for (let at = 0; at < gold.text.length; at += 1) {
    moved.push(text.length)
    const sign = gold.text.charAt(at)
    const kept = marks.some(({ start, end }) => start <= at && at < end)
    text += kept ? sign : change(sign, text.slice(-1), gold.text.charAt(at + 1))
  }
  moved.push(text.length)
  const move = <Mark extends Range>(mark: Mark): Mark => {
    const start = moved[mark.start] ?? 0
    return { ...mark, start, end: start + mark.end - mark.start }
  }
  return { text, spans: gold.spans.map(move), ignored: gold.ignored.map(move) }
}

/** Several texts in a row. */
export function join(parts: readonly GoldText[], between: string): GoldText {
  let text = ''
  const spans: GoldText['spans'][number][] = []
  const ignored: Range[] = []
  for (const [at, part] of parts.entries()) {
    if (at > 0) text += between
    const shift = text.length
    const move = <Mark extends Range>(mark: Mark): Mark => ({
      ...mark,
      start: mark.start + shift,
      end: mark.end + shift,
    })
    spans.push(...part.spans.map(move))
    ignored.push(...part.ignored.map(move))
    text += part.text
  }
  return { text, spans, ignored }
}
