import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DataPackage } from '../../desktop/domain/catalogue/data-package.ts'
import { dataPackageSchema } from '../../desktop/domain/catalogue/data-package.ts'
import { compare } from '../../desktop/domain/catalogue/exchange/compare.ts'
import type { Drafts } from '../../desktop/domain/catalogue/exchange/draft.ts'
import { fromWorkbook } from '../../desktop/domain/catalogue/exchange/from-workbook.ts'
import { fromJsonLd, toJsonLd } from '../../desktop/domain/catalogue/exchange/jsonld.ts'
import type { ReadSheet, Sheet } from '../../desktop/domain/catalogue/exchange/sheet.ts'
import { toWorkbook } from '../../desktop/domain/catalogue/exchange/workbook.ts'
import { anyCatalogue, anyPackage } from './catalogue-arbitrary.ts'

/** The sheets as a program that reads them gives them: every cell as text. */
function asRead(sheets: readonly Sheet[]): ReadSheet[] {
  return sheets.map(({ name, columns, rows }) => ({
    name,
    rows: [
      columns.map(({ heading }) => heading),
      ...rows.map((row) => row.map((cell) => (cell === undefined ? undefined : String(cell)))),
    ],
  }))
}

function packagesOf(read: Drafts): DataPackage[] {
  if (!read.ok) throw new Error(read.problem)
  expect(read.notes).toEqual([])
  return read.drafts.map(({ problem, json }) => {
    expect(problem).toBeUndefined()
    return dataPackageSchema.parse(json)
  })
}

describe('a catalogue of any descriptors', () => {
  it('comes back from a workbook as it was', () => {
    fc.assert(
      fc.property(anyCatalogue, (packages) => {
        const sheets = asRead(toWorkbook(packages, '致知'))
        expect(packagesOf(fromWorkbook(sheets))).toEqual(packages)
      }),
      { numRuns: 300 },
    )
  })

  it('comes back from JSON-LD as it was', () => {
    fc.assert(
      fc.property(anyCatalogue, (packages) => {
        const text = JSON.stringify(toJsonLd(packages, '致知'))
        expect(packagesOf(fromJsonLd(JSON.parse(text)))).toEqual(packages)
      }),
      { numRuns: 300 },
    )
  })

  it('differs from itself in nothing, and from another in something', () => {
    fc.assert(
      fc.property(anyPackage, anyPackage, (a, b) => {
        expect(compare(a, a)).toEqual([])
        expect(compare(a, b)).not.toEqual([])
      }),
    )
  })
})
