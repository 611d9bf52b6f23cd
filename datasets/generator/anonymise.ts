import { temporary } from './sql.ts'

/**
 * Coarsens microdata until every row shares its quasi-identifiers with at least `k − 1` others
 * (k-anonymity, Sweeney 2002), by local suppression with a complement.
 */
export interface Coarsening {
  /** Quasi-identifiers that stay as they are. Rows that agree in them are a family. */
  readonly within: readonly string[]
  /** The quasi-identifier that is made NULL where it would set too few rows apart. */
  readonly hide: string
  readonly k: number
}

/**
 * SQL of `table` with `hide` made NULL in every group of fewer than `k` rows, and, where those that
 * were hidden are still fewer than `k` together, in the family's next smallest group as well. Groups
 * by (`within`, `hide`) are then of `k` rows or more if the families are. Run it from the broadest
 * quasi-identifiers to the finest. Where everything of a family must be hidden, everything is.
 */
export function coarsened(table: string, { within, hide, k }: Coarsening): string {
  const family = within.join(', ')
  return `WITH sized AS (
  SELECT ${family}, ${hide}, count(*) AS group_rows FROM ${table} GROUP BY ALL
), ranked AS (
  SELECT *, coalesce(sum(group_rows) FILTER (group_rows < ${k} OR ${hide} IS NULL) OVER (PARTITION BY ${family}), 0) AS hidden_rows,
         row_number() OVER (PARTITION BY ${family} ORDER BY group_rows < ${k} OR ${hide} IS NULL, group_rows, ${hide}) AS group_place
  FROM sized
), kept AS (
  SELECT ${family}, ${hide} FROM ranked
  WHERE group_rows >= ${k} AND ${hide} IS NOT NULL AND NOT (hidden_rows > 0 AND hidden_rows < ${k} AND group_place = 1)
)
SELECT t.* REPLACE (kept.${hide} AS ${hide})
FROM ${table} AS t LEFT JOIN kept ON ${[...within, hide]
    .map((name) => `kept.${name} IS NOT DISTINCT FROM t.${name}`)
    .join(' AND ')}`
}

/** What every dataset about people keeps to. */
const shippedK = 5

/**
 * Statements that make the table `to` out of `from`, k-anonymous over `quasiIdentifiers` for k = 5. The
 * first is never hidden, so each of its values needs 5 rows; the last is hidden most.
 */
export function chained(from: string, to: string, quasiIdentifiers: readonly string[]): string[] {
  const [, ...hidden] = quasiIdentifiers
  return hidden.map((hide, index) => {
    const within = quasiIdentifiers.slice(0, index + 1)
    return temporary(to, coarsened(index === 0 ? from : to, { within, hide, k: shippedK }))
  })
}
