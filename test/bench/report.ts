import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { promisify } from 'node:util'
import type { ReportFormat } from '../../desktop/contract/report.ts'
import type { App } from '../../desktop/host/compose.ts'
import { withApp } from '../../desktop/host/cli/with-app.ts'

const run = promisify(execFile)

interface ReportFigure {
  readonly name: string
  readonly seconds: number
  readonly megabytes: number
  readonly pages: number | null
  /** What a conversion by another program found, or which program is not here. */
  readonly checked: string
  readonly [quantity: string]: string | number | null
}

const chapters = 10
const tableRows = 2000
const columns = ['order_no', 'received', 'channel', 'street', 'matter', 'days']

const paragraph =
  '分街道看，件数与常住人口大致同步，但每万人的件数相差一倍以上。人口流动快的街道，电话和小程序来的都多；老人多的街道，电话占的比重高，办结也慢一些。这里的数字由下面的查询算出，受理口径前后一致，没有把重复来电合在一起。读的时候要留意：件数多不等于问题多，也可能是渠道更通畅。'

const chapter = (at: number) => `
## 第 ${at} 部分

${Array.from({ length: 5 }, () => paragraph).join('\n\n')}

全年 {{total_${at}.n}} 件，最多的一天 {{total_${at}.most}} 件。

\`\`\`sql name=days_${at}
SELECT created_at::DATE AS day, count(*) AS n FROM hotline_tickets
WHERE year(created_at) = 2024 AND month(created_at) = ${at} GROUP BY 1 ORDER BY 1
\`\`\`

\`\`\`sql name=total_${at}
SELECT sum(n) AS n, max(n) AS most FROM days_${at}
\`\`\`

\`\`\`sql name=channels_${at}
SELECT channel, count(*) AS n FROM hotline_tickets
WHERE month(created_at) = ${at} GROUP BY 1 ORDER BY n DESC
\`\`\`

\`\`\`chart
title: 第 ${at} 部分：每天的件数
from: days_${at}
plot: [{ mark: lineY, x: day, y: n }]
\`\`\`

${Array.from({ length: 3 }, () => paragraph).join('\n\n')}

\`\`\`chart
title: 第 ${at} 部分：各渠道的件数
from: channels_${at}
plot: [{ mark: barX, x: n, y: channel }]
\`\`\`
`

/** Some forty pages: 20 charts, and a table of 2,000 rows that stands whole. */
const notebook = `---
title: 一份长报告
question: 做成文件要多久？
datasets: [hotline-tickets]
---
${Array.from({ length: chapters }, (_, at) => chapter(at + 1)).join('\n')}

## 明细

\`\`\`sql name=listing
SELECT row_number() OVER (ORDER BY created_at) AS order_no, created_at::DATE AS received, channel,
  '街道 ' || (row_number() OVER (ORDER BY created_at) % 12) AS street, '噪声扰民' AS matter,
  date_diff('day', created_at, closed_at) AS days
FROM hotline_tickets WHERE closed_at IS NOT NULL ORDER BY created_at LIMIT ${tableRows}
\`\`\`
`

/** How long a 40-page report takes to become each kind of file, and whether others can read it. */
export async function benchReport(): Promise<ReportFigure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'zhizhi-bench-report-'))
  try {
    return await withApp(async (app) => {
      await made(app, 'html') // data attached, engine warm: as in an open window
      const figures: ReportFigure[] = []
      for (const format of ['html', 'pdf', 'docx'] as const)
        figures.push(await figure(app, format, folder))
      return figures
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function made(app: App, format: ReportFormat) {
  const { signal } = new AbortController()
  return app.report.make(
    { source: notebook, values: {}, signal, onProgress: () => undefined },
    format,
  )
}

async function figure(app: App, format: ReportFormat, folder: string): Promise<ReportFigure> {
  const begin = performance.now()
  const { report, file } = await made(app, format)
  const seconds = (performance.now() - begin) / 1000
  const undone = [
    ...report.cells.filter(({ status }) => status !== 'done'),
    ...report.charts.filter(({ ok }) => !ok),
  ]
  if (undone.length > 0) throw new Error(`not all was made: ${JSON.stringify(undone)}`)
  const path = join(folder, `report.${format}`)
  await writeFile(path, file.bytes)
  const { pages, checked } = await check(path, format, folder)
  return { name: `report ${format}`, seconds, megabytes: file.bytes.length / 1e6, pages, checked }
}

async function check(path: string, format: ReportFormat, folder: string) {
  if (format === 'html') return { pages: null, checked: '' }
  try {
    if (format === 'docx') {
      const out = join(folder, 'word')
      await run('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', out, path])
      return await readPdf(join(out, 'report.pdf'))
    }
    return await readPdf(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return { pages: null, checked: 'soffice or pdftotext is not here' }
    throw error
  }
}

/** Each page of the long table must begin with its heads; every row and picture must be there. */
async function readPdf(path: string) {
  const options = { maxBuffer: 100_000_000 }
  const { stdout } = await run('pdftotext', ['-layout', path, '-'], options)
  const pages = stdout.split('\f').slice(0, -1)
  const ofTable = pages.filter((page) => (page.match(/噪声扰民/g)?.length ?? 0) > 1)
  const headed = ofTable.filter((page) => columns.every((name) => page.includes(name)))
  const rows = stdout.match(/噪声扰民/g)?.length ?? 0
  const { stdout: list } = await run('pdfimages', ['-list', path], options)
  const pictures = list.trim().split('\n').length - 2
  const checked = `${rows} rows on ${ofTable.length} pages, ${headed.length} with heads; ${pictures} images`
  return { pages: pages.length, checked }
}
