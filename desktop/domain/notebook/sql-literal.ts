import type { Scalar } from './input.ts'
import { isName } from './name.ts'

/** A value of SQL; a text `$name` stands for the parameter of that name. */
export function sqlLiteral(value: Scalar): string {
  if (typeof value !== 'string') return String(value)
  return value.startsWith('$') && isName(value.slice(1)) ? value : sqlText(value)
}

/** A text of SQL, whatever it begins with. */
export function sqlText(value: string): string {
  return `'${value.replaceAll("'", "''")}'`
}
