import type { Element } from './element.ts'

/** What a column's name says for an element: how well, and by which of its names. */
export interface NameEvidence {
  readonly kind: 'same' | 'synonym' | 'contains' | 'similar'
  /** From 0 to 1. */
  readonly weight: number
  /** The element's name that was recognised. */
  readonly name: string
}

/** Names as they are compared: one width, small letters, nothing but letters and digits. */
export function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

const weights = { same: 0.95, synonym: 0.85 } as const

/** The strongest evidence that any of the column's names gives for any of the element's. */
export function nameEvidence(
  names: readonly string[],
  element: Pick<Element, 'name' | 'nameEn' | 'synonyms'>,
): NameEvidence | undefined {
  const columns = names.map(plainName).filter((name) => name !== '')
  let best: NameEvidence | undefined
  for (const name of [element.name, element.nameEn, ...element.synonyms]) {
    const plain = plainName(name)
    const own = name === element.name || name === element.nameEn
    for (const column of columns) {
      const found = compare(column, plain, own ? 'same' : 'synonym')
      if (found && found.weight > (best?.weight ?? 0)) best = { ...found, name }
    }
  }
  return best
}

function compare(
  column: string,
  name: string,
  exact: 'same' | 'synonym',
): Omit<NameEvidence, 'name'> | undefined {
  if (column === name) return { kind: exact, weight: weights[exact] }
  const [long, short] = column.length > name.length ? [column, name] : [name, column]
  if (isTelling(short) && long.includes(short)) {
    // 「申请人身份证号」 is a 身份证号: what the word ends with is what it is
    const end = long.endsWith(short) ? 0.1 : 0
    return { kind: 'contains', weight: 0.35 + end + (0.35 * short.length) / long.length }
  }
  const alike = overlap(column, name)
  return alike >= 0.6 ? { kind: 'similar', weight: 0.6 * alike } : undefined
}

/** Two characters of Chinese say something inside a longer name, as do four letters. */
function isTelling(name: string): boolean {
  return /\p{Script=Han}/u.test(name) ? name.length >= 2 : name.length >= 4
}

/** Dice's coefficient of the pairs of neighbouring characters: 2·|A∩B| ÷ (|A|+|B|). */
function overlap(one: string, other: string): number {
  const first = pairs(one)
  const second = pairs(other)
  if (first.size === 0 || second.size === 0) return 0
  let common = 0
  for (const pair of first) if (second.has(pair)) common += 1
  return (2 * common) / (first.size + second.size)
}

function pairs(text: string): Set<string> {
  const signs = Array.from(text)
  return new Set(signs.slice(1).map((sign, at) => `${signs[at] ?? ''}${sign}`))
}
