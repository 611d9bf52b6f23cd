import { fromWireError, ZhizhiError } from '../../contract/errors.ts'
import { readResult } from '../../domain/notebook/result-table.ts'
import { heldWords } from '../../domain/privacy/release/held-words.ts'
import type { ReleaseTerms } from '../../services/disclosure/releases.ts'
import type { App } from '../compose.ts'
import { jsonCell } from '../../domain/notebook/file-cell.ts'
import { UsageError, wholeNumber } from './verb.ts'

type Cell = ReturnType<typeof jsonCell>

export interface Result {
  readonly columns: readonly { readonly name: string; readonly type: string }[]
  readonly rows: readonly (readonly Cell[])[]
  /** Of each row the columns whose number was held back. */
  readonly held: readonly ReadonlySet<number>[]
  /** What was held back, in words. */
  readonly note: string | null
}

/** A query that may be run because its result may leave. */
export interface Leaving {
  readonly sql: string
  readonly flags: number
  readonly note: string | null
  readonly done: () => Promise<void>
}

/** What of a query may leave; `release_refused` where nothing may. Its datasets are attached. */
export async function leaving(
  app: App,
  { sql, datasets }: { readonly sql: string; readonly datasets: readonly string[] },
  { terms, flags }: { readonly terms: ReleaseTerms; readonly flags: boolean },
): Promise<Leaving> {
  const { engine, catalogue, attaching, releases } = app
  const reading = await engine.call('inspect', { sql })
  if (!reading.accepted) throw fromWireError(reading.error)
  await attaching.needTables(reading.tables)
  await attaching.need(datasets)
  catalogue.relationsOf(datasets)
  const { signal } = new AbortController()
  const release = await releases.release({ sql, values: {}, terms, signal, flags })
  if (release.kind === 'rows') throw new ZhizhiError('release_refused', { kind: 'rows', what: '' })
  if (release.kind === 'open') return { sql, flags: 0, note: null, done: () => Promise.resolve() }
  const note = release.withheld && heldWords(release.withheld).zh
  return { sql: release.sql, flags: release.flags, note, done: () => releases.done(release) }
}

/** Runs it; the columns that tell what was held back become `held`. */
export async function resultOf(
  { engine }: App,
  { sql, flags, note, done }: Leaving,
): Promise<Result> {
  const rows: Cell[][] = []
  const held: Set<number>[] = []
  const stream = engine.stream('query', { schema: 'main', sql, parameters: {} })
  for await (const { bytes } of stream) {
    const table = readResult(bytes)
    const shown = table.columns.length - flags
    for (let row = 0; row < table.rows; row += 1) {
      const cells = table.columns.map((column) => jsonCell(column.at(row)))
      rows.push(cells.slice(0, shown))
      held.push(
        new Set(cells.slice(shown).flatMap((flag, index) => (flag === true ? [index] : []))),
      )
    }
  }
  const { columns } = await stream.result
  await done()
  return { columns: columns.slice(0, columns.length - flags), rows, held, note }
}

/** What stands in a text where a number was held back. */
export const heldBack = '*'

/** The rows as texts show them. */
export function markedRows({ rows, held }: Result): (readonly Cell[])[] {
  return rows.map((cells, row) =>
    cells.map((cell, index) => (held[row]?.has(index) ? heldBack : cell)),
  )
}

/** Options by which a result is let out. */
export const releaseOptions = {
  recipient: { type: 'string' },
  method: { type: 'string' },
  'min-cell': { type: 'string' },
} as const

export const releaseUsage =
  '[--recipient government|outside] [--method suppress|round] [--min-cell N]'

export function termsOf(values: {
  readonly recipient?: string | undefined
  readonly method?: string | undefined
  readonly 'min-cell'?: string | undefined
}): ReleaseTerms {
  const { recipient = 'government', method = 'suppress', 'min-cell': least } = values
  if (recipient !== 'government' && recipient !== 'outside')
    throw new UsageError('--recipient 只能是 government（政府内部）或 outside（政府以外）')
  if (method !== 'suppress' && method !== 'round')
    throw new UsageError('--method 只能是 suppress（隐去）或 round（随机取整）')
  const minimumCell = least === undefined ? undefined : wholeNumber(least, 'min-cell')
  return { recipient, method, minimumCell }
}
