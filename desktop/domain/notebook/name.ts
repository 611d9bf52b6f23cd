import * as z from 'zod'
import { refusal } from './issue.ts'

/** A cell's or parameter's name: letters of any script, digits, underscore; DuckDB needs no quotes for it. */
const pattern = /^[\p{L}_][\p{L}\p{N}_]{0,62}$/u

export function isName(text: string): boolean {
  return pattern.test(text)
}

export const nameSchema = z.string().refine(isName, refusal('不是可用的名字', 'is not a name'))

/** The form under which DuckDB takes names for the same: the case of ASCII letters does not count. */
export function fold(name: string): string {
  return name.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase())
}
