import type { Relation } from '../../contract/table.ts'
import type { Outcome } from '../../domain/catalogue/quality/report.ts'
import { askBatches, askRow, asCount, type AskedEngine, type Work } from '../measure/ask.ts'
import { quote, tableOf } from '../measure/sql.ts'

/** Sizes of groups that are told apart; the largest ones where there are more. */
const mostSizes = 20

export interface Duplicates {
  /** Rows in which every column of the key has a value. */
  readonly filled: number
  /** Of these, rows whose key no other row has. */
  readonly single: number
  readonly groups: Outcome['groups']
}

/** How many rows share their key with others, by the size of such groups. */
export async function countDuplicates(
  engine: AskedEngine,
  relation: Relation,
  columns: readonly string[],
  work: Work,
): Promise<Duplicates> {
  const key = columns.map(quote)
  const filled = key.map((column) => `${column} IS NOT NULL`).join(' AND ')
  const sql = `SELECT size, count(*) AS n FROM (
      SELECT count(*) AS size FROM ${tableOf(relation)} WHERE ${filled} GROUP BY ${key.join(', ')})
    GROUP BY size ORDER BY size`
  const sizes: { size: number; count: number }[] = []
  for await (const { columns: found, rows } of askBatches(engine, sql, work)) {
    for (let row = 0; row < rows; row += 1) {
      sizes.push({ size: asCount(found[0]?.at(row)), count: asCount(found[1]?.at(row)) })
    }
  }
  return {
    filled: sizes.reduce((sum, { size, count }) => sum + size * count, 0),
    single: sizes.find(({ size }) => size === 1)?.count ?? 0,
    groups: sizes.filter(({ size }) => size > 1).slice(-mostSizes),
  }
}

export interface Reference {
  readonly from: Relation
  readonly columns: readonly string[]
  readonly to: Relation
  readonly toColumns: readonly string[]
}

/** Rows that refer to something (no column of the reference is empty), and those whose target exists. */
export async function countReferences(
  engine: AskedEngine,
  { from, columns, to, toColumns }: Reference,
  work: Work,
): Promise<{ passed: number; of: number }> {
  const filled = columns.map((name) => `f.${quote(name)} IS NOT NULL`).join(' AND ')
  const keys = toColumns.map((name, at) => `${quote(name)}::VARCHAR AS k${at}`)
  const same = columns.map((name, at) => `f.${quote(name)}::VARCHAR = t.k${at}`).join(' AND ')
  const sql = `SELECT count(*) AS asked, count(t.k0) AS found FROM ${tableOf(from)} f
    LEFT JOIN (SELECT DISTINCT ${keys.join(', ')} FROM ${tableOf(to)}) t ON ${same}
    WHERE ${filled}`
  const [asked, found] = await askRow(engine, sql, work)
  return { of: asCount(asked), passed: asCount(found) }
}
