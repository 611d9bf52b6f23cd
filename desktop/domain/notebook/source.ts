import * as z from 'zod'
import { refusal } from './issue.ts'
import { isName } from './name.ts'

/** A column of a cell's or a dataset's table. */
export interface Source {
  /** As queries name it: a cell, a dataset, or `dataset.resource`. */
  readonly table: string
  readonly column: string
}

/** Reads `by_street.name` or `anlan_places.streets."a.b"`; the last part is the column. */
export function readSource(text: string): Source | undefined {
  const [, table = '', quoted, plain] = /^([^"]+)\.(?:"((?:[^"]|"")+)"|([^".]+))$/.exec(text) ?? []
  const parts = table.split('.')
  const column = quoted === undefined ? plain?.trim() : quoted.replaceAll('""', '"')
  if (parts.length > 2 || !parts.every(isName) || !column) return undefined
  return { table, column }
}

/** The same in writing. */
export function writeSource({ table, column }: Source): string {
  const plain = !/[".]/.test(column) && column === column.trim()
  return `${table}.${plain ? column : `"${column.replaceAll('"', '""')}"`}`
}

/** `table.column`, as it stands in a cell's settings. */
export const sourceSchema = z
  .string()
  .max(400)
  .refine(
    (text) => readSource(text) !== undefined,
    refusal('应写成 单元.列', 'must be written as cell.column'),
  )
