import type { Term } from '../../../contract/study.ts'

/** The terms that hold all words of a search, those with it in their name first. */
export function termsWith(terms: readonly Term[], text: string): readonly Term[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  const holds = (where: string) => words.every((word) => where.toLowerCase().includes(word))
  const named = terms.filter(({ zh, en }) => holds(`${zh} ${en}`))
  const told = terms.filter((term) => !named.includes(term) && holds(`${term.zh} ${term.say}`))
  return [...named, ...told]
}
