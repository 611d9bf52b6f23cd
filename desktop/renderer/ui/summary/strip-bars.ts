import type { ColumnSummary } from '../../../contract/table.ts'
import type { Field } from '../../../domain/catalogue/field.ts'
import { count } from '../../app/format.ts'
import { binWords, valueWords } from './bar-words.ts'
import type { Bar } from './choices.ts'
import type { CrossFilter } from './cross-filter.svelte.ts'
import { t } from './messages.ts'

/** One bar of a strip: how many rows it stands for, how many filters leave, and both in words. */
export interface StripBar {
  readonly bar: Bar
  readonly label: string
  readonly rows: number
  readonly left: number
}

/** The bins of a column of numbers or dates. */
export function binBars(
  column: ColumnSummary,
  field: Field | undefined,
  cross: CrossFilter,
): StripBar[] {
  const remaining = cross.remainingOf(column.name)
  return column.bins.map(({ count: rows }, n) =>
    barOf(n, binWords(column, field, n, n + 1), rows, remaining?.bars[n]),
  )
}

/** The bars of any column: its bins or commonest values, then the others and those without a value. */
export function allBars(
  column: ColumnSummary,
  field: Field | undefined,
  cross: CrossFilter,
): StripBar[] {
  const remaining = cross.remainingOf(column.name)
  const bars =
    column.bins.length > 0
      ? binBars(column, field, cross)
      : column.top.map(({ value, count: rows }, n) =>
          barOf(n, valueWords(column, field, value), rows, remaining?.bars[n]),
        )
  const rest = column.rows - column.nulls - bars.reduce((sum, bar) => sum + bar.rows, 0)
  return [
    ...bars,
    ...(rest > 0 ? [barOf('rest', t.rest, rest, remaining?.rest)] : []),
    ...(column.nulls > 0 ? [barOf('null', t.nullValue, column.nulls, remaining?.nulls)] : []),
  ]
}

function barOf(bar: Bar, words: string, rows: number, left: number | undefined): StripBar {
  const counted = left === undefined ? t.rows(count(rows)) : t.ofRows(count(left), count(rows))
  return { bar, label: `${words}${t.colon}${counted}`, rows, left: left ?? rows }
}
