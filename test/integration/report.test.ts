import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compileChart } from '../../desktop/domain/notebook/chart-spec.ts'
import { cellsOf } from '../../desktop/domain/notebook/notebook.ts'
import { paperPalette } from '../../desktop/domain/notebook/palette.ts'
import { parseNotebook } from '../../desktop/domain/notebook/parse.ts'
import { expectInert, read } from './report-reading.ts'
import { openReports, type Reports } from './report-support.ts'

let reports: Reports

beforeAll(async () => {
  reports = await openReports()
})
afterAll(() => reports.close())

const shipped = new URL('../../notebooks/ageing-digital-divide.md', import.meta.url)

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
    expect(problems[4]).toMatch(/^第 26 行：图“chart_3”有误/)
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
