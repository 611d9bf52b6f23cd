/**
 * All matches of a pattern that has the flag `g` and matches no empty text. It is what `matchAll`
 * gives, but with the pattern itself: to copy it for every text costs more than most searches.
 */
export function matchesOf(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) found.push(match)
  return found
}
