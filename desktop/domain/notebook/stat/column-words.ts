import type { DataPackage } from '../../catalogue/data-package.ts'
import { sqlName, tablesOf } from '../../catalogue/sql-name.ts'
import type { Sentence } from '../problem.ts'
import { fold } from '../name.ts'
import { say } from './finished.ts'

/** What people call a column, and what its numbers count, as its dataset says. */
export interface ColumnWords {
  readonly title: string
  /** Without the remark in brackets that some have. */
  readonly unit: string | undefined
}

/** What a table's columns are called; nothing of a column that nobody gave a title. */
export type WordsOf = (column: string) => ColumnWords | undefined

export const noWords: WordsOf = () => undefined

type Described = Pick<DataPackage, 'name' | 'resources'>

/**
 * The words for the columns of a table: those of the dataset's own where it is one, else those on
 * which all datasets of the notebook agree, for what queries pass on.
 */
export function columnWords(datasets: readonly Described[], table: string): WordsOf {
  const own = datasets.flatMap((dataset) => {
    const names = tablesOf(dataset).map(sqlName)
    return dataset.resources.filter((_, at) => fold(names[at] ?? '') === fold(table))
  })
  const all = datasets.flatMap(({ resources }) => resources)
  const fields = (own.length > 0 ? own : all).flatMap(({ schema }) => schema.fields)
  const found = new Map<string, ColumnWords | undefined>()
  for (const { name, title, unit } of fields) {
    const key = fold(name)
    const words = { title, unit: plainUnit(unit) }
    found.set(key, found.has(key) ? agreed(found.get(key), words) : words)
  }
  return (column) => found.get(fold(column))
}

/** Two meanings of one name have none in common; two units of one meaning leave none. */
function agreed(a: ColumnWords | undefined, b: ColumnWords): ColumnWords | undefined {
  if (a?.title !== b.title) return undefined
  return a.unit === b.unit ? a : { title: a.title, unit: undefined }
}

/** `天（2025 年起为工作日）` is written after a number as `天`. */
function plainUnit(unit: string | undefined): string | undefined {
  const plain = unit?.replace(/[（(].*$/u, '').trim()
  return plain === '' ? undefined : plain
}

/** `办结用时（天）`; the column's own name where it has no title. */
export function columnLabel(column: string, words: ColumnWords | undefined): string {
  if (!words) return column
  return words.unit === undefined ? words.title : `${words.title}（${words.unit}）`
}

/** Which columns the titles stand for; nothing where no column has a title. */
export function columnsNote(columns: readonly string[], of: WordsOf): Sentence | undefined {
  const known = [...new Set(columns)].flatMap((column) => {
    const words = of(column)
    return words && words.title !== column ? [{ column, ...words }] : []
  })
  if (known.length === 0) return undefined
  const told = known.map(
    ({ column, title, unit }) => `${title}（${[column, unit ?? []].flat().join('，')}）`,
  )
  return say(`用到的列：${told.join('、')}`, `Columns used: ${told.join(', ')}`)
}
