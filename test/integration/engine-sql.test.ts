import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PlanNode } from '../../desktop/contract/engine-sql.ts'
import { ZhizhiError } from '../../desktop/contract/errors.ts'
import { EngineSession } from './engine-session.ts'

let session: EngineSession
beforeAll(async () => {
  session = await EngineSession.open()
})
afterAll(() => session.close())

const explain = async (sql: string, run: boolean, parameters = {}) =>
  (await session.engine.call('sql.explain', { schema: 's1', sql, parameters, run })).plan

const operators = ({ operator, children }: PlanNode): string[] => [
  operator,
  ...children.flatMap(operators),
]

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'accepted',
    (error: unknown) => (error instanceof ZhizhiError ? error.code : String(error)),
  )

describe('a plan', () => {
  const sql = 'SELECT k, count(*) AS n FROM tickets WHERE id > $least GROUP BY k ORDER BY n'

  it('is estimated, and measured by a run', async () => {
    const before = await explain(sql, false, { least: 10 })
    expect(operators(before)).toContain('ORDER_BY')
    expect(before.rows).toBeNull()
    const after = await explain(sql, true, { least: 10 })
    expect(after.operator).toBe(before.operator)
    expect(after.rows).toBe(7)
    expect(after.seconds).not.toBeNull()
  })

  it('is given of accepted queries only', async () => {
    expect(await refusal(explain("SELECT * FROM read_csv('/etc/passwd')", true))).toBe(
      'sql_refused',
    )
    expect(await refusal(explain('EXPLAIN SELECT 1', true))).toBe('sql_refused')
    expect(await refusal(explain('SELECT 1) ; DROP TABLE tickets; --', true))).not.toBe('accepted')
    expect(await refusal(explain('SELECT $missing', true))).toBe('parameter_missing')
    expect(await refusal(explain('SELECT zz FROM tickets', true))).toBe('sql_failed')
  })

  it('can be cancelled', async () => {
    const control = new AbortController()
    const long = 'SELECT count(*) FROM range(1000000000) a, range(1000000) b'
    const input = { schema: 's1', sql: long, parameters: {}, run: true }
    const work = session.engine.call('sql.explain', input, { signal: control.signal })
    setTimeout(() => control.abort(), 50)
    expect(await refusal(work)).not.toBe('accepted')
    expect((await explain('SELECT 1', true)).rows).toBe(1)
  })
})

describe('proposals', () => {
  const propose = async (text: string) => session.engine.call('sql.complete', { text })
  const texts = async (text: string) => (await propose(text)).words.map((word) => word.text)

  it('come from the grammar, at the place of the last word', async () => {
    expect(await texts('SELECT 1 FRO')).toContain('FROM')
    expect((await propose('SELECT 街道，𝒳 FRO')).from).toBe('SELECT 街道，𝒳 '.length)
    expect(await texts('SELECT date_tr')).toContain('date_trunc')
  })

  it('name no file and no function that would be refused', async () => {
    for (const text of [
      "FROM '/et",
      "FROM '/etc/pass",
      "SELECT * FROM read_csv('/",
      'FROM read_c',
      'SELECT getenv',
      'SELECT * FROM pragma_',
      "COPY t TO '",
    ]) {
      for (const word of await texts(text)) {
        expect(word, text).not.toMatch(/passwd|etc\/|read_csv|getenv|pragma_/)
      }
    }
  })
})

describe('trees', () => {
  it('are given of accepted texts only', async () => {
    const tree = async (sql: string) => session.engine.call('sql.tree', { sql })
    expect(await tree('SELECT 1')).toMatchObject({ accepted: true })
    expect(await tree('DROP TABLE x')).toMatchObject({ accepted: false })
    expect(await tree('')).toMatchObject({ accepted: false, error: { code: 'sql_empty' } })
  })

  it('are the same whatever the layout, and not where anything differs', async () => {
    const same = async (one: string, other: string) =>
      (await session.engine.call('sql.same', { one, other })).same
    expect(await same('select a from t', 'SELECT\n  a -- x\nFROM t')).toBe(true)
    expect(await same("SELECT 'a'", "SELECT 'A'")).toBe(false)
    expect(await same("SELECT '' FROM t", 'SELECT NULL FROM t')).toBe(false)
    expect(await same('SELEC', 'SELEC')).toBe(false)
  })
})
