import type { ColumnSummary } from '../../../contract/table.ts'
import type { Field } from '../../../domain/catalogue/field.ts'
import { writeCell } from '../../../domain/notebook/value.ts'
import { count, percent } from '../../app/format.ts'
import { zh } from '../../app/i18n.svelte.ts'
import { type Bar, runsOf } from './choices.ts'
import { dayOf, findingOf, isNumeric } from './column-finding.ts'
import { t } from './messages.ts'

/** A bound of a column as it reads. */
export function boundWords(column: ColumnSummary, field: Field | undefined, bound: string): string {
  const plain = field?.type === 'year' || !isNumeric(column)
  return plain ? dayOf(column, bound) : numberWords(bound)
}

/** Whole numbers to the last digit, however long. */
function numberWords(bound: string): string {
  if (/^-?\d+$/.test(bound)) return count(BigInt(bound))
  return Number.isNaN(Number(bound)) ? writeCell(notFinite[bound] ?? bound) : count(Number(bound))
}

/** As DuckDB writes them. */
const notFinite: Readonly<Record<string, number>> = { nan: NaN, inf: Infinity, '-inf': -Infinity }

/** A value as it reads: yes and no, and what a code means where the descriptor says it. */
export function valueWords(column: ColumnSummary, field: Field | undefined, value: string): string {
  if (column.type === 'BOOLEAN') return value === 'true' ? t.yes : t.no
  for (const category of field?.categories ?? []) {
    if (typeof category !== 'object' || String(category.value) !== value) continue
    if (category.label) return `${value} ${zh(category.label)}`
  }
  return value === '' ? t.emptyText : zh(value)
}

/** The bins from one up to, not including, another, in words; both ends belong to it. */
export function binWords(
  column: ColumnSummary,
  field: Field | undefined,
  from: number,
  to: number,
): string {
  const words = (bound: string) => boundWords(column, field, bound)
  const first = words(column.bins[from]?.from ?? '')
  const last = words(lastOf(column, column.bins[to - 1]?.to ?? '', to))
  return first === last ? first : t.range(first, last)
}

/** The last value before a bin's end; the last bin ends with the greatest value. */
function lastOf(column: ColumnSummary, end: string, to: number): string {
  if (to === column.bins.length) return column.max ?? end
  if (/INT/.test(column.type)) return String(BigInt(end) - 1n)
  if (column.type !== 'DATE') return end
  const day = new Date(`${end}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() - 1)
  return Number.isNaN(day.getTime()) ? end : day.toISOString().slice(0, 'yyyy-mm-dd'.length)
}

/** What a column's summary says in a few words; `short` where there is room only for a value. */
export function findingWords(
  column: ColumnSummary,
  field: Field | undefined,
  short = false,
): string {
  const finding = findingOf(column)
  switch (finding.kind) {
    case 'empty':
      return t.empty
    case 'range':
      return t.range(boundWords(column, field, finding.from), boundWords(column, field, finding.to))
    case 'unique':
      return t.unique
    case 'most':
      return (short ? t.mostShort : t.most)(
        valueWords(column, field, finding.value),
        percent(finding.share),
      )
  }
}

/** What is chosen of a column, for its chip. */
export function chosenWords(
  column: ColumnSummary,
  field: Field | undefined,
  bars: ReadonlySet<Bar>,
): string {
  const ofBars =
    column.bins.length > 0
      ? runsOf(bars).map(({ from, to }) => binWords(column, field, from, to))
      : column.top
          .filter((_, n) => bars.has(n))
          .map(({ value }) => valueWords(column, field, value))
  const beside = [bars.has('rest') ? [t.rest] : [], bars.has('null') ? [t.nullValue] : []].flat()
  return [...ofBars, ...beside].join(t.or)
}
