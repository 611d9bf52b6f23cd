/** The table that all are asked about. */
export const TABLE = 'bench_tickets'

/** Its columns, in the order of its files. */
export const COLUMNS = [
  'id',
  'day',
  'category',
  'channel',
  'street',
  'minutes',
  'amount',
  'reporter',
] as const

export type BrowserDatabase = 'wasm' | 'sqljs' | 'arquero'

/** Five analytical questions; a part of SQL that DuckDB and SQLite both speak. */
const bodies = {
  aggregate: `count(*) AS n, sum(amount) AS total, avg(minutes) AS mean, max(amount) AS most
FROM ${TABLE}`,
  'group by two': `street, category, count(*) AS n, avg(minutes) AS mean, sum(amount) AS total
FROM ${TABLE} GROUP BY street, category ORDER BY street, category`,
  'top 5 per group': `street, id, amount
FROM (SELECT street, id, amount,
    row_number() OVER (PARTITION BY street ORDER BY amount DESC) AS place
  FROM ${TABLE}) ranked
WHERE place <= 5 ORDER BY street, place`,
  'filter, distinct': `category, count(DISTINCT reporter) AS people, count(*) AS n
FROM ${TABLE} WHERE channel = '热线' AND day >= '2024-04-01' GROUP BY category ORDER BY category`,
  'sort, top 100': `id, street, minutes, amount
FROM ${TABLE} ORDER BY minutes DESC, amount DESC LIMIT 100`,
} as const

export type Question = keyof typeof bodies
export const questions = Object.keys(bodies) as readonly Question[]

/**
 * A question in SQL. Its first column repeats `run`, so that a result on the screen shows which run
 * it comes from, and no two texts are the same.
 */
export function sqlOf(question: Question, run: string): string {
  return `SELECT '${run}' AS run, ${bodies[question]}`
}

export type Cell = string | number
export type Row = readonly Cell[]
