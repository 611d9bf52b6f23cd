import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { audit } from '../../desktop/domain/privacy/disclosure/audit.ts'
import type {
  Cell,
  Measure,
  Released,
  Table,
} from '../../desktop/domain/privacy/disclosure/model.ts'
import { protect, releasedOf } from '../../desktop/domain/privacy/disclosure/protect.ts'
import { loadSolver } from '../bench/disclosure/attack.ts'
import { narrowCells } from '../bench/disclosure/main.ts'
import { drawPeople, tableOf } from '../bench/disclosure/tables.ts'
import { countsBy, countsWithTotals, policy } from './disclosure-support.ts'

let solver: Awaited<ReturnType<typeof loadSolver>>
beforeAll(async () => {
  solver = await loadSolver()
})

const states = (table: Table, earlier: Parameters<typeof protect>[2] = []) =>
  protect(table, policy, earlier).cells.map((cell) =>
    cell.state === 'suppressed' ? cell.why : cell.state,
  )

describe('a table by itself', () => {
  test('leaves as it is where no group is small', () => {
    const outcome = protect(
      countsWithTotals([
        [9, 8],
        [7, 6],
      ]),
      policy,
      [],
    )
    expect(outcome.safe).toBe(true)
    expect(outcome.cells.every(({ state }) => state === 'shown')).toBe(true)
    expect(outcome.coarser).toEqual([])
  })

  test('without totals loses its small groups alone', () => {
    expect(states(countsBy('street', { a: 3, b: 9, c: 40 }))).toEqual(['few', 'shown', 'shown'])
  })

  test('with totals loses a second cell in each line, and no total', () => {
    const table = countsWithTotals([
      [3, 20, 30],
      [25, 9, 40],
      [50, 60, 70],
    ])
    const { cells, counts, safe } = protect(table, policy, [])
    expect(safe).toBe(true)
    expect(counts).toEqual({ few: 1, dominance: 0, complement: 3, earlier: 0 })
    const totals = cells.filter((_, at) => table.cells[at]?.keys.includes(undefined))
    expect(totals.every(({ state }) => state === 'shown')).toBe(true)
  })

  test('shows an empty group: nobody is in it', () => {
    expect(states(countsBy('street', { a: 0, b: 9 }))).toEqual(['shown', 'shown'])
  })

  test('is all kept back where every group is small', () => {
    const outcome = protect(countsWithTotals([[1], [2]]), policy, [])
    expect(outcome.cells.every(({ state }) => state === 'suppressed')).toBe(true)
  })

  test('takes a group without a value for a group, not for a total', () => {
    const cells = [null, 'a', undefined].map((key, at): Cell => {
      const count = [3, 40, 43][at] ?? 0
      return { keys: [key], contributors: count, values: [count], largest: [[]] }
    })
    const outcome = protect({ ...countsBy('street', {}), cells }, policy, [])
    expect(outcome.cells.map(({ state }) => state)).not.toContain('rounded')
    expect(outcome.cells[0]).toEqual({ state: 'suppressed', why: 'few' })
    expect(outcome.cells.filter(({ state }) => state === 'suppressed')).toHaveLength(2)
  })

  test('has at least two cells missing among means too', () => {
    const table = countsWithTotals([
      [3, 20],
      [25, 9],
    ])
    const measures: Measure[] = [{ name: 'avg(age)', kind: 'derived' }]
    const outcome = protect({ ...table, measures }, policy, [])
    expect(outcome.counts).toEqual({ few: 1, dominance: 0, complement: 3, earlier: 0 })
  })

  test('says which columns to leave out', () => {
    const table = countsWithTotals([
      [3, 20],
      [4, 30],
      [2, 25],
      [1, 60],
    ])
    expect(protect(table, policy, []).coarser).toEqual([['street'], ['sex']])
  })
})

describe('dominance', () => {
  const withSum = (top: readonly number[]): Table => ({
    population: 'firms',
    by: ['street'],
    measures: [{ name: 'sum(tax)', kind: 'sum' }],
    cells: [{ keys: ['a'], contributors: 9, values: [100], largest: [top] }],
  })

  test.each([
    [[50, 36], 'dominance'],
    [[50, 35], 'shown'],
    [[90], 'dominance'],
    [[], 'shown'],
  ])('with the largest %j of 100: %s', (top, state) => {
    expect(states(withSum(top))).toEqual([state])
  })
})

describe('tables one after another', () => {
  const inner = tableOf(drawPeople([4, 3], 7, 5), ['A', 'B'], 'none')
  const totals = tableOf(drawPeople([4, 3], 7, 5), ['A'], 'none')

  test('a total that would open a cell of an earlier table is kept back', () => {
    const first = countsBy('street', { a: 3, b: 9, c: 40 })
    const earlier = [releasedOf(first, protect(first, policy, []))]
    const total: Table = {
      ...first,
      by: [],
      cells: [{ keys: [], contributors: 52, values: [52], largest: [[]] }],
    }
    expect(states(total)).toEqual(['shown'])
    expect(states(total, earlier)).toEqual(['earlier'])
  })

  test('the same table leaves the same', () => {
    const table = countsWithTotals([
      [3, 20, 30],
      [25, 9, 40],
      [50, 60, 70],
    ])
    const first = releasedOf(table, protect(table, policy, []))
    const again = releasedOf(table, protect(table, policy, [first]))
    expect(again).toEqual(first)
  })

  test('nothing leaves where what is out already gives the cell away', () => {
    const table = countsBy('street', { a: 3, b: 9, c: 40 })
    const out = { population: 'residents', measures: ['count(*)'] }
    const total = { ...out, by: [], cells: [{ keys: [], values: [52] }] }
    const others = ['b', 'c'].map((key) => ({ keys: [key], values: [key === 'b' ? 9 : 40] }))
    const earlier = [total, { ...out, by: ['street'], cells: others }]
    const outcome = protect(table, policy, earlier)
    expect(outcome.safe).toBe(false)
    expect(outcome.cells.every(({ state }) => state === 'suppressed')).toBe(true)
    expect(releasedOf(table, outcome).cells).toEqual([])
  })

  test('another population has no say', () => {
    const first = { ...inner, population: 'others' }
    const earlier = [releasedOf(first, protect(first, policy, []))]
    expect(states(totals, earlier)).toEqual(states(totals))
  })

  test('figures that contradict what was published do not leave', () => {
    const first = countsBy('street', { a: 3, b: 9, c: 40 })
    const earlier = [
      releasedOf(first, protect(first, policy, [])),
      {
        ...releasedOf(first, protect(first, policy, [])),
        by: [],
        cells: [{ keys: [], values: [8] }],
      },
    ]
    const table = countsWithTotals([
      [3, 20],
      [25, 9],
    ])
    expect(protect({ ...table, by: ['street', 'sex'] }, policy, earlier).safe).toBe(false)
  })

  test('three tables crossed in a ring open no cell', () => {
    for (let seed = 1; seed <= 12; seed++) {
      const people = drawPeople([3, 3, 2], 6, seed)
      const out: Released[] = []
      const tables = [
        ['A', 'B'],
        ['B', 'C'],
        ['A', 'C'],
      ].map((by) => tableOf(people, by, 'none'))
      for (const table of tables) out.push(releasedOf(table, protect(table, policy, out)))
      for (const table of tables) expect(narrowCells(solver, table, out)).toBe(0)
    }
  })

  test('a later table never opens a cell', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.integer({ min: 2, max: 9 }),
        fc.constantFrom(['A'], ['A', 'C'], ['B', 'C'], ['A', 'B', 'C']),
        (seed, perCell, by) => {
          const people = drawPeople([4, 3, 2], perCell, seed)
          const first = tableOf(people, ['A', 'B'], seed % 2 ? 'cube' : 'none')
          const second = tableOf(people, by, 'cube')
          const one = releasedOf(first, protect(first, policy, []))
          const other = releasedOf(second, protect(second, policy, [one]))
          expect(narrowCells(solver, first, [one, other])).toBe(0)
          expect(narrowCells(solver, second, [one, other])).toBe(0)
        },
      ),
      { numRuns: 25 },
    )
  })
})

describe('any table with totals', () => {
  const shapes = fc.constantFrom([3, 2], [5, 4], [7, 3], [3, 3, 2])

  test('leaves no cell that a linear programme could work out, and shows nothing small', () => {
    fc.assert(
      fc.property(
        shapes,
        fc.integer({ min: 1, max: 1e6 }),
        fc.integer({ min: 2, max: 20 }),
        fc.boolean(),
        (shape, seed, perCell, withSum) => {
          const people = drawPeople(shape, perCell, seed)
          const table = tableOf(people, people.columns, 'cube', withSum)
          const outcome = protect(table, policy, [])
          const released = releasedOf(table, outcome)
          expect(narrowCells(solver, table, [released])).toBe(0)
          expect(audit([released], table, policy)).toEqual([])
          for (const [at, { contributors }] of table.cells.entries())
            if (contributors < 5) expect(outcome.cells[at]?.state).toBe('suppressed')
          expect(protect(table, policy, [])).toEqual(outcome)
        },
      ),
      { numRuns: 40 },
    )
  })

  test('is found out where one per line is missing', () => {
    const table = countsWithTotals([
      [3, 20],
      [25, 9],
    ])
    const cells = table.cells.map(({ keys, values }, at) => ({
      keys,
      values: at === 0 ? null : values,
    }))
    const released = { ...releasedOf(table, protect(table, policy, [])), cells }
    expect(narrowCells(solver, table, [released])).toBe(1)
    expect(audit([released], table, policy)).toMatchObject([{ measure: 'count(*)' }])
  })
})
