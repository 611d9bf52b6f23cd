import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ReportFormat } from '../../desktop/contract/report.ts'
import { readWorkbook } from '../../desktop/host/workbook/read.ts'
import { readZip } from '../../desktop/host/workbook/zip.ts'
import { compareReports } from '../../desktop/services/report/compare.ts'
import { expectInert, read } from './report-reading.ts'
import { openReports, type Reports } from './report-support.ts'

let reports: Reports

beforeAll(async () => {
  reports = await openReports()
})
afterAll(() => reports.close())

describe('the files of a report', () => {
  const source = `---
title: 甲/乙\\丙
datasets: [census-2020, nowhere-2020]
---
\`\`\`sql name=listing
SELECT i::INTEGER AS n, '=cmd' || i AS word FROM range(30) r(i)
\`\`\`

共 {{total.n}} 行。

\`\`\`sql name=total
SELECT count(*) AS n, max(share_65_plus) AS most FROM listing, census_2020 WHERE n = 1
\`\`\`
`
  const make = (format: ReportFormat, text = source) =>
    reports.service.make(
      {
        source: text,
        values: {},
        signal: new AbortController().signal,
        onProgress: () => undefined,
      },
      format,
    )

  it('have a name without a path, and hold the tables', async () => {
    const { file } = await make('data')
    expect(file.name).toBe('甲 乙 丙 2026-11-23.zip')
    const files = readZip(file.bytes, () => true, { entries: 20, bytes: 1e8 })
    expect([...files.keys()]).toEqual([
      'tables/listing.csv',
      'tables/listing.parquet',
      'tables/total.csv',
      'tables/total.parquet',
      'report.json',
    ])
    const csv = new TextDecoder().decode(files.get('tables/listing.csv'))
    expect(csv.split('\r\n')[1]).toBe("0,'=cmd0")
    const parquet = files.get('tables/total.parquet')?.subarray(0, 4) ?? []
    expect(Buffer.from(parquet).toString()).toBe('PAR1')
  })

  it('say the same in a workbook, with where it comes from', async () => {
    const { file } = await make('xlsx')
    const sheets = readWorkbook(file.bytes)
    expect(sheets.map(({ name }) => name)).toEqual(['1 listing', '2 total', '说明'])
    expect(sheets[0]?.rows[1]).toEqual(['0', '=cmd0'])
    expect(sheets[2]?.rows.flat()).toContain('查询 total')
  })

  it('lie whole in the text where nothing else reads them; each number leads back', async () => {
    const { report } = await make('html', source.replace('FROM listing,', 'FROM range(1) l(n),'))
    const { document } = read(report)
    expectInert(report)
    const table = document.querySelector('main > section.cell table')
    expect(table?.querySelectorAll('tbody tr')).toHaveLength(30)
    const link = document.querySelector('main a.value')?.getAttribute('href')
    expect(link).toBe('#source-total')
    const place = document.getElementById('source-total')?.textContent ?? ''
    expect(place).toContain('第七次全国人口普查')
    expect(place).toMatch(/SHA-256 [0-9a-f]{64}/)
  })

  it('are told apart from earlier ones, and a dataset that is gone is told', async () => {
    const [earlier, json] = await Promise.all([make('html'), make('json')])
    const before = reports.service.recordIn(earlier.file.bytes)
    expect(reports.service.recordIn(json.file.bytes)).toEqual(before)
    expect(before.datasets[1]).toEqual({ id: 'nowhere-2020', version: null, files: [] })
    const later = await make('html', source.replace('range(30)', 'range(31)'))
    const changes = compareReports(before, later.report.record)
    expect(changes.map(({ of, name, zh }) => [of, name, zh])).toEqual([
      ['notebook', '甲/乙\\丙', '笔记的文字改过'],
      ['cell', 'listing', '查询改过；由 30 行变为 31 行'],
    ])
  })

  it('are refused where no browser can print, and end where they are cancelled', async () => {
    await expect(make('pdf')).rejects.toMatchObject({ code: 'pdf_unavailable' })
    const controller = new AbortController()
    const work = reports.service.make(
      {
        source,
        values: {},
        signal: controller.signal,
        onProgress: (share) => share > 0.8 && controller.abort(),
      },
      'docx',
    )
    await expect(work).rejects.toMatchObject({ code: 'cancelled' })
  })
})
