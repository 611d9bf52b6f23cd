import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { ZhizhiError } from '../../desktop/contract/errors.ts'
import { accept } from '../../desktop/engine/accept/accept.ts'
import { allowedFunctions, allowedTableFunctions } from '../../desktop/engine/accept/allow-lists.ts'
import { closing, opening } from '../../desktop/engine/accept/semicolon.ts'
import { SqlParser } from '../../desktop/engine/accept/parser.ts'
import { sqlFailure } from '../../desktop/engine/failure.ts'
import { Overdue } from '../../desktop/engine/overdue.ts'
import { textRows } from '../../desktop/engine/text-rows.ts'
import { notAllowed } from '../fixtures/hostile/not-allowed.ts'

let parser: SqlParser
let duckdb: DuckDBConnection
const { signal } = new AbortController()

beforeAll(async () => {
  parser = await SqlParser.open(new Overdue())
  duckdb = await (await DuckDBInstance.create(':memory:')).connect()
  await duckdb.run('SET errors_as_json = true')
})

const look = async (sql: string) => {
  const { tables, parameters } = await accept(parser, sql, signal)
  const names = tables.map(({ schema, name }) => (schema === '' ? name : `${schema}.${name}`))
  return { tables: names.sort(), parameters }
}

async function refusal(sql: string): Promise<ZhizhiError> {
  try {
    await accept(parser, sql, signal)
  } catch (error) {
    if (error instanceof ZhizhiError) return error
    throw error
  }
  throw new Error(`accepted: ${sql}`)
}

describe('accepted', () => {
  it.each<[string, string[], string[]]>([
    ['SELECT 1', [], []],
    ['FROM t', ['t'], []],
    ['TABLE t', ['t'], []],
    ['VALUES (1), (2)', [], []],
    ['DESCRIBE t', ['t'], []],
    ['DESC SELECT * FROM a.t', ['a.t'], []],
    ['SUMMARIZE t', ['t'], []],
    ['SELECT * FROM (DESCRIBE t)', ['t'], []],
    ['PIVOT t ON a IN (1, 2) USING sum(b)', ['t'], []],
    ['UNPIVOT t ON a, b INTO NAME n VALUE v', ['t'], []],
    ['SELECT $x, $Y FROM 未知表 WHERE z IN $名单', ['未知表'], ['x', 'Y', '名单']],
    [
      'SELECT (SELECT max(a) FROM u) FROM t WHERE EXISTS (FROM v) AND b IN (FROM w)',
      ['t', 'u', 'v', 'w'],
      [],
    ],
    [
      'SELECT * FROM t ORDER BY (SELECT a FROM u) LIMIT (SELECT count(*) FROM v)',
      ['t', 'u', 'v'],
      [],
    ],
    ['SELECT * FROM t, LATERAL (SELECT * FROM unnest(t.l))', ['t'], []],
    ['SELECT * FROM t ASOF JOIN u USING (k) POSITIONAL JOIN v', ['t', 'u', 'v'], []],
    ['WITH a AS (FROM b), b AS (SELECT 1) FROM a, b', ['b'], []],
    [
      'WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r, t WHERE n < 9) FROM r',
      ['t'],
      [],
    ],
    [
      'WITH RECURSIVE r(n, m) USING KEY (n) AS (SELECT 1, 1 UNION ALL SELECT n + 1, 2 FROM recurring.r) FROM r',
      [],
      [],
    ],
    [
      'SELECT sum(x) OVER w, rank() OVER (PARTITION BY a ORDER BY b) FROM t WINDOW w AS (ORDER BY c)',
      ['t'],
      [],
    ],
    [
      'SELECT list_transform(l, x -> x + 1), [x * 2 FOR x IN l IF x > 1], lambda_free FROM t',
      ['t'],
      [],
    ],
    [
      "SELECT name.upper(), 'a' || b, a ->> 'k', d::DATE + INTERVAL 3 MONTH, extract(year FROM d) FROM t",
      ['t'],
      [],
    ],
    [
      'SELECT * EXCLUDE (a) REPLACE (upper(b) AS b), COLUMNS(c -> c LIKE $p) FROM t GROUP BY ALL',
      ['t'],
      ['p'],
    ],
    ['SELECT a FROM t QUALIFY row_number() OVER (PARTITION BY a) = 1', ['t'], []],
    [
      'SELECT count(*) FILTER (WHERE ok), string_agg(DISTINCT s, $sep ORDER BY s) FROM t',
      ['t'],
      ['sep'],
    ],
    [
      'SELECT CURRENT_DATE, now(), TRY_CAST(a AS DECIMAL(18, 2)), CASE WHEN a THEN 1 END FROM t',
      ['t'],
      [],
    ],
    ['SELECT * FROM t TABLESAMPLE bernoulli(10%) REPEATABLE (7)', ['t'], []],
    ['SELECT i FROM generate_series(1, 9) g(i), range(3), json_each($j)', [], ['j']],
    ['SELECT 1; -- the end; really', [], []],
    ["SELECT ';' /* ; */ ;", [], []],
    ['(SELECT 1) UNION ALL (FROM t) INTERSECT SELECT 2 ORDER BY ALL', ['t'], []],
    [
      'SELECT a.b.c, s[1:2], m[1], {x: 1}.x, MAP {1: 2}, ROW(1, 2), ARRAY(SELECT 1) FROM a',
      ['a'],
      [],
    ],
  ])('%s', async (sql, tables, parameters) => {
    const found = await look(sql)
    expect(found.tables).toEqual(tables)
    expect([...found.parameters].sort()).toEqual([...parameters].sort())
  })

  it('without its last semicolons, and otherwise unchanged', async () => {
    const text = async (sql: string) => (await accept(parser, sql, signal)).text
    expect(await text('SELECT 1')).toBe('SELECT 1')
    expect(await text("SELECT ';' ; ; -- ;")).toMatch(/^SELECT ';' {5}-- [ ;]$/)
    expect(await text('SELECT 1 -- no end')).toBe('SELECT 1 -- no end')
  })

  it('whatever stands in a text, it parses in parentheses too', async () => {
    const piece = fc.constantFrom("';'", '/* ; */', '-- ;\n', '$$;$$', '";"', '1', 'a', ';', ' ')
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
        const sql = `SELECT 1 AS x ${pieces.join(' ')}`
        const accepted = await accept(parser, sql, signal).catch(() => undefined)
        if (!accepted) return
        expect(accepted.text).toHaveLength(sql.length)
        const inside = await parser.parse(opening + accepted.text + closing, signal)
        expect(inside).toHaveProperty('statements')
      }),
      { numRuns: 300 },
    )
  })
})

describe('names that a query defines itself', () => {
  interface Level {
    readonly ctes: readonly { readonly name: string; readonly body: Level }[]
    readonly from: readonly string[]
  }
  const name = fc.constantFrom('a', 'b', 'c', 'd')
  const from = fc.array(name, { minLength: 1, maxLength: 3 })
  const { level } = fc.letrec<{ level: Level }>((tie) => ({
    level: fc.oneof(
      { maxDepth: 3 },
      fc.record({ ctes: fc.constant([]), from }),
      fc.record({
        ctes: fc.uniqueArray(fc.record({ name, body: tie('level') }), {
          maxLength: 3,
          selector: (cte) => cte.name,
        }),
        from,
      }),
    ),
  }))

  // every name that is defined is read too, so that DuckDB's answer names every table it reads
  const sqlOf = ({ ctes, from }: Level): string => {
    const withs = ctes.map((cte) => `${cte.name} AS (${sqlOf(cte.body)})`).join(', ')
    const names = [...from, ...ctes.map((cte) => cte.name)]
    const selects = names.map((table) => `SELECT v FROM ${table}`).join(' UNION ')
    return `${withs === '' ? '' : `WITH ${withs} `}${selects}`
  }

  it('are told apart from tables exactly as DuckDB does', async () => {
    for (const table of ['a', 'b', 'c', 'd']) {
      await duckdb.run(`CREATE OR REPLACE TABLE ${table} AS SELECT '${table}' AS v`)
    }
    await fc.assert(
      fc.asyncProperty(level, async (tree) => {
        const sql = sqlOf(tree)
        const read = await textRows(await duckdb.run(`SELECT DISTINCT v FROM (${sql}) ORDER BY v`))
        const { tables } = await look(sql)
        expect([...new Set(tables)]).toEqual(read.flat())
      }),
      { numRuns: 200 },
    )
  })
})

describe('refused', () => {
  it.each([
    ['', 'sql_empty'],
    ['  \n -- nothing\n /* at all */ ;;', 'sql_empty'],
    ['SELECT', 'sql_syntax'],
    ['SELECT 1 FRM t t2 t3', 'sql_syntax'],
    ['SELECT 1; SELECT 2', 'sql_refused'],
    ['SELECT ?', 'sql_refused'],
    ['SELECT $1', 'sql_refused'],
    ['SELECT ?, $x', 'sql_refused'],
    ['SHOW TABLES', 'sql_refused'],
    ['SELECT * FROM (SHOW ALL TABLES)', 'sql_refused'],
    ['SELECT * FROM memory.main.t', 'sql_refused'],
    [`SELECT ${'('.repeat(20_000)}1${')'.repeat(20_000)}`, 'sql_refused'],
    [`SELECT ${'['.repeat(600)}1${']'.repeat(600)}`, 'sql_refused'],
    ['SELECT summ(1)', 'sql_failed'],
  ])('%.40s: %s', async (sql, code) => expect(await refusal(sql)).toMatchObject({ code }))

  it.each([
    ['CREATE TABLE x AS SELECT 1', 'CREATE', 'SELECT'],
    ['PIVOT t ON a USING sum(b)', 'PIVOT', 'IN'],
    ['FROM (PIVOT t ON a USING sum(b))', 'PIVOT', 'IN'],
    ['EXPLAIN SELECT 1', 'EXPLAIN', '运行时间'],
    ['PRAGMA version', 'PRAGMA', 'DESCRIBE'],
    ['CALL pragma_version()', 'CALL', 'FROM'],
    ["COPY t TO 'x.csv'", 'COPY', '导出'],
    ["ATTACH ':memory:' AS x", 'ATTACH', '数据目录'],
    ['SET threads = 1', 'SET', '$'],
    ["SELECT * FROM read_csv('x.csv')", 'read_csv', '数据目录'],
    ["SELECT current_setting('threads')", 'current_setting', '设置'],
  ])('%s: with an advice', async (sql, what, instead) => {
    const { code, params } = await refusal(sql)
    expect(code).toBe('sql_refused')
    expect(params['what']).toContain(what)
    expect(params['instead']).toContain(instead)
  })

  it('a misspelt function with the names that are near', async () => {
    const sql = "SELECT '居民', cuont(x) FROM t"
    const error = await refusal(sql)
    expect(error.params['message']).toContain('count')
    expect(sql.slice(error.at!.from, error.at!.to)).toBe('cuont')
  })
})

describe('every function of this DuckDB', () => {
  it('is allowed or is known not to be; a new one asks for a decision', async () => {
    const kinds = await textRows(
      await duckdb.run(
        `SELECT DISTINCT function_name, function_type IN ('table', 'table_macro') FROM duckdb_functions()
         WHERE function_type <> 'pragma'`,
      ),
    )
    const decided = new Set(notAllowed)
    const undecided = kinds.filter(([name, table]) => {
      const lists = table === 'true' ? allowedTableFunctions : allowedFunctions
      const internal = name!.startsWith('__internal') || name!.startsWith('icu_collate_')
      return !lists.has(name!.toLowerCase()) && !decided.has(name!) && !internal
    })
    expect(undecided).toEqual([])
  })

  it('is there under the name on the list', () => {
    const known = new Set([...parser.functions].map((name) => name.toLowerCase()))
    const gone = [...allowedFunctions, ...allowedTableFunctions].filter((name) => !known.has(name))
    expect(gone).toEqual([])
  })

  it('that is not allowed is refused wherever it stands', async () => {
    for (const name of notAllowed) {
      const call = `"${name}"('x')`
      for (const sql of [`SELECT ${call}`, `FROM ${call}`, `SELECT 1 ORDER BY (SELECT ${call})`]) {
        if (allowedFunctions.has(name) || allowedTableFunctions.has(name)) continue
        expect((await refusal(sql)).code, sql).toBe('sql_refused')
      }
    }
  })
})

describe('the place of an error', () => {
  const values = ["'居民'", "'😀　'", "'it''s'", '1', '$$　é$$', "$居$ ' $居$", '"　"'] as const
  const gaps = ['/* 说明　*/', '-- 　é\n', '　', '\u00a0', '\u2003', ' '] as const
  const piece = fc.record({ value: fc.constantFrom(...values), gap: fc.constantFrom(...gaps) })
  const begin = fc
    .array(piece, { maxLength: 6 })
    .map(
      (pieces) =>
        `SELECT 1 ${pieces.map(({ value, gap }) => `, ${value} ${gap} AS x ${gap}`).join('')}`,
    )
    .map((text) => text.replaceAll('"　"', 'y."　"'))
  const source = 'FROM (SELECT 1 AS "　") y'

  it.each([
    [', nothing_here ', source, 'nothing_here'],
    [', no_such_function(1) ', source, 'no_such_function'],
    [', 1 ', `${source}, 没有的表`, '没有的表'],
    [", '居'::INTEGER ", source, '::'],
    [', ) ', '', ')'],
  ])('from DuckDB itself is that of %j', async (wrong, rest, piece) => {
    await fc.assert(
      fc.asyncProperty(begin, async (text) => {
        const sql = text + wrong + rest
        const told = await duckdb.run(sql).then(
          () => undefined,
          (error: unknown) => sqlFailure(error, { text: sql, prefixBytes: 0 }) as ZhizhiError,
        )
        expect(told?.at, JSON.stringify(sql)).toBeDefined()
        expect(sql.slice(told!.at!.from, told!.at!.to + 1), sql).toContain(piece)
      }),
      { numRuns: 100 },
    )
  })

  it('of a function that we refuse is that of its name', async () => {
    await fc.assert(
      fc.asyncProperty(begin, async (text) => {
        const sql = `${text}, "read_csv"('x') ${source}`
        const { at } = await refusal(sql)
        expect(sql.slice(at!.from, at!.to)).toBe('"read_csv"')
      }),
      { numRuns: 100 },
    )
  })
})
