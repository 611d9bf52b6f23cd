import { ZhizhiError } from '../../contract/errors.ts'
import { reportRecordSchema, type ReportRecord } from '../../contract/report.ts'

export const recordId = 'zhizhi-record'

/** Marks that would end a script, or that XML cannot hold. */
const marks = /[<>&\uFFFE\uFFFF]/g
const escaped = (mark: string) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`

/** JSON that can stand in a page's script, in XML and in a PDF, whatever its texts say. */
export const recordText = (record: ReportRecord): string =>
  JSON.stringify(record).replaceAll(marks, escaped)

/** What follows the record in each kind of file. */
const ends = ['</script>', '</zhizhi>', '\nendstream']

/** The record in a text that carries one; `report_unreadable` where there is none. */
export function readRecord(text: string): ReportRecord {
  const begin = text.indexOf('{"format":"zhizhi-report/')
  if (begin < 0) throw new ZhizhiError('report_unreadable')
  const found = ends.map((mark) => text.indexOf(mark, begin)).filter((at) => at >= 0)
  const json = text.slice(begin, Math.min(...found, text.length))
  const parsed = reportRecordSchema.safeParse(parse(json) ?? parse(text)?.['record'])
  if (!parsed.success) throw new ZhizhiError('report_unreadable')
  return parsed.data
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return JSON.parse(text) as Readonly<Record<string, unknown>>
  } catch {
    return undefined
  }
}
