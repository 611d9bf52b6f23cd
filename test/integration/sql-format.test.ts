import { readFile } from 'node:fs/promises'
import { beforeAll, expect, it } from 'vitest'
import { cellsOf } from '../../desktop/domain/notebook/notebook.ts'
import { parseNotebook } from '../../desktop/domain/notebook/parse.ts'
import { SqlParser } from '../../desktop/engine/accept/parser.ts'
import { Overdue } from '../../desktop/engine/overdue.ts'
import { sameTrees } from '../../desktop/engine/sql/tree.ts'
import { formatSql } from '../../desktop/renderer/ui/sql-editor/format.ts'

const { signal } = new AbortController()
const root = new URL('../../', import.meta.url)
let parser: SqlParser
beforeAll(async () => {
  parser = await SqlParser.open(new Overdue())
})

const same = (one: string, other: string) => sameTrees(parser, [one, other], signal)
const formatted = (sql: string) => formatSql(sql, same)

async function described(): Promise<string[]> {
  const text = await readFile(new URL('test/fixtures/sql/steps.txt', root), 'utf8')
  return text.split('\n\n').map((block) => block.split('\n', 1)[0] ?? '')
}

/** Where formatters are known to slip: operators, quotes, comments, names of other scripts. */
const odd = [
  "SELECT 'a''b', '两  个  空格', '--no comment', '/* nor */'",
  'SELECT "a b", "select", "带""引号", "😀"',
  'SELECT 1 -- 一句注释\n, 2 /* 又一句 */ + 3',
  '-- 开头的注释\nSELECT 1',
  'SELECT a::DATE, b::DECIMAL(10, 2)::VARCHAR FROM t',
  "SELECT d - INTERVAL '1' DAY, d + INTERVAL 3 MONTH FROM t",
  "SELECT s['k'], l[1], l[2:3], l[-1] FROM t",
  "SELECT {'a': 1, 'b': [1, 2]}, MAP {'x': 1}",
  'SELECT list_transform(l, x -> x + 1), list_filter(l, (x, i) -> i > 1) FROM t',
  'SELECT [x * 2 FOR x IN l IF x > 1] FROM t',
  "SELECT a->'$.b', a->>'$.c' FROM t",
  'SELECT a ** 2, a // 2, a % 2, a ^ 2, a & 1, a | 1, a << 2, a >> 1, ~a FROM t',
  "SELECT a || b, a ~ 'x', a !~ 'x', a ~~ 'x%', a SIMILAR TO 'x' FROM t",
  'SELECT a IS DISTINCT FROM b, a IS NOT DISTINCT FROM b, a == b, a != b, a <> b FROM t',
  'SELECT * EXCLUDE (a, b) REPLACE (c + 1 AS c) RENAME (d AS e) FROM t',
  "SELECT COLUMNS('^n_.*'), COLUMNS(c -> c LIKE 'a%') FROM t",
  'SELECT min(COLUMNS(*)) FROM t',
  'FROM t',
  'FROM t SELECT a, b WHERE a > 1',
  'SELECT a, FROM t',
  'SELECT count(*) FILTER (WHERE a > 1) FROM t GROUP BY ALL ORDER BY ALL',
  'SELECT a FROM t QUALIFY row_number() OVER (PARTITION BY b ORDER BY c) = 1',
  'SELECT sum(a) OVER w FROM t WINDOW w AS (ORDER BY d ROWS BETWEEN 1 PRECEDING AND CURRENT ROW)',
  'SELECT string_agg(a, $p ORDER BY b DESC NULLS LAST) FROM t',
  'SELECT $p, $Jahr, $年份 FROM t WHERE a IN $名单',
  'PIVOT t ON y IN (2020, 2021) USING sum(n) AS s GROUP BY a',
  'UNPIVOT t ON a, b INTO NAME k VALUE v',
  'FROM t UNPIVOT INCLUDE NULLS (v FOR k IN (a, b))',
  'SELECT * FROM t ASOF JOIN u ON t.a >= u.a',
  'SELECT * FROM t SEMI JOIN u USING (a) ANTI JOIN v USING (b) POSITIONAL JOIN w',
  'SELECT * FROM t LEFT JOIN LATERAL (SELECT t.a + 1 AS b) x ON true',
  'SELECT a FROM t UNION ALL BY NAME SELECT b FROM u',
  'SELECT a FROM t EXCEPT ALL SELECT a FROM u INTERSECT SELECT a FROM v',
  'WITH a AS MATERIALIZED (SELECT 1), b AS NOT MATERIALIZED (FROM a) FROM b',
  'WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 5) FROM r',
  'SELECT DISTINCT ON (a, b) * FROM t ORDER BY c',
  'SELECT a FROM t GROUP BY GROUPING SETS ((a), ())',
  'SELECT a, b FROM t GROUP BY ROLLUP (a, b)',
  'SELECT a FROM t GROUP BY CUBE (a)',
  'SELECT CASE WHEN a THEN 1 WHEN b THEN 2 ELSE 3 END, CASE a WHEN 1 THEN 2 END FROM t',
  'SELECT * FROM t TABLESAMPLE 10%',
  'SELECT * FROM t USING SAMPLE reservoir(50 ROWS) REPEATABLE (100)',
  'SELECT * FROM t LIMIT 10% OFFSET 3',
  "SELECT DATE '2024-01-01', TIMESTAMP '2024-01-01 08:00:00', TIME '08:00'",
  'SELECT 1e3, .5, 1_000_000, 0x1F, -1.5, +2',
  'SELECT * FROM (VALUES (1, NULL), (2, 3)) v(a, b)',
  'DESCRIBE SELECT a FROM t',
  'SUMMARIZE t',
  'SELECT TRY_CAST(a AS INTEGER), CAST(b AS INTEGER[]), c::STRUCT(x INTEGER) FROM t',
  "SELECT extract(year FROM d), date_part('month', d), d AT TIME ZONE 'UTC' FROM t",
  'SELECT a NOT IN (1, 2), a NOT BETWEEN 1 AND 2, NOT EXISTS (FROM u), a = ANY (FROM u) FROM t',
  "SELECT 街道, 数量 AS 合计数 FROM 热线工单 WHERE 街道 = '甲街'",
  'SELECT t.*, u.a.b.c FROM s.t, u',
  'SELECT a FROM t ORDER BY a COLLATE NOCASE',
  'SELECT unnest([1, 2]), generate_series(1, 3), range(5)',
  "SELECT E'a\\nb', $$dollar ' quoted$$, $tag$x$tag$",
  'SELECT a ,b,c FROM t WHERE(a=1)AND(b=2)',
  'SELECT 1;',
]

it('never changes what a query means', async () => {
  const notebook = await readFile(new URL('notebooks/ageing-digital-divide.md', root), 'utf8')
  const shipped = cellsOf(parseNotebook(notebook), 'sql').map(({ body }) => body)
  expect(odd.length).toBeGreaterThanOrEqual(50)
  const left: string[] = []
  for (const sql of [...shipped, ...odd, ...(await described())]) {
    const laid = await formatted(sql)
    if (laid === undefined) left.push(sql)
    else {
      expect(await same(sql, laid), sql).toBe(true)
      expect(await formatted(laid), `twice: ${sql}`).toBe(laid)
    }
  }
  expect(shipped.filter((sql) => left.includes(sql))).toEqual([])
  // the formatter does not read these; they stay as they were written
  expect(left.length, left.join('\n')).toBeLessThan(odd.length / 3)
})

it('leaves alone what is no query', async () => {
  expect(await formatted('SELEC 1')).toBeUndefined()
  expect(await formatted("SELECT 'open")).toBeUndefined()
  expect(await formatted('')).toBeUndefined()
})

it('gives up where the layout would say something else', async () => {
  expect(await formatSql('SELECT 1', () => Promise.resolve(false))).toBeUndefined()
})
