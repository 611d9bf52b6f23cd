import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keyWarnings } from '../../desktop/domain/notebook/query/key-check.ts'
import { countKeys } from '../../desktop/services/workbench/count-keys.ts'
import { QueryBench } from './query-tables.ts'

let bench: QueryBench
const signal = new AbortController().signal
beforeAll(async () => {
  bench = await QueryBench.open()
})
afterAll(() => bench.close())

describe('the keys of two tables', () => {
  const check = (left: string, leftColumns: string[], right: string, rightColumns: string[]) =>
    countKeys(
      bench.bench.engine,
      { left, leftColumns, right, rightColumns },
      { signal, schema: bench.session.id },
    )

  it('are counted, and what is to be feared is said', async () => {
    await bench.rowsOf('from: streets')
    const fine = await check('events', ['street'], 'streets', ['name'])
    expect(fine).toEqual({
      leftKeys: 2,
      matched: 2,
      rightRows: 3,
      rightKeys: 3,
      leftLength: 1,
      rightLength: 1,
    })
    expect(keyWarnings(fine, 'streets')).toEqual([])

    const many = await check('streets', ['name'], 'events', ['street'])
    expect(keyWarnings(many, 'events').map(({ kind }) => kind)).toEqual(['unmatched', 'fan-out'])
    const none = await check('events', ['channel'], 'streets', ['name'])
    expect(keyWarnings(none, 'streets').map(({ kind }) => kind)).toEqual(['level'])
  })

  it('are not counted where a column is not there', async () => {
    await expect(check('events', ['no'], 'streets', ['name'])).rejects.toThrow()
    await expect(check('events', ['street', 'day'], 'streets', ['name'])).rejects.toThrow()
  })
})
