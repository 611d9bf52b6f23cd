import { readFile } from 'node:fs/promises'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { errorText } from '../../desktop/contract/error-text.ts'
import { toWireError, type WireError } from '../../desktop/contract/errors.ts'
import { explainSql } from '../../desktop/domain/notebook/sql-errors/explain.ts'
import { fixesFor, type SqlFix } from '../../desktop/domain/notebook/sql-errors/fixes.ts'
import type { Known } from '../../desktop/domain/notebook/steps/names.ts'
import { accept } from '../../desktop/engine/accept/accept.ts'
import { SqlParser } from '../../desktop/engine/accept/parser.ts'
import { closing, opening } from '../../desktop/engine/accept/semicolon.ts'
import { sqlFailure } from '../../desktop/engine/failure.ts'
import { Overdue } from '../../desktop/engine/overdue.ts'
import { unknownTable } from '../../desktop/engine/unknown-table.ts'

const tables = ['hotline_tickets', 'streets']
const setup = [
  "SET temp_directory = ''",
  'SET errors_as_json = true',
  `CREATE TABLE hotline_tickets
     (id INT, street VARCHAR, channel VARCHAR, received DATE, days INT, l INT[], s STRUCT(k INT))`,
  `INSERT INTO hotline_tickets VALUES (1, '甲街', '电话', '2024-01-01', 3, [1], {k: 1}),
     (2, '乙街', '网站', '2024-01-02', 0, [1], {k: 1})`,
  'CREATE TABLE streets (street VARCHAR, name VARCHAR, people BIGINT)',
  "INSERT INTO streets VALUES ('甲街', 'x', 1)",
]
const known: Known = {
  tables: [
    {
      name: 'hotline_tickets',
      title: '热线工单',
      cell: false,
      columns: [
        { name: 'street', title: '街道' },
        { name: 'channel', title: '受理渠道' },
        { name: 'days', title: '办理天数' },
      ],
    },
  ],
  parameters: {},
}

let parser: SqlParser
let duckdb: DuckDBConnection
beforeAll(async () => {
  parser = await SqlParser.open(new Overdue())
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '60MB', threads: '1' })
  duckdb = await instance.connect()
  for (const statement of setup) await duckdb.run(statement)
})

/** The error of a query as a cell would show it. */
async function failure(sql: string): Promise<WireError> {
  try {
    const { signal } = new AbortController()
    const accepted = await accept(parser, sql, signal)
    const unknown = accepted.tables.find(({ name }) => !tables.includes(name))
    if (unknown) throw unknownTable(sql, unknown, tables)
    await run(opening + accepted.text + closing, sql)
  } catch (error) {
    return toWireError(error)
  }
  throw new Error(`no error: ${sql}`)
}

async function run(statement: string, text: string): Promise<void> {
  try {
    await duckdb.run(statement)
  } catch (error) {
    throw sqlFailure(error, { text, prefixBytes: opening.length })
  }
}

const applied = (text: string, { edits }: SqlFix) =>
  edits.reduceRight(
    (changed, { from, to, insert }) => changed.slice(0, from) + insert + changed.slice(to),
    text,
  )

/** What a query's error says, then what each fix makes of the query. */
async function told(sql: string): Promise<string[]> {
  const error = await failure(sql)
  const fixes = fixesFor(error, sql, known)
  return [errorText(error, 'zh').what, ...fixes.map((fix) => `→ ${applied(sql, fix)}`)]
}

async function table(): Promise<{ sql: string; lines: string[] }[]> {
  const text = await readFile(new URL('../fixtures/sql/errors.txt', import.meta.url), 'utf8')
  return text.split('\n\n').map((block) => {
    const [sql = '', ...lines] = block.trimEnd().split('\n')
    return { sql, lines: lines.map((line) => line.slice(2)) }
  })
}

describe('errors in Chinese', () => {
  it('explains what the engine says and offers what may mend it', async () => {
    const rows = await table()
    expect(rows.length).toBeGreaterThanOrEqual(60)
    for (const { sql, lines } of rows) expect(await told(sql), sql).toEqual(lines)
  })

  it('knows every one of these messages', async () => {
    for (const { sql } of await table()) {
      const { code, params } = await failure(sql)
      const explained = code.startsWith('sql_refused') || explainSql(String(params['message']))
      expect(explained, sql).toBeTruthy()
    }
  })

  it('offers no change outside the text, whatever the message', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.nat(20), (message, text, from) => {
        const error = { code: 'sql_failed', params: { message }, at: { from, to: from + 1 } }
        for (const { edits } of fixesFor(error, text, known)) {
          for (const edit of edits) expect(edit.to).toBeLessThanOrEqual(text.length)
        }
      }),
    )
  })
})
