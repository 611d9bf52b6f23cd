import type { Cleaned, CleanColumn } from '../../catalogue/importing/apply.ts'
import type { ColumnFinding } from '../../catalogue/importing/scan.ts'
import { isBlank } from '../../catalogue/importing/raw-table.ts'
import { isPersonal } from './policy.ts'
import { isPersonTitle } from './titles.ts'

/** What of a column matters to what may become of it. */
export interface ColumnFacts extends Pick<CleanColumn, 'name' | 'at' | 'type'> {
  readonly findings: readonly ColumnFinding[]
  /** Its cells are one thing each, such as a number or a name, and no sentences. */
  readonly short: boolean
}

const sampled = 2000
const longest = 40
const sentence = /[，。；！？,;\n]/u

/** Of every column that is left, by what was found at its place in the file. */
export function factsOf(
  { columns, rows }: Pick<Cleaned, 'columns' | 'rows'>,
  findings: readonly (readonly ColumnFinding[])[],
): ColumnFacts[] {
  const sample = rows.slice(0, sampled)
  return columns.map(({ name, at, type }) => {
    const filled = sample.map(({ cells }) => cells[at] ?? '').filter((cell) => !isBlank(cell))
    const short = filled.filter((cell) => cell.length <= longest && !sentence.test(cell)).length
    const found = findings[at] ?? []
    return { name, at, type, findings: found, short: short >= filled.length * 0.9 }
  })
}

/** Whether the rows tell of people, as far as findings and titles show. */
export function holdsPeople(
  columns: readonly {
    readonly name: string
    readonly findings: readonly { readonly kind: string }[]
  }[],
): boolean {
  return columns.some(({ name, findings }) => findings.some(isPersonal) || isPersonTitle(name))
}
