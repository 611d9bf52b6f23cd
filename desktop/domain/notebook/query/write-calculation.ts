import type { Calculation } from './calculation.ts'
import { identifier } from './identifier.ts'
import type { Group } from './query.ts'
import { groupName } from './write-measure.ts'

type Change = Extract<Calculation, { change: string }>
type Ordered = Extract<Calculation, { along: string }>

/** A calculation on rows that were grouped so, as a column of a SELECT. */
export function writeCalculation(calculation: Calculation, groups: readonly Group[]): string {
  return `${expression(calculation, groups)} AS ${identifier(calculation.as)}`
}

function expression(calculation: Calculation, groups: readonly Group[]): string {
  if ('divide' in calculation) {
    const [top, bottom] = calculation.divide.map(identifier)
    const times = calculation.per === undefined ? '' : ` * ${calculation.per}`
    return `${top}${times} / nullif(${bottom}, 0)`
  }
  if ('difference' in calculation) return calculation.difference.map(identifier).join(' - ')
  if ('rank' in calculation) {
    const of = identifier(calculation.rank)
    const order = `ORDER BY ${of}${calculation.lowest ? '' : ' DESC'} NULLS LAST`
    return `CASE WHEN ${of} IS NOT NULL THEN rank() ${over(calculation.within, order)} END`
  }
  if ('share-of' in calculation) {
    const of = identifier(calculation['share-of'])
    return `${of} / nullif(sum(${of}) ${over(calculation.within)}, 0)`
  }
  const within = seriesOf(calculation, groups)
  if ('running' in calculation) {
    const order = `ORDER BY ${identifier(calculation.along)}`
    return `sum(${identifier(calculation.running)}) ${over(within, order)}`
  }
  return change(calculation, within, groups)
}

/** A row without a period has none before it: to the window, such rows are each other's. */
function change(calculation: Change, within: readonly string[], groups: readonly Group[]): string {
  const along = identifier(calculation.along)
  const before = `INTERVAL ${stepOf(calculation, groups)} PRECEDING`
  const order = `ORDER BY ${along} RANGE BETWEEN ${before} AND ${before}`
  const of = identifier(calculation.change)
  const rate = `${of} / nullif(any_value(${of}) ${over(within, order)}, 0) - 1`
  return `CASE WHEN ${along} IS NOT NULL THEN ${rate} END`
}

function stepOf({ along, since }: Change, groups: readonly Group[]): string {
  const weekly = groups.some(
    (group) => groupName(group) === along && 'by' in group && group.by === 'week',
  )
  return weekly && since === 'year' ? '364 day' : `1 ${since}`
}

/** What tells one series of periods from another. */
function seriesOf({ along, within }: Ordered, groups: readonly Group[]): readonly string[] {
  return within ?? groups.map(groupName).filter((name) => name !== along)
}

function over(within: readonly string[], order = ''): string {
  const partition = within.length === 0 ? '' : `PARTITION BY ${within.map(identifier).join(', ')}`
  return `OVER (${[partition, order].filter((part) => part !== '').join(' ')})`
}
