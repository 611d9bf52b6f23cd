/**
 * Whether a few signs are one ordinary word, after the dictionary that every JavaScript engine has for
 * breaking Chinese into words. Answers are remembered: the same pairs come again and again.
 */
export function isWord(signs: string): boolean {
  const known = answers.get(signs)
  if (known !== undefined) return known
  if (answers.size >= mostAnswers) answers.clear()
  const first = segmenter.segment(signs).containing(0)?.segment
  const answer = first === signs
  answers.set(signs, answer)
  return answer
}

const mostAnswers = 200_000
const answers = new Map<string, boolean>()
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

const firstHan = 0x4e00
const hanSigns = 0x9fff - firstHan + 1
const slotBits = 16
/** One answer for each slot: the pair's number and one, doubled, and whether it is a word. */
const pairs = new Uint32Array(2 ** slotBits)

/** Whether the two signs from here on are one ordinary word: as `isWord`, without making a string of them. */
export function isWordAt(text: string, at: number): boolean {
  const first = text.charCodeAt(at) - firstHan
  const second = text.charCodeAt(at + 1) - firstHan
  if (!(first >= 0 && first < hanSigns && second >= 0 && second < hanSigns)) {
    return isWord(text.slice(at, at + 2))
  }
  const pair = first * hanSigns + second + 1
  const slot = Math.imul(pair, 0x9e3779b1) >>> (32 - slotBits)
  const known = pairs[slot] ?? 0
  if (known >>> 1 === pair) return (known & 1) === 1
  const answer = isWord(text.slice(at, at + 2))
  pairs[slot] = pair * 2 + (answer ? 1 : 0)
  return answer
}
