import { beforeAll, describe, expect, it } from 'vitest'
import { SqlParser } from '../../desktop/engine/accept/parser.ts'
import { Overdue } from '../../desktop/engine/overdue.ts'
import type { Env, Named } from '../../desktop/domain/privacy/release/env.ts'
import { readQuery } from '../../desktop/domain/privacy/release/query.ts'
import { statSchema } from '../../desktop/domain/notebook/stat/stat.ts'
import { writeStat } from '../../desktop/domain/notebook/stat/write-stat.ts'
import { ReleaseRefused } from '../../desktop/domain/privacy/release/refused.ts'
import type { KnownTable, Protection } from '../../desktop/domain/privacy/release/rows.ts'

let parser: SqlParser

const protection: Protection = {
  dataset: 'people',
  hash: 'h',
  minimumCell: 5,
  contributor: 'id',
}
const tables: Readonly<Record<string, KnownTable>> = {
  people: {
    schema: '',
    name: 'people',
    columns: ['id', 'street', 'sex', 'age', 'income', 'flag'],
    protection,
  },
  visits: {
    schema: '',
    name: 'visits',
    columns: ['person', 'day', 'minutes'],
    protection: { ...protection, contributor: 'person' },
  },
  streets: { schema: '', name: 'streets', columns: ['street', 'district'], protection: null },
}

const env: Env = {
  find: ({ schema, name }): Named | undefined => {
    const table = tables[name.toLowerCase()]
    return schema === '' && table ? { kind: 'table', table } : undefined
  },
  twin: (index) => ({ schema: 'out', name: `t${index}` }),
}

beforeAll(async () => {
  parser = await SqlParser.open(new Overdue())
})

async function read(sql: string): Promise<string> {
  const { signal } = new AbortController()
  const [statement] = await parser.whole(sql, signal)
  try {
    const { reading, plans } = readQuery(statement?.['node'] ?? null, env)
    if (reading.kind === 'rows') return 'rows'
    return plans.length === 0 ? 'open' : `table ${plans.length}`
  } catch (error) {
    if (error instanceof ReleaseRefused) return `refused: ${error.kind}`
    throw error
  }
}

const cases: readonly (readonly [string, string])[] = [
  // what touches nothing protected is nobody's concern
  ['SELECT 1', 'open'],
  ['FROM streets', 'open'],
  ['SELECT district, count(*) FROM streets GROUP BY ALL', 'open'],
  ['WITH people AS (FROM streets) SELECT * FROM people', 'open'],
  ['SELECT * FROM streets, LATERAL (SELECT 1)', 'open'],
  // rows of persons
  ['FROM people', 'rows'],
  ['SELECT street, age FROM people WHERE age > 80', 'rows'],
  ['SELECT * EXCLUDE (id) FROM people', 'rows'],
  ['SELECT street FROM people ORDER BY income', 'rows'],
  ['WITH a AS (FROM people) SELECT * FROM a', 'rows'],
  // tables
  ['SELECT street, count(*) FROM people GROUP BY street', 'table 1'],
  ['SELECT count(*) FROM people', 'table 1'],
  ['SELECT street AS s, count(*) n FROM people GROUP BY s ORDER BY n DESC LIMIT 3', 'table 1'],
  ['SELECT street, count(*) FROM people GROUP BY 1', 'table 1'],
  ['SELECT street, sex, count(*) FROM people GROUP BY ALL', 'table 1'],
  ['SELECT street, count(*), grouping(street) FROM people GROUP BY ROLLUP (street)', 'table 1'],
  ['SELECT street, sex, sum(income) FROM people GROUP BY CUBE (street, sex)', 'table 1'],
  ['SELECT street, avg(income), round(avg(age), 1) FROM people GROUP BY street', 'table 1'],
  ['SELECT age // 10 * 10 AS band, count(*) FROM people GROUP BY band', 'table 1'],
  ['SELECT street, count(DISTINCT id) FROM people GROUP BY street', 'table 1'],
  ["SELECT street, count(*) FILTER (sex = 'F') FROM people GROUP BY street", 'table 1'],
  ['SELECT street, sum(CASE WHEN flag THEN 1 ELSE 0 END) FROM people GROUP BY street', 'table 1'],
  ['SELECT street, count(*) FROM people GROUP BY street HAVING count(*) < 5', 'table 1'],
  ['SELECT street, count(*) * 1000 + 7 FROM people GROUP BY street', 'table 1'],
  [
    'SELECT street, 100.0 * count(*) / sum(count(*)) OVER () FROM people GROUP BY street',
    'table 1',
  ],
  [
    'SELECT district, count(*) FROM people JOIN streets USING (street) GROUP BY district',
    'table 1',
  ],
  [
    'SELECT s.district, count(*) FROM people p LEFT JOIN streets s ON p.street = s.street GROUP BY 1',
    'table 1',
  ],
  [
    'SELECT sex, sum(minutes) FROM people p JOIN visits v ON p.id = v.person GROUP BY sex',
    'table 1',
  ],
  [
    'WITH old AS (SELECT *, age >= 80 AS o FROM people) SELECT o, count(*) FROM old GROUP BY o',
    'table 1',
  ],
  ['SELECT max(n) FROM (SELECT street, count(*) n FROM people GROUP BY street)', 'table 1'],
  [
    'SELECT street, count(*) FROM people GROUP BY street UNION ALL SELECT sex, count(*) FROM people GROUP BY sex',
    'table 2',
  ],
  ['SELECT *, (SELECT count(*) FROM people) FROM streets', 'table 1'],
  ['SELECT DISTINCT n FROM (SELECT street, count(*) n FROM people GROUP BY street)', 'table 1'],
  ['SELECT street, sum(2 * income + age) FROM people GROUP BY street', 'table 1'],
  // hostile, or not understood
  ['SELECT id, count(*) FROM people GROUP BY id', 'refused: person'],
  ['SELECT left(id, 9), count(*) FROM people GROUP BY 1', 'refused: person'],
  ["SELECT count(*) FROM people WHERE id <> 'x'", 'refused: person'],
  ["SELECT count(*) FILTER (id = 'x') FROM people", 'refused: person'],
  ["SELECT sum(CASE WHEN id = 'x' THEN 1 ELSE 0 END) FROM people", 'refused: person'],
  ["SELECT sum(CASE WHEN id = 'x' THEN income ELSE 1 END) FROM people", 'refused: sum_of'],
  [
    'SELECT sum(income * (CASE WHEN age = 91 THEN 1000000 ELSE 1 END)) FROM people',
    'refused: sum_of',
  ],
  ['SELECT sum(1 / (age - 91)) FROM people', 'refused: sum_of'],
  ['SELECT sum(income * income) FROM people', 'refused: sum_of'],
  ['SELECT avg(income % 1000) FROM people', 'refused: sum_of'],
  ['SELECT DISTINCT street FROM people', 'refused: distinct'],
  ['SELECT * FROM people LIMIT 5', 'refused: sample'],
  ['SELECT * FROM people USING SAMPLE 10', 'refused: sample'],
  ['SELECT count(*) FROM people TABLESAMPLE 10%', 'refused: sample'],
  ['SELECT count(*) FROM (FROM people ORDER BY income DESC LIMIT 1)', 'refused: sample'],
  ['SELECT min(age) FROM people', 'refused: aggregate'],
  ['SELECT street, max(income) FROM people GROUP BY street', 'refused: aggregate'],
  ['SELECT median(income) FROM people', 'refused: aggregate'],
  ['SELECT quantile_cont(income, 0.99) FROM people', 'refused: aggregate'],
  ["SELECT string_agg(street, ',') FROM people", 'refused: aggregate'],
  ['SELECT list(age) FROM people', 'refused: aggregate'],
  ['SELECT any_value(age), count(*) FROM people', 'refused: aggregate'],
  ['SELECT first(income ORDER BY income) FROM people', 'refused: aggregate'],
  ['SELECT arg_max(age, income) FROM people', 'refused: aggregate'],
  ['SELECT count(DISTINCT income) FROM people', 'refused: aggregate'],
  ['SELECT histogram(age) FROM people', 'refused: aggregate'],
  ['SELECT sum(income ORDER BY age) FROM people', 'refused: aggregate'],
  ['SELECT row_number() OVER (ORDER BY income), street FROM people', 'refused: aggregate'],
  ['SELECT street, count(*) OVER (PARTITION BY street) FROM people', 'refused: aggregate'],
  ['SELECT street FROM people QUALIFY row_number() OVER () = 1', 'refused: aggregate'],
  ['SELECT street FROM people UNION SELECT street FROM streets', 'refused: union'],
  ['SELECT street FROM people EXCEPT SELECT street FROM people WHERE age > 3', 'refused: union'],
  [
    'SELECT * FROM streets WHERE street IN (SELECT street FROM people WHERE age = 91)',
    'refused: subquery',
  ],
  [
    'SELECT *, EXISTS (FROM people p WHERE p.street = s.street AND age = 91) FROM streets s',
    'refused: column',
  ],
  [
    'SELECT count(*) FROM people WHERE income > (SELECT avg(income) FROM people)',
    'refused: subquery',
  ],
  ['SELECT count(*) FROM streets LIMIT (SELECT age FROM people)', 'refused: subquery'],
  [
    'SELECT street, count(*) FROM people GROUP BY street LIMIT (SELECT max(age) FROM people)',
    'refused: subquery',
  ],
  ['SUMMARIZE people', 'refused: reshape'],
  ["PIVOT people ON sex IN ('F', 'M') USING count(*)", 'refused: reshape'],
  ['UNPIVOT people ON age, income INTO NAME n VALUE v', 'refused: reshape'],
  ['SELECT * FROM people, streets', 'refused: join'],
  ['SELECT count(*) FROM people p JOIN people q ON p.street = q.street', 'refused: two_datasets'],
  ['SELECT count(*) FROM people p JOIN visits v ON p.age = v.minutes', 'refused: two_datasets'],
  ['SELECT count(*) FROM people NATURAL JOIN streets', 'refused: join'],
  ['SELECT count(*) FROM streets RIGHT JOIN people USING (street)', 'refused: join'],
  ['SELECT count(*) FROM people WHERE random() < 0.5', 'refused: aggregate'],
  ['SELECT md5(street), count(*) FROM people GROUP BY ALL', 'refused: aggregate'],
  ['SELECT rowid, count(*) FROM people GROUP BY rowid', 'refused: column'],
  ['SELECT people FROM people', 'refused: column'],
  ['SELECT COLUMNS(*) FROM people', 'refused: star'],
  ["SELECT sum(COLUMNS('in.*')) FROM people", 'refused: star'],
  ['SELECT * REPLACE (1 AS age) FROM people', 'refused: star'],
  ['SELECT *, count(*) FROM people GROUP BY ALL', 'refused: star'],
  ['SELECT age, count(*) FROM people', 'refused: column'],
  ['SELECT street, income, count(*) FROM people GROUP BY street', 'refused: column'],
  ['SELECT list_transform([age], x -> x + 1) FROM people', 'refused: aggregate'],
  [
    'WITH RECURSIVE r AS (SELECT age FROM people UNION ALL SELECT age - 1 FROM r) FROM r',
    'refused: recursive',
  ],
  ['SELECT count(*) FROM people WHERE age > $p', 'refused: parameter'],
  ['SELECT count(*) FROM nowhere', 'refused: not_run'],
  ['SELECT sum(income) FROM main.people', 'refused: not_run'],
  ['SELECT count(*) FROM people GROUP BY (SELECT 1)', 'refused: subquery'],
  ['SELECT error(income) FROM people', 'refused: aggregate'],
]

describe('what a query over protected rows would let out', () => {
  it.each(cases)('%s → %s', async (sql, expected) => {
    expect(await read(sql)).toBe(expected)
  })
})

describe('a statistic over protected rows', () => {
  it.each([
    ['summary', { column: 'income' }],
    ['describe', { columns: ['income', 'street', 'age'] }],
    ['describe', { columns: ['id'], group: 'street' }],
    ['means', { column: 'income', group: 'street', pairs: 'tukey' }],
    ['ranks', { column: 'income', group: 'street' }],
  ])('that tells values of few: %s %j is refused', async (test, settings) => {
    const stat = statSchema.parse({ from: 'people', test, ...settings })
    expect(await read(writeStat(stat))).toMatch(/^refused: /)
  })

  it('that counts is held back cell by cell', async () => {
    const settings = { test: 'independence', columns: ['street', 'sex'], exact: 'simulate' }
    const stat = statSchema.parse({ from: 'people', ...settings })
    expect(await read(writeStat(stat))).toBe('table 1')
  })
})
