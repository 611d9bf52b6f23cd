import type { Field } from '../../../domain/catalogue/field.ts'
import { chosenWords } from './bar-words.ts'
import type { CrossFilter } from './cross-filter.svelte.ts'
import { t } from './messages.ts'

/** A condition in words, and how it is taken away. */
export interface Chip {
  readonly key: string
  readonly words: string
  readonly remove: () => void
}

/** One for each column that something is chosen of. */
export function chipsOf(
  cross: CrossFilter,
  titleOf: (column: string) => string,
  fieldOf: (column: string) => Field | undefined,
): Chip[] {
  return cross.columns
    .filter(({ name }) => cross.barsOf(name).size > 0)
    .map((column) => {
      const words = chosenWords(column, fieldOf(column.name), cross.barsOf(column.name))
      return {
        key: column.name,
        words: `${titleOf(column.name)}${t.colon}${words}`,
        remove: () => cross.choose(column.name, []),
      }
    })
}
