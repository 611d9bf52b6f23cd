import type { WireError } from '../../contract/errors.ts'
import { toWireError } from '../../contract/errors.ts'
import type { EngineTable } from '../../contract/engine.ts'
import type { Output } from '../../contract/wire/procedure.ts'
import {
  buildGraph,
  type DatasetTable,
  type Graph,
  type Inputs,
} from '../../domain/notebook/graph.ts'
import type { Value } from '../../domain/notebook/input.ts'
import { fold } from '../../domain/notebook/name.ts'
import { tableCellsOf, type Notebook, type TableCell } from '../../domain/notebook/notebook.ts'
import { sqlName, type TableName } from '../../domain/catalogue/sql-name.ts'
import type { Catalogue } from '../catalogue.ts'
import { sha256 } from './digest.ts'
import { Slots } from './slots.ts'

export type Inspection = Output<EngineTable, 'inspect'>

/** A table cell as it is to be run. */
export interface Step {
  readonly cell: TableCell
  /** Cells that it reads; they come before it in the plan. */
  readonly cells: readonly string[]
  /** Cells and datasets, as shown. */
  readonly inputs: readonly string[]
  /** Values of the parameters that occur in it. */
  readonly values: Readonly<Record<string, Value>>
  /** Why it cannot be run at all. */
  readonly refusal: WireError | undefined
  /** Of its text, its parameters' values and all that it reads; equal where the table would be. */
  readonly fingerprint: string
}

/** A dataset that the notebook names and the version of its data. */
interface Attached {
  readonly tables: readonly DatasetTable[]
  /** Hash of the dataset's files, by dataset. */
  readonly hashes: ReadonlyMap<string, string>
  /** What is wrong with those that cannot be used, by the name their tables would have. */
  readonly faults: ReadonlyMap<string, WireError>
}

interface Material {
  readonly notebook: Notebook
  readonly values: Readonly<Record<string, Value>>
  readonly catalogue: Catalogue
  readonly inspect: (sql: string) => Promise<Inspection>
}

/** The engine's port takes only so many calls at one time, and others want some of them. */
const inspectedAtOnce = 16

/** What running a notebook means: every table cell, after the cells that it reads. */
export async function planRun({ notebook, values, catalogue, inspect }: Material): Promise<Step[]> {
  const cells = tableCellsOf(notebook)
  const slots = new Slots(inspectedAtOnce)
  const inspected = await Promise.all(cells.map(({ sql }) => slots.run(() => inspect(sql))))
  const attached = attach(notebook, catalogue)
  const nodes = cells.map(({ name }, index) => ({ name, tables: tablesOf(inspected[index]) }))
  const graph = buildGraph(nodes, attached.tables)
  const steps = new Map<string, Step>()
  const places = new Map(cells.map(({ name }, index) => [name, index]))
  for (const name of [...graph.circles.flat(), ...graph.order]) {
    const index = places.get(name) ?? -1
    const cell = cells[index]
    const inspection = inspected[index]
    if (!cell || !inspection || steps.has(name)) continue
    steps.set(name, await step({ cell, inspection, graph, attached, catalogue, values, steps }))
  }
  return [...steps.values()]
}

const tablesOf = (inspection: Inspection | undefined): readonly TableName[] =>
  inspection?.accepted ? inspection.tables : []

function attach({ head }: Notebook, catalogue: Catalogue): Attached {
  const tables: DatasetTable[] = []
  const hashes = new Map<string, string>()
  const faults = new Map<string, WireError>()
  for (const { id } of head.datasets) {
    try {
      const dataset = catalogue.dataset(id)
      tables.push(...dataset.relations.map((relation) => ({ ...relation, dataset: id })))
      hashes.set(id, dataset.package.resources.map(({ hash }) => hash).join())
    } catch (error) {
      faults.set(id.replaceAll('-', '_'), toWireError(error))
    }
  }
  return { tables, hashes, faults }
}

interface StepMaterial {
  readonly cell: TableCell
  readonly inspection: Inspection
  readonly graph: Graph
  readonly attached: Attached
  readonly catalogue: Catalogue
  readonly values: Readonly<Record<string, Value>>
  readonly steps: ReadonlyMap<string, Step>
}

async function step(material: StepMaterial): Promise<Step> {
  const { cell, inspection, graph, attached, values, steps } = material
  const reads = graph.inputs.get(cell.name) ?? { cells: [], tables: [], unknown: [] }
  const datasets = [...new Set(reads.tables.map(({ dataset }) => dataset))]
  const used = usedValues(inspection, values)
  const made = [
    cell.sql,
    used,
    reads.cells.map((name) => steps.get(name)?.fingerprint ?? ''),
    datasets.map((id) => attached.hashes.get(id) ?? ''),
  ]
  return {
    cell,
    cells: reads.cells,
    inputs: [...reads.cells, ...datasets],
    values: used,
    refusal: inspection.accepted ? unusable(material, reads) : placed(inspection.error, cell),
    fingerprint: await sha256(JSON.stringify(made)),
  }
}

/** A place in a query that nobody wrote says nothing. */
export function placed(error: WireError, { kind }: TableCell): WireError {
  return kind === 'sql' ? error : { ...error, at: undefined }
}

/** Parameters are found whatever the case of their letters, as the engine binds them. */
function usedValues(inspection: Inspection, values: Readonly<Record<string, Value>>) {
  const wanted = inspection.accepted ? inspection.parameters.map(fold) : []
  const found = Object.entries(values).filter(([name]) => wanted.includes(fold(name)))
  return Object.fromEntries(found.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function unusable({ cell, graph, attached, catalogue }: StepMaterial, { unknown }: Inputs) {
  const circle = graph.circles.find((one) => one.includes(cell.name))
  if (circle) {
    const cells = [...circle, circle[0] ?? ''].join(' → ')
    return { code: 'cell_circular', params: { cells } } as const
  }
  const errors = unknown.map((table) => {
    const fault = attached.faults.get(fold(table.schema === '' ? table.name : table.schema))
    return fault ?? notAttached(table, catalogue)
  })
  return errors.find((error) => error !== undefined)
}

/** A table of the catalogue that the front matter does not name; any other the engine reports. */
function notAttached(table: TableName, catalogue: Catalogue): WireError | undefined {
  const wanted = fold(sqlName(table))
  const owner = catalogue.entries().find(({ id, package: dataset, problem }) => {
    if (!dataset || problem) return false
    return catalogue.dataset(id).relations.some((relation) => fold(sqlName(relation)) === wanted)
  })
  if (!owner) return undefined
  const message = `笔记开头的 datasets 里没有列出 ${owner.id}，请把它加进去`
  return { code: 'sql_failed', params: { message } }
}
