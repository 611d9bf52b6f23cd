import { describe, expect, it } from 'vitest'
import type { Task } from '../../desktop/domain/course/compare.ts'
import { diagnose, signsOf, surviving } from '../../desktop/domain/course/diagnose.ts'
import type { Cell, Result, Row } from '../../desktop/domain/course/result.ts'
import { result, task } from './course-result.ts'

const counts = result(
  ['street', 'n'],
  [
    ['桂花街道', 17],
    ['槐荫街道', 16],
    ['东湖街道', 16],
    ['北门街道', 3],
  ],
)
const byCount = task(['street', 'n'], { order: [{ column: 'n', descending: true }] })

const judge = (asked: Task, given: Result, reference = counts) =>
  diagnose(asked, reference, given).code

/** The same rows with one change. */
const changed = (change: (rows: Row[]) => readonly Row[]): Result => ({
  ...counts,
  rows: change([...counts.rows]),
})

describe('a right answer', () => {
  it.each<[string, Result]>([
    ['the reference itself', counts],
    ['rows in another order', changed((rows) => rows.toReversed())],
    [
      'columns in another order',
      result(
        ['n', 'street'],
        counts.rows.map(([a = null, b = null]) => [b, a]),
      ),
    ],
    [
      'names in other letters and spaces',
      {
        ...counts,
        columns: [
          { name: ' Street', type: 'VARCHAR' },
          { name: '"N"', type: 'HUGEINT' },
        ],
      },
    ],
    [
      'whole numbers as fractions',
      { ...counts, columns: [counts.columns[0]!, { name: 'n', type: 'DOUBLE' }] },
    ],
  ])('passes: %s', (_, given) => {
    expect(judge(task(['street', 'n']), given)).toBe('ok')
  })

  it('passes under other names, with a note', () => {
    const given = result(['街道', '件数'], counts.rows, ['VARCHAR', 'BIGINT'])
    expect(diagnose(byCount, counts, given)).toMatchObject({ code: 'ok', renamed: true })
  })

  it('passes with its columns turned about under other names', () => {
    const rows = counts.rows.map(([street = null, n = null]) => [n, street])
    const given = result(['件数', '街道'], rows, ['BIGINT', 'VARCHAR'])
    expect(diagnose(byCount, counts, given)).toMatchObject({ code: 'ok', orders: [[1, 0]] })
  })

  it('keeps every way to read its columns, for other data to decide', () => {
    const reference = result(['a', 'b'], [[1, 1]], ['BIGINT', 'BIGINT'])
    const given = result(['x', 'y'], [[1, 1]], ['BIGINT', 'BIGINT'])
    const diagnosis = diagnose(task(['a', 'b']), reference, given)
    expect(diagnosis).toMatchObject({
      orders: [
        [0, 1],
        [1, 0],
      ],
    })
    const elsewhere = result(['a', 'b'], [[1, 2]], ['BIGINT', 'BIGINT'])
    const there = result(['x', 'y'], [[2, 1]], ['BIGINT', 'BIGINT'])
    const orders = diagnosis.code === 'ok' ? diagnosis.orders : []
    expect(surviving(task(['a', 'b']), elsewhere, there, orders)).toEqual([[1, 0]])
  })
})

describe('a wrong answer', () => {
  it.each<[string, string, Result]>([
    [
      'a column too few',
      'columns',
      result(
        ['street'],
        counts.rows.map(([a = null]) => [a]),
      ),
    ],
    [
      'a column too many',
      'columns',
      result(
        ['street', 'n', 'day'],
        counts.rows.map((row) => [...row, null]),
      ),
    ],
    [
      'a text for a number',
      'columns',
      result(
        ['street', 'day'],
        counts.rows.map(([a = null]) => [a, '2025-01-01']),
      ),
    ],
    ['a row too few', 'row_count', changed((rows) => rows.slice(1))],
    ['a row twice', 'row_count', changed((rows) => [...rows, rows[0]!])],
    ['nothing at all', 'row_count', changed(() => [])],
    [
      'another row in place of one',
      'rows',
      changed((rows) => [['青石镇', 17], ...rows.slice(1, 3), ['白沙镇', 9]]),
    ],
    ['a wrong number', 'values', changed((rows) => rows.with(0, ['桂花街道', 41]))],
    ['NULL for 0', 'values', changed((rows) => rows.with(3, ['北门街道', null]))],
  ])('%s → %s', (_, code, given) => {
    expect(judge(task(['street', 'n']), given)).toBe(code)
  })

  it('says which column is wrong, which way, and pairs the rows', () => {
    const given = changed((rows) =>
      rows.map(([street = null, n]) => [street, Number(n) + 5]).toReversed(),
    )
    expect(diagnose(byCount, counts, given)).toMatchObject({
      code: 'values',
      wrong: ['n'],
      rows: 4,
      lean: { column: 'n', way: 'high' },
      difference: {
        missing: [
          ['桂花街道', 17],
          ['槐荫街道', 16],
          ['东湖街道', 16],
          ['北门街道', 3],
        ],
        extra: [
          ['桂花街道', 22],
          ['槐荫街道', 21],
          ['东湖街道', 21],
          ['北门街道', 8],
        ],
      },
    })
  })

  it('says that right columns stand under each other’s names', () => {
    const rows = counts.rows.map(([street = null, n = null]) => [n, street])
    const given = result(['street', 'n'], rows, ['BIGINT', 'VARCHAR'])
    expect(diagnose(byCount, counts, given)).toMatchObject({ code: 'columns', swapped: true })
  })

  it('shows that it has too many rows and too high numbers at once', () => {
    const given = changed((rows) =>
      [...rows, ['青石镇', 1]].map(([s = null, n]) => [s, Number(n) + 1]),
    )
    const diagnosis = diagnose(byCount, counts, given)
    expect(diagnosis).toMatchObject({ code: 'row_count', lean: { way: 'high' } })
    expect(signsOf(diagnosis)).toEqual(['row-count', 'rows-extra', 'rows-missing'])
  })

  it('is never right when its rows were cut off', () => {
    const given = { ...counts, truncated: true }
    expect(diagnose(byCount, counts, given)).toMatchObject({ code: 'row_count', cut: true })
  })
})

describe('order', () => {
  const tiesTurned = changed((rows) => [rows[0]!, rows[2]!, rows[1]!, rows[3]!])

  it.each<[string, string, Task, Result]>([
    [
      'is free where the task asks for none',
      'ok',
      task(['street', 'n']),
      changed((rows) => rows.toReversed()),
    ],
    ['counts where it is asked for', 'order', byCount, changed((rows) => rows.toReversed())],
    ['is free within ties', 'ok', byCount, tiesTurned],
    [
      'counts on every key',
      'order',
      { ...byCount, order: [...byCount.order, { column: 'street', descending: true }] },
      tiesTurned,
    ],
  ])('%s', (_, code, asked, given) => {
    expect(judge(asked, given)).toBe(code)
  })
})

describe('the first rows of a ranking', () => {
  const topTwo: Task = { ...byCount, top: 2 }
  const first = (...places: number[]) => changed((rows) => places.map((place) => rows[place]!))

  it.each<[string, string, Result]>([
    ['the first of those that tie', 'ok', first(0, 1)],
    ['another of those that tie', 'ok', first(0, 2)],
    ['ties without the leader', 'rows', first(1, 2)],
    ['somebody below the line', 'rows', first(0, 3)],
    ['all rows', 'row_count', counts],
    ['both in the wrong order', 'order', first(1, 0)],
    ['one row twice', 'rows', first(0, 0)],
  ])('%s → %s', (_, code, given) => {
    expect(judge(topTwo, given)).toBe(code)
  })
})

describe('numbers', () => {
  const one = (value: Cell, type = 'DOUBLE') => result(['share'], [[value]], [type])
  const compareOne = (expected: Cell, given: Cell, more: Partial<Task> = {}, type = 'DOUBLE') =>
    judge(task(['share'], more), one(given, type), one(expected))

  it.each<[string, Cell, Cell, Partial<Task>, string]>([
    ['a last bit', 0.1 + 0.2, 0.3, {}, 'ok'],
    ['a millionth', 1_000_000, 1_000_000.9, {}, 'ok'],
    ['more than a millionth', 1_000_000, 1_000_002, {}, 'values'],
    ['nearly nothing', 0, 5e-10, {}, 'ok'],
    ['NULL and 0', 0, null, {}, 'values'],
    ['not a number and 0', 0, 'nan', {}, 'values'],
    ['two infinities', 'inf', 'inf', {}, 'ok'],
    ['infinity of the other sign', 'inf', '-inf', {}, 'values'],
    ['rounded as the task says', 12.3456, 12.3, { decimals: 1 }, 'ok'],
    ['not rounded though the task says so', 12.3, 12.3456, { decimals: 1 }, 'ok'],
    ['rounded too far', 12.3456, 12, { decimals: 1 }, 'values'],
    ['a decimal as text', 12.5, '12.50', {}, 'ok'],
  ])('%s', (_, expected, given, more, code) => {
    expect(compareOne(expected, given, more)).toBe(code)
  })

  it('does not take neighbouring whole numbers for one, however large', () => {
    const big = (id: Cell) => result(['id'], [[id]], ['BIGINT'])
    expect(judge(task(['id']), big(2_000_002), big(2_000_001))).toBe('values')
    expect(judge(task(['id']), big('9007199254740993'), big('9007199254740992'))).toBe('values')
  })

  it('takes a date and the same date at midnight for one', () => {
    const day = result(['day'], [['2025-03-01']])
    const moment = result(['day'], [['2025-03-01 00:00:00']], ['TIMESTAMP'])
    expect(judge(task(['day']), moment, day)).toBe('ok')
  })

  it('pairs near numbers one to one', () => {
    const values = (...list: number[]) =>
      result(
        ['share'],
        list.map((value) => [value]),
      )
    const asked = task(['share'], { decimals: 1 })
    expect(judge(asked, values(0.12, 0.06), values(0.1, 0.15))).toBe('ok')
    expect(judge(asked, values(0.12, 0.12), values(0.1, 0.3))).toBe('rows')
  })
})
