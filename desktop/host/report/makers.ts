import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ZhizhiError } from '../../contract/errors.ts'
import type { PdfPrinter } from '../../services/certificate/ports.ts'
import type { Engine } from '../../services/ports.ts'
import type { ReportMakers } from '../../services/report/makers.ts'
import { ZipRefused } from '../workbook/zip.ts'
import { packedZip } from './packed-zip.ts'
import { withRecord } from './pdf-record.ts'
import { picturesOf } from './pictures.ts'
import { recordPart, withRecordPart } from './word/record-part.ts'
import { writeWord } from './word/word-thread.ts'

interface Parts {
  readonly engine: Engine
  /** A folder that the engine may write, and that may be lost. */
  readonly engineFolder: string
  readonly printer: PdfPrinter
  readonly wordWorker: string
}

/** Makes a report's files with what this machine has. */
export function createReportMakers(parts: Parts): ReportMakers {
  const { engine, engineFolder, printer, wordWorker } = parts
  return {
    async pdf(html, record, signal) {
      return withRecord(await printer.print(html, signal), record)
    },
    async docx({ html, pictures, record }, signal) {
      return withRecordPart(await writeWord(wordWorker, { html, pictures }, signal), record)
    },
    pictures: picturesOf,
    zip: packedZip,
    carried,
    async parquet(session, cell) {
      const file = join(engineFolder, `${crypto.randomUUID()}.parquet`)
      try {
        await engine.call('relation.write', { relation: session.relation(cell), file })
        return await readFile(file)
      } finally {
        await rm(file, { force: true })
      }
    },
  }
}

function carried(file: Uint8Array): string {
  if (file[0] !== 0x50 || file[1] !== 0x4b) return new TextDecoder().decode(file)
  try {
    return recordPart(file)
  } catch (error) {
    throw error instanceof ZipRefused ? new ZhizhiError('report_unreadable') : error
  }
}
