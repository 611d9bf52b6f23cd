import { judge, type Verdict } from '../../domain/notebook/check/verdict.ts'
import { fold } from '../../domain/notebook/name.ts'
import { cellsOf, type CheckCell, type Notebook } from '../../domain/notebook/notebook.ts'
import type { ResultTable } from '../../domain/notebook/result-table.ts'
import { finishStat } from '../../domain/notebook/stat/finish.ts'
import { columnWords } from '../../domain/notebook/stat/column-words.ts'
import type { Finished } from '../../domain/notebook/stat/finished.ts'
import type { Material, Results } from './gather.ts'

type Tables = ReadonlyMap<string, ResultTable>

/** The statistics whose table was made, finished, by folded name. */
export function finishAll(
  { notebook, datasets }: Pick<Material, 'notebook' | 'datasets'>,
  tables: Tables,
): Map<string, Finished> {
  const finished = new Map<string, Finished>()
  for (const { name, stat } of cellsOf(notebook, 'stat')) {
    const table = tables.get(fold(name))
    if (table) finished.set(fold(name), finishStat(stat, table, columnWords(datasets, stat.from)))
  }
  return finished
}

/** The checks whose query ran, judged, by folded name. */
export async function judgeAll(
  material: Pick<Material, 'notebook' | 'engine' | 'signal'>,
  states: Results['states'],
  tables: Tables,
): Promise<Map<string, Verdict>> {
  const verdicts = new Map<string, Verdict>()
  for (const { name, check } of cellsOf(material.notebook, 'check')) {
    const state = states.get(fold(name))
    if (state?.status !== 'done') continue
    const total = states.get(fold(check.from))?.rows ?? (await rowsOf(check.from, material))
    const table = tables.get(fold(name))
    verdicts.set(fold(name), judge(check, { offending: state.rows, total, table }))
  }
  return verdicts
}

/** Rows of a dataset's table; nothing where there is none of that name. */
async function rowsOf(
  table: string,
  { engine, signal }: Pick<Material, 'engine' | 'signal'>,
): Promise<number | undefined> {
  const [first = '', second] = table.split('.')
  const relation =
    second === undefined ? { schema: '', name: first } : { schema: first, name: second }
  try {
    return (await engine.call('relation.describe', { relation }, { signal })).rows
  } catch {
    return undefined
  }
}

/** How a check came out, for machines. */
export interface CheckOutcome {
  readonly name: string
  readonly claim: string
  /** Null where its query did not run. */
  readonly passed: boolean | null
  readonly offending: number | null
  readonly total: number | null
  readonly finding: string
}

/** Every check of the notebook, in the order of the text. */
export function outcomes(notebook: Notebook, { verdicts }: Results): CheckOutcome[] {
  return cellsOf(notebook, 'check').map((cell) => outcome(cell, verdicts.get(fold(cell.name))))
}

function outcome({ name, check }: CheckCell, verdict: Verdict | undefined): CheckOutcome {
  const { claim, finding } = verdict ?? {}
  return {
    name,
    claim: claim?.zh ?? check.label ?? name,
    passed: verdict?.passed ?? null,
    offending: verdict?.offending ?? null,
    total: verdict?.total ?? null,
    finding: finding?.zh ?? '没有算出来',
  }
}
