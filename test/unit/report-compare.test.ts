import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReportRecord } from '../../desktop/contract/report.ts'
import { readRecord, recordText } from '../../desktop/services/report/carried.ts'
import { compareReports } from '../../desktop/services/report/compare.ts'
import { fingerprint } from '../../desktop/services/report/fingerprint.ts'
import { withRecord } from '../../desktop/host/report/pdf-record.ts'
import { packedZip } from '../../desktop/host/report/packed-zip.ts'
import { recordPart, withRecordPart } from '../../desktop/host/report/word/record-part.ts'
import type { CellValue } from '../../desktop/domain/notebook/value.ts'

const cell = {
  name: 'by_street',
  sql: 'SELECT 1',
  status: 'done',
  rows: 2,
  columns: ['street', 'n'],
  sha256: 'a',
  values: [
    ['东', '3'],
    ['西', '4'],
  ],
}

const record: ReportRecord = {
  format: 'zhizhi-report/1',
  title: '重复投诉',
  made: '2026-11-23T22:25:35+08:00',
  app: '1',
  recipient: 'government',
  notebook: 'n',
  parameters: { year: '2024' },
  datasets: [{ id: 'tickets', version: '1.0.0', files: [{ path: 'a.parquet', sha256: '1' }] }],
  cells: [cell],
  numbers: [{ quote: 'by_street.n', text: '3' }],
}

const ticket = { id: 'tickets', version: '1.0.0', files: [{ path: 'a.parquet', sha256: '1' }] }

describe('comparing with an earlier report', () => {
  it('finds nothing where nothing differs', () => {
    const later = { ...record, made: '2026-12-01T00:00:00+08:00', app: '2' }
    expect(compareReports(record, later)).toEqual([])
  })

  const cases: [what: string, now: Partial<ReportRecord>, told: string[]][] = [
    ['the text', { notebook: 'm' }, ['笔记的文字改过']],
    ['the reader', { recipient: 'outside' }, ['这次按政府以外的读者隐去']],
    ['a parameter', { parameters: { year: '2025' } }, ['由 2024 变为 2025']],
    [
      'parameters that come and go',
      { parameters: { month: '3' } },
      ['没有了，原来是 2024', '新增，是 3'],
    ],
    [
      'a dataset’s version and contents',
      {
        datasets: [{ ...ticket, version: '1.1.0', files: [{ path: 'a.parquet', sha256: '2' }] }],
      },
      ['版本由 1.0.0 变为 1.1.0', 'a.parquet 的内容变了（校验值不同）'],
    ],
    [
      'a dataset that is not here any more',
      { datasets: [{ id: 'tickets', version: null, files: [] }] },
      ['这里没有这份数据了'],
    ],
    ['a dataset that is not used', { datasets: [] }, ['笔记不再用它']],
    ['a cell’s query', { cells: [{ ...cell, sql: 'SELECT 2' }] }, ['查询改过']],
    ['a cell’s rows', { cells: [{ ...cell, rows: 3, sha256: 'b' }] }, ['由 2 行变为 3 行']],
    [
      'a cell that fails',
      { cells: [{ ...cell, status: 'failed', rows: 0, columns: [], sha256: null, values: null }] },
      ['这次没有算出来'],
    ],
    [
      'a value',
      {
        cells: [
          {
            ...cell,
            sha256: 'b',
            values: [
              ['东', '3'],
              ['西', ''],
            ],
          },
        ],
      },
      ['第 2 行 n 由 4 变为 空'],
    ],
    [
      'a value of a large table',
      { cells: [{ ...cell, sha256: 'b', values: null }] },
      ['有些值变了'],
    ],
    ['a cell that is gone', { cells: [] }, ['这个单元没有了']],
    ['a quoted number', { numbers: [{ quote: 'by_street.n', text: '5' }] }, ['由 3 变为 5']],
  ]
  it.each(cases)('tells of %s', (_, now, told) => {
    expect(compareReports(record, { ...record, ...now }).map(({ zh }) => zh)).toEqual(told)
  })
})

describe('a result’s fingerprint', () => {
  const table = (rows: readonly (readonly CellValue[])[]) => ({
    rows: rows.length,
    columns: ['a', 'b'].map((name, at) => ({
      name,
      numeric: false,
      at: (row: number) => rows[row]?.[at] ?? null,
    })),
  })
  const hash = async (rows: readonly (readonly CellValue[])[]) =>
    (await fingerprint(table(rows))).sha256

  it('knows no order of rows, and no last digits of a sum', async () => {
    const some = [
      ['x', 0.1 + 0.2],
      [null, 1n],
    ]
    expect(await hash(some)).toBe(
      await hash([
        [null, 1n],
        ['x', 0.3],
      ]),
    )
  })

  it.each([
    ['null and an empty text', [[null, 1]], [['', 1]]],
    ['a text that looks like two', [['a","b', 1]], [['a', 1]]],
    [
      'a row that is there twice',
      [['a', 1]],
      [
        ['a', 1],
        ['a', 1],
      ],
    ],
    ['values in other columns', [['1', '2']], [['2', '1']]],
  ])('tells %s apart', async (_, one, other) => {
    expect(await hash(one)).not.toBe(await hash(other))
  })
})

describe('the record in a report', () => {
  const hostile = '</script></zhizhi>\nendstream ]]> & {"format":"zhizhi-report/1"} \u0000\ud800'
  const told = { ...record, title: hostile, parameters: { [hostile]: hostile } }
  const same = JSON.parse(JSON.stringify(told)) as ReportRecord

  it('is read from a page, whatever its texts say', () => {
    expect(readRecord(`<script>${recordText(told)}</script><p>}`)).toEqual(same)
  })

  it('is read from a Word file', () => {
    const rels = '<Relationships></Relationships>'
    const files = new Map([['word/_rels/document.xml.rels', new TextEncoder().encode(rels)]])
    const file = withRecordPart(packedZip(files), recordText(told))
    expect(readRecord(recordPart(file))).toEqual(same)
  })

  it('is read from a PDF, which otherwise stays as it was', () => {
    const pdf = new TextEncoder().encode(
      '%PDF-1.4\n1 0 obj\n<</Type /Catalog\n/Pages 2 0 R>>\nendobj\nxref\n0 2\n' +
        '0000000000 65535 f \n0000000009 00000 n \ntrailer\n<</Size 2\n/Root 1 0 R>>\nstartxref\n55\n%%EOF\n',
    )
    const file = withRecord(pdf, recordText(told))
    expect(file.subarray(0, pdf.length)).toEqual(Buffer.from(pdf))
    const text = new TextDecoder().decode(file)
    expect(readRecord(text)).toEqual(same)
    expect(text).toContain('/Size 4')
    expect(text).toContain('/Prev 55')
    const at = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1])
    expect(
      Buffer.from(file)
        .subarray(at, at + 4)
        .toString(),
    ).toBe('xref')
  })

  it('is not put into a PDF of another make', () => {
    const pdf = new TextEncoder().encode('%PDF-1.7 with a cross-reference stream')
    expect(withRecord(pdf, '{}')).toBe(pdf)
  })

  it.each([
    '',
    'a page',
    '{"format":"zhizhi-report/1"}',
    '{"format":"zhizhi-report/9"',
    '{"record":1}',
  ])('is missed in %j', (text) => {
    expect(() => readRecord(text)).toThrow(expect.objectContaining({ code: 'report_unreadable' }))
  })

  it('is missed in any other text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => readRecord(text)).toThrow()
      }),
    )
  })
})
