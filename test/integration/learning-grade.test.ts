import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Verdict } from '../../desktop/contract/learn.ts'
import { openLearning, type LearningBench } from './learning-support.ts'

/** The first exercise of the first course, answered in many ways on the real engine and data. */

let bench: LearningBench
beforeAll(async () => {
  bench = await openLearning()
})
afterAll(() => bench.close())

const grade = (sql: string, exercise = 'noise-by-street'): Promise<Verdict> =>
  bench.learning.grade('a4-query-1', '01-count-by-street', exercise, sql)

const from = 'FROM hotline_tickets'
const noise = `${from} WHERE category = '噪声扰民'`
const right = `SELECT street, count(*) AS 件数 ${noise} GROUP BY street ORDER BY 件数 DESC`

describe('right answers', () => {
  it('pass, and say on how much they were tried', async () => {
    const verdict = await grade(right)
    expect(verdict).toMatchObject({
      correct: true,
      code: 'ok',
      notes: [],
      difference: null,
      at: null,
    })
    expect(verdict.message).toMatch(/^对了。12 行都对；换了 3 份没见过的数据再试，也都对。/)
    expect(verdict.yours?.rows).toHaveLength(12)
  })

  it.each<[string, string]>([
    [
      'other names',
      `SELECT street AS 街道名, count(*) AS 数量 ${noise} GROUP BY street ORDER BY 数量 DESC`,
    ],
    ['columns turned about', `SELECT count(*), street ${noise} GROUP BY 2 ORDER BY 1 DESC`],
    [
      'ties sorted further',
      `SELECT street, count(*) AS 件数 ${noise} GROUP BY street ORDER BY 件数 DESC, street DESC`,
    ],
    [
      'a fraction for a whole number',
      `SELECT street, sum(1.0) AS 件数 ${noise} GROUP BY street ORDER BY 件数 DESC`,
    ],
    [
      'a condition that follows from the other',
      `SELECT street, count(*) AS 件数 ${from} WHERE subcategory IN ('施工噪声', '广场舞噪声', '邻里噪声') GROUP BY street ORDER BY 件数 DESC`,
    ],
    [
      'a further grouping that changes nothing',
      `SELECT street, count(*) AS 件数 ${noise} GROUP BY district, street ORDER BY 件数 DESC`,
    ],
    ['a semicolon and a comment', `${right}; -- 好了`],
    [
      'a window function',
      `SELECT DISTINCT street, count(*) OVER (PARTITION BY street) AS 件数 ${noise} ORDER BY 件数 DESC`,
    ],
  ])('%s', async (_, sql) => {
    expect(await grade(sql)).toMatchObject({ correct: true, code: 'ok' })
  })

  it('are told the task’s own names where theirs differ', async () => {
    const { notes } = await grade(
      `SELECT street AS 街道名, count(*) AS n ${noise} GROUP BY 1 ORDER BY n DESC`,
    )
    expect(notes).toEqual([
      '列名和题目说的不一样，不算错。题目里的叫法是“街道（镇）”（street）、“件数”。',
    ])
  })
})

describe('wrong answers', () => {
  it('get their author’s own sentence', async () => {
    const verdict = await grade(
      `SELECT street, count(*) AS n ${from} GROUP BY street ORDER BY n DESC`,
    )
    expect(verdict).toMatchObject({ correct: false, code: 'values' })
    expect(verdict.message).toMatch(/^接近了：件数偏多。现在数的是全部工单/)
    expect(verdict.difference?.columns).toEqual(['street', '件数'])
    expect(verdict.difference?.missing).toHaveLength(12)
    expect(verdict.difference?.extra.map(([street]) => street)).toEqual(
      verdict.difference?.missing.map(([street]) => street),
    )
  })

  it.each<[string, string, Verdict['code'], RegExp]>([
    [
      'a condition turned',
      right.replace('=', '<>'),
      'values',
      /件数”偏多。共 12 行，12 行不同。看看“诉求大类”（category）的条件，是不是写反了/,
    ],
    [
      'a condition too many',
      right.replace('GROUP', 'AND urgent GROUP'),
      'values',
      /偏少。.*多了一个条件：题目对“是否紧急”（urgent）没有要求/,
    ],
    [
      'grouped too finely',
      `SELECT street, count(*) AS 件数 ${noise} GROUP BY street, channel ORDER BY 件数 DESC`,
      'row_count',
      /^行数不对：应有 12 行，你得到 60 行，多了 48 行。.*“来源渠道”（channel）/,
    ],
    [
      'the wrong function',
      `SELECT street, avg(days_to_close) AS 件数 ${noise} GROUP BY street ORDER BY 件数 DESC`,
      'values',
      /检查 count/,
    ],
    [
      'no sorting',
      `SELECT street, count(*) AS 件数 ${noise} GROUP BY street ORDER BY street`,
      'order',
      /^内容都对，只差顺序：要按“件数”从大到小。/,
    ],
    ['a column too few', `SELECT street ${noise} GROUP BY street`, 'columns', /没有找到“件数”/],
    [
      'names turned about',
      `SELECT street AS 件数, count(*) AS street ${noise} GROUP BY 1 ORDER BY 2 DESC`,
      'columns',
      /列名贴错了地方/,
    ],
    ['half the rows', `${right} LIMIT 6`, 'row_count', /少了 6 行/],
  ])('%s', async (_, sql, code, message) => {
    const verdict = await grade(sql)
    expect(verdict).toMatchObject({ correct: false, code })
    expect(verdict.message).toMatch(message)
  })

  it('never name the numbers that should have come out', async () => {
    const { message } = await grade(
      `SELECT street, count(*) AS 件数 ${noise} AND urgent GROUP BY 1 ORDER BY 2 DESC`,
    )
    const { yours } = await grade(right)
    for (const [, count] of yours?.rows ?? []) expect(message).not.toContain(String(count))
  })
})

describe('answers that only fit the data in sight', () => {
  it('are told so when they read no table', async () => {
    const rows = (await grade(right)).yours?.rows ?? []
    const values = rows
      .map(([street, count]) => `('${String(street)}', ${String(count)})`)
      .join(', ')
    const verdict = await grade(`SELECT * FROM (VALUES ${values}) AS t(street, 件数)`)
    expect(verdict).toMatchObject({ correct: false, code: 'hard_coded', difference: null })
    expect(verdict.message).toMatch(/写死的/)
  })

  it('are told on what data they fail otherwise', async () => {
    const rows = (await grade(right)).yours?.rows ?? []
    const streets = rows.map(([street]) => `'${String(street)}'`).join(', ')
    const verdict = await grade(
      `SELECT street, count(*) AS 件数 ${noise} AND street IN (${streets}) GROUP BY street ORDER BY 件数 DESC`,
    )
    expect(verdict).toMatchObject({ correct: false, code: 'hard_coded' })
    expect(verdict.message).toContain('换成另一批数据就不对')
  })

  it('are caught when they count on how keys are written', async () => {
    const sql = `SELECT street, count(*) FILTER (ticket_id <> '') AS 件数 ${noise} AND ticket_id NOT LIKE '%-2' GROUP BY street ORDER BY 件数 DESC`
    expect(await grade(sql)).toMatchObject({ correct: false, code: 'hard_coded' })
  })
})

describe('queries that do not run', () => {
  it.each<[string, string, string, Verdict['code'], RegExp]>([
    [
      'a misspelt word',
      'SELECT street FORM hotline_tickets',
      'hotline_tickets',
      'error',
      /读不下去了/,
    ],
    [
      'a misspelt column',
      `SELECT streets ${from}`,
      'streets',
      'error',
      /没有叫“streets”的列。相近的有 street/,
    ],
    [
      'a text without quotes',
      `SELECT street ${from} WHERE category = 噪声扰民`,
      '噪声扰民',
      'error',
      /英文单引号里/,
    ],
    [
      'a full-width comma',
      `SELECT street，count(*) ${from} GROUP BY street`,
      '，',
      'error',
      /全角的“，”/,
    ],
    [
      'a column that is not grouped',
      `SELECT street, count(*) ${from}`,
      'street',
      'error',
      /GROUP BY/,
    ],
    ['a table that is not there', 'SELECT * FROM tickets', 'tickets', 'error', /tickets/],
  ])('%s', async (_, sql, place, code, message) => {
    const verdict = await grade(sql)
    expect(verdict).toMatchObject({ correct: false, code, yours: null })
    expect(verdict.message).toMatch(message)
    expect(verdict.at && sql.slice(verdict.at.from, verdict.at.to)).toBe(place)
  })

  it.each<[string, RegExp]>([
    ['', /^这里还没有查询/],
    ['  \n', /^这里还没有查询/],
    ['-- 只有一句话', /^这里还没有查询/],
    ['/* 只有一句话 */ ;', /^这里还没有查询/],
    ['DROP TABLE hotline_tickets', /删除对象的语句（DROP）。练习里只查数，不改数据/],
    ["ATTACH 'x.db'", /挂接数据库的语句（ATTACH）。练习里只查数，不改数据/],
    [`${right}; SELECT 2`, /^一次只查一条/],
    [`SELECT 1; ${right}`, /^一次只查一条/],
    ["COPY hotline_tickets TO 'x.csv'", /COPY.*不读写文件/],
    ['SELECT $街道', /^练习里没有这样的参数/],
  ])('no SELECT: %j', async (sql, message) => {
    const verdict = await grade(sql)
    expect(verdict).toMatchObject({ correct: false, code: 'statement' })
    expect(verdict.message).toMatch(message)
    expect(verdict.message).not.toMatch(/单元格|笔记/)
  })

  it.each<[string, string, string, RegExp]>([
    ['a semicolon', `${right}；`, '；', /半角的“;”/],
    ['Chinese quotation marks', right.replaceAll("'", '”'), '”噪声扰民”', /中文引号.*'噪声扰民'/],
    ['brackets', right.replace('(*)', '（*）'), '（', /半角的“\(”.*后面还有 1 处/],
    ['a list’s comma', right.replace(',', '、'), '、', /半角的“,”/],
  ])('full-width signs are explained: %s', async (_, sql, place, message) => {
    const verdict = await grade(sql)
    expect(verdict.message).toMatch(message)
    expect(verdict.at && sql.slice(verdict.at.from, verdict.at.to)).toBe(place)
  })

  it.each([
    "SELECT * FROM read_csv('/etc/passwd')",
    "SELECT * FROM 'x.parquet'",
    "SELECT getenv('HOME')",
    'FROM duckdb_settings()',
  ])('nothing but the lesson’s tables is open: %s', async (sql) => {
    const verdict = await grade(sql)
    expect(verdict.correct).toBe(false)
    expect(['statement', 'error']).toContain(verdict.code)
  })
})

describe('a ranking’s first rows', () => {
  const five = `SELECT community, count(*) AS 件数 ${from} WHERE subcategory = '施工噪声' AND request_type = '投诉' GROUP BY community`

  it.each<[string, string, Verdict['code']]>([
    ['with a limit', `${five} ORDER BY 件数 DESC LIMIT 5`, 'ok'],
    ['ties decided otherwise', `${five} ORDER BY 件数 DESC, community DESC LIMIT 5`, 'ok'],
    ['all of it', `${five} ORDER BY 件数 DESC`, 'row_count'],
    ['not sorted', `${five} LIMIT 5`, 'rows'],
    [
      'sorted after cutting',
      `SELECT * FROM (${five} ORDER BY 件数 DESC LIMIT 5) ORDER BY 件数`,
      'order',
    ],
  ])('%s', async (_, sql, code) => {
    expect((await grade(sql, 'five-communities')).code).toBe(code)
  })
})

describe('a choice', () => {
  it.each<[string, boolean, RegExp]>([
    ['2', true, /^对。/],
    ['A', false, /^不会报错/],
    ['3', false, /^顺序归 ORDER BY 管/],
  ])('%s', async (text, correct, message) => {
    const verdict = await grade(text, 'without-where')
    expect(verdict.correct).toBe(correct)
    expect(verdict.message).toMatch(message)
  })

  it('that cannot be read is refused', async () => {
    await expect(grade('随便', 'without-where')).rejects.toMatchObject({ code: 'bad_request' })
  })
})

describe('what is not there', () => {
  it.each([
    ['a4-query-9', '01-count-by-street', 'x'],
    ['a4-query-1', '09-nothing', 'x'],
    ['a4-query-1', '01-count-by-street', 'x'],
    ['..', '01-count-by-street', 'x'],
  ])('%s/%s#%s', async (course, lesson, exercise) => {
    const answer = bench.learning.grade(course, lesson, exercise, 'SELECT 1')
    await expect(answer).rejects.toMatchObject({ code: 'not_found' })
  })
})
