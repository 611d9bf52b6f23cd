import { freeName, inserted, writeCell } from '../arrange.ts'
import { fold } from '../name.ts'
import type { Notebook } from '../notebook.ts'
import { writeBody } from './edit.ts'
import { querySchema, type Join } from './query.ts'

interface Words {
  /** What the new cell is called, a cell's name. */
  readonly cell: string
  /** What its count is called. */
  readonly rows: string
}

interface AggregatedFirst {
  /** The notebook's text with the new cell before the one that joins. */
  readonly source: string
  /** The new cell. */
  readonly table: string
  /** The join of it in place of the whole table. */
  readonly join: Join
}

/**
 * The other table's rows counted by the columns of the join, in a cell of their own, so that a join of
 * it makes no row more than once.
 */
export function aggregatedFirst(
  notebook: Notebook,
  reader: string,
  join: Join,
  words: Words,
): AggregatedFirst {
  const columns = [...new Set(Object.values(join.on))]
  const table = freeName(notebook, words.cell)
  const query = querySchema.parse({
    from: join.table,
    // a key that is empty matches nothing
    where: columns.map((column) => ({ column, empty: false })),
    group: columns,
    measure: [{ as: words.rows, count: 'rows' }],
  })
  const place = notebook.blocks.findIndex(
    (block) => 'name' in block && fold(block.name) === fold(reader),
  )
  const cell = writeCell({ kind: 'query', name: table, body: writeBody(query) })
  return {
    source: inserted(notebook, place - 1, cell),
    table,
    join: { ...join, table, take: [words.rows] },
  }
}
