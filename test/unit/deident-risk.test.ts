import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classesOf, Coder } from '../../desktop/domain/privacy/deidentify/classes.ts'
import { riskOf } from '../../desktop/domain/privacy/deidentify/risk.ts'

/** k, l and t as their definitions say, over plain rows and without a thought for time. */
function naive(rows: readonly string[][], sensitive: readonly string[], ordered: boolean) {
  const classes = new Map<string, string[]>()
  rows.forEach((row, at) => {
    const key = JSON.stringify(row)
    classes.set(key, [...(classes.get(key) ?? []), sensitive[at]!])
  })
  const sizes = [...classes.values()].map((values) => values.length)
  const domain = [...new Set(sensitive)].sort((a, b) => (ordered ? Number(a) - Number(b) : 0))
  const shareIn = (values: readonly string[]) =>
    domain.map((value) => values.filter((each) => each === value).length / values.length)
  const all = shareIn(sensitive)
  const distances = [...classes.values()].map((values) => {
    const gaps = shareIn(values).map((share, at) => share - all[at]!)
    if (!ordered) return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / 2
    if (domain.length < 2) return 0
    const moved = gaps.map((_, at) => Math.abs(gaps.slice(0, at + 1).reduce((a, b) => a + b, 0)))
    return moved.reduce((a, b) => a + b, 0) / (domain.length - 1)
  })
  const entropies = [...classes.values()].map((values) =>
    shareIn(values).reduce((sum, share) => (share > 0 ? sum - share * Math.log(share) : sum), 0),
  )
  return {
    k: Math.min(...sizes),
    classes: sizes.length,
    under: sizes.filter((size) => size < 5).reduce((a, b) => a + b, 0),
    l: Math.min(...[...classes.values()].map((values) => new Set(values).size)),
    entropyL: Math.exp(Math.min(...entropies)),
    t: Math.max(...distances),
  }
}

function ours(rows: readonly string[][], sensitive: readonly string[], ordered: boolean) {
  const code = (values: readonly string[]) => {
    const coder = new Coder(values.length)
    for (const value of values) coder.add(value)
    return coder.done()
  }
  const width = rows[0]?.length ?? 0
  const columns = Array.from({ length: width }, (_, at) => code(rows.map((row) => row[at]!)))
  const classes = classesOf(columns, rows.length)
  const { sensitive: own, ...risk } = riskOf(classes, 5, code(sensitive), ordered)
  return { ...risk, ...own! }
}

const microdata = (values: fc.Arbitrary<string>) =>
  fc.integer({ min: 1, max: 4 }).chain((width) =>
    fc.array(
      fc.tuple(
        fc.array(fc.constantFrom('男', '女', '20-29', '30-39', ''), {
          minLength: width,
          maxLength: width,
        }),
        values,
      ),
      { minLength: 1, maxLength: 60 },
    ),
  )

function same(table: readonly (readonly [string[], string])[], ordered: boolean) {
  const [rows, values] = [table.map(([row]) => row), table.map(([, value]) => value)]
  const [a, b] = [ours(rows, values, ordered), naive(rows, values, ordered)]
  for (const key of ['k', 'classes', 'under', 'l'] as const) expect(a[key], key).toBe(b[key])
  expect(a.entropyL).toBeCloseTo(b.entropyL, 9)
  expect(a.t).toBeCloseTo(b.t, 9)
}

describe('k, l and t', () => {
  it('are those of a naive count, of categories', () => {
    const diseases = fc.constantFrom('感冒', '胃病', '肝炎', '流感')
    fc.assert(fc.property(microdata(diseases), (table) => same(table, false)))
  })

  it('are those of a naive count, of numbers in their order', () => {
    const incomes = fc.integer({ min: -3, max: 12 }).map(String)
    fc.assert(fc.property(microdata(incomes), (table) => same(table, true)))
  })

  it('are those of the paper’s table of salaries (Li et al. 2007, tables 3 and 4)', () => {
    // incomes 3k to 11k; the first class holds 3k, 4k, 5k: its distance is 0.375
    const groups = { '476**': [3, 4, 5], '4790*': [6, 11, 8], '47602': [7, 9, 10] }
    const table = Object.entries(groups).flatMap(([zip, incomes]) =>
      incomes.map((income): [string[], string] => [[zip], String(income)]),
    )
    const { t, k, l } = ours(
      table.map(([row]) => row),
      table.map(([, income]) => income),
      true,
    )
    expect([k, l]).toEqual([3, 3])
    expect(t).toBeCloseTo(0.375, 9)
  })

  it('are nothing of no rows, and one class of no columns', () => {
    expect(riskOf(classesOf([], 0), 5)).toEqual({ k: 0, classes: 0, under: 0, sensitive: null })
    expect(riskOf(classesOf([], 7), 5)).toEqual({ k: 7, classes: 1, under: 0, sensitive: null })
  })
})
