import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import * as xlsx from '@e965/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toWireError } from '../../desktop/contract/errors.ts'
import { lookThrough } from '../../desktop/host/gate/look-through.ts'
import { readSource } from '../../desktop/host/gate/read-source.ts'
import { utf8 } from '../chinese-bytes.ts'
import { importAs, look, openGate, type Opened } from './import-support.ts'

function source(name: string, bytes: Uint8Array) {
  return readSource({ bytes, name, choices: {}, tell: () => undefined })
}

function seen(name: string, text: string | Uint8Array) {
  const bytes = typeof text === 'string' ? utf8(text) : text
  const found = lookThrough(source(name, bytes), name, {}, false)
  return { ...found, names: found.look?.columns.map((column) => column.name), ...found.look }
}

const problem = (name: string, bytes: Uint8Array) => () => source(name, bytes)

describe('JSON', () => {
  it('a list of objects is a table with the names of all of them', () => {
    const text =
      '[{"街道":"甲","数":12345678901234567890,"细":{"a":[1,2]}},\n{"数":1,"无":null,"真":true}]'
    const found = seen('a.json', text)
    expect(found.names).toEqual(['街道', '数', '细', '真'])
    expect(found.after).toEqual([
      ['甲', '12345678901234567890', '{"a":[1,2]}', null],
      [null, '1', null, 'true'],
    ])
    expect(found).toMatchObject({ encoding: 'utf-8', delimiter: null, rowsIn: 2, rowsKept: 2 })
  })

  it('an object gives its lists as tables', () => {
    const found = seen('a.json', '{"total":1,"rows":[{"a":1},{"a":2}],"other":[{"b":1}]}')
    expect(found.tables.map(({ name }) => name)).toEqual(['rows', 'other'])
    expect(found).toMatchObject({ table: 'rows', rowsIn: 2 })
  })

  it('what is no object in the list is refused by its number', () => {
    expect(seen('a.json', '[{"a":1},5,{"a":2}]')).toMatchObject({
      refused: [{ line: 2, reason: '不是 JSON 对象' }],
      ...{ rowsIn: 3, rowsKept: 2 },
    })
  })

  it.each(['a.ndjson', 'a.json'])('of lines is read line by line: %s', (name) => {
    expect(seen(name, '{"a":"x"}\n{"a":\n\n[1]\r\n{"a":"y","b":2}\n')).toMatchObject({
      refused: [
        { line: 2, reason: '这一行不是完整的 JSON' },
        { line: 4, reason: '不是 JSON 对象' },
      ],
      ...{ rowsIn: 4, rowsKept: 2, names: ['a', 'b'] },
    })
  })

  it.each([
    ['truncated', '[{"a":1},{"a"', /没有写完/],
    ['truncated in a text', '[{"a":"1', /没有写完/],
    ['a comma too many', '[{"a":1},\n{"a":1,}]', /第 2 行附近/],
    ['a bare word', '[{"a":x}]', /写法有错/],
    ['something behind it', '[{"a":1}] x', /第 1 行附近/],
    ['no objects', '[1,2,3]', /没有由对象组成的列表/],
    ['an object without a list', '{"a":1}', /没有由对象组成的列表/],
    ['an empty list', '[]', /没有由对象组成的列表/],
    ['deep', `[{"a":${'['.repeat(50_000)}`, /没有写完/],
    [
      'too many names',
      JSON.stringify([Object.fromEntries(Array.from({ length: 2001 }, (_, at) => [`c${at}`, 1]))]),
      /超过 2000 列/,
    ],
  ])('is refused with its sentence: %s', (_, text, sentence) => {
    expect(problem('a.json', utf8(text))).toThrow(sentence)
  })

  it.each([
    '[{"a":"秘密★10年"}]',
    '[{"a":{"b":"\\u79d8\\u5bc6★10年"}}]',
    '[{"\\u79d8密★10年":1}]',
    '{"题":"机密★长期","rows":[{"a":1}]}',
  ])('with a mark is refused wherever it stands: %s', (text) => {
    expect(seen('a.json', text).secrecy.length).toBeGreaterThan(0)
  })
})

function oldWorkbook(change: (book: xlsx.WorkBook) => void = () => undefined): Uint8Array {
  const book = xlsx.utils.book_new()
  const sheet = xlsx.utils.aoa_to_sheet([
    ['街道', '编码', '数'],
    ['甲', '0101', 1.5],
    ['乙', '0102', 2],
  ])
  xlsx.utils.book_append_sheet(book, sheet, '数据')
  change(book)
  return new Uint8Array(xlsx.write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer)
}

const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const container = (stream: string) =>
  Uint8Array.from([...ole, ...Buffer.from(stream, 'utf16le'), ...new Uint8Array(600)])

describe('a workbook of Excel 97 to 2003', () => {
  it('is read', () => {
    const found = seen('a.xls', oldWorkbook())
    expect(found.table).toBe('数据')
    expect(found.after).toEqual([
      ['甲', '0101', '1.5'],
      ['乙', '0102', '2'],
    ])
  })

  it('with a mark in a cell or in its properties is refused', () => {
    const inCell = oldWorkbook((book) =>
      xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet([['秘密★10年']]), '附'),
    )
    expect(seen('a.xls', inCell).secrecy.length).toBeGreaterThan(0)
    const inTitle = oldWorkbook((book) => (book.Props = { Title: '秘密★10年' }))
    expect(seen('a.xls', inTitle).secrecy.length).toBeGreaterThan(0)
  })

  it.each([
    ['encrypted', 'a.xls', container('EncryptedPackage'), /加了打开密码/],
    ['a letter', 'a.doc', container('WordDocument'), /Word 文档/],
    ['of WPS alone', 'a.et', container('ETContents'), /WPS 自己的 .et/],
    ['of Excel 5', 'a.xls', container('Book'), /没有能读的工作簿/],
    ['cut off', 'a.xls', oldWorkbook().slice(0, 3000), /读不出来|损坏/],
    ['nothing but a name', 'a.xls', container('Workbook'), /读不出来|损坏/],
  ])('is refused with its sentence: %s', (_, name, bytes, sentence) => {
    expect(problem(name, bytes)).toThrow(sentence)
  })
})

let opened: Opened
let folder: string
beforeAll(async () => {
  opened = await openGate()
  folder = await mkdtemp(join(tmpdir(), 'zhizhi-parquet-'))
})
afterAll(async () => {
  await opened.remove()
  await rm(folder, { recursive: true, force: true })
})

async function parquet(select: string, options = ''): Promise<Uint8Array> {
  const file = join(folder, 'x.parquet')
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run(`COPY (${select}) TO '${file}' (FORMAT parquet${options})`)
  instance.closeSync()
  return new Uint8Array(await readFile(file))
}

describe('Parquet', () => {
  const select = `SELECT '街' || i AS "街 ""道", DATE '2025-01-01' + i::INTEGER AS 日期, i * 1.5 AS 数,
    [i, 2] AS 表, CASE WHEN i > 1 THEN '138001310' || (10 + i) END AS 电话, E'a\\nb,"' AS 文
    FROM range(30) r(i)`

  it('is looked at in every row and becomes a dataset', async () => {
    const done = await importAs(opened.now().gate, 'pq', 'a.parquet', await parquet(select))
    expect(done).toMatchObject({ rowsIn: 30, rowsKept: 30, rowsRefused: 0 })
    expect(done.written.found).toMatchObject({ mobile: 28 })
    expect(done.written.columns.map(({ name, type }) => [name, type])).toEqual([
      ...[
        ['街 "道', 'string'],
        ['日期', 'date'],
        ['数', 'number'],
        ['表', 'string'],
      ],
      ...[
        ['电话', 'string'],
        ['文', 'string'],
      ],
    ])
    expect(await readdir(opened.now().quarantine)).toEqual([])
    await opened.now().gate.remove('pq')
  })

  it('with a mark in what it says about itself is refused', async () => {
    const bytes = await parquet('SELECT 1 AS a', `, KV_METADATA {note: '秘密★10年'}`)
    const found = await look(opened.now().gate, 'a.parquet', bytes)
    expect(found.secrecy).toEqual([{ mark: '秘密★10年', where: 'Parquet 文件的说明' }])
  })

  it('cut off or damaged is refused, and nothing of it stays', async () => {
    const whole = await parquet(select)
    for (const bytes of [whole.slice(0, 200), utf8('PAR1'), utf8('PAR1xxxxPAR1')]) {
      const error = await look(opened.now().gate, 'a.parquet', bytes).catch(toWireError)
      expect(error).toMatchObject({
        code: 'import_refused',
        params: { problem: expect.stringContaining('Parquet 文件读不出来') as string },
      })
    }
  })

  it('a long file is read by two threads, and every cell of it', async () => {
    const rows = Array.from({ length: 52_000 }, (_, at) => {
      const mobile = `138${String(10_000_000 + at)}`
      return at % 2 === 0 ? `${at},居民张伟来电，回电 ${mobile}` : `${at},路灯不亮第 ${at} 次`
    })
    const file = utf8(`序号,诉求内容\n${rows.join('\n')}\n`)
    const { look: found } = await look(opened.now().gate, '工单.csv', file)
    const counts = found?.columns[1]?.findings.map(({ kind, count }) => [kind, count])
    expect(Object.fromEntries(counts ?? [])).toEqual({ name: 26_000, mobile: 26_000 })
  })
})
