/**
 * Marks of secrecy as documents carry them: the level, a star and the term (秘密★10年), a level in
 * brackets at the head (【机密】), or after the word 密级. The bare words are no mark: a descriptor
 * may well say that it holds no state secrets.
 */
const level = '(?:绝\\s*密|絕\\s*密|机\\s*密|機\\s*密|秘\\s*密|祕\\s*密)'
const other = '(?:工作秘密|内部资料|內部資料)'
const star = '[★☆⭐⋆✩✪✫✬✭✮✯✰]'

const marks = [
  new RegExp(`${level}\\s*级?\\s*${star}`, 'u'),
  new RegExp(`密\\s*[级級]\\s*:\\s*${level}`, 'u'),
  new RegExp(
    `[【\\[〔(]\\s*(?:${level}\\s*[级級]?|${other})\\s*(?:[,、][^】\\]〕)]*)?[】\\]〕)]`,
    'u',
  ),
]

/** What a text can hide a mark behind: characters of no width. */
const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/gu

/** Whether a text carries a mark, in full-width, traditional or spaced writing too. */
export function hasSecrecyMark(text: string): boolean {
  return secrecyMarkIn(text) !== undefined
}

/** The mark itself, in half width, with its term where one follows: `秘密★10年`. */
export function secrecyMarkIn(text: string): string | undefined {
  const plain = text.normalize('NFKC').replace(invisible, '')
  for (const mark of marks) {
    const found = mark.exec(plain)
    if (!found) continue
    const term = /^ ?(?:\d{1,3} ?[年月]|长期)/.exec(plain.slice(found.index + found[0].length))
    return found[0] + (term?.[0] ?? '')
  }
  return undefined
}

/** The path of the first text in a JSON value that carries a mark; keys are texts too. */
export function findSecrecyMark(json: unknown): readonly (string | number)[] | undefined {
  const waiting: { value: unknown; path: readonly (string | number)[] }[] = [
    { value: json, path: [] },
  ]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, path } = next
    if (typeof value === 'string' && hasSecrecyMark(value)) return path
    if (typeof value !== 'object' || value === null) continue
    const inner = Array.isArray(value)
      ? value.map((item: unknown, index) => [index, item] as const)
      : Object.entries(value)
    for (const [key, item] of inner.toReversed()) {
      if (typeof key === 'string' && hasSecrecyMark(key)) return [...path, key]
      waiting.push({ value: item, path: [...path, key] })
    }
  }
  return undefined
}
