import {
  type DuckDBConnection,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBBlobValue,
  DuckDBInstance,
  DuckDBTimestampMillisecondsValue,
  DuckDBTimestampNanosecondsValue,
  DuckDBTimestampSecondsValue,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  DuckDBTimeNSValue,
  DuckDBTimeValue,
  type DuckDBValue,
  LIST,
  listValue,
  VARCHAR,
} from '@duckdb/node-api'
import { tableFromIPC, Type } from '@uwdata/flechette'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { spoken } from '../../desktop/engine/arrow/columns/spoken.ts'
import { ArrowBatch, shapeOf } from '../../desktop/engine/arrow/encode.ts'

let connection: DuckDBConnection

beforeAll(async () => {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' })
  connection = await instance.connect()
  await connection.run("SET TimeZone = 'UTC'")
})
afterAll(() => connection.closeSync())

const exact = { useBigInt: true, useDecimalInt: true }

async function arrow(sql: string, numbers: 'exact' | 'double' = 'exact') {
  // streamed, so that chunks are not all full
  const result = await connection.stream(sql)
  const batch = new ArrowBatch(shapeOf(result), numbers)
  for await (const chunk of result) batch.append(chunk)
  const bytes = batch.finish()
  return tableFromIPC(bytes, numbers === 'exact' ? exact : {})
}

/** DuckDB's own value in the form in which flechette reads the Arrow column back. */
function expected(value: DuckDBValue, typed: string): unknown {
  if (value === null) return null
  if (value instanceof DuckDBDecimalValue) {
    return value.width <= 9 ? Number(value.value) : value.value
  }
  if (value instanceof DuckDBDateValue) return value.days * 86_400_000
  if (value instanceof DuckDBTimeValue) return value.micros
  if (value instanceof DuckDBTimeNSValue) return value.nanos
  if (value instanceof DuckDBTimestampSecondsValue) return Number(value.seconds) * 1000
  if (value instanceof DuckDBTimestampMillisecondsValue) return Number(value.millis)
  if (value instanceof DuckDBTimestampValue || value instanceof DuckDBTimestampTZValue) {
    return Number(value.micros) / 1000
  }
  if (value instanceof DuckDBTimestampNanosecondsValue) return Number(value.nanos) / 1e6
  if (value instanceof DuckDBBlobValue) return [...value.bytes]
  if (typeof value === 'object' || typed === 'UHUGEINT' || typed === 'BIGNUM') return undefined
  return value
}

async function compare(sql: string): Promise<void> {
  const table = await arrow(sql)
  const result = await connection.stream(sql)
  const types = result.columnTypes()
  const columns = await result.getColumns()
  expect(table.numRows).toBe(columns[0]?.length ?? 0)
  for (const [index, values] of columns.entries()) {
    const type = types[index]!
    const got = [...table.getChildAt(index)].map((value: unknown) =>
      value instanceof Uint8Array ? [...value] : value,
    )
    const typed = type.toString()
    const want = values.map((value) => {
      const direct = expected(value, typed)
      return direct === undefined ? spoken(value, type) : direct
    })
    expect(got, sql).toEqual(want)
  }
}

/** For each type an expression over `i` that covers its range; `n` null every so many rows. */
const expressions: Record<string, string> = {
  BOOLEAN: 'i % 3 = 0',
  TINYINT: '((i * 37) % 256 - 128)::TINYINT',
  SMALLINT: '((i * 7919) % 65536 - 32768)::SMALLINT',
  INTEGER: '((i * 104729) % 4294967296 - 2147483648)::INTEGER',
  BIGINT: 'CASE WHEN i % 2 = 0 THEN 9223372036854775807 - i ELSE -9223372036854775808 + i END',
  HUGEINT: '(-170141183460469231731687303715884105727::HUGEINT + i::HUGEINT * 12345678901234567)',
  UHUGEINT: '340282366920938463463374607431768211455::UHUGEINT - i::UHUGEINT',
  UTINYINT: '(i % 256)::UTINYINT',
  USMALLINT: '(i * 31 % 65536)::USMALLINT',
  UINTEGER: '(4294967295 - i)::UINTEGER',
  UBIGINT: '18446744073709551615::UBIGINT - i::UBIGINT',
  FLOAT: '(i / 7)::FLOAT',
  DOUBLE: "CASE i % 5 WHEN 0 THEN 'NaN'::DOUBLE WHEN 1 THEN 'inf'::DOUBLE ELSE -i / 7 END",
  'DECIMAL(3,1)': '((i % 1998 - 999) / 10)::DECIMAL(3,1)',
  'DECIMAL(9,2)': '((i * 7919) % 19999999 / 100 - 99999)::DECIMAL(9,2)',
  'DECIMAL(18,4)': '(-i * 1234567.8901)::DECIMAL(18,4)',
  'DECIMAL(38,10)': '(i * -1234567890.0123456789::DECIMAL(38,10))',
  DATE: "DATE '1890-01-01' + (i * 17)::INTEGER",
  TIME: "TIME '00:00:00' + to_microseconds(i * 8123457)",
  TIME_NS: "TIME '00:00:00'::TIME_NS",
  'TIME WITH TIME ZONE': "('12:00:00+08:' || lpad((i % 60)::VARCHAR, 2, '0'))::TIMETZ",
  TIMESTAMP: "TIMESTAMP '1950-01-01' + to_microseconds(i * 86399999999)",
  TIMESTAMP_S: "(TIMESTAMP '1950-01-01' + to_seconds(i * 99991))::TIMESTAMP_S",
  TIMESTAMP_MS: "(TIMESTAMP '1950-01-01' + to_milliseconds(i * 99991))::TIMESTAMP_MS",
  TIMESTAMP_NS: "(TIMESTAMP '1990-01-01' + to_seconds(i * 99991))::TIMESTAMP_NS",
  TIMESTAMPTZ: "TIMESTAMPTZ '1950-01-01 00:00:00+00' + to_seconds(i * 99991)",
  INTERVAL: 'to_months((i % 40)::INTEGER) + to_days((i % 31)::INTEGER) + to_microseconds(i * 7)',
  'VARCHAR, few': "['东城区', '', '西城区教育委员会', 'ab', '😀👨‍👩‍👧', 'x'][1 + i % 6]",
  'VARCHAR, many': "repeat('居民', (i % 23)::INTEGER) || i",
  'VARCHAR, long': "CASE WHEN i % 500 = 0 THEN repeat('长文本', 3000) || i ELSE i::VARCHAR END",
  BLOB: "('\\xAA\\x00\\x00\\xFF'::BLOB || repeat('z', (i % 20)::INTEGER)::BLOB)",
  UUID: 'md5(i::VARCHAR)::UUID',
  BIT: '(i % 4096)::INTEGER::BIT',
  'LIST(VARCHAR)': "[i::VARCHAR, NULL, '中文']",
  'LIST(INTEGER)': 'range(i % 5)',
  STRUCT: "{'a': i, '区': CASE WHEN i % 2 = 0 THEN '东' END, 'd': DATE '2020-01-01'}",
  MAP: "MAP {'键': i}",
  UNION: 'union_value(n := i)',
  ENUM: "(['低', '中', '高'][1 + i % 3])::ENUM('低', '中', '高')",
  BIGNUM: "(i::VARCHAR || '123456789012345678901234567890123456789012345')::BIGNUM",
  JSON: `('{"a":' || i || '}')::JSON`,
}

describe('Arrow from DuckDB’s memory', () => {
  for (const [name, expression] of Object.entries(expressions)) {
    it(`${name}: every value as DuckDB says it, with nulls, over several chunks`, async () => {
      const column = `CASE WHEN i % 7 <> 3 THEN ${expression} END AS v`
      await compare(`SELECT ${column}, ${expression} AS w FROM range(5000) r(i)`)
      await compare(
        `SELECT NULL::INTEGER AS n, ${column} FROM range(9000) r(i) WHERE hash(i) % 3 = 0`,
      )
      await compare(`SELECT ${column} FROM range(0) r(i)`)
    })
  }

  it('ENUMs of 300 and 70,000 values keep their codes', async () => {
    for (const size of [300, 70_000]) {
      const values = Array.from({ length: size }, (_, n) => `'值${n}'`).join(', ')
      await connection.run(`CREATE OR REPLACE TEMP TABLE e AS
        SELECT ('值' || (i * 31 % ${size}))::ENUM(${values}) AS v FROM range(4000) r(i)`)
      await compare('SELECT v FROM e')
    }
  })

  it('fixed-size ARRAYs, which cannot stand in a CASE', async () => {
    await compare('SELECT [i, i + 1]::BIGINT[2] AS v FROM range(5000) r(i)')
  })

  it('a bare NULL, a table of one column of nulls, and two columns of one name', async () => {
    const table = await arrow('SELECT NULL AS n, 1 AS a, 2 AS a FROM range(3000)')
    expect(table.numRows).toBe(3000)
    expect(table.getChildAt(0).at(2999)).toBeNull()
    expect(table.names).toEqual(['n', 'a', 'a_1'])
    await compare('SELECT NULL::VARCHAR AS v FROM range(3000)')
  })

  it('text with few distinct values becomes a dictionary, other text does not', async () => {
    const table = await arrow(
      "SELECT '街道' || (i % 40) AS few, '工单' || i AS many FROM range(20000) r(i)",
    )
    expect(table.getChild('few').type.typeId).toBe(Type.Dictionary)
    expect(table.getChild('many').type.typeId).toBe(Type.Utf8)
  })

  it('for charts, 64-bit integers beyond 2^53 become doubles and others stay integers', async () => {
    const table = await arrow(
      'SELECT 9007199254740993 + i AS big, i AS small, 18446744073709551615::UBIGINT AS u FROM range(3000) r(i)',
      'double',
    )
    expect(table.getChild('big').at(2)).toBe(9007199254740996)
    expect(table.getChild('small').at(2)).toBe(2)
    expect(table.getChild('u').at(0)).toBe(18446744073709552000)
  })

  it('any text and any number of nulls comes back as it went in', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }).map((value) => value.replaceAll('\0', '')),
      fc.string({ unit: 'grapheme-composite', maxLength: 20 }),
      fc.constantFrom('东城区', '', 'ab', '一二三四', '一二三四五', '😀'.repeat(40)),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.option(text), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 6000 }),
        async (values, rows) => {
          const wellFormed = values.map((value) => value && Buffer.from(value).toString())
          await connection.run(
            'CREATE OR REPLACE TEMP TABLE s AS SELECT unnest($1) AS v',
            [listValue(wellFormed)],
            [LIST(VARCHAR)],
          )
          await compare(
            `SELECT v, v || i AS w FROM (SELECT list(v ORDER BY rowid) AS l FROM s), range(${rows}) r(i), unnest([l[1 + i % len(l)]]) u(v)`,
          )
        },
      ),
      { numRuns: 60 },
    )
  })
})
