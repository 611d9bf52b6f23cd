import { deflateRawSync } from 'node:zlib'
import * as xlsx from '@e965/xlsx'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kindOf, refusedKind } from '../../desktop/domain/catalogue/exchange/file-kind.ts'
import type { Sheet } from '../../desktop/domain/catalogue/exchange/sheet.ts'
import { storedZip } from '../../desktop/host/workbook/stored-zip.ts'
import { readWorkbook } from '../../desktop/host/workbook/read.ts'
import { createWorkbooks } from '../../desktop/host/workbook/workbooks.ts'
import { readZip } from '../../desktop/host/workbook/zip.ts'
import { writeWorkbook } from '../../desktop/host/workbook/write.ts'
import { bundleProgram } from '../bundle.ts'

const sheetOf = (rows: Sheet['rows']): Sheet => ({
  name: '目录',
  columns: [{ heading: '甲', width: 10 }],
  rows,
})

const text = (content: string) => new TextEncoder().encode(content)

/** A workbook as another program would write it. */
function workbook(cells: Record<string, xlsx.CellObject>, date1904 = false): Uint8Array {
  const book = xlsx.utils.book_new()
  xlsx.utils.book_append_sheet(book, { '!ref': 'A1:H9', ...cells }, '表')
  book.Workbook = { WBProps: { date1904 } }
  return new Uint8Array(xlsx.write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
}

/** A zip with one deflated entry whose headers may claim what they like. */
function zipOf(name: string, content: Uint8Array, { claims = content.length, flags = 0 } = {}) {
  const packed = deflateRawSync(content)
  const zip = Buffer.from(storedZip(new Map([[name, packed]])))
  const central = zip.length - 22 - 46 - Buffer.byteLength(name)
  for (const [at, method] of [
    [0, 8],
    [central, 10],
  ] as const) {
    zip.writeUInt16LE(8, at + method)
    zip.writeUInt16LE(flags, at + method - 2)
    zip.writeUInt32LE(claims, at + method + 14)
  }
  return new Uint8Array(zip)
}

describe('a workbook that was written', () => {
  it('reads back as it was, whatever its texts look like', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1 }).map((one) => one.replaceAll('\r', '')),
      fc.constantFrom(
        '=1+1',
        '+1',
        '-1',
        '@x',
        '_x0041_',
        '_x005F_',
        '  a ',
        '\ud800',
        '😀',
        '\n',
        'constructor',
        '__proto__',
        '\ufffd',
      ),
      fc.integer(),
    )
    const rows = fc.array(fc.array(fc.oneof(cell, fc.constant(undefined)), { maxLength: 4 }))
    await fc.assert(
      fc.asyncProperty(rows, async (cells) => {
        const [sheet] = readWorkbook(await writeWorkbook([sheetOf(cells)]))
        const read = (sheet?.rows ?? []).slice(1)
        cells.forEach((row, index) => {
          row.forEach((written, column) => {
            const expected = written === undefined || written === '' ? undefined : String(written)
            expect(read[index]?.[column]).toBe(expected)
          })
        })
      }),
      { numRuns: 60 },
    )
  })

  it('holds no formula, whatever a text begins with', async () => {
    const bytes = await writeWorkbook([sheetOf([['=cmd()', '+1', '-1', '@x']])])
    const sheet = xlsx.read(bytes).Sheets['目录'] ?? {}
    for (const [address, value] of [
      ['A2', '=cmd()'],
      ['B2', '+1'],
      ['C2', '-1'],
      ['D2', '@x'],
    ] as const) {
      expect(sheet[address]).toMatchObject({ t: 's', v: value })
      expect(sheet[address]).not.toHaveProperty('f')
    }
  })
})

describe('a workbook that somebody else wrote', () => {
  it('gives numbers, dates and truth exactly, and formulas as their text', () => {
    const [sheet] = readWorkbook(
      workbook({
        A1: { t: 'n', v: 0.1 },
        B1: { t: 'n', v: 1234567.891, z: '#,##0' },
        C1: { t: 'b', v: true },
        D1: { t: 'n', v: 46024, z: 'yyyy-mm-dd' },
        E1: { t: 'n', v: 46024.5, z: 'yyyy/m/d h:mm' },
        F1: { t: 'n', v: 3, f: '1+2' },
        G1: { t: 's', v: '007' },
        H1: { t: 'e', v: 23 },
      }),
    )
    expect(sheet?.rows[0]).toEqual([
      '0.1',
      '1234567.891',
      'true',
      '2026-01-02',
      '2026-01-02T12:00:00',
      '=1+2',
      '007',
      '#REF!',
    ])
  })

  it('counts days from 1904 where the workbook does', () => {
    const [sheet] = readWorkbook(workbook({ A1: { t: 'n', v: 44562, z: 'yyyy-mm-dd' } }, true))
    expect(sheet?.rows[0]).toEqual(['2026-01-02'])
  })

  it('is read by its cells, not by the range that it claims', () => {
    const limits = { entries: 100, bytes: 2 ** 20 }
    const honest = workbook({ B3: { t: 's', v: '在这里' } })
    const files = readZip(honest, () => true, limits)
    const sheet = Buffer.from(files.get('xl/worksheets/sheet1.xml') ?? '').toString()
    files.set('xl/worksheets/sheet1.xml', text(sheet.replace('A1:H9', 'A1:XFD1048576')))
    const bytes = storedZip(files)
    expect(readWorkbook(bytes)[0]?.rows).toEqual([[], [], [undefined, '在这里']])
  })
})

describe('a file that is none', () => {
  const problemOf = (bytes: Uint8Array) => {
    try {
      readWorkbook(bytes)
      return 'read'
    } catch (error) {
      return String(error instanceof Error ? error.message : error)
    }
  }
  const bomb = new Uint8Array(300 * 2 ** 20)

  it.each([
    ['a Word document', storedZip(new Map([['word/document.xml', text('<a/>')]])), 'Word'],
    ['an ODS', storedZip(new Map([['mimetype', text('x')]])), 'OpenDocument'],
    ['an xlsb', storedZip(new Map([['xl/workbook.bin', text('x')]])), 'xlsb'],
    ['any other zip', storedZip(new Map([['a.txt', text('x')]])), '压缩包'],
    ['half a zip', storedZip(new Map([['xl/workbook.xml', text('x')]])).subarray(0, 60), '不完整'],
    ['an encrypted entry', zipOf('xl/workbook.xml', text('<a/>'), { flags: 1 }), '密码'],
    ['a bomb whose headers lie', zipOf('xl/workbook.xml', bomb, { claims: 10 }), '太大'],
    ['nonsense inside', zipOf('xl/workbook.xml', text('nonsense')), '工作簿'],
  ])('%s is refused by name', (_what, bytes, word) => {
    expect(problemOf(bytes)).toContain(word)
  })

  it.each([
    ['nothing', new Uint8Array(), '空的'],
    ['a PDF', text('%PDF-1.7'), 'PDF'],
    ['a web page', text('\ufeff <html>'), '网页'],
    ['a CSV', text('a,b\n1,2'), '不是工作簿'],
    [
      'an old .xls',
      new Uint8Array(
        xlsx.write(xlsx.read('a,b', { type: 'string' }), {
          type: 'array',
          bookType: 'xls',
        }) as ArrayBuffer,
      ),
      '.xls',
    ],
    ['an encrypted workbook', encrypted(), '密码'],
  ])('%s is told by its first bytes', (_what, bytes, word) => {
    expect(refusedKind(kindOf(bytes), bytes)).toContain(word)
  })
})

/** The container that Office puts an encrypted workbook into. */
function encrypted(): Uint8Array {
  const { utils, write } = xlsx.CFB as {
    utils: { cfb_new(): unknown; cfb_add(file: unknown, name: string, content: Buffer): void }
    readonly write: (file: unknown, options: { type: 'buffer' }) => Buffer
  }
  const file = utils.cfb_new()
  utils.cfb_add(file, '/EncryptedPackage', Buffer.alloc(64))
  return new Uint8Array(write(file, { type: 'buffer' }))
}

describe('the workbook thread', () => {
  let program: Awaited<ReturnType<typeof bundleProgram>>
  beforeAll(async () => {
    program = await bundleProgram('desktop/host/workbook/worker.ts')
  })
  afterAll(() => program.remove())

  it('writes and reads', async () => {
    const workbooks = createWorkbooks(program.file)
    const read = await workbooks.read(await workbooks.write([sheetOf([['一', 2]])]))
    expect(read).toEqual({ ok: true, sheets: [{ name: '目录', rows: [['甲'], ['一', '2']] }] })
    expect(await workbooks.read(text('PK\u0003\u0004 no zip'))).toMatchObject({ ok: false })
  })

  it('is given up when it takes too long', async () => {
    const workbooks = createWorkbooks(program.file, { ms: 1, memoryMb: 256 })
    const read = await workbooks.read(await createWorkbooks(program.file).write([sheetOf([])]))
    expect(read).toMatchObject({ ok: false, problem: expect.stringContaining('已停下') as string })
  })

  it('takes no more memory than it may', async () => {
    const bytes = await writeWorkbook([
      sheetOf(Array.from({ length: 60_000 }, (_, n) => [`第 ${n} 行，${'很长'.repeat(20)}${n}`])),
    ])
    const workbooks = createWorkbooks(program.file, { ms: 60_000, memoryMb: 24 })
    expect(await workbooks.read(bytes)).toMatchObject({ ok: false })
  })
})
