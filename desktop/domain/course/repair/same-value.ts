import { readDate } from '../../catalogue/importing/dates.ts'
import { isCode, readNumber } from '../../catalogue/importing/numbers.ts'

/** Full width as half width, no blanks, capital letters: how a value is written does not matter. */
export function bare(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toUpperCase()
}

/**
 * Whether a written value says what is wanted. What is wanted decides how it is read: a day in any
 * form of writing, a number with or without thousands separators; codes that begin with 0 keep it.
 */
export function sameValue(given: string, wanted: string): boolean {
  if (bare(given) === bare(wanted)) return true
  const day = readDate(wanted)
  if (day) return readDate(given, true)?.text === day.text
  if (isCode(wanted) || isCode(given)) return false
  const number = readNumber(wanted)
  const other = readNumber(given)
  if (!number || !other) return false
  const percent = (read: typeof number) => read.forms.includes('percent')
  return percent(number) === percent(other) && Number(number.text) === Number(other.text)
}
