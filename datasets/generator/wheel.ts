import { temporary } from './sql.ts'

/**
 * A wheel of fortune: for each `spin` (what is being chosen for) the items and how much of the wheel
 * each takes. Weights are whole numbers, so that the sums are exact on every machine.
 * `query` gives (spin, item, weight); the table holds (spin, item, upto) with `upto` in (0, 1].
 */
export function wheel(name: string, query: string): string {
  return temporary(
    name,
    `SELECT spin, item,
       sum(weight) OVER (PARTITION BY spin ORDER BY item) / sum(weight) OVER (PARTITION BY spin) AS upto
FROM (${query}) WHERE weight > 0`,
  )
}

/** The join that turns a uniform draw into the wheel's item. */
export function spun(name: string, alias: string, spin: string, uniform: string): string {
  return `ASOF JOIN ${name} AS ${alias} ON ${alias}.spin = ${spin} AND ${uniform} < ${alias}.upto`
}
