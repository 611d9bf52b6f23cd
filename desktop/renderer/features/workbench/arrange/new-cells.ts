import { freeName, writeCell } from '../../../../domain/notebook/arrange.ts'
import { tableName } from '../../../../domain/notebook/query/identifier.ts'
import type { Notebook } from '../../../../domain/notebook/notebook.ts'

export const newKinds = ['prose', 'query', 'pivot', 'chart', 'map', 'sql'] as const
export type NewKind = (typeof newKinds)[number]

/** Stands for the table of a new query until one is chosen. */
export const newTable = 'table'

/** What a new block has to go by. */
interface Ground {
  readonly notebook: Notebook
  /** A table to begin with, as queries name it; nothing where the notebook has none. */
  readonly table: string | undefined
  /** The first words of a new piece of text. */
  readonly words: string
  /** A first chart of the table, in YAML. */
  readonly chart: string | undefined
  /** A first map of the table, in YAML. */
  readonly map: string | undefined
}

interface NewBlock {
  readonly text: string
  /** Of a cell. */
  readonly name: string | undefined
}

/** A new block of a kind, written out. */
export function newBlock(kind: NewKind, { notebook, table, words, chart, map }: Ground): NewBlock {
  switch (kind) {
    case 'prose':
      return { text: `${words}\n`, name: undefined }
    case 'query': {
      const name = freeName(notebook, 'result')
      return { name, text: writeCell({ kind, name, body: `from: ${table ?? newTable}` }) }
    }
    case 'pivot': {
      const name = freeName(notebook, 'pivot')
      const body = `from: ${table ?? newTable}\nvalues:\n  - { as: 行数, count: rows }`
      return { name, text: writeCell({ kind, name, body }) }
    }
    case 'chart': {
      const name = freeName(notebook, 'chart')
      return { name, text: writeCell({ kind, name, body: chart ?? '' }) }
    }
    case 'map': {
      const name = freeName(notebook, 'map')
      return { name, text: writeCell({ kind, name, body: map ?? '' }) }
    }
    case 'sql': {
      const name = freeName(notebook, 'query')
      const body = table === undefined ? 'SELECT 1 AS a' : `FROM ${tableName(table)}\nLIMIT 100`
      return { name, text: writeCell({ kind, name, body }) }
    }
  }
}
