import { ZhizhiError } from '../../contract/errors.ts'
import type { Relation } from '../../contract/table.ts'
import { pageRows } from '../../domain/notebook/page-rows.ts'
import { readResult } from '../../domain/notebook/result-table.ts'
import type { Json } from '../../domain/notebook/steps/tree.ts'
import type { Policy } from '../../domain/privacy/disclosure/model.ts'
import type { TablePlan } from '../../domain/privacy/release/env.ts'
import { withoutPlaces } from '../../domain/privacy/release/parts.ts'
import {
  atomsSql,
  cellsSql,
  linesTree,
  populationsOf,
  rareSql,
  twinSql,
} from '../../domain/privacy/release/sql.ts'
import type { Engine } from '../ports.ts'
import { sha256 } from '../workbench/digest.ts'
import { atomsByCell, rawCells, type RawCell } from './cells.ts'
import { isSingle, judge, type Judged } from './judge.ts'
import type { ReleaseMemory } from './memory.ts'

/** Cells of one table that are judged; each may cost a linear programme. */
const mostCells = 5000
/** Earlier populations that a table is compared with, the latest ones. */
const mostPopulations = 10

export interface MakeParts {
  readonly engine: Engine
  readonly memory: ReleaseMemory
  readonly policy: Omit<Policy, 'minimumCell'>
  /** The least cell, whatever the dataset declares. */
  readonly minimumCell: number
  readonly signal: AbortSignal
}

/** Makes the table that a plan asks for, protected, as `twin`; tells what was held back. */
export async function makeTable(
  plan: TablePlan,
  twin: Relation,
  parts: MakeParts,
): Promise<Judged> {
  const { engine, memory, signal } = parts
  const protections = plan.rows.bases.flatMap(({ table }) => table.protection ?? [])
  const declared = Math.max(...protections.map(({ minimumCell }) => minimumCell))
  const policy = { ...parts.policy, minimumCell: Math.max(declared, parts.minimumCell) }
  const hashes = protections.map(({ dataset, hash }) => `${dataset} ${hash}`)
  const from = JSON.stringify([hashes, withoutPlaces(plan.rows.from)])
  const base = (await sha256(from)).slice(0, 32)
  const earlier = memory.earlier(base)
  const populations = together(
    earlier.map(({ conditions }) => conditions),
    populationsOf(plan),
  )
  const tree = JSON.stringify(linesTree(plan, populations))
  const { sql: lines } = await engine.call('sql.text', { tree }, { signal })
  const raw = { schema: twin.schema, name: `raw_${twin.name}` }
  const cells = await readCells(cellsSql(lines, plan), raw, plan, parts)
  checkTotals(plan, cells)
  const pages =
    populations.length < 2
      ? []
      : await all(atomsSql(lines, plan, populations.length), raw.schema, parts)
  const atoms = atomsByCell(pages, plan.keys.length, populations.length)
  const rare = await rareValues(
    { lines, schema: raw.schema, minimum: policy.minimumCell },
    plan,
    parts,
  )
  const dataset = protections.map((one) => one.dataset).join()
  const judged = judge({ plan, dataset, base, cells, populations, atoms, rare, earlier, policy })
  const sql = twinSql(`"${raw.schema}"."${raw.name}"`, plan, judged.shown)
  await create(engine, twin, sql, signal)
  await engine.call('cell.drop', { relation: raw }, { signal })
  return judged
}

/** Persons with several rows stand in several groups: their total is no sum, and cannot be guarded as one. */
function checkTotals({ measures, sets }: TablePlan, cells: readonly RawCell[]): void {
  const people = measures.some(({ kind }) => kind === 'people')
  if (!people || sets.length < 2 || isSingle(cells)) return
  const what = 'count(DISTINCT …) + ROLLUP'
  throw new ZhizhiError('release_refused', { kind: 'aggregate', what })
}

/** Earlier populations and the table's own, each once. */
function together(earlier: readonly string[], own: readonly (readonly Json[])[]) {
  const texts = own.map((one) => JSON.stringify(one))
  const others = [...new Set(earlier)].filter((one) => !texts.includes(one)).slice(-mostPopulations)
  return [...others.map((one) => JSON.parse(one) as readonly Json[]), ...own]
}

function create(engine: Engine, relation: Relation, sql: string, signal: AbortSignal) {
  return engine.call('cell.create', { relation, sql, parameters: {} }, { signal })
}

async function readCells(
  sql: string,
  raw: Relation,
  plan: TablePlan,
  { engine, signal }: MakeParts,
): Promise<RawCell[]> {
  const { rows, columns } = await create(engine, raw, sql, signal)
  if (rows > mostCells) throw new ZhizhiError('release_refused', { kind: 'too_large', what: rows })
  const limit = pageRows(columns.length)
  const cells: RawCell[] = []
  for (let offset = 0; offset < rows; offset += limit) {
    const page = { relation: raw, offset, limit, sort: [] }
    const { bytes } = await engine.call('relation.page', page, { signal })
    cells.push(...rawCells(bytes, plan))
  }
  return cells
}

/** In the schema of the cells that the text may read. */
async function all(
  sql: string,
  schema: string,
  { engine, signal }: MakeParts,
): Promise<Uint8Array[]> {
  const pages: Uint8Array[] = []
  const stream = engine.stream('query', { schema, sql, parameters: {} }, { signal })
  for await (const { bytes } of stream) pages.push(bytes)
  await stream.result
  return pages
}

interface Asked {
  readonly lines: string
  readonly schema: string
  readonly minimum: number
}

async function rareValues({ lines, schema, minimum }: Asked, plan: TablePlan, parts: MakeParts) {
  const found: Set<string | null>[] = []
  for (const [index] of plan.keys.entries()) {
    const values = new Set<string | null>()
    for (const bytes of await all(rareSql(lines, index, minimum), schema, parts)) {
      const table = readResult(bytes)
      for (let row = 0; row < table.rows; row += 1) {
        const value = table.columns[0]?.at(row)
        values.add(typeof value === 'string' ? value : null)
      }
    }
    found.push(values)
  }
  return found
}
