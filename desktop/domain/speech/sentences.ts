/** A sentence by its place in the text, in UTF-16 units; the next one begins where it ends. */
export interface Span {
  readonly start: number
  readonly end: number
}

const enders = /[。！？；…!?;]/u
const closers = /[”’」』）)》】]/u
const straightQuotes = /["']/
const speakable = /[\p{L}\p{N}]/u

/**
 * Cuts a text into sentences, one after the other and without a gap. Closing quotes and brackets
 * stay with their sentence, so does the space behind it; a line's end ends the sentence.
 */
export function sentencesOf(text: string): Span[] {
  const spans: Span[] = []
  let start = 0
  while (start < text.length) {
    const end = endOf(text, start)
    const last = spans.at(-1)
    // punctuation alone is no sentence
    if (last && !speakable.test(text.slice(start, end)))
      spans[spans.length - 1] = { start: last.start, end }
    else spans.push({ start, end })
    start = end
  }
  return withoutSilentStart(text, spans)
}

/** Where the sentence ends that begins at `start`. */
function endOf(text: string, start: number): number {
  let at = start
  while (at < text.length && !endsAt(text, at)) at += 1
  while (at < text.length && endsAt(text, at)) at += 1
  while (at < text.length && closesAt(text, start, at)) at += 1
  while (at < text.length && /\s/u.test(text.charAt(at))) at += 1
  return at
}

function endsAt(text: string, at: number): boolean {
  const sign = text.charAt(at)
  if (sign === '\n' || enders.test(sign)) return true
  // a full stop of a Latin sentence; never the point of 3.5 or of an address
  return (
    sign === '.' &&
    /\p{Script=Latin}/u.test(text.charAt(at - 1)) &&
    !/\S/u.test(text.charAt(at + 1))
  )
}

function closesAt(text: string, start: number, at: number): boolean {
  const sign = text.charAt(at)
  if (closers.test(sign)) return true
  const before = text.slice(start, at)
  return straightQuotes.test(sign) && before.split(sign).length % 2 === 0
}

/** What stands before the first word belongs to the first sentence. */
function withoutSilentStart(text: string, spans: readonly Span[]): Span[] {
  const [first, second, ...others] = spans
  if (!first || !second || speakable.test(text.slice(first.start, first.end))) return [...spans]
  return [{ start: first.start, end: second.end }, ...others]
}

/** Texts that are the same sentence to a listener: spaces and line ends are not heard. */
export function sentenceKey(sentence: string): string {
  return sentence.normalize('NFC').replaceAll(/\s+/gu, '')
}
