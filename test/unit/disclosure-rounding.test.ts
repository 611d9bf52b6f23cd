import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { sipHash } from '../../desktop/domain/privacy/disclosure/keyed-hash.ts'
import type { Policy, Table } from '../../desktop/domain/privacy/disclosure/model.ts'
import { protect, releasedOf } from '../../desktop/domain/privacy/disclosure/protect.ts'
import { cellIdentity, roundedCount } from '../../desktop/domain/privacy/disclosure/rounding.ts'
import { attackOn, loadSolver } from '../bench/disclosure/attack.ts'
import { drawPeople, tableOf } from '../bench/disclosure/tables.ts'
import { countsBy, policy as suppressing } from './disclosure-support.ts'

const policy: Policy = { ...suppressing, method: 'round', roundingKey: 'a secret of the workspace' }

let solver: Awaited<ReturnType<typeof loadSolver>>
beforeAll(async () => {
  solver = await loadSolver()
})

test('the hash is SipHash-2-4: the vector of its authors', () => {
  const message = Array.from({ length: 15 }, (_, at) => at)
  expect(sipHash([0x0706050403020100n, 0x0f0e0d0c0b0a0908n], message)).toBe(0xa129ca6149be45e5n)
})

describe('a rounded count', () => {
  test('is a multiple of three, two away at most', () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.string(), fc.string({ minLength: 1 }), (count, cell, secret) => {
        const rounded = roundedCount(count, cell, secret)
        expect(rounded % 3).toBe(0)
        expect(Math.abs(rounded - count)).toBeLessThanOrEqual(2)
        expect(roundedCount(count, cell, secret)).toBe(rounded)
      }),
    )
  })

  test.each([0, 1, 2, 3, 7, 11])('is right on average: %i', (count) => {
    const cells = Array.from({ length: 6000 }, (_, at) => roundedCount(count, `cell ${at}`, 'x'))
    const mean = cells.reduce((sum, one) => sum + one, 0) / cells.length
    expect(Math.abs(mean - count)).toBeLessThan(0.08)
  })

  test('knows a cell in whatever order its columns stand', () => {
    expect(cellIdentity('p', 'm', ['a', 'b'], ['1', '2'])).toBe(
      cellIdentity('p', 'm', ['b', 'a'], ['2', '1']),
    )
    expect(cellIdentity('p', 'm', ['a', 'b'], ['1', undefined])).toBe(
      cellIdentity('p', 'm', ['a'], ['1']),
    )
  })
})

describe('a table', () => {
  test('is suppressed instead where there is no secret or a sum', () => {
    const table = countsBy('street', { a: 3, b: 9 })
    const { roundingKey: _, ...without } = policy
    expect(protect(table, without, []).cells[0]).toEqual({ state: 'suppressed', why: 'few' })
    const sum: Table = {
      ...table,
      measures: [{ name: 'sum(tax)', kind: 'sum' }],
      cells: table.cells.map((cell) => ({ ...cell, largest: [[1, 1]] })),
    }
    expect(protect(sum, policy, []).cells[0]).toEqual({ state: 'suppressed', why: 'few' })
  })

  test('is rounded throughout, its means left out where few stand behind them', () => {
    const table = countsBy('street', { a: 3, b: 9 })
    const withMean: Table = {
      ...table,
      measures: [...table.measures, { name: 'avg(age)', kind: 'derived' }],
      cells: table.cells.map((cell) => ({ ...cell, values: [cell.contributors, 71.5] })),
    }
    const outcome = protect(withMean, policy, [])
    expect(outcome.cells.map((cell) => 'values' in cell && cell.values[1])).toEqual([null, 71.5])
    expect(releasedOf(withMean, outcome).rounded).toBe(true)
  })

  test('never leaves a small cell one number alone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 2, max: 9 }), (seed, per) => {
        const table = tableOf(drawPeople([4, 3], per, seed), ['A', 'B'], 'cube')
        const released = releasedOf(table, protect(table, policy, []))
        const attack = attackOn(solver, [released], 'count(*)', 1)
        for (const { keys, contributors } of table.cells) {
          if (contributors >= 5) continue
          const [least, most] = attack.range({ by: table.by, keys }) ?? [0, 0]
          expect(most - least).toBeGreaterThan(0.99)
        }
        attack.close()
      }),
      { numRuns: 40 },
    )
  })
})
