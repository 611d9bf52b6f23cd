import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Task } from '../../desktop/domain/course/compare.ts'
import { diagnose } from '../../desktop/domain/course/diagnose.ts'
import type { Cell, Result, Row } from '../../desktop/domain/course/result.ts'
import { result, task } from './course-result.ts'

const judge = (asked: Task, given: Result, reference: Result) =>
  diagnose(asked, reference, given).code

const street = fc.constantFrom<Cell>('桂花街道', '槐荫街道', '', 'a', null)
const whole = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constant(null))
const fraction = fc.oneof(
  fc.constantFrom(0, 0.1, 0.1 + 0.2, 1e9, -1e-12, Math.PI),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }),
  fc.constant(null),
)
const names = ['street', 'n', 'share']
const rowsOf = (minLength: number) =>
  fc.array(fc.tuple(street, whole, fraction), { minLength, maxLength: 40 })
const shuffled = (rows: readonly Row[]) =>
  fc.shuffledSubarray([...rows], { minLength: rows.length, maxLength: rows.length })

describe('for any result', () => {
  it('the same rows in any order pass', () => {
    const pair = rowsOf(0).chain((rows) => fc.tuple(fc.constant(rows), shuffled(rows)))
    fc.assert(
      fc.property(pair, ([rows, others]) => {
        expect(judge(task(names), result(names, others), result(names, rows))).toBe('ok')
      }),
    )
  })

  it('columns in any order, under any names, pass', () => {
    const turned = fc.tuple(rowsOf(1), fc.shuffledSubarray([0, 1, 2], { minLength: 3 }))
    fc.assert(
      fc.property(turned, fc.boolean(), ([rows, places], renamed) => {
        const kinds = ['VARCHAR', 'BIGINT', 'DOUBLE']
        const given = result(
          places.map((place) => (renamed ? `c${place}` : names[place]!)),
          rows.map((row) => places.map((place) => row[place]!)),
          places.map((place) => kinds[place]!),
        )
        expect(judge(task(names), given, result(names, rows))).toBe('ok')
      }),
    )
  })

  it('one changed value fails as rows or values', () => {
    const place = fc.tuple(fc.nat(), fc.constantFrom(0, 1, 2))
    fc.assert(
      fc.property(rowsOf(1), place, (rows, [at, column]) => {
        const index = at % rows.length
        const other = column === 0 ? '别处' : column === 1 ? 99 : 5e6
        const row = (rows[index] as readonly Cell[]).with(column, other)
        const given = result(names, (rows as Row[]).with(index, row))
        expect(['rows', 'values']).toContain(judge(task(names), given, result(names, rows)))
      }),
    )
  })

  it('one row less or one more fails as row_count', () => {
    fc.assert(
      fc.property(rowsOf(1), fc.nat(), fc.boolean(), (rows, at, less) => {
        const index = at % rows.length
        const others = less ? rows.toSpliced(index, 1) : [...rows, rows[index]!]
        expect(judge(task(names), result(names, others), result(names, rows))).toBe('row_count')
      }),
    )
  })

  it('comparing is the same in both directions', () => {
    fc.assert(
      fc.property(rowsOf(0), rowsOf(0), (one, other) => {
        const there = judge(task(names), result(names, other), result(names, one)) === 'ok'
        const back = judge(task(names), result(names, one), result(names, other)) === 'ok'
        expect(there).toBe(back)
      }),
    )
  })
})
