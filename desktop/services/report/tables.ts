import type { CellState } from '../../contract/workbench.ts'
import { jsonCell } from '../../domain/notebook/file-cell.ts'
import { fold } from '../../domain/notebook/name.ts'
import { tableCellsOf, type Notebook } from '../../domain/notebook/notebook.ts'
import { readResult, type ResultTable } from '../../domain/notebook/result-table.ts'
import type { NotebookGuard } from '../disclosure/notebook-guard.ts'
import type { Engine } from '../ports.ts'
import type { Session } from '../workbench/session.ts'
import type { Results } from './gather.ts'

type FileCell = ReturnType<typeof jsonCell>

/** A cell's table as it leaves. */
export interface DataTable {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly FileCell[])[]
  readonly parquet: Uint8Array | undefined
}

export interface DataTables {
  readonly tables: readonly DataTable[]
  /** Cells whose table does not go along, and why. */
  readonly left: readonly { readonly name: string; readonly zh: string; readonly en: string }[]
}

/** A report's data go along up to here; more rows are a dataset, which `export` writes. */
export const mostRows = 100_000
const pageRows = 10_000

interface Material {
  readonly notebook: Notebook
  readonly results: Results
  readonly session: Session
  readonly guard: NotebookGuard
  readonly engine: Engine
  readonly signal: AbortSignal
  /** Writes a table as Parquet, where that is wanted. */
  readonly parquet: ((session: Session, cell: string) => Promise<Uint8Array>) | undefined
}

/** Reads the tables of a notebook that was run as it may leave. */
export async function readTables(material: Material): Promise<DataTables> {
  const tables: DataTable[] = []
  const left: DataTables['left'][number][] = []
  for (const { name } of tableCellsOf(material.notebook)) {
    const state = material.results.states.get(fold(name))
    const why = whyLeft(material, name, state)
    if (why) left.push({ name, ...why })
    else tables.push(await readTable(material, name, state?.rows ?? 0))
  }
  return { tables, left }
}

function whyLeft({ guard }: Material, name: string, state: CellState | undefined) {
  if (state?.status !== 'done') return { zh: '没有算出来', en: 'not computed' }
  if (guard.problemOf(name))
    return { zh: '逐行的记录不能带出', en: 'rows of persons may not leave' }
  if (state.rows <= mostRows) return undefined
  return {
    zh: `有 ${state.rows} 行，多于 ${mostRows} 行，请用 zhizhi export 单独导出`,
    en: `it has ${state.rows} rows, more than ${mostRows}: use zhizhi export`,
  }
}

async function readTable(material: Material, name: string, rows: number): Promise<DataTable> {
  const made = material.results.made.get(fold(name))
  const pages = made?.rows === rows ? [made] : await readPages(material, name, rows)
  const columns = pages[0]?.columns.map((column) => column.name) ?? []
  const parquet = await material.parquet?.(material.session, name)
  return { name, columns, rows: pages.flatMap(rowsOf), parquet }
}

async function readPages({ engine, session, signal }: Material, name: string, rows: number) {
  const pages: ResultTable[] = []
  for (let offset = 0; offset < rows; offset += pageRows) {
    const page = { relation: session.relation(name), offset, limit: pageRows, sort: [] }
    const { bytes } = await engine.call('relation.page', page, { signal })
    pages.push(readResult(bytes))
  }
  return pages
}

const rowsOf = ({ rows, columns }: ResultTable): FileCell[][] =>
  Array.from({ length: rows }, (_, row) => columns.map((column) => jsonCell(column.at(row))))
