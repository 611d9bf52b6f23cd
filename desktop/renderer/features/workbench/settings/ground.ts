import { fold } from '../../../../domain/notebook/name.ts'
import { tableCellsOf } from '../../../../domain/notebook/notebook.ts'
import { columnWords } from '../../../../domain/notebook/stat/column-words.ts'
import type { OpenNotebook } from '../open-notebook.svelte.ts'
import type { Ground } from './field.ts'

/** What forms of an open notebook have to go by. */
export function groundOf(book: Pick<OpenNotebook, 'notebook' | 'schema' | 'data'>): Ground {
  const cells = tableCellsOf(book.notebook)
    .filter(({ kind }) => kind !== 'stat' && kind !== 'check')
    .map(({ name }) => name)
  const schema: Readonly<Record<string, readonly string[]>> = book.schema
  const others = tableCellsOf(book.notebook).map(({ name }) => fold(name))
  const datasets = Object.keys(schema).filter((name) => !others.includes(fold(name)))
  const columns = (table: string) => {
    const key = Object.keys(schema).find((name) => fold(name) === fold(table))
    return key === undefined ? [] : (schema[key] ?? [])
  }
  const words = (table: string) => columnWords(book.data.descriptors, table)
  return { cells, tables: [...cells, ...datasets], columns, words }
}
