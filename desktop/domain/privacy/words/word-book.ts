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
