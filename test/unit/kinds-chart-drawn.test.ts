import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkChart } from '../../desktop/domain/course/kinds/chart-check.ts'
import { chartSchema } from '../../desktop/domain/course/kinds/chart-schema.ts'
import type { Result } from '../../desktop/domain/course/result.ts'

/** Ready-made kinds as answers: judged by what they show, whatever the order of the data's rows. */

const hints = ['一', '二', '三']
const exercise = (reference: object, more: object = {}) =>
  chartSchema.parse({
    ...{ id: 'c', kind: 'chart', ask: '画', hints, from: { sql: 'SELECT 1' } },
    ...{ reference, ...more },
  })
const dataOf = (rows: readonly (readonly unknown[])[]) =>
  ({
    columns: ['街道', '类别', '件数'].map((name) => ({ name, type: 'VARCHAR' })),
    rows,
  }) as unknown as Result
const rows = [
  ['甲', '漏水', 3],
  ['乙', '漏水', 9],
  ['丙', '漏水', 5],
]
const several = [...rows, ['甲', '停电', 4], ['乙', '停电', 1], ['丙', '停电', 2]]
const head = 'title: 乙最多\nfrom: 题目数据\n'
const judged = (reference: object, data: readonly (readonly unknown[])[], draw: string) =>
  checkChart(exercise(reference), dataOf(data), `${head}draw: ${draw}`)

const most = { mark: 'bar', x: '街道', y: '件数', sort: 'y desc' }
const sums = { ...most, y: { sum: '件数' } }

describe('a ready-made kind as an answer', () => {
  it.each<[string, object, readonly (readonly unknown[])[], string, boolean]>([
    ['ranked bars', most, rows, '{ kind: ranked, names: 街道, value: 件数 }', true],
    ['a lollipop', most, rows, '{ kind: lollipop, names: 街道, value: 件数 }', true],
    ['sums of several rows', sums, several, '{ kind: ranked, names: 街道, value: 件数 }', true],
    [
      'sums that are asked for',
      sums,
      several,
      '{ kind: ranked, names: 街道, value: { sum: 件数 } }',
      true,
    ],
    ['means instead', sums, several, '{ kind: ranked, names: 街道, value: { avg: 件数 } }', false],
    ['by name', most, rows, '{ kind: ranked, names: 街道, value: 件数, order: name }', false],
    [
      'cut short',
      { ...most, limit: 2 },
      rows,
      '{ kind: ranked, names: 街道, value: 件数, top: 2 }',
      true,
    ],
    ['not cut', { ...most, limit: 2 }, rows, '{ kind: ranked, names: 街道, value: 件数 }', false],
    ['of another column', most, rows, '{ kind: ranked, names: 类别, value: 件数 }', false],
    [
      'in colours',
      { ...sums, y: '件数', colour: '类别' },
      several,
      '{ kind: stacked, names: 街道, series: 类别, value: 件数 }',
      true,
    ],
    [
      'in colours that are too many',
      { ...most, colour: 'none' },
      several,
      '{ kind: stacked, names: 街道, series: 类别, value: 件数 }',
      false,
    ],
    ['shares', most, several, '{ kind: share, names: 街道, series: 类别, value: 件数 }', false],
    ['boxes', most, several, '{ kind: box, names: 街道, value: 件数 }', false],
  ])('is judged by what it shows: %s', (_what, reference, data, draw, correct) => {
    const verdict = judged(reference, data, draw)
    expect([verdict.correct, verdict.message]).toEqual([correct, expect.not.stringContaining('““')])
    expect(verdict.message).not.toContain('“”')
  })

  it('is judged alike whatever the order of the rows and of its entries', () => {
    const entries = ['kind: stacked', 'names: 街道', 'series: 类别', 'value: 件数']
    fc.assert(
      fc.property(
        fc.shuffledSubarray(several, { minLength: several.length }),
        fc.shuffledSubarray(entries, { minLength: entries.length }),
        (data, parts) => {
          const reference = { mark: 'bar', x: '街道', y: '件数', colour: '类别', sort: 'y desc' }
          expect(judged(reference, data, `{ ${parts.join(', ')} }`).correct).toBe(true)
        },
      ),
    )
  })

  it('does not excuse bars that begin elsewhere, or another table', () => {
    const draw = 'draw: { kind: ranked, names: 街道, value: 件数 }'
    const cut = checkChart(exercise(most), dataOf(rows), `${head}${draw}\nx: { domain: [2, 10] }`)
    expect(cut.correct).toBe(false)
    const other = checkChart(exercise(most), dataOf(rows), `title: 乙\nfrom: 别的表\n${draw}`)
    expect(other.correct).toBe(false)
  })

  it('names a kind that is no bar', () => {
    const verdict = judged(most, several, '{ kind: box, names: 街道, value: 件数 }')
    expect(verdict.message).toContain('箱线图')
  })
})
