import { toWireError, ZhizhiError, type WireError } from '../../contract/errors.ts'
import { fold } from '../../domain/notebook/name.ts'
import type { TableCell } from '../../domain/notebook/notebook.ts'
import type { TableName } from '../../domain/catalogue/sql-name.ts'
import type { Named } from '../../domain/privacy/release/env.ts'
import { ReleaseRefused, refusals } from '../../domain/privacy/release/refused.ts'
import type { Catalogue } from '../catalogue.ts'
import type { Step } from '../workbench/plan.ts'
import { knownTable } from './known-tables.ts'
import type { Releases, ReleaseTerms, Withheld } from './releases.ts'

/** A cell's query as it is to be run, and what is to be done when it has run. */
export interface GuardedQuery {
  readonly sql: string
  readonly parameters: Step['values']
  readonly done?: () => Promise<void>
}

/** How a notebook's cells are run where their tables are to leave. */
export interface Guard {
  query(step: Step, signal: AbortSignal): Promise<GuardedQuery>
}

const rowsAway = `SELECT '逐行的记录不能带出，按组汇总以后可以。' AS "说明"`

interface Parts {
  readonly releases: Releases
  readonly catalogue: Catalogue
  readonly terms: ReleaseTerms
}

/**
 * Makes of every cell what may leave: a table over protected rows is protected, and what is reckoned
 * from it is reckoned from what was published; a cell of rows says that they stay here, and a cell
 * that groups them is read together with it.
 */
export class NotebookGuard implements Guard {
  readonly #parts: Parts
  readonly #cells = new Map<string, Named>()
  readonly #withheld = new Map<string, Withheld>()
  readonly #rows = new Set<string>()
  /** Of each cell the cells that it reads. */
  readonly #reads = new Map<string, readonly string[]>()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** What was held back, by folded name of the cell. */
  get withheld(): ReadonlyMap<string, Withheld> {
    return this.#withheld
  }

  /** What was held back of a cell and of those that it was made from. */
  withheldIn(cell: string): readonly Withheld[] {
    const found = new Set([fold(cell)])
    for (const name of found) for (const read of this.#reads.get(name) ?? []) found.add(read)
    return [...found].flatMap((name) => this.#withheld.get(name) ?? [])
  }

  /** Why a cell or dataset cannot be drawn or copied as it is; nothing where it can. */
  problemOf(name: string): WireError | undefined {
    if (this.#rows.has(fold(name))) return refusal(name)
    if (this.#cells.has(fold(name))) return undefined
    const [first = '', second] = name.split('.')
    const table =
      second === undefined ? { schema: '', name: first } : { schema: first, name: second }
    return knownTable(this.#parts.catalogue, table)?.protection ? refusal(name) : undefined
  }

  async query({ cell, cells, values }: Step, signal: AbortSignal): Promise<GuardedQuery> {
    const { releases, terms } = this.#parts
    this.#reads.set(fold(cell.name), cells.map(fold))
    const own = (name: TableName) =>
      name.schema === '' ? this.#cells.get(fold(name.name)) : undefined
    const open = { sql: cell.sql, parameters: values }
    try {
      const release = await releases.release({ sql: cell.sql, values, terms, signal, own })
      this.#cells.set(fold(cell.name), release.kind === 'rows' ? release : { kind: 'safe' })
      if (release.kind === 'open') return open
      if (release.kind === 'rows') return this.#away(cell)
      if (release.withheld) this.#withheld.set(fold(cell.name), release.withheld)
      return { sql: release.sql, parameters: {}, done: () => releases.done(release) }
    } catch (error) {
      this.#refuse(cell, error)
      throw error
    }
  }

  #away(cell: TableCell): GuardedQuery {
    this.#rows.add(fold(cell.name))
    if (cell.kind === 'sql' || cell.kind === 'query') return { sql: rowsAway, parameters: {} }
    throw new ZhizhiError('release_refused', { kind: 'rows', what: cell.name })
  }

  /** Cells that read a refused one are refused for the same reason. */
  #refuse(cell: TableCell, error: unknown): void {
    const { code, params } = toWireError(error)
    if (code !== 'release_refused') return
    const kind = refusals.find((one) => one === params['kind']) ?? 'expression'
    if (this.#cells.has(fold(cell.name))) return
    const found = new ReleaseRefused(kind, String(params['what'] ?? ''))
    this.#cells.set(fold(cell.name), { kind: 'refused', refusal: found })
  }
}

const refusal = (what: string): WireError => ({
  code: 'release_refused',
  params: { kind: 'rows', what },
})
