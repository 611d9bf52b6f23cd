import { fromWireError, ZhizhiError } from '../../contract/errors.ts'
import type { TableName } from '../../domain/catalogue/sql-name.ts'
import {
  isObject,
  type Json,
  type JsonObject,
  listOf,
  textOf,
} from '../../domain/notebook/steps/tree.ts'
import type { Value } from '../../domain/notebook/input.ts'
import type { Reason } from '../../domain/privacy/disclosure/model.ts'
import { bound } from '../../domain/privacy/release/bound.ts'
import type { Env, Named, ReadQuery } from '../../domain/privacy/release/env.ts'
import { flagged } from '../../domain/privacy/release/flags.ts'
import { columnNames, select, withoutPlaces } from '../../domain/privacy/release/parts.ts'
import { readQuery } from '../../domain/privacy/release/query.ts'
import { ReleaseRefused } from '../../domain/privacy/release/refused.ts'
import type { Rows } from '../../domain/privacy/release/rows.ts'
import type { Catalogue } from '../catalogue.ts'
import type { Engine } from '../ports.ts'
import type { Judged } from './judge.ts'
import { knownTable } from './known-tables.ts'
import { makeTable, type MakeParts } from './make-table.ts'
import type { ReleaseMemory } from './memory.ts'

/** Whom a result goes to: within government, or outside it. */
export type Recipient = 'government' | 'outside'

/** The least cell for a recipient, where a dataset declares less. */
const least: Readonly<Record<Recipient, number>> = { government: 0, outside: 10 }

export interface ReleaseTerms {
  readonly recipient: Recipient
  readonly method: 'suppress' | 'round'
  /** May only raise what is declared. */
  readonly minimumCell?: number | undefined
}

/** What was held back of a result, to be said beside it. */
export interface Withheld {
  readonly minimumCell: number
  readonly counts: Readonly<Record<Reason, number>>
  /** Columns without which (nearly) nothing need be held back. */
  readonly coarser: readonly (readonly string[])[]
}

/** A query as it may leave. */
export type Release =
  /** Nothing in it is protected. */
  | { readonly kind: 'open' }
  /** Rows of persons: they may not leave, but tables of them may be made. */
  | { readonly kind: 'rows'; readonly rows: Rows }
  /** Run this instead; `flags` of its last columns tell which values of the others were held back. */
  | ReleasedTable

export interface ReleasedTable {
  readonly kind: 'table'
  readonly sql: string
  readonly flags: number
  readonly withheld: Withheld | null
  /** What the query reads lies in it; to be dropped when it has run. */
  readonly schema: string
}

interface Parts {
  readonly engine: Engine
  readonly catalogue: Catalogue
  readonly memory: ReleaseMemory
  readonly roundingKey: () => Promise<string>
}

export interface Question {
  readonly sql: string
  readonly values: Readonly<Record<string, Value>>
  readonly terms: ReleaseTerms
  readonly signal: AbortSignal
  /** Tables of the asker's own, such as a notebook's cells. */
  readonly own?: (name: TableName) => Named | undefined
  /** Whether columns are wanted that tell what was held back. */
  readonly flags?: boolean
}

/** Decides what of a query may leave, and makes it. Whatever is not understood may not. */
export class Releases {
  readonly #parts: Parts
  #made = 0

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** `release_refused` with why, where nothing of it may leave. */
  async release(question: Question): Promise<Release> {
    const { engine } = this.#parts
    const { sql, signal } = question
    const answer = await engine.call('sql.tree', { sql }, { signal })
    if (!answer.accepted) throw fromWireError(answer.error)
    try {
      return await this.#read(JSON.parse(answer.tree) as Json, question)
    } catch (error) {
      throw error instanceof ReleaseRefused ? refusedBy(error) : error
    }
  }

  /** Drops what a released query read. */
  async done({ schema }: Pick<ReleasedTable, 'schema'>): Promise<void> {
    await this.#parts.engine.call('schema.drop', { schema })
  }

  async #read(tree: Json, question: Question): Promise<Release> {
    const { signal } = question
    this.#made += 1
    const schema = `release_${this.#made}_${crypto.randomUUID().slice(0, 8)}`
    const env = this.#env(question, schema)
    if (!touches(tree, env)) return { kind: 'open' }
    const whole = await this.#named(bound(withoutPlaces(tree), question.values), signal)
    const { reading, plans } = readQuery(whole, env)
    if (reading.kind === 'rows') return { kind: 'rows', rows: reading.rows }
    const judged = await this.#make(plans, env, schema, question)
    const { node, flags } = question.flags
      ? flagged(reading.node)
      : { node: reading.node, flags: 0 }
    const written = JSON.stringify(node)
    const { sql } = await this.#parts.engine.call('sql.text', { tree: written }, { signal })
    return {
      kind: 'table',
      sql,
      flags,
      schema,
      withheld: withheldOf(judged, question.terms, plans),
    }
  }

  async #make(plans: ReadQuery['plans'], env: Env, schema: string, { terms, signal }: Question) {
    const { engine, memory, roundingKey } = this.#parts
    if (plans.length > 0) await engine.call('schema.create', { schema }, { signal })
    const { method } = terms
    const key = method === 'round' ? { roundingKey: await roundingKey() } : {}
    const policy = { method, dominance: { n: 2, share: 0.85 }, ...key }
    const minimumCell = Math.max(least[terms.recipient], terms.minimumCell ?? 0)
    const parts: MakeParts = { engine, memory, policy, minimumCell, signal }
    const judged: Judged[] = []
    for (const [index, plan] of plans.entries()) {
      const one = await makeTable(plan, env.twin(index), parts)
      // before the next is judged: what leaves together is seen together
      await memory.remember(one.remembered)
      judged.push(one)
    }
    return judged
  }

  #env({ own }: Question, schema: string): Env {
    const { catalogue } = this.#parts
    return {
      find(name) {
        const named = own?.(name)
        if (named) return named
        const table = knownTable(catalogue, name)
        return table && { kind: 'table', table }
      },
      twin: (index) => ({ schema, name: `t${index}` }),
    }
  }

  /** Columns that SELECT does not name keep the name that the engine would have given them. */
  async #named(tree: Json, signal: AbortSignal): Promise<Json> {
    if (!isObject(tree) || tree['type'] !== 'SELECT_NODE') return tree
    const items = await Promise.all(
      listOf(tree, 'select_list').map(async (item) => {
        const plain = isObject(item) && textOf(item, 'alias') === '' && item['class'] !== 'STAR'
        if (!plain || columnNames(item).length > 0) return item
        const alone = JSON.stringify(select([item], { type: 'EMPTY', alias: '', sample: null }))
        const { sql } = await this.#parts.engine.call('sql.text', { tree: alone }, { signal })
        return {
          ...item,
          alias: sql.replace(/^SELECT /, '').replace(/^\((.*)\)$/, '($1)'),
        } satisfies JsonObject
      }),
    )
    return { ...tree, select_list: items }
  }
}

/** Whether any name in the tree stands for something protected; a query without is nobody's concern. */
function touches(tree: Json, env: Env): boolean {
  if (Array.isArray(tree)) return (tree as Json[]).some((item) => touches(item, env))
  if (!isObject(tree)) return false
  const type = tree['type']
  if (type === 'BASE_TABLE' || type === 'SHOW_REF') {
    const name = { schema: textOf(tree, 'schema_name'), name: textOf(tree, 'table_name') }
    const named = env.find(name)
    if (named?.kind === 'rows' || named?.kind === 'refused') return true
    if (named?.kind === 'table' && named.table.protection) return true
  }
  return Object.values(tree).some((item) => touches(item ?? null, env))
}

function withheldOf(
  judged: readonly Judged[],
  { recipient, minimumCell }: ReleaseTerms,
  plans: ReadQuery['plans'],
): Withheld | null {
  const counts = { few: 0, dominance: 0, complement: 0, earlier: 0 }
  for (const one of judged)
    for (const reason of ['few', 'dominance', 'complement', 'earlier'] as const)
      counts[reason] += one.counts[reason]
  if (Object.values(counts).every((count) => count === 0)) return null
  const declared = plans.flatMap(({ rows }) =>
    rows.bases.flatMap(({ table }) => table.protection?.minimumCell ?? []),
  )
  const minimum = Math.max(...declared, least[recipient], minimumCell ?? 0)
  return { minimumCell: minimum, counts, coarser: judged.flatMap(({ coarser }) => coarser) }
}

/** A refusal as the window and the command line tell it. */
export function refusedBy({ kind, what }: ReleaseRefused): ZhizhiError {
  return new ZhizhiError('release_refused', { kind, what })
}
