import type { KnownColumn, KnownTable } from '../../../../domain/notebook/questions/lexicon.ts'
import { fieldsOf, type FieldInfo } from '../fields.ts'
import type { OpenNotebook } from '../open-notebook.svelte.ts'

/** Values of columns that have more than these are names, not categories. */
const MOST_VALUES = 100

/** The tables of the notebook's datasets, as a question may speak of them. */
export function knownTables(book: OpenNotebook): KnownTable[] {
  return book.notebook.head.datasets.flatMap(({ id }) => {
    const attached = book.data.get(id)
    if (!attached || !('tables' in attached)) return []
    const { tables, descriptor } = attached
    return tables.map(({ name }, index) => ({
      name,
      title: descriptor.resources[index]?.title ?? descriptor.title,
      columns: fieldsOf(book, name).map(columnOf),
    }))
  })
}

function columnOf({ name, title, kind, summary }: FieldInfo): KnownColumn {
  const few = kind === 'text' && summary !== undefined && summary.distinct <= MOST_VALUES
  return {
    name,
    title,
    kind,
    values: few ? summary.top.map(({ value }) => value) : [],
    last: kind === 'date' ? summary?.max?.slice(0, 10) : undefined,
  }
}
