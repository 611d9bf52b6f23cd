import { literal } from '../sql.ts'

/** SQL of the word that a number stands for; NULL where the number is. */
export function word(number: string, words: readonly string[]): string {
  return `[${words.map(literal).join(', ')}][${number} + 1]`
}
