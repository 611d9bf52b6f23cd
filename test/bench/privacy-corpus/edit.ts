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
