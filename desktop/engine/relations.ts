import { ZhizhiError } from '../contract/errors.ts'
import type { Column, Relation } from '../contract/table.ts'
import type { Found } from './accept/walk.ts'
import { fold, ORDER_SCHEMA, qualified, schemaOf, STORE, stored } from './names.ts'

/** A table that queries may read. */
export interface Known {
  readonly relation: Relation
  /** The table in SQL, wherever it lies. */
  readonly source: string
  readonly columns: readonly Column[]
  readonly rows: number
  /** Differs each time the table is made anew. */
  readonly version: number
  /** Whether it only repeats what others hold, and may go whenever they change. */
  readonly derived: boolean
}

/** DuckDB's own. */
const reserved = new Set(['system', 'temp', 'memory', STORE, 'pg_catalog', 'information_schema'])

/**
 * The tables that exist, by schema. A query may name only these: what DuckDB would find beyond them
 * (system views, files whose path is written as a table) is not there.
 */
export class Relations {
  readonly #schemas = new Map<string, Map<string, Known>>([['main', new Map()]])
  #versions = 0
  #data = 0

  /** Refuses names that would mean something else to DuckDB. */
  static checkSchema(schema: string): void {
    const name = fold(schema)
    if (name === '' || name.includes('\0') || reserved.has(name) || name === ORDER_SCHEMA) {
      throw new ZhizhiError('bad_request', { where: 'schema', why: schema })
    }
  }

  hasSchema(schema: string): boolean {
    return this.#schemas.has(fold(schema))
  }

  addSchema(schema: string): void {
    if (!this.hasSchema(schema)) this.#schemas.set(fold(schema), new Map())
  }

  removeSchema(schema: string): void {
    this.#schemas.delete(fold(schema))
  }

  get schemas(): readonly string[] {
    return [...this.#schemas.keys()]
  }

  /** Changes whenever a dataset or a cell is made anew. */
  get dataVersion(): number {
    return this.#data
  }

  /** Enters a cell. */
  add(relation: Relation, columns: readonly Column[], rows: number): Known {
    this.#data += 1
    return this.#enter({ relation, columns, rows, source: qualified(relation), derived: false })
  }

  /** Enters a dataset. */
  addDataset(relation: Relation, columns: readonly Column[], rows: number): Known {
    this.#data += 1
    return this.#enter({ relation, columns, rows, source: stored(relation), derived: false })
  }

  /** Enters a table that only repeats what others hold. */
  addDerived(relation: Relation, columns: readonly Column[], rows: number): Known {
    return this.#enter({ relation, columns, rows, source: qualified(relation), derived: true })
  }

  remove(relation: Relation): void {
    this.#schemas.get(fold(schemaOf(relation)))?.delete(fold(relation.name))
  }

  /** The tables of one schema. */
  in(schema: string): readonly Known[] {
    return [...(this.#schemas.get(fold(schema))?.values() ?? [])]
  }

  get(relation: Relation): Known | undefined {
    return this.#schemas.get(fold(schemaOf(relation)))?.get(fold(relation.name))
  }

  /** What a name in a query means where unqualified names mean `schema`, then `main`. */
  find({ schema, name }: Pick<Found, 'schema' | 'name'>, searched: string): Known | undefined {
    if (schema !== '') return this.get({ schema, name })
    return this.get({ schema: searched, name }) ?? this.get({ schema: 'main', name })
  }

  #enter(facts: Omit<Known, 'version'>): Known {
    this.#versions += 1
    const known = { ...facts, version: this.#versions }
    const { relation } = facts
    this.addSchema(schemaOf(relation))
    this.#schemas.get(fold(schemaOf(relation)))?.set(fold(relation.name), known)
    return known
  }
}
