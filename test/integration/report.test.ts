import { readFile } from 'node:fs/promises'
import { Window } from 'happy-dom'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ReportFormat } from '../../desktop/contract/report.ts'
import { readWorkbook } from '../../desktop/host/workbook/read.ts'
import { readZip } from '../../desktop/host/workbook/zip.ts'
import { compileChart } from '../../desktop/domain/notebook/chart-spec.ts'
import { cellsOf } from '../../desktop/domain/notebook/notebook.ts'
import { paperPalette } from '../../desktop/domain/notebook/palette.ts'
import { parseNotebook } from '../../desktop/domain/notebook/parse.ts'
import type { Report } from '../../desktop/services/report/render.ts'
import { compareReports } from '../../desktop/services/report/compare.ts'
import { script } from '../../desktop/services/report/script.ts'
import { openReports, type Reports } from './report-support.ts'

let reports: Reports

beforeAll(async () => {
  reports = await openReports()
})
afterAll(() => reports.close())

const shipped = new URL('../../notebooks/ageing-digital-divide.md', import.meta.url)

/** The file as a browser without scripts reads it. */
function read({ html }: Pick<Report, 'html'>) {
  const { document } = new Window()
  document.write(html)
  const all = Array.from(document.querySelectorAll('*'))
  return {
    document,
    tags: new Set(all.map(({ tagName }) => tagName.toLowerCase())),
    attributes: all.flatMap((element) => Array.from(element.attributes)),
    text: (selector: string) =>
      Array.from(document.querySelectorAll(selector), ({ textContent }) => textContent),
  }
}

/** Nothing in it fetches or leads away; nothing runs but our own script. */
function expectInert(report: Report): void {
  const { document, tags, attributes, text } = read(report)
  const scripts = Array.from(document.querySelectorAll('script:not([type="application/json"])'))
  expect(scripts.map(({ textContent }) => textContent)).toEqual([script])
  const links = Array.from(document.querySelectorAll('a'), (a) => a.getAttribute('href') ?? '')
  for (const link of links) {
    expect(link).toMatch(/^#/)
    expect(document.getElementById(link.slice(1)), link).not.toBeNull()
  }
  for (const tag of ['img', 'iframe', 'link', 'object', 'embed', 'form', 'base']) {
    expect(tags).not.toContain(tag)
  }
  const names = attributes.map(({ name }) => name.toLowerCase())
  expect(names.filter((name) => /^on|^(?:src|xlink:href|style|action)$/.test(name))).toEqual([])
  const values = attributes.filter(({ name }) => name !== 'xmlns').map(({ value }) => value)
  expect([...values, ...text('style')].join('\n')).not.toMatch(/url\s*\(|@import/)
}

describe('the shipped notebook', () => {
  it('is without a fault, and its charts compile', async () => {
    const notebook = parseNotebook(await readFile(shipped, 'utf8'))
    expect(notebook.problems).toEqual([])
    const charts = cellsOf(notebook, 'chart')
    expect(charts).toHaveLength(7)
    for (const { chart } of charts) {
      const spec = compileChart(chart, { palette: paperPalette, interactive: true })
      expect(spec['plot']).not.toEqual([])
    }
  })

  it('becomes one file that holds all and asks for nothing', async () => {
    const report = await reports.render(await readFile(shipped, 'utf8'))
    expect(report.title).toBe('老龄化与数字鸿沟')
    expect(report.cells.map(({ status }) => status)).not.toContain('failed')
    expect(report.charts.map(({ ok }) => ok)).toEqual(Array.from({ length: 7 }, () => true))
    expectInert(report)
    const { document, text } = read(report)
    expect(text('h1')).toEqual(['老龄化与数字鸿沟'])
    expect(text('.problem')).toEqual([])
    expect(document.querySelectorAll('figure svg[role="img"][aria-label]')).toHaveLength(7)
    expect(
      document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content'),
    ).toMatch(/^default-src 'none'; script-src 'sha256-\S+'; style-src 'unsafe-inline'; img-src/)
    expect(report.html).not.toContain('{{')
    expect(report.html).not.toContain('currentColor')
  })

  it('tells the numbers that the census gives', async () => {
    const source = await readFile(shipped, 'utf8')
    const at14 = read(await reports.render(source))
    expect(at14.text('.title h3')[0]).toBe('12 个省份的 65 岁及以上人口比重超过 14%')
    expect(at14.text('p').join('')).toContain('31 个省份里有 30 个超过 7%，12 个超过 14%')
    expect(at14.text('p').join('')).toContain('占 31 个省份老人的 51.6%')
    const at7 = read(await reports.render(source, { threshold: 7 }))
    expect(at7.text('.title h3')[0]).toBe('30 个省份的 65 岁及以上人口比重超过 7%')
    expect(at7.text('footer li')).toContain('threshold = 7')
  })

  it('marks what is synthetic, and says what it was made from', async () => {
    const report = await reports.render(await readFile(shipped, 'utf8'))
    const { text } = read(report)
    expect(text('figure .tag')).toEqual([
      ...['真实数据', '真实数据', '真实数据', '真实数据'],
      ...['合成数据', '合成数据', '合成数据'],
    ])
    const foot = text('footer').join('')
    for (const { package: dataset } of report.datasets) {
      expect(foot).toContain(dataset?.title)
      for (const { hash } of dataset?.resources ?? []) expect(foot).toContain(hash.slice(7))
    }
    expect(foot).toContain('2026 年 11 月 23 日 22:25（北京时间）')
    expect(foot).toContain('2026-11-23T22:25:35+08:00')
    expect(foot).toContain('致知 9.8.7')
  })
})

describe('a notebook that means harm', () => {
  const evil = '<script>alert(1)</script><img src=x onerror=alert(1)>'
  const source = `---
title: '${evil}'
question: '${evil}'
datasets: [census-2020]
params: { word: 'x' }
---
${evil}

<iframe src="https://example.com"></iframe>

[点我](javascript:alert(1)) [去](https://example.com/a) ![图](https://example.com/b.png)
<https://example.com/c>

\`\`\`html
${evil}
\`\`\`

\`\`\`input name=word type=text
label: '${evil}'
\`\`\`

\`\`\`sql name=data
SELECT '${evil}' AS "${evil}", '</svg>${evil}' AS place, 3 AS share UNION ALL SELECT $word, 'b', 2
\`\`\`

值是 {{data.place}}，参数是 {{word}}，又是 [{{word}}]({{word}})。

\`\`\`chart
title: '${evil} {{data.place}}'
source: '${evil}'
from: data
y: { label: '<b onclick=a()>' }
plot:
  - { mark: barX, x: share, y: place }
\`\`\`
`

  it('is shown as text', async () => {
    const report = await reports.render(source, { word: `${evil}](javascript:alert(2)) **b**` })
    expectInert(report)
    const { text, tags } = read(report)
    expect(text('h1')).toEqual([evil])
    expect(text('.value').join('')).toContain('**b**')
    expect(text('figure svg text').join('')).toContain(`</svg>${evil}`)
    expect(tags).not.toContain('b')
  })
})

describe('what fails', () => {
  const source = `---
title: 有错的笔记
datasets: [census-2020, nowhere-2020]
---
\`\`\`sql name=bad
SELECT nothing FROM census_2020
\`\`\`

\`\`\`sql name=after
FROM bad
\`\`\`

\`\`\`chart
title: 画不了
from: after
plot: [{ mark: barX, x: a, y: b }]
\`\`\`

\`\`\`chart
title: 没有这一列
from: fine
plot: [{ mark: barX, x: a, y: province }]
\`\`\`

\`\`\`chart
title: 写错了
plot: []
\`\`\`

\`\`\`sql name=fine
SELECT province, population FROM census_2020 ORDER BY population DESC LIMIT 3
\`\`\`

最多的是{{fine.province}}，另一个是{{bad.nothing}}。
`

  it('is said in its place, and the rest is made', async () => {
    const report = await reports.render(source)
    const { text } = read(report)
    const problems = text('.problem')
    expect(problems[0]).toMatch(/^“bad”没有算出来。没有叫“.*nothing/)
    expect(problems[1]).toBe('“after”没有运行：它要用的单元没有算出来。')
    expect(problems[2]).toBe('这张图没有画出来：它的数据没有算出来。')
    expect(problems[3]).toMatch(/^这张图没有画出来：.*“?a”?/)
    expect(problems[4]).toMatch(/^第 27 行：图“chart_3”有误/)
    expect(problems[5]).toBe('数据目录里没有“nowhere-2020”。')
    expect(problems).toHaveLength(6)
    expect(text('p').join('')).toContain('最多的是广东省，另一个是–。')
  })
})

describe('a large result', () => {
  const columns = Array.from({ length: 40 }, (_, n) => `i + ${n} AS c${n}`).join(', ')
  const source = `---\ntitle: 大表\n---
\`\`\`sql name=huge
SELECT repeat('很长', 5000) AS words, ${columns} FROM range(100000) t(i)
\`\`\`
\`\`\`sql name=small
SELECT 'a' AS word, 12345.5 AS amount, NULL AS nothing
\`\`\`
\`\`\`chart
title: 点太多
from: huge
plot: [{ mark: dot, x: c1, y: c2 }]
\`\`\`
`

  it('is cut, and says so', async () => {
    const report = await reports.render(source)
    const { document, text } = read(report)
    expect(report.html.length).toBeLessThan(100_000)
    const [small, huge] = Array.from(document.querySelectorAll('table'))
    expect(huge?.querySelectorAll('tbody tr')).toHaveLength(50)
    expect(huge?.querySelectorAll('thead th')).toHaveLength(16)
    expect(huge?.querySelector('td')?.textContent).toHaveLength(201)
    expect(text('.note').slice(1)).toEqual([
      '共 100,000 行，这里是前 50 行；共 41 列，这里是前 16 列。',
    ])
    expect(huge?.closest('details')).not.toBeNull()
    expect(small?.closest('details')).toBeNull()
    const cells = Array.from(small?.querySelectorAll('td') ?? [])
    expect(cells.map((cell) => [cell.textContent, cell.className])).toEqual([
      ['a', ''],
      ['12,345.5', 'number'],
      ['NULL', 'number'],
    ])
    expect(text('.problem')).toEqual(['这张图没有画出来：图形太多，请先在查询里汇总。'])
  })
})

describe('the work', () => {
  it('tells how far it is, and ends with all', async () => {
    const told: number[] = []
    await reports.service.render({
      source: await readFile(shipped, 'utf8'),
      values: {},
      signal: new AbortController().signal,
      onProgress: (share) => told.push(share),
    })
    expect(told.toSorted((a, b) => a - b)).toEqual(told)
    expect(told[0]).toBeLessThan(0.1)
    expect(told.at(-1)).toBe(1)
  })

  it.each([0, 0.1, 0.6])('can be cancelled after %d of it', async (share) => {
    const controller = new AbortController()
    const work = reports.service.render({
      source: await readFile(shipped, 'utf8'),
      values: {},
      signal: controller.signal,
      onProgress: (told) => {
        if (told >= share) controller.abort()
      },
    })
    await expect(work).rejects.toMatchObject({ code: 'cancelled' })
  })
})

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
