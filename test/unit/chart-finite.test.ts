import { DuckDBInstance } from '@duckdb/node-api'
import { describe, expect, it } from 'vitest'
import { encodeResult } from '../../desktop/engine/arrow/encode.ts'
import {
  finiteExtents,
  withoutInfinite,
} from '../../desktop/renderer/features/workbench/charts/finite.ts'
import type { Ask } from '../../desktop/renderer/features/workbench/charts/room.ts'
import { readResult } from '../../desktop/domain/notebook/result-table.ts'

const values = {
  infinite: "('1'), ('5'), ('infinity'), ('-infinity'), (NULL)",
  'not a number': "('1'), ('5'), ('nan')",
  plain: '(1), (5)',
  'nothing else': "('infinity')",
}

async function reach(rows: string): Promise<{ ends: unknown[]; asked: number }> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  await connection.run(`CREATE TABLE t AS SELECT x::DOUBLE AS "a""b" FROM (VALUES ${rows}) v(x)`)
  let asked = 0
  const ask: Ask = async (sql) => {
    asked += 1
    return encodeResult(await connection.run(sql), 'double')
  }
  const sql = 'SELECT min("a""b") AS "min", max("a""b") AS "max" FROM "t"'
  const bytes = await finiteExtents(ask)(sql, 'arrow')
  connection.closeSync()
  return { ends: readResult(bytes!).columns.map((column) => column.at(0)), asked }
}

describe('how far a column reaches', () => {
  it.each([
    ['infinite', [1, 5], 2],
    ['not a number', [1, 5], 2],
    ['plain', [1, 5], 1],
    ['nothing else', [null, null], 2],
  ] as const)('where it is %s', async (kind, ends, asked) => {
    expect(await reach(values[kind])).toEqual({ ends, asked })
  })

  it('tells several columns apart', async () => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect()
    await connection.run("CREATE TABLE t AS SELECT 'nan'::DOUBLE AS a, 3::BIGINT AS b, '一' AS c")
    const ask: Ask = async (sql) => encodeResult(await connection.run(sql), 'double')
    const sql =
      'SELECT min("a") AS "col0", max("a") AS "col1", min("b") AS "col2", max("c") AS "col3" FROM "t"'
    const bytes = await finiteExtents(ask)(sql, 'arrow')
    connection.closeSync()
    expect(readResult(bytes!).columns.map((column) => column.at(0))).toEqual([null, null, 3n, '一'])
  })

  it('asks nothing else again', async () => {
    const sent: string[] = []
    const ask: Ask = (sql) => {
      sent.push(sql)
      return Promise.resolve(undefined)
    }
    await finiteExtents(ask)('CREATE SCHEMA IF NOT EXISTS "s"', 'exec')
    expect(sent).toHaveLength(1)
  })
})

describe('rows that are drawn', () => {
  it('are those that have a place', () => {
    const columns = { x: [1, Infinity, null, 4], y: [1, 2, 3, -Infinity] }
    expect(withoutInfinite({ numRows: 4, columns })).toEqual({
      numRows: 2,
      columns: { x: [1, null], y: [1, 3] },
    })
  })
  it('are the very same where nothing is far', () => {
    const data = { numRows: 2, columns: { x: [1, NaN], name: ['甲', null] } }
    expect(withoutInfinite(data)).toBe(data)
    expect(withoutInfinite({})).toEqual({})
  })
})
