import type { Sentence } from '../problem.ts'
import { writeValue } from '../value.ts'
import { say } from './finished.ts'
import type { SmallCell, SmallTable } from './small-table.ts'
import { formatFor } from './wording.ts'

type Figure = 'mean' | 'sd' | 'min' | 'q1' | 'median' | 'q3' | 'max'

/** A column in one group, or in all rows. */
export interface Described extends Readonly<Record<Figure, number>> {
  /** Its title with its unit. */
  readonly column: string
  readonly group: Sentence | undefined
  readonly numeric: boolean
  readonly rows: number
  readonly empty: number
  /** Finite numbers. */
  readonly n: number
  readonly kinds: number
  /** The first and the last day of a column of times. */
  readonly range: readonly [string, string] | undefined
  readonly top: readonly { readonly word: string; readonly times: number }[]
}

const counted = { format: '.0' } as const
const headOf = (by: string | undefined) => [
  { title: say('列', 'column') },
  ...(by === undefined ? [] : [{ title: say(by, by) }]),
]
const beginningOf = ({ column, group }: Described): SmallCell[] => [
  say(column, column),
  ...(group === undefined ? [] : [group]),
]

export function numbersTable(lines: readonly Described[], by: string | undefined): SmallTable {
  const figures: readonly (readonly [Figure, Sentence])[] = [
    ['mean', say('平均', 'mean')],
    ['sd', say('标准差', 'standard deviation')],
    ['min', say('最小', 'minimum')],
    ['q1', say('下四分位', 'first quartile')],
    ['median', say('中位数', 'median')],
    ['q3', say('上四分位', 'third quartile')],
    ['max', say('最大', 'maximum')],
  ]
  return {
    title: say('数字列', 'Columns of numbers'),
    columns: [
      ...headOf(by),
      { title: say('有值', 'values'), ...counted },
      { title: say('缺', 'missing'), ...counted },
      ...figures.map(([, title]) => ({ title })),
    ],
    rows: lines.map((line) => [
      ...beginningOf(line),
      line.n,
      line.empty,
      ...figures.map(([name]) => figureCell(line[name])),
    ]),
  }
}

const figureCell = (value: number): SmallCell =>
  Number.isFinite(value) ? { value, format: formatFor(value) } : null

export function wordsTable(lines: readonly Described[], by: string | undefined): SmallTable {
  return {
    title: say('文字、类别和时间列', 'Columns of words, categories and times'),
    columns: [
      ...headOf(by),
      { title: say('有值', 'values'), ...counted },
      { title: say('缺', 'missing'), ...counted },
      { title: say('不同的值', 'distinct'), ...counted },
      { title: say('最多的值，或从何时到何时', 'commonest values, or from when to when') },
    ],
    rows: lines.map((line) => [
      ...beginningOf(line),
      line.rows - line.empty,
      line.empty,
      line.kinds,
      commonest(line),
    ]),
  }
}

/** A value of which every row has its own is not common. */
function commonest({ kinds, rows, empty, range, top }: Described): SmallCell {
  if (range) return kinds === 0 ? null : say(range.join(' 到 '), range.join(' to '))
  if (kinds === 0) return null
  if (kinds > 1 && kinds === rows - empty) return say('各行都不同', 'all different')
  const told = top.map(({ word, times }) => `${shortened(word)} ${writeValue(times, '.0')}`)
  const more = kinds > top.length ? '……' : ''
  return say(`${told.join('、')}${more}`, `${told.join(', ')}${more}`)
}

const longest = 16
const shortened = (word: string) => {
  const letters = Array.from(word)
  return letters.length > longest ? `${letters.slice(0, longest).join('')}…` : word
}
