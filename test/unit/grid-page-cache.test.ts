import { tableFromArrays, tableToIPC } from '@uwdata/flechette'
import { describe, expect, it } from 'vitest'
import { columnWidths } from '../../desktop/renderer/ui/grid/column-width.ts'
import { PAGE } from '../../desktop/domain/notebook/page-rows.ts'
import { PageCache } from '../../desktop/renderer/ui/grid/page-cache.ts'
import { readResult } from '../../desktop/domain/notebook/result-table.ts'

const arrow = (columns: Record<string, unknown[]>) =>
  tableToIPC(tableFromArrays(columns), { format: 'stream' }) ?? new Uint8Array()

/** A table of row numbers, whose pages come when told to. */
class Source {
  readonly asked: number[] = []
  #waiting: (() => void)[] = []

  readonly read = async (offset: number, limit: number) => {
    this.asked.push(offset / PAGE)
    await new Promise<void>((resolve) => this.#waiting.push(resolve))
    return arrow({ n: Array.from({ length: limit }, (_, index) => offset + index) })
  }

  async deliver(): Promise<void> {
    for (const resolve of this.#waiting.splice(0)) resolve()
    await new Promise((resolve) => setTimeout(resolve))
  }
}

const valueIn = (cache: PageCache, row: number) => {
  const loaded = cache.row(row)
  return loaded?.table.columns[0]?.at(loaded.index)
}

describe('the pages of a grid', () => {
  it('are asked for once, and hold their rows', async () => {
    const source = new Source()
    const cache = new PageCache({ read: source.read, rows: 450, pageRows: PAGE }, () => undefined)
    cache.want({ from: 190, to: 210 })
    cache.want({ from: 191, to: 211 })
    expect(cache.row(190)).toBeUndefined()
    await source.deliver()
    cache.want({ from: 190, to: 210 })
    expect(source.asked).toEqual([0, 1])
    expect([valueIn(cache, 0), valueIn(cache, 399), valueIn(cache, 400)]).toEqual([
      0,
      399,
      undefined,
    ])
  })

  it('are not asked for where the first came with the table', async () => {
    const source = new Source()
    const first = readResult(arrow({ n: Array.from({ length: PAGE }, (_, index) => index) }))
    const from = { read: source.read, rows: 450, pageRows: PAGE, first }
    const cache = new PageCache(from, () => undefined)
    expect(valueIn(cache, 7)).toBe(7)
    cache.want({ from: 190, to: 210 })
    await source.deliver()
    expect(source.asked).toEqual([1])
  })

  it('read no further than the last row', async () => {
    const source = new Source()
    const cache = new PageCache({ read: source.read, rows: 450, pageRows: PAGE }, () => undefined)
    cache.want({ from: 440, to: 450 })
    await source.deliver()
    expect(cache.row(449)?.table.rows).toBe(50)
  })

  it('are given up when they go out of view, and asked for again', async () => {
    const source = new Source()
    const cache = new PageCache(
      { read: source.read, rows: 10_000, pageRows: PAGE },
      () => undefined,
    )
    cache.want({ from: 0, to: 10 })
    cache.want({ from: 5000, to: 5010 })
    cache.want({ from: 0, to: 10 })
    await source.deliver()
    expect(source.asked).toEqual([0, 25, 0])
    expect(valueIn(cache, 3)).toBe(3)
    expect(cache.row(5000)).toBeUndefined()
  })

  it('are kept up to a number, those in use longest', async () => {
    const source = new Source()
    const cache = new PageCache(
      { read: source.read, rows: 1_000_000, pageRows: PAGE },
      () => undefined,
    )
    for (let page = 0; page < 60; page += 1) {
      cache.want({ from: page * PAGE, to: page * PAGE + 1 })
      await source.deliver()
    }
    expect(cache.row(0)).toBeUndefined()
    expect(valueIn(cache, 59 * PAGE)).toBe(59 * PAGE)
  })

  it('say what went wrong, and can be asked for again', async () => {
    let fail = true
    const errors: unknown[] = []
    const read = () =>
      fail ? Promise.reject(new Error('gone')) : Promise.resolve(arrow({ n: [7] }))
    const cache = new PageCache({ read, rows: 1, pageRows: PAGE }, (error) => errors.push(error))
    cache.want({ from: 0, to: 1 })
    await new Promise((resolve) => setTimeout(resolve))
    fail = false
    cache.want({ from: 0, to: 1 })
    await new Promise((resolve) => setTimeout(resolve))
    expect(errors).toHaveLength(1)
    expect(valueIn(cache, 0)).toBe(7)
  })
})

it('gives a column the width of its name and values, Chinese counting twice', () => {
  const table = readResult(
    arrow({ id: ['1'], province: ['新疆维吾尔自治区'], note: ['x'.repeat(500)] }),
  )
  expect(columnWidths(['id', 'province', 'note'], table)).toEqual([8, 19, 30])
})
