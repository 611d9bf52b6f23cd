import { describe, expect, it } from 'vitest'
import { isTakenName, sqlName, tablesOf } from '../../desktop/domain/catalogue/sql-name.ts'
import { dataPackageSchema } from '../../desktop/domain/catalogue/data-package.ts'
import { descriptor } from './catalogue-descriptor.ts'

const dataset = dataPackageSchema.parse(descriptor())
const other = { ...dataset.resources[0]!, name: 'poles' }

describe('tablesOf', () => {
  it('names the table after the dataset where there is one resource', () => {
    expect(tablesOf(dataset)).toEqual([{ schema: '', name: 'street_lamps' }])
  })

  it('makes a schema of the dataset where there are several', () => {
    const tables = tablesOf({ ...dataset, resources: [...dataset.resources, other] })
    expect(tables.map(sqlName)).toEqual(['street_lamps.lamps', 'street_lamps.poles'])
  })
})

describe('sqlName', () => {
  it('quotes only what must be quoted', () => {
    expect(sqlName({ schema: '', name: 'census_2020' })).toBe('census_2020')
    expect(sqlName({ schema: '', name: '老人 "名册"' })).toBe('"老人 ""名册"""')
    expect(sqlName({ schema: 'a', name: '1b' })).toBe('a."1b"')
  })
})

describe('isTakenName', () => {
  it('knows the schemas that DuckDB has of itself', () => {
    expect(['main', 'information-schema', 'temp'].map(isTakenName)).toEqual([true, true, true])
    expect(isTakenName('main-roads')).toBe(false)
  })
})
