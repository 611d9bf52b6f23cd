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

/** The cells in no circle, in the order of the text but each after what it reads. */
function orderOf(edges: Edges, circular: ReadonlySet<string>): string[] {
  const order = new Set<string>()
  for (const name of edges.keys()) {
    const waiting = circular.has(name) ? [] : [name]
    while (waiting.length > 0) {
      const next = waiting.at(-1) ?? ''
      const missing = inputsOf(next, edges).filter(
        (input) => !order.has(input) && !circular.has(input),
      )
      waiting.push(...missing)
      if (missing.length > 0) continue
      order.add(next)
      waiting.pop()
    }
  }
  return [...order]
}

const inputsOf = (name: string, edges: Edges) => edges.get(name)?.cells ?? []

function readersOf(edges: Edges): Map<string, string[]> {
  const readers = new Map<string, string[]>()
  for (const [name, { cells }] of edges) {
    for (const input of cells) {
      const known = readers.get(input)
      if (known) known.push(name)
      else readers.set(input, [name])
    }
  }
  return readers
}

/** Every cell that reaches itself, in a shortest circle. */
function findCircles(edges: Edges): string[][] {
  const circles: string[][] = []
  const known = new Set<string>()
  const suspects = neverReady(edges)
  for (const name of suspects) {
    if (known.has(name)) continue
    const circle = wayBack(name, edges, suspects)
    if (!circle) continue
    circles.push(circle)
    for (const member of circle) known.add(member)
  }
  return circles
}

/** What is left when cells are taken away whose inputs are gone (Kahn 1962): circles and their readers. */
function neverReady(edges: Edges): Set<string> {
  const readers = readersOf(edges)
  const open = new Map(Array.from(edges, ([name, { cells }]) => [name, cells.length]))
  const ready = [...edges.keys()].filter((name) => open.get(name) === 0)
  for (const name of ready) {
    open.delete(name)
    for (const reader of readers.get(name) ?? []) {
      const left = (open.get(reader) ?? 0) - 1
      open.set(reader, left)
      if (left === 0) ready.push(reader)
    }
  }
  return new Set(open.keys())
}

/** The shortest way from a cell through its inputs back to itself. */
function wayBack(start: string, edges: Edges, within: ReadonlySet<string>): string[] | undefined {
  const reader = new Map<string, string>()
  const queue = [start]
  for (const name of queue) {
    for (const input of inputsOf(name, edges)) {
      if (input === start) return wayTo(name, reader)
      if (reader.has(input) || !within.has(input)) continue
      reader.set(input, name)
      queue.push(input)
    }
  }
  return undefined
}

function wayTo(end: string, reader: ReadonlyMap<string, string>): string[] {
  const way: string[] = []
  for (let at: string | undefined = end; at !== undefined; at = reader.get(at)) way.unshift(at)
  return way
}
