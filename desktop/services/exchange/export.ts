import type { ExchangeFormat } from '../../contract/catalogue-exchange.ts'
import { ZhizhiError } from '../../contract/errors.ts'
import { toJsonLd } from '../../domain/catalogue/exchange/jsonld.ts'
import { toWorkbook, tooLong } from '../../domain/catalogue/exchange/workbook.ts'
import type { Catalogue } from '../catalogue.ts'
import type { Clock, Workbooks } from '../ports.ts'
import { beijingDay } from '../report/moment.ts'

export interface Exported {
  /** A name for the file. */
  readonly name: string
  readonly type: string
  readonly datasets: number
  readonly bytes: Uint8Array<ArrayBuffer>
}

interface Parts {
  readonly catalogue: Catalogue
  readonly workbooks: Workbooks
  readonly clock: Clock
  readonly version: string
}

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jsonld: 'application/ld+json',
} as const

/**
 * Every dataset whose descriptor can be read, but for what was brought from files on this machine:
 * that is shared with nobody. `export_refused` where the form cannot
 * hold it.
 */
export async function exportCatalogue(
  { catalogue, workbooks, clock, version }: Parts,
  format: ExchangeFormat,
): Promise<Exported> {
  const packages = catalogue
    .entries()
    .flatMap((entry) => (entry.imported ? [] : (entry.package ?? [])))
  const day = beijingDay(clock.now())
  const madeBy = `致知 ${version}，${day}`
  const facts = {
    name: `数据目录-${day}.${format}`,
    type: types[format],
    datasets: packages.length,
  }
  if (format === 'jsonld') {
    const text = `${JSON.stringify(toJsonLd(packages, madeBy), null, 2)}\n`
    return { ...facts, bytes: new TextEncoder().encode(text) }
  }
  const sheets = toWorkbook(packages, madeBy)
  const problem = tooLong(sheets)
  if (problem !== undefined) throw new ZhizhiError('export_refused', { problem })
  return { ...facts, bytes: await workbooks.write(sheets) }
}
