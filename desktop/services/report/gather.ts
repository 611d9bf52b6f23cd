import type { CellState } from '../../contract/workbench.ts'
import type { DataPackage } from '../../domain/catalogue/data-package.ts'
import type { Value } from '../../domain/notebook/input.ts'
import { fold } from '../../domain/notebook/name.ts'
import type { Verdict } from '../../domain/notebook/check/verdict.ts'
import { cellsOf, type Notebook } from '../../domain/notebook/notebook.ts'
import { readResult, type ResultTable } from '../../domain/notebook/result-table.ts'
import { finishedTables } from '../../domain/notebook/stat/finish.ts'
import type { Finished } from '../../domain/notebook/stat/finished.ts'
import { statisticRows } from '../../domain/notebook/stat/write-parts.ts'
import type { Engine } from '../ports.ts'
import type { Session } from '../workbench/session.ts'
import { finishAll, judgeAll } from './measures.ts'

/** A table of no more rows is read whole; of a longer one a report shows the first rows only. */
const wholeRows = 10_000
const firstRowsOnly = 50

/** What the SQL cells came to, by their folded names. */
export interface Results {
  readonly states: ReadonlyMap<string, CellState>
  /** The first rows of each table that was made; of a statistic, what it comes to stands before them. */
  readonly tables: ReadonlyMap<string, ResultTable>
  /** The same as they were made, whole where they have no more than 10,000 rows. */
  readonly made: ReadonlyMap<string, ResultTable>
  readonly statistics: ReadonlyMap<string, Finished>
  /** Of the checks whose query ran. */
  readonly verdicts: ReadonlyMap<string, Verdict>
}

export interface Material {
  readonly notebook: Notebook
  readonly values: Readonly<Record<string, Value>>
  /** Those that the notebook names: what they call their columns. */
  readonly datasets: readonly DataPackage[]
  readonly session: Session
  readonly engine: Engine
  readonly signal: AbortSignal
  /** From 0 to 1. */
  readonly onProgress: (share: number) => void
}

/** Runs every SQL cell and reads the first rows of those that succeed. */
export async function gather(material: Material): Promise<Results> {
  const states = await runAll(material)
  const tables = new Map<string, ResultTable>()
  for (const [name, state] of states) {
    if (state.status === 'done') tables.set(name, await rowsOf(material, state))
  }
  const statistics = cellsOf(material.notebook, 'stat')
  return {
    states,
    tables: finishedTables(statistics, tables),
    made: tables,
    statistics: finishAll(material, tables),
    verdicts: await judgeAll(material, states, tables),
  }
}

async function runAll({ notebook, values, session, signal, onProgress }: Material) {
  const states = new Map<string, CellState>()
  const emit = (state: CellState) => {
    states.set(fold(state.cell), state)
    const settled = [...states.values()].filter(({ status }) => isSettled(status))
    onProgress(settled.length / states.size)
    return Promise.resolve()
  }
  await session.run({ notebook, values, signal, emit })
  return states
}

const isSettled = (status: CellState['status']) => status !== 'waiting' && status !== 'running'

async function rowsOf(material: Material, { cell, rows }: CellState): Promise<ResultTable> {
  const { notebook, session, engine, signal } = material
  const stat = cellsOf(notebook, 'stat').some(({ name }) => name === cell)
  const usual = rows > wholeRows ? firstRowsOnly : wholeRows
  const limit = stat ? statisticRows : usual
  const page = { relation: session.relation(cell), offset: 0, limit, sort: [] }
  const { bytes } = await engine.call('relation.page', page, { signal })
  return readResult(bytes)
}
