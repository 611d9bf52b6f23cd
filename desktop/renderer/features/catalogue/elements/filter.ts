import type { Database, Element } from '../../../../domain/catalogue/elements/element.ts'
import { plainName } from '../../../../domain/catalogue/elements/name-evidence.ts'

/** The elements of a database, or of all, in which every word of the text occurs. */
export function filterElements(
  elements: readonly Element[],
  text: string,
  database: Database | 'all',
): Element[] {
  const words = text.split(/\s+/).map(plainName).filter(Boolean)
  return elements.filter((element) => {
    if (database !== 'all' && element.database !== database) return false
    const { id, name, nameEn, definition, synonyms, source } = element
    const all = [id, name, nameEn, definition, source, ...synonyms].map(plainName).join('\n')
    return words.every((word) => all.includes(word))
  })
}
