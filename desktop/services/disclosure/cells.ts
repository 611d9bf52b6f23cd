import type { TablePlan } from '../../domain/privacy/release/env.ts'
import { readResult, type ResultTable } from '../../domain/notebook/result-table.ts'
import type { CellValue } from '../../domain/notebook/value.ts'
import type { Place } from '../../domain/privacy/disclosure/model.ts'
import type { Atom } from '../../domain/privacy/release/isolation.ts'

/** One measure of a cell, as the engine reckoned it. */
export interface Figure {
  readonly value: number | null
  readonly contributors: number
  readonly largest: readonly number[]
}

export interface RawCell {
  readonly keys: readonly Place[]
  readonly figures: readonly Figure[]
}

/** Whole numbers and decimals as JavaScript's numbers: near enough to judge them by. */
export function numberOf(value: CellValue | undefined): number | null {
  if (value === null || value === undefined || typeof value === 'string') return null
  if (typeof value !== 'object') return Number(value)
  return value.kind === 'decimal' ? Number(value.digits) / 10 ** value.scale : value.ms
}

type Read = (name: string, row: number) => CellValue | undefined

function reader(table: ResultTable): Read {
  const columns = new Map(table.columns.map((column) => [column.name, column]))
  return (name, row) => columns.get(name)?.at(row)
}

function keysAt(read: Read, row: number, count: number): Place[] {
  return Array.from({ length: count }, (_, index) => {
    if (numberOf(read(`g${index}`, row)) === 1) return undefined
    const text = read(`t${index}`, row)
    return typeof text === 'string' ? text : null
  })
}

/** The cells of a page of the engine's table, in its order. */
export function rawCells(bytes: Uint8Array, { keys, measures }: TablePlan): RawCell[] {
  const table = readResult(bytes)
  const read = reader(table)
  const number = (name: string, row: number) => numberOf(read(name, row)) ?? 0
  return Array.from({ length: table.rows }, (_, row) => ({
    keys: keysAt(read, row, keys.length),
    figures: measures.map(({ kind }, index) => {
      const given = number(`m${index}`, row)
      const some = kind === 'sum' && given === 0 ? number(`q${index}`, row) : given
      const two = kind === 'sum' ? [number(`y${index}`, row), number(`z${index}`, row)] : []
      return { value: numberOf(read(`b${index}`, row)), contributors: some, largest: two }
    }),
  }))
}

/** A text that is the same for the same cell. */
export const placeText = (keys: readonly Place[]): string =>
  JSON.stringify(keys.map((key) => (key === undefined ? [] : [key])))

/** By cell, its persons by the populations that they are in. */
export function atomsByCell(pages: readonly Uint8Array[], keys: number, populations: number) {
  const found = new Map<string, Atom[]>()
  for (const bytes of pages) {
    const table = readResult(bytes)
    const read = reader(table)
    for (let row = 0; row < table.rows; row += 1) {
      const place = placeText(keysAt(read, row, keys))
      const flags = Array.from({ length: populations }, (_, at) => read(`e${at}`, row) === true)
      const atom = { in: flags, contributors: numberOf(read('n', row)) ?? 0 }
      const known = found.get(place)
      if (known) known.push(atom)
      else found.set(place, [atom])
    }
  }
  return found
}
