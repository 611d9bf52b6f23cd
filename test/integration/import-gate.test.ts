import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as xlsx from '@e965/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { WireError } from '../../desktop/contract/errors.ts'
import { toWireError } from '../../desktop/contract/errors.ts'
import { readResult } from '../../desktop/domain/notebook/result-table.ts'
import { storedZip } from '../../desktop/host/workbook/stored-zip.ts'
import { gb18030, utf8 } from '../chinese-bytes.ts'
import { bring, call, importAs, look, openGate, type Opened } from './import-support.ts'

let opened: Opened
beforeAll(async () => {
  opened = await openGate()
})
afterAll(() => opened.remove())

const gate = () => opened.now().gate

async function refusal(work: Promise<unknown>): Promise<string> {
  const error: WireError = await work.then(
    () => ({ code: 'internal', params: {} }),
    (thrown: unknown) => toWireError(thrown),
  )
  expect(error.code).toBe('import_refused')
  return String(error.params['problem'])
}

function workbook(sheets: Record<string, unknown[][]>, date1904 = false): Uint8Array {
  const book = xlsx.utils.book_new()
  for (const [name, rows] of Object.entries(sheets)) {
    xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(rows), name)
  }
  book.Workbook = { WBProps: { date1904 } }
  return new Uint8Array(xlsx.write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
}

async function rowsOf(sql: string) {
  const { engine, attaching, catalogue } = opened.now()
  await attaching.need(catalogue.entries().map(({ id }) => id))
  const rows: unknown[][] = []
  for await (const { bytes } of engine.stream('query', { schema: 'main', sql, parameters: {} })) {
    const table = readResult(bytes)
    for (let row = 0; row < table.rows; row += 1) {
      rows.push(table.columns.map((column) => cellText(column.at(row))))
    }
  }
  return rows
}

const cellText = (value: unknown) =>
  typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value, asText)
const asText = (_: string, value: unknown) => (typeof value === 'bigint' ? Number(value) : value)

const monthly = [
  '受理情况表,,,',
  '街道,编码,受理量,电话',
  '甲,0101,"1,200",13800131000',
  '乙,0102,1.5万,13800131001',
  '合计,,"16,200",',
].join('\r\n')

describe('a file through the gate', () => {
  it.each([
    ['utf-8', utf8(monthly)],
    ['utf-8', utf8(`\ufeff${monthly}`)],
    ['gb18030', gb18030(monthly)],
    ['utf-16le', new Uint8Array(Buffer.from(`\ufeff${monthly}`, 'utf16le'))],
    ['utf-16be', new Uint8Array(Buffer.from(`\ufeff${monthly}`, 'utf16le').swap16())],
  ])('is read in %s', async (encoding, bytes) => {
    const found = await look(gate(), '月报.csv', bytes)
    expect(found.encoding).toBe(encoding)
    expect(found.look).toMatchObject({ title: '受理情况表', rowsIn: 3, rowsKept: 2 })
    await gate().discard(found.token)
  })

  it('becomes a dataset that is queried, kept and removed', async () => {
    const done = await importAs(gate(), 'monthly', '月报13800131000.csv', gb18030(monthly))
    expect(done).toMatchObject({ rowsIn: 3, rowsKept: 2, rowsRefused: 1 })
    const query = 'SELECT "街道", "编码", "受理量", "电话" FROM monthly ORDER BY 1'
    const expected = [
      ['乙', '0102', '15000', '［手机号］'],
      ['甲', '0101', '1200', '［手机号］'],
    ]
    expect(await rowsOf(query)).toEqual(expected)
    await opened.again()
    expect(opened.now().catalogue.entry('monthly')).toMatchObject({ imported: true, problem: null })
    expect(await rowsOf(query)).toEqual(expected)
    await gate().remove('monthly')
    expect(await readdir(join(opened.folder, 'datasets'))).toEqual([])
    await expect(rowsOf(query)).rejects.toThrow()
    // and another of the same name is not mistaken for it
    await importAs(gate(), 'monthly', 'b.csv', utf8('街道,编码,受理量,电话\n丙,0103,7,无\n'))
    expect(await rowsOf(query)).toEqual([['丙', '0103', '7', '无']])
    await gate().remove('monthly')
  })

  it('leaves no value of a person in descriptor, journal or quarantine', async () => {
    await importAs(gate(), 'traces', '月报13800131000.csv', utf8(monthly))
    const texts = await Promise.all([
      readFile(join(opened.folder, 'datasets/traces/datapackage.json'), 'utf8'),
      ...(await readdir(join(opened.folder, 'journal')))
        .filter((name) => name.endsWith('.jsonl'))
        .map((name) => readFile(join(opened.folder, 'journal', name), 'utf8')),
    ])
    for (const text of texts) expect(text).not.toMatch(/1380013/)
    expect(texts[0]).toContain('遮盖“电话”里的个人信息')
    await gate().remove('traces')
  })

  it('does not keep what must not be kept, whoever asks', async () => {
    const problem = await refusal(
      importAs(gate(), 'kept', 'a.csv', utf8(monthly), { 电话: 'keep' }),
    )
    expect(problem).toBe('“电话”里有手机号，不能“保留”，可以选“遮盖”、“换成代号”、“去掉”')
    expect(opened.now().catalogue.entry('kept')).toBeUndefined()
  })

  it('refuses names that are taken or none', async () => {
    await importAs(gate(), 'taken', 'a.csv', utf8('a,b\n1,2\n'))
    for (const id of ['taken', 'main', 'Groß', '../x']) {
      await refusal(importAs(gate(), id, 'a.csv', utf8('a,b\n1,2\n')))
    }
    await gate().remove('taken')
  })

  it('is wiped with the quarantine at the next start', async () => {
    const token = await bring(gate(), 'a.csv', utf8(monthly))
    expect(await readdir(opened.now().quarantine)).toContain(token)
    await opened.again()
    expect(await readdir(join(opened.folder, 'tmp'))).not.toContain('quarantine')
  })

  it('can be cancelled', async () => {
    const token = await bring(gate(), 'a.csv', utf8(monthly))
    const stop = new AbortController()
    const looking = gate().look(token, {}, false, { ...call, signal: stop.signal })
    stop.abort()
    await expect(looking).rejects.toMatchObject({ code: 'cancelled' })
    await gate().discard(token)
  })
})

describe('a workbook', () => {
  it('gives its largest sheet, the values of formulas, and dates of 1904', async () => {
    const bytes = workbook(
      {
        说明: [['x']],
        数据: [
          ['街道', '日期', '数'],
          ['甲', 45_000, 1],
        ],
      },
      true,
    )
    const found = await look(gate(), 'a.xlsx', bytes)
    expect(found.table).toBe('数据')
    expect(found.tables.map(({ name }) => name)).toEqual(['说明', '数据'])
    const sheet = xlsx.utils.aoa_to_sheet([
      ['街道', '日期', '和'],
      ['甲', 1, 3],
    ])
    sheet['B2'] = { t: 'n', v: 1, z: 'yyyy-mm-dd' }
    sheet['C2'] = { t: 'n', v: 3, f: '1+2' }
    const book = xlsx.utils.book_new()
    xlsx.utils.book_append_sheet(book, sheet, '表')
    book.Workbook = { WBProps: { date1904: true } }
    const other = new Uint8Array(
      xlsx.write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer,
    )
    expect((await look(gate(), 'b.xlsx', other)).look?.after).toEqual([['甲', '1904-01-02', '3']])
  })

  it('with a mark in a sheet that is not meant, or outside the cells, is refused and gone', async () => {
    const marked = workbook({
      数据: [
        ['a', 'b'],
        [1, 2],
        [3, 4],
      ],
      附: [['机密★5年']],
    })
    const found = await look(gate(), 'a.xlsx', marked)
    expect(found.secrecy[0]).toEqual({ mark: '机密★5年', where: '“附”第 1 行第 1 列' })
    expect(found.look).toBeUndefined()
    await expect(gate().look(found.token, {}, false, call)).rejects.toMatchObject({
      code: 'not_found',
    })
    const book = xlsx.utils.book_new()
    xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet([['a'], [1]]), '表')
    book.Props = { Title: '秘密★10年' }
    const props = new Uint8Array(
      xlsx.write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer,
    )
    expect((await look(gate(), 'b.xlsx', props)).secrecy[0]?.where).toContain('docProps/core.xml')
    expect((await look(gate(), '秘密★3年.csv', utf8('a,b\n1,2\n'))).secrecy[0]?.where).toBe(
      '文件名',
    )
  })
})

const many = (columns: number) => Array.from({ length: columns }, (_, at) => `c${at}`).join(',')
const ole = (text: string) =>
  Uint8Array.from([
    ...[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    ...Buffer.from(text, 'utf16le'),
  ])

describe('bad input', () => {
  it.each<[string, string, Uint8Array, RegExp]>([
    ['empty', 'a.csv', new Uint8Array(), /文件是空的/],
    ['only a byte order mark', 'a.csv', utf8('\ufeff'), /没有一行能读/],
    ['5,000 columns', 'a.csv', utf8(`${many(5000)}\n`), /有 5000 列，超过 2000 列/],
    ['NUL bytes', 'a.csv', utf8('a,b\n1,\0\n'), /NUL 字节/],
    ['a PDF called CSV', 'a.csv', utf8('%PDF-1.7\n'), /这是 PDF/],
    ['a page called XLS', 'a.xls', utf8('<html><table>'), /这是网页/],
    ['an encrypted workbook', 'a.xlsx', ole('EncryptedPackage'), /加了打开密码/],
    ['a truncated workbook', 'a.xlsx', workbook({ 表: [['a'], [1]] }).slice(0, 900), /损坏|不完整/],
    ['a zip of something else', 'a.xlsx', storedZip(new Map([['x.txt', utf8('x')]])), /不是工作簿/],
    ['noise', 'a.csv', Uint8Array.from({ length: 999 }, (_, at) => 0x80 | (at * 37)), /编码/],
  ])('is refused with its sentence: %s', async (_, name, bytes, sentence) => {
    expect(await refusal(look(gate(), name, bytes))).toMatch(sentence)
  })

  it('a bomb is stopped by what is really inflated', async () => {
    const { deflateRawSync } = await import('node:zlib')
    const packed = deflateRawSync(Buffer.alloc(600 * 2 ** 20))
    const parts = new Map([
      ['xl/workbook.xml', utf8('<workbook/>')],
      ['xl/worksheets/sheet1.xml', packed],
    ])
    const zip = Buffer.from(storedZip(parts))
    const at = zip.indexOf('xl/worksheets/sheet1.xml')
    zip.writeUInt16LE(8, at - 30 + 8)
    const central = zip.lastIndexOf('xl/worksheets/sheet1.xml')
    zip.writeUInt16LE(8, central - 46 + 10)
    expect(await refusal(look(gate(), 'a.xlsx', new Uint8Array(zip)))).toMatch(/解开后太大/)
  })

  it('one column, duplicate and empty headers, a quote that stays open: all is accounted for', async () => {
    const one = await importAs(gate(), 'one', 'a.csv', utf8('街道\n甲\n乙\n'))
    expect(one).toMatchObject({ rowsIn: 2, rowsKept: 2 })
    const text = '街道,数,,数\n甲,1,x,2\n乙,"3,y,4\n丙,5,,6\n'
    const odd = await importAs(gate(), 'odd', 'b.csv', utf8(text))
    expect(odd.written).toMatchObject({
      rowsIn: 3,
      rowsKept: 2,
      refused: [{ line: 3, reason: '引号没有收尾' }],
    })
    expect(await rowsOf('SELECT "数", "列3", "数_2" FROM odd')).toEqual([
      ['1', 'x', '2'],
      ['5', '', '6'],
    ])
    await Promise.all(['one', 'odd'].map((id) => gate().remove(id)))
  })

  it('lines in another encoding are refused one by one', async () => {
    const lines = ['街道,说明', ...Array.from({ length: 8 }, () => '甲,说明文字很长')]
    const mixed = Buffer.concat([
      ...lines.map((line) => gb18030(`${line}\n`)),
      utf8('乙,这一行却是另一种编码的\n'),
    ])
    const found = await look(gate(), 'a.csv', new Uint8Array(mixed))
    expect(found.encoding).toBe('gb18030')
    expect(found.look?.refused).toEqual([{ line: 10, reason: '文字编码和别的行不同' }])
    const other = Buffer.concat([...lines.map((line) => utf8(`${line}\n`)), gb18030('乙,又一种\n')])
    const second = await look(gate(), 'b.csv', new Uint8Array(other))
    expect(second.encoding).toBe('utf-8')
    expect(second.look?.refused).toEqual([{ line: 10, reason: '文字编码和别的行不同' }])
  })

  it('says of bytes that no table has surely', async () => {
    const bytes = Buffer.concat([
      gb18030('街道,说明\n甲,价格'),
      Uint8Array.of(0x80, 0xa3, 0xa0, 10),
    ])
    const { notes } = await look(gate(), 'a.csv', new Uint8Array(bytes))
    expect(notes.join()).toMatch(/1 个字节 0x80.*1 处 A3A0/)
  })

  it('a file that is too large, or did not arrive whole', async () => {
    expect(await refusal(gate().begin('a.csv', 2 ** 31))).toMatch(/超过 400 MB/)
    const token = await gate().begin('a.csv', 10)
    expect(await refusal(gate().look(token, {}, false, call))).toBe('文件没有传完')
    expect(await refusal(gate().append(token, utf8('0123456789a')))).toBe('收到的比文件长')
  })

  it('names with quotes, emoji, 200 characters and reserved words stay as they are', async () => {
    const names = ['a"b', "c'd", '😀', 'x'.repeat(200), 'select', 'A', '__proto__', 'constructor']
    const head = names.map((name) => `"${name.replaceAll('"', '""')}"`).join(',')
    await importAs(gate(), 'names', 'a.csv', utf8(`${head}\nx,x,x,x,x,x,x,x\n`))
    const [entry] = opened.now().catalogue.dataset('names').package.resources
    expect(entry?.schema.fields.map(({ name }) => name)).toEqual(names)
    expect(await rowsOf(`SELECT "a""b", "😀", "select", "__proto__" FROM names`)).toHaveLength(1)
    await gate().remove('names')
  })
})
