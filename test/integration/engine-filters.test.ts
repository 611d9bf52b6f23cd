import * as fc from 'fast-check'
import { tableFromIPC } from '@uwdata/flechette'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ColumnFilter, ColumnSummary, Relation, Sort } from '../../desktop/contract/table.ts'
import { failure } from './engine-failure.ts'
import { cell, EngineSession, main } from './engine-session.ts'

let session: EngineSession
let columns: ColumnSummary[]
beforeAll(async () => {
  session = await EngineSession.open()
  columns = await summary(main('tickets'))
})
afterAll(() => session.close())

const summary = async (relation: Relation) =>
  (await session.engine.call('relation.summary', { relation })).columns
const remaining = (relation: Relation, filters: ColumnFilter[]) =>
  session.engine.call('relation.remaining', { relation, filters })
async function page(
  relation: Relation,
  filters: ColumnFilter[],
  { offset = 0, limit = 10_000, sort = [] as Sort[] } = {},
) {
  const input = { relation, offset, limit, sort, filters }
  const { bytes } = await session.engine.call('relation.page', input)
  return tableFromIPC(bytes, { useBigInt: true }).toArray() as Record<string, unknown>[]
}

const day = (i: number) => new Date(Date.UTC(2020, 0, 1 + (i % 400))).toISOString().slice(0, 10)
/** The rows of `tickets`, as the session makes them. */
const tickets = Array.from({ length: 5000 }, (_, i): Record<string, string | null> => ({
  id: String(i),
  k: String(i % 7),
  x: String(i / 10),
  d: day(i),
  街道: `街道${i % 12}`,
  ok: i % 10 > 0 ? String(i % 3 === 0) : null,
}))

/** The bar of a value by the words of the summary alone: its number, `rest` or `null`. */
function barOf({ type, bins, top }: ColumnSummary, value: string | null): string {
  if (value === null) return 'null'
  if (bins.length === 0) {
    const at = top.findIndex((one) => one.value === value)
    return at < 0 ? 'rest' : String(at)
  }
  const before = (edge: string) => (type === 'DATE' ? edge <= value : Number(edge) <= Number(value))
  return String(bins.findLastIndex(({ from }) => before(from)))
}

function meets(row: Record<string, string | null>, filters: readonly ColumnFilter[]): boolean {
  const columnsAsked = new Set(filters.map(({ column }) => column))
  return [...columnsAsked].every((name) => {
    const column = columns.find((one) => one.name === name)!
    const value = row[name] ?? null
    const bar = barOf(column, value)
    return filters.some((filter) => {
      if (filter.column !== name) return false
      if (filter.kind === 'bins') return Number(bar) >= filter.from && Number(bar) < filter.to
      return filter.kind === 'values' ? filter.values.includes(value ?? '') : bar === filter.kind
    })
  })
}

const bins = (column: string) =>
  fc.tuple(fc.nat(20), fc.nat(20)).map(([a, b]): ColumnFilter => {
    const most = columns.find(({ name }) => name === column)?.bins.length ?? 0
    const [from, to] = [Math.min(a, b, most), Math.min(Math.max(a, b), most)]
    return { kind: 'bins', column, from, to }
  })
const oneFilter = fc.oneof(
  ...['id', 'k', 'x', 'd'].map(bins),
  fc.constantFrom<ColumnFilter>(
    { kind: 'values', column: '街道', values: ['街道1', '街道3'] },
    { kind: 'rest', column: '街道' },
    { kind: 'values', column: 'ok', values: ['true'] },
    { kind: 'values', column: 'ok', values: ['false'] },
    { kind: 'null', column: 'ok' },
    { kind: 'null', column: 'k' },
  ),
)

describe('filters on a table', () => {
  it('leave of each bar what the other columns’ filters leave, and the rows that meet them all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(oneFilter, { maxLength: 5 }), async (filters) => {
        const got = await remaining(main('tickets'), filters)
        const left = tickets.filter((row) => meets(row, filters))
        expect(got.rows).toBe(left.length)
        for (const [n, column] of columns.entries()) {
          const others = filters.filter((filter) => filter.column !== column.name)
          const counts = new Map<string, number>()
          for (const row of tickets) {
            if (!meets(row, others)) continue
            const bar = barOf(column, row[column.name] ?? null)
            counts.set(bar, (counts.get(bar) ?? 0) + 1)
          }
          const { name, bars, rest, nulls } = got.columns[n]!
          expect(name).toBe(column.name)
          expect(bars).toEqual(bars.map((_, bar) => counts.get(String(bar)) ?? 0))
          expect([rest, nulls]).toEqual([counts.get('rest') ?? 0, counts.get('null') ?? 0])
        }
        const ids = (await page(main('tickets'), filters)).map(({ id }) => String(id))
        expect(ids).toEqual(left.map(({ id }) => id))
      }),
      { numRuns: 25 },
    )
  })

  it('leave everything where there are none: the bars of the summary itself', async () => {
    const { rows, columns: left } = await remaining(main('tickets'), [])
    expect(rows).toBe(5000)
    expect(left.map(({ bars }) => bars)).toEqual(
      columns.map(({ bins, top }) => (bins.length > 0 ? bins : top).map(({ count }) => count)),
    )
    expect(left.map(({ nulls }) => nulls)).toEqual(columns.map(({ nulls }) => nulls))
  })

  it('are kept by pages in any order', async () => {
    const filters: ColumnFilter[] = [
      { kind: 'values', column: '街道', values: ['街道5'] },
      { kind: 'bins', column: 'k', from: 2, to: 4 },
    ]
    const left = tickets.filter((row) => meets(row, filters)).map(({ id }) => Number(id))
    const sort = [{ column: 'id', descending: true }]
    const got = await page(main('tickets'), filters, { offset: 3, limit: 7, sort })
    expect(got.map(({ id }) => Number(id))).toEqual(left.toReversed().slice(3, 10))
    expect(await page(main('tickets'), filters, { offset: left.length })).toEqual([])
  })

  it('follow a table that is made anew', async () => {
    const filters: ColumnFilter[] = [{ kind: 'values', column: 'a', values: ['y'] }]
    await session.make(
      'renewed',
      `SELECT CASE WHEN i < 30 THEN 'y' ELSE 'n' END AS a FROM range(100) r(i)`,
    )
    expect((await remaining(cell('renewed'), filters)).rows).toBe(30)
    await session.make(
      'renewed',
      `SELECT CASE WHEN i < 40 THEN 'y' ELSE 'n' END AS a FROM range(100) r(i)`,
    )
    expect((await remaining(cell('renewed'), filters)).rows).toBe(40)
    expect(await page(cell('renewed'), filters)).toHaveLength(40)
  })

  it('stand any type, any extreme and any name', async () => {
    await session.make(
      'any',
      `SELECT * FROM (VALUES
        (1, 'nan'::DOUBLE, 'infinity'::DATE, [1, 2], 'x''); DROP TABLE "a" --', 'b'::BLOB, NULL::INTEGER),
        (2, 1.5, DATE '2020-01-01', NULL, 'x', NULL, NULL),
        (3, NULL, NULL, [1, 2], repeat('长', 300), 'c'::BLOB, NULL)
      ) v(rowid, "a""b", 日期, 表, zhizhi_code_0, blob, 空)`,
    )
    const rest = (column: string): ColumnFilter => ({ kind: 'rest', column })
    const all = await remaining(cell('any'), [])
    expect(all.rows).toBe(3)
    expect(all.columns.map(({ rest, nulls }) => [rest, nulls])).toEqual([
      [0, 0],
      [1, 1],
      [1, 1],
      [0, 1],
      [0, 0],
      [2, 1],
      [0, 3],
    ])
    const ids = async (...filters: ColumnFilter[]) =>
      (await page(cell('any'), filters)).map(({ rowid }) => Number(rowid))
    expect(await ids(rest('a"b'))).toEqual([1])
    expect(await ids(rest('日期'))).toEqual([1])
    expect(await ids(rest('BLOB'))).toEqual([1, 3])
    expect(await ids({ kind: 'values', column: '表', values: ['[1, 2]'] })).toEqual([1, 3])
    const { top } = (await summary(cell('any')))[4]!
    for (const { value } of top) {
      expect(await ids({ kind: 'values', column: 'zhizhi_code_0', values: [value] })).toHaveLength(
        1,
      )
    }
    const sort = [{ column: 'rowid', descending: true }]
    const last = await page(cell('any'), [{ kind: 'null', column: '空' }], { limit: 1, sort })
    expect(last.map(({ rowid }) => Number(rowid))).toEqual([3])
  })

  it.each<[ColumnFilter, string]>([
    [{ kind: 'null', column: 'moon' }, 'not_found'],
    [{ kind: 'null', column: 'id" IS NULL OR "id' }, 'not_found'],
    [{ kind: 'bins', column: 'id', from: 0, to: 21 }, 'bad_request'],
    [{ kind: 'bins', column: 'id', from: 3, to: 2 }, 'bad_request'],
    [{ kind: 'bins', column: 'ok', from: 0, to: 1 }, 'bad_request'],
    [{ kind: 'bins', column: 'id', from: -1, to: 1 }, 'bad_request'],
    [{ kind: 'values', column: 'ok', values: ["true' OR '1'='1"] }, 'bad_request'],
    [{ kind: 'values', column: 'id', values: ['1'] }, 'bad_request'],
  ])('that mean nothing are refused: %o', async (filter, code) => {
    const asked = await failure(remaining(main('tickets'), [filter]))
    const paged = await failure(page(main('tickets'), [filter]))
    expect([asked.code, paged.code]).toEqual([code, code])
  })

  it('serve many at once, over more tables than are kept', async () => {
    const names = Array.from({ length: 12 }, (_, n) => `t${n}`)
    for (const [n, name] of names.entries()) {
      await session.make(name, `SELECT i % 5 AS a FROM range(${100 + n * 5}) r(i)`)
    }
    const filters: ColumnFilter[] = [{ kind: 'bins', column: 'a', from: 0, to: 2 }]
    const each = [...names, ...names].map(async (name) => [
      (await remaining(cell(name), filters)).rows,
      (await page(cell(name), filters)).length,
    ])
    const rows = names.map((_, n) => (100 + n * 5) * 0.4)
    expect(await Promise.all(each)).toEqual([...rows, ...rows].map((count) => [count, count]))
  })
})
