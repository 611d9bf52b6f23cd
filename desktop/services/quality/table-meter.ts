import { ZhizhiError } from '../../contract/errors.ts'
import type { Relation } from '../../contract/table.ts'
import type { Resource } from '../../domain/catalogue/data-package.ts'
import { columnsOf, type Check, type CheckOf } from '../../domain/catalogue/quality/check.ts'
import { counted, notJudged, type Outcome } from '../../domain/catalogue/quality/report.ts'
import { askRow, asCount, asText, type AskedEngine, type Work } from '../measure/ask.ts'
import { literal, quote } from '../measure/sql.ts'
import { countDuplicates, countReferences } from './count-groups.ts'
import { predicateOf, type Columns, type ScanCheck } from './predicate.ts'
import { Scan } from './scan.ts'
import { storedOf } from './stored-type.ts'

interface MeasuredTable {
  readonly resource: Resource
  readonly relation: Relation
  /** Columns as the engine has them. */
  readonly columns: readonly { readonly name: string; readonly type: string }[]
  /** The tables of the dataset, by their resource. */
  readonly others: ReadonlyMap<string, Relation>
  /** The last day that its dates may tell of, `YYYY-MM-DD`. */
  readonly until: string
}

export interface Measured {
  readonly rows: number
  readonly outcomes: readonly Outcome[]
  /** The last day of each column of dates, up to `until`. */
  readonly latest: readonly { readonly column: string; readonly day: string | null }[]
}

export type CountedCheck = Exclude<Check, CheckOf<'element'>>
type Reader = () => Outcome | Promise<Outcome>

/** Measures the checks of one table: one or few scans, and one query for each key and reference. */
export class TableMeter {
  readonly #engine: AskedEngine
  readonly #table: MeasuredTable
  readonly #columns: Columns
  readonly #work: Work
  readonly #scan = new Scan()

  constructor(engine: AskedEngine, table: MeasuredTable, work: Work) {
    this.#engine = engine
    this.#table = table
    this.#columns = columnsIn(table)
    this.#work = work
  }

  /** Outcomes in the checks' order. */
  async measure(checks: readonly CountedCheck[]): Promise<Measured> {
    const { relation, columns, until } = this.#table
    const { signal, progress } = this.#work
    const rows = this.#scan.add('count(*)')
    const dates = columns.filter(({ type }) => ['date', 'moment'].includes(storedOf(type)))
    const days = dates.map(({ name }) => this.#scan.add(lastDay(name, until)))
    const readers: Reader[] = []
    for (const check of checks) readers.push(await this.#prepare(check))
    const steps = checks.filter((check) => !isScanned(check)).length + 1
    const scanned = (share: number) => progress?.(share / steps)
    await this.#scan.run(this.#engine, relation, { signal, progress: scanned })
    const outcomes: Outcome[] = []
    let done = 1
    for (const [at, check] of checks.entries()) {
      outcomes.push((await readers[at]?.()) ?? notJudged(check, 'unreadable'))
      if (!isScanned(check)) progress?.((done += 1) / steps)
    }
    const latest = dates.map(({ name }, at) => ({ column: name, day: asText(days[at]?.()) }))
    return { rows: asCount(rows()), outcomes, latest }
  }

  /** Enters what the scan has to count for a check, and gives back how its outcome is read after. */
  async #prepare(check: CountedCheck): Promise<Reader> {
    if (columnsOf(check).some((name) => !this.#columns.stored.has(name))) {
      return () => notJudged(check, 'no-column')
    }
    if (!isScanned(check)) {
      return () => (check.kind === 'reference' ? this.#references(check) : this.#duplicates(check))
    }
    const predicate = (await this.#isUsable(check)) ? predicateOf(check, this.#columns) : undefined
    if (!predicate) return () => notJudged(check, 'unreadable')
    const { asked, passes } = predicate
    const of = this.#scan.add(`count(*) FILTER (${asked})`)
    const passed = this.#scan.add(`count(*) FILTER (${asked} AND ${passes})`)
    return () => counted(check, { passed: asCount(passed()), of: asCount(of()) })
  }

  async #duplicates(check: CheckOf<'key' | 'unique'>): Promise<Outcome> {
    const { relation, resource } = this.#table
    const { signal } = this.#work
    const found = await countDuplicates(this.#engine, relation, check.columns, { signal })
    // a key must be there; of a unique column only the values are compared
    const of = check.kind === 'key' ? resource.rows : found.filled
    return counted(check, { passed: found.single, of }, found.groups)
  }

  async #references(check: CheckOf<'reference'>): Promise<Outcome> {
    const { columns, to } = check
    const { relation, others } = this.#table
    const target = others.get(to.resource)
    if (!target) return notJudged(check, 'no-table')
    if (to.columns.length !== columns.length) return notJudged(check, 'unreadable')
    const reference = { from: relation, columns, to: target, toColumns: to.columns }
    const counts = await orNoSuch(countReferences(this.#engine, reference, this.#quiet))
    return counts ? counted(check, counts) : notJudged(check, 'no-column')
  }

  /** A pattern may be written for another engine of regular expressions. */
  async #isUsable(check: ScanCheck): Promise<boolean> {
    if (check.kind !== 'pattern') return true
    const sql = `SELECT regexp_full_match('', ${literal(check.pattern)})`
    return (await orNoSuch(askRow(this.#engine, sql, this.#quiet))) !== undefined
  }

  get #quiet(): Work {
    return { signal: this.#work.signal }
  }
}

function isScanned(check: Check): check is ScanCheck {
  return !['key', 'unique', 'reference', 'element'].includes(check.kind)
}

function columnsIn({ columns, resource }: MeasuredTable): Columns {
  const stored = columns.map(({ name, type }) => ({ name, stored: storedOf(type) }))
  return {
    stored: new Map(stored.map((column) => [column.name, column])),
    fields: new Map(resource.schema.fields.map((field) => [field.name, field])),
  }
}

const lastDay = (name: string, until: string) =>
  `strftime(max(${quote(name)}) FILTER (${quote(name)}::DATE <= DATE ${literal(until)}), '%Y-%m-%d')`

/** What DuckDB cannot bind or compile is the descriptor's fault, and `undefined` here. */
async function orNoSuch<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof ZhizhiError && error.code === 'sql_failed') return undefined
    throw error
  }
}
