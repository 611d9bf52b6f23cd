import type { Notebook } from './notebook.ts'

/** What a cell reads, by the names of cells and ids of datasets. */
export interface Reader {
  readonly cell: string
  readonly inputs: readonly string[]
}

/** The datasets from which each cell's table was made, directly or through other cells. */
export function originsOf(
  readers: Iterable<Reader>,
  datasets: Iterable<string>,
): Map<string, ReadonlySet<string>> {
  const inputs = new Map(Array.from(readers, ({ cell, inputs: read }) => [cell, read]))
  const ids = new Set(datasets)
  const found = new Map<string, Set<string>>()
  const visit = (cell: string): ReadonlySet<string> => {
    const known = found.get(cell)
    if (known) return known
    const origins = new Set<string>()
    found.set(cell, origins) // before the inputs, so that a circle ends
    for (const input of inputs.get(cell) ?? []) {
      if (inputs.has(input)) for (const id of visit(input)) origins.add(id)
      else if (ids.has(input)) origins.add(input)
    }
    return origins
  }
  for (const cell of inputs.keys()) visit(cell)
  return found
}

/** The datasets behind a table as a chart names it: a cell's origins, or the dataset itself. */
export function originsOfTable(
  table: string,
  cells: ReadonlyMap<string, ReadonlySet<string>>,
  { head }: Pick<Notebook, 'head'>,
): ReadonlySet<string> {
  const own = cells.get(table)
  if (own) return own
  const [schema = ''] = table.split('.')
  return new Set(
    head.datasets
      .map(({ id }) => id)
      .filter((id) => id.replaceAll('-', '_') === schema.toLowerCase()),
  )
}
