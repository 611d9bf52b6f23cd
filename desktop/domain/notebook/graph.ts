import type { TableName } from '../catalogue/sql-name.ts'
import { fold } from './name.ts'

/** A SQL cell and the tables that its text reads. */
export interface Node {
  readonly name: string
  readonly tables: readonly TableName[]
}

/** A table of an attached dataset. */
export interface DatasetTable extends TableName {
  readonly dataset: string
}

/** What a cell reads: other cells, datasets' tables, and names that are neither. */
export interface Inputs {
  readonly cells: readonly string[]
  readonly tables: readonly DatasetTable[]
  readonly unknown: readonly TableName[]
}

export interface Graph {
  /** Cells in an order in which each comes after what it reads; those in a circle are not in it. */
  readonly order: readonly string[]
  /** Each cell that reads itself in the end is in one; cells in the order in which they read. */
  readonly circles: readonly (readonly string[])[]
  readonly inputs: ReadonlyMap<string, Inputs>
}

/** Who reads whom. A cell hides a dataset's table of the same name, as in the engine. */
export function buildGraph(nodes: readonly Node[], tables: readonly DatasetTable[]): Graph {
  const cells = new Map(nodes.map(({ name }) => [fold(name), name]))
  const inputs = new Map(nodes.map((node) => [node.name, resolve(node, cells, tables)]))
  const circles = findCircles(inputs)
  const circular = new Set(circles.flat())
  return { order: orderOf(inputs, circular), circles, inputs }
}

function resolve(
  { tables: read }: Node,
  cells: ReadonlyMap<string, string>,
  tables: readonly DatasetTable[],
): Inputs {
  const found = {
    cells: new Set<string>(),
    tables: new Set<DatasetTable>(),
    unknown: [] as TableName[],
  }
  for (const table of read) {
    const cell = table.schema === '' ? cells.get(fold(table.name)) : undefined
    const dataset = tables.find((one) => sameTable(one, table))
    if (cell !== undefined) found.cells.add(cell)
    else if (dataset) found.tables.add(dataset)
    else found.unknown.push(table)
  }
  return { cells: [...found.cells], tables: [...found.tables], unknown: found.unknown }
}

/** `main` is where tables without a schema live. */
function sameTable(a: TableName, b: TableName): boolean {
  const schema = (table: TableName) => (fold(table.schema) === 'main' ? '' : fold(table.schema))
  return fold(a.name) === fold(b.name) && schema(a) === schema(b)
}

type Edges = ReadonlyMap<string, Inputs>

/** Kahn's order over the cells that are in no circle and read from none; stable in the text's order. */
function orderOf(edges: Edges, circular: ReadonlySet<string>): string[] {
  const order: string[] = []
  const done = new Set<string>()
  const waiting = [...edges.keys()].filter((name) => !circular.has(name))
  const ready = (name: string) =>
    (edges.get(name)?.cells ?? []).every((input) => done.has(input) || circular.has(input))
  while (waiting.length > 0) {
    const next = waiting.findIndex(ready)
    if (next < 0) break
    const [name] = waiting.splice(next, 1)
    if (name === undefined) break
    done.add(name)
    order.push(name)
  }
  return order
}

/** Every cell that reaches itself, in a shortest circle. */
function findCircles(edges: Edges): string[][] {
  const circles: string[][] = []
  const known = new Set<string>()
  for (const name of edges.keys()) {
    if (known.has(name)) continue
    const circle = wayBack(name, edges)
    if (!circle) continue
    circles.push(circle)
    for (const member of circle) known.add(member)
  }
  return circles
}

/** The shortest way from a cell through its inputs back to itself. */
function wayBack(start: string, edges: Edges): string[] | undefined {
  const seen = new Set<string>()
  const ways = [[start]]
  for (const way of ways) {
    for (const next of edges.get(way.at(-1) ?? '')?.cells ?? []) {
      if (next === start) return way
      if (!seen.has(next)) ways.push([...way, next])
      seen.add(next)
    }
  }
  return undefined
}
