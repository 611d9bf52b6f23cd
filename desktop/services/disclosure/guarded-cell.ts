import { fromWireError } from '../../contract/errors.ts'
import type { Relation } from '../../contract/table.ts'
import type { CellState } from '../../contract/workbench.ts'
import type { Value } from '../../domain/notebook/input.ts'
import { fold } from '../../domain/notebook/name.ts'
import type { Notebook } from '../../domain/notebook/notebook.ts'
import { heldWords } from '../../domain/privacy/release/held-words.ts'
import type { Catalogue } from '../catalogue.ts'
import type { Sessions } from '../workbench/sessions.ts'
import { minimumOf } from './known-tables.ts'
import { NotebookGuard } from './notebook-guard.ts'
import type { Releases } from './releases.ts'

export interface GuardingParts {
  readonly sessions: Sessions
  readonly catalogue: Catalogue
  readonly releases: Releases
}

interface Asked {
  readonly notebook: Notebook
  readonly values: Readonly<Record<string, Value>>
  readonly cell: string
}

/** A cell's table in the form in which it may leave. */
export interface GuardedCell {
  readonly relation: Relation
  /** Nothing where all of it may be seen. */
  readonly note: { readonly zh: string; readonly en: string } | null
}

/** Whether a dataset's results must be looked at before they leave; one that is unknown has none. */
export function isProtected(catalogue: Catalogue, id: string): boolean {
  const dataset = catalogue.entry(id)?.package
  return dataset !== undefined && minimumOf(dataset.governance) !== undefined
}

/**
 * Runs the notebook once more as it may leave, and lets `work` read the cell's table from that.
 * Nothing where the notebook reads nothing protected, or nothing of it is held back: then what is on
 * the screen may leave. `release_refused` where nothing of it may.
 */
export async function withGuardedCell<T>(
  { sessions, catalogue, releases }: GuardingParts,
  { notebook, values, cell }: Asked,
  { signal, work }: { signal: AbortSignal; work: (guarded: GuardedCell) => Promise<T> },
): Promise<T | undefined> {
  if (!notebook.head.datasets.some(({ id }) => isProtected(catalogue, id))) return undefined
  const terms = { recipient: 'government', method: 'suppress' } as const
  const guard = new NotebookGuard({ releases, catalogue, terms })
  const session = await sessions.open(guard)
  try {
    let state: CellState | undefined
    const emit = (told: CellState) => {
      if (fold(told.cell) === fold(cell)) state = told
      return Promise.resolve()
    }
    await session.run({ notebook, values, signal, emit })
    const problem = state?.error ?? guard.problemOf(cell)
    if (problem) throw fromWireError(problem)
    const withheld = guard.withheldIn(cell)
    if (withheld.length === 0) return undefined
    const words = withheld.map(heldWords)
    const note = { zh: words.map(({ zh }) => zh).join(''), en: words.map(({ en }) => en).join(' ') }
    return await work({ relation: session.relation(cell), note })
  } finally {
    await sessions.close(session.id)
  }
}
