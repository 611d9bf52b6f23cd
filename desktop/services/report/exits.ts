import type { ReportFormat } from '../../contract/report.ts'
import { csvLine } from '../../domain/notebook/file-cell.ts'
import type { Workbooks } from '../ports.ts'
import { recordText } from './carried.ts'
import { baseName } from './file-name.ts'
import type { ReportMakers } from './makers.ts'
import type { Report } from './render.ts'
import type { DataTable } from './tables.ts'

interface Words {
  readonly zh: string
  readonly en: string
}

export interface ReportFile {
  /** A name for the file. */
  readonly name: string
  readonly media: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly notes: readonly Words[]
}

const kinds: Readonly<Record<ReportFormat, { readonly ending: string; readonly media: string }>> = {
  html: { ending: '.html', media: 'text/html' },
  pdf: { ending: '.pdf', media: 'application/pdf' },
  docx: {
    ending: '.docx',
    media: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  xlsx: {
    ending: '.xlsx',
    media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  data: { ending: '.zip', media: 'application/zip' },
  json: { ending: '.json', media: 'application/json' },
}

const vectors: Words = {
  zh: '这台电脑上没有 Chrome、Edge 或 Chromium：图只有矢量的，没有 PNG；旧版 Word 和 WPS 里图的位置会是空白。',
  en: 'No Chrome, Edge or Chromium is here: pictures are vectors without PNG, and blank in older Word and WPS.',
}

interface Means {
  readonly makers: ReportMakers
  readonly workbooks: Workbooks
  readonly signal: AbortSignal
}

/** A finished report as a file of one kind. */
export async function fileOf(
  report: Report,
  format: ReportFormat,
  means: Means,
): Promise<ReportFile> {
  const { bytes, notes } = await made(report, format, means)
  means.signal.throwIfAborted()
  const { ending, media } = kinds[format]
  // bytes that travel must own their buffer
  return { name: baseName(report.title, report.made) + ending, media, bytes: bytes.slice(), notes }
}

interface Made {
  readonly bytes: Uint8Array
  readonly notes: readonly Words[]
}

async function made(report: Report, format: ReportFormat, means: Means): Promise<Made> {
  const { makers, workbooks, signal } = means
  const text = (content: string): Made => ({ bytes: utf8(content), notes: [] })
  switch (format) {
    case 'html':
      return text(report.html)
    case 'pdf': {
      const record = recordText(report.record)
      return { bytes: await makers.pdf(unfolded(report.html), record, signal), notes: [] }
    }
    case 'docx':
      return wordFile(report, means)
    case 'json':
      return text(`${JSON.stringify(jsonOf(report))}\n`)
    case 'xlsx':
      return { bytes: await workbooks.write(sheetsOf(report)), notes: leftOut(report) }
    case 'data':
      return dataFiles(report, makers, signal)
  }
}

/** On paper nothing can be unfolded: what stands behind the numbers lies open. */
const unfolded = (html: string) =>
  html.replaceAll('<details class="source">', '<details class="source" open>')

async function wordFile(report: Report, { makers, signal }: Means): Promise<Made> {
  const pictures = await makers.pictures(
    drawnOf(report).map(({ svg }) => svg),
    signal,
  )
  const page = { html: report.html, record: recordText(report.record), pictures }
  const notes = pictures || drawnOf(report).length === 0 ? [] : [vectors]
  return { bytes: await makers.docx(page, signal), notes }
}

const drawnOf = ({ charts }: Report) => charts.flatMap((chart) => (chart.ok ? [chart] : []))

const utf8 = (text: string) => new TextEncoder().encode(text)

const leftOut = ({ data }: Report): Words[] =>
  data.left.map(({ name, zh, en }) => ({ zh: `${name}：${zh}。`, en: `${name}: ${en}.` }))

function jsonOf({ record, data, withheld, charts }: Report) {
  return {
    record,
    tables: data.tables.map(({ name, columns, rows }) => ({ name, columns, rows })),
    charts: charts.map(({ name, ok }) => ({ name, drawn: ok })),
    left_out: data.left.map(({ name, zh }) => ({ name, reason: zh })),
    held_back: withheld,
  }
}

/** A spreadsheet knows no sheet's name with these marks, and none of more than 31 characters. */
const sheetName = (name: string, index: number) =>
  `${index + 1} ${name.replaceAll(/[\\/:*?[\]']/g, ' ')}`.slice(0, 31)

function sheetsOf(report: Report) {
  const tables = report.data.tables.map(({ name, columns, rows }, index) => ({
    name: sheetName(name, index),
    columns: columns.map((heading) => ({ heading, width: 16 })),
    rows: rows.map((cells) =>
      cells.map((cell) => (typeof cell === 'boolean' ? String(cell) : (cell ?? undefined))),
    ),
  }))
  return [...tables, aboutSheet(report)]
}

/** What a table taken from a report must not lose: where it comes from. */
function aboutSheet({ record, withheld, data }: Report) {
  const rows = [
    ['报告', record.title],
    ['制作时间', record.made],
    ...Object.entries(record.parameters).map(([name, value]) => [`参数 ${name}`, value]),
    ...record.datasets.flatMap(({ id, version, files }) =>
      files.map(({ path, sha256 }) => [`数据 ${id} ${version ?? ''} ${path}`, sha256]),
    ),
    ...record.cells.map(({ name, sql }) => [`查询 ${name}`, sql.slice(0, 30_000)]),
    ...withheld.map(({ cell, note }) => [`没有带出 ${cell}`, note]),
    ...data.left.map(({ name, zh }) => [`没有带出 ${name}`, zh]),
  ]
  const columns = [
    { heading: '项目', width: 28 },
    { heading: '内容', width: 80 },
  ]
  return { name: '说明', columns, rows }
}

async function dataFiles(report: Report, makers: ReportMakers, signal: AbortSignal): Promise<Made> {
  const drawn = drawnOf(report)
  const pngs =
    drawn.length === 0
      ? []
      : await makers.pictures(
          drawn.map(({ svg }) => svg),
          signal,
        )
  const files = new Map<string, Uint8Array>()
  for (const table of report.data.tables) {
    const name = pathName(table.name)
    files.set(`tables/${name}.csv`, utf8(csvOf(table)))
    if (table.parquet) files.set(`tables/${name}.parquet`, table.parquet)
  }
  drawn.forEach(({ name, svg }, index) => {
    files.set(`charts/${pathName(name)}.svg`, utf8(svg))
    const png = pngs?.[index]
    if (png) files.set(`charts/${pathName(name)}.png`, png)
  })
  const { record, withheld, data } = report
  const about = { record, left_out: data.left, held_back: withheld }
  files.set('report.json', utf8(`${JSON.stringify(about, null, 2)}\n`))
  return { bytes: makers.zip(files), notes: [...leftOut(report), ...(pngs ? [] : [vectors])] }
}

const pathName = (name: string) => baseName(name, undefined)

const csvOf = ({ columns, rows }: DataTable) => `\ufeff${[columns, ...rows].map(csvLine).join('')}`
