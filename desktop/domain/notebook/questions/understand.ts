import type { Sentence } from '../problem.ts'
import type { Query } from '../query/query.ts'
import { buildQuery } from './build.ts'
import type { KnownTable } from './lexicon.ts'
import { piecesOf, type Piece } from './pieces.ts'

/** Something that the question leaves open; the option that was taken is the `chosen`th. */
export interface Doubt {
  readonly id: string
  readonly about: Sentence
  readonly options: readonly Sentence[]
  readonly chosen: number
}

/** What was understood of a question. */
export interface Understanding {
  readonly table: KnownTable
  /** Nothing where there is too little to go by. */
  readonly query: Query | undefined
  readonly pieces: readonly Piece[]
  readonly doubts: readonly Doubt[]
  /** Pieces of the question that nobody understood. */
  readonly unknown: readonly string[]
}

/** Options taken so far, by the doubts' ids. */
export type Taken = Readonly<Record<string, number>>

const LONGEST = 200

/** Reads a question against the tables, best fit first; nothing runs. An empty question fits none. */
export function understand(
  question: string,
  tables: readonly KnownTable[],
  taken: Taken = {},
): Understanding[] {
  const text = question.slice(0, LONGEST)
  if (text.trim() === '') return []
  return tables
    .map((table) => {
      const pieces = piecesOf(text, table)
      const { query, doubts } = buildQuery(pieces, table, taken)
      const unknown = pieces.filter(({ meanings }) => meanings.length === 0)
      return { table, query, pieces, doubts, unknown: unknown.map((piece) => piece.text.trim()) }
    })
    .toSorted((a, b) => fit(b) - fit(a))
}

/** Characters that speak of the table's columns and values, less those not understood. */
function fit({ pieces, query, unknown }: Understanding): number {
  const about = pieces
    .filter(({ meanings: [first] }) => first?.kind === 'column' || first?.kind === 'value')
    .reduce((sum, { text }) => sum + text.length, 0)
  const lost = unknown.reduce((sum, text) => sum + text.length, 0)
  return about * 2 - lost - (query ? 0 : 100)
}
