import type { AppTable } from '../../contract/procedures.ts'
import type { ReportFormat, ReportRecord } from '../../contract/report.ts'
import type { Handlers } from '../../contract/wire/procedure.ts'
import type { Workbooks } from '../ports.ts'
import { readRecord } from './carried.ts'
import { compareReports } from './compare.ts'
import { fileOf, type ReportFile } from './exits.ts'
import type { ReportMakers } from './makers.ts'
import { render, type RenderOptions, type RenderParts, type Report } from './render.ts'

interface Parts extends RenderParts {
  readonly makers: ReportMakers
  readonly workbooks: Workbooks
}

export interface ReportService {
  readonly handlers: Pick<Handlers<AppTable, undefined>, `report.${'make' | 'compare'}`>
  /** A notebook run anew, as a report. What fails in it is said in its place. */
  render(options: RenderOptions): Promise<Report>
  /** The same, as a file of one kind. */
  make(options: RenderOptions, format: ReportFormat): Promise<{ report: Report; file: ReportFile }>
  /** What an earlier report, as a file, was made of; `report_unreadable` where it does not say. */
  recordIn(file: Uint8Array): ReportRecord
}

/** The share of the work that is done when the report can be read but is no file yet. */
const renderShare = 0.9

export function createReport(parts: Parts): ReportService {
  const { makers, workbooks } = parts
  const recordIn = (file: Uint8Array) => readRecord(makers.carried(file))
  async function make(options: RenderOptions, format: ReportFormat) {
    const { signal, onProgress } = options
    const parquet = format === 'data' ? makers.parquet : undefined
    const data = format === 'data' || format === 'xlsx' || format === 'json'
    const partly = (share: number) => onProgress(share * renderShare)
    const report = await render(parts, { ...options, data, parquet, onProgress: partly })
    const file = await fileOf(report, format, { makers, workbooks, signal })
    onProgress(1)
    return { report, file }
  }
  return {
    render: (options) => render(parts, options),
    make,
    recordIn,
    handlers: {
      async 'report.make'({ format, ...asked }, { signal, progress }) {
        const { report, file } = await make({ ...asked, signal, onProgress: progress }, format)
        return { ...file, notes: [...file.notes, ...heldNotes(report)] }
      },
      async 'report.compare'({ previous, ...asked }, { signal, progress }) {
        const before = recordIn(previous)
        const { record } = await render(parts, { ...asked, signal, onProgress: progress })
        return { made: before.made, title: before.title, changes: compareReports(before, record) }
      },
    },
  }
}

const heldNotes = ({ withheld }: Report) =>
  withheld.map(({ cell, note }) => ({ zh: `${cell}：${note}`, en: `${cell}: ${note}` }))
