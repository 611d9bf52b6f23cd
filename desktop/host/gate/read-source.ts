import { isEncryptedOle, oleHolds } from '../../domain/catalogue/exchange/file-kind.ts'
import { readingOf } from '../../domain/catalogue/importing/file-refusal.ts'
import { fromJson } from './from-json.ts'
import { fromParquet } from './from-parquet.ts'
import { fromText } from './from-text.ts'
import { fromOldWorkbook, fromWorkbook } from './from-workbook.ts'
import { Refused } from './refused.ts'
import type { Source, ToRead } from './source.ts'

/** More columns than a person can decide upon, or an engine should be asked to hold. */
const mostColumns = 2000

/** Throws `Refused`. */
export function readSource(toRead: ToRead): Source {
  const { bytes, name } = toRead
  const reading = readingOf(bytes.subarray(0, 4096), {
    name,
    isEncrypted: () => isEncryptedOle(bytes),
    has: (stream) => oleHolds(bytes, stream),
  })
  if (reading.kind === 'refused') throw new Refused(reading.problem)
  const source = readers[reading.kind](toRead)
  const widest = source.tables.reduce((most, { rows }) => {
    return rows.reduce((wide, { cells }) => Math.max(wide, cells.length), most)
  }, 0)
  if (widest > mostColumns) {
    throw new Refused(`有 ${widest} 列，超过 ${mostColumns} 列；请先删去不用的列，再导入`)
  }
  return source
}

const readers = {
  workbook: fromWorkbook,
  'old-workbook': fromOldWorkbook,
  text: fromText,
  json: (toRead: ToRead) => fromJson(toRead, mostColumns),
  parquet: fromParquet,
} as const
