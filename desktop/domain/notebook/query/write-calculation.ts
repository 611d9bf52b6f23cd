import type { Calculation } from './calculation.ts'
import { identifier } from './identifier.ts'

/** A calculation on rows grouped by `groups` as a column of a SELECT. */
export function writeCalculation(calculation: Calculation, groups: readonly string[]): string {
  return `${expression(calculation, groups)} AS ${identifier(calculation.as)}`
}

function expression(calculation: Calculation, groups: readonly string[]): string {
  if ('divide' in calculation) {
    const [top, bottom] = calculation.divide.map(identifier)
    const times = calculation.per === undefined ? '' : ` * ${calculation.per}`
    return `${top}${times} / nullif(${bottom}, 0)`
  }
  if ('difference' in calculation) return calculation.difference.map(identifier).join(' - ')
  const along = 'along' in calculation ? calculation.along : undefined
  const names = calculation.within ?? groups.filter((group) => group !== along)
  const within = names.length === 0 ? '' : `PARTITION BY ${names.map(identifier).join(', ')}`
  const over = (order = '') => `OVER (${[within, order].filter((part) => part !== '').join(' ')})`
  if ('rank' in calculation) {
    const direction = calculation.lowest ? '' : ' DESC'
    return `rank() ${over(`ORDER BY ${identifier(calculation.rank)}${direction}`)}`
  }
  if ('running' in calculation) {
    const order = `ORDER BY ${identifier(calculation.along)}`
    return `sum(${identifier(calculation.running)}) ${over(order)}`
  }
  if ('share-of' in calculation) {
    const of = identifier(calculation['share-of'])
    return `${of} / nullif(sum(${of}) ${over()}, 0)`
  }
  const before = `INTERVAL 1 ${calculation.since} PRECEDING`
  const order = `ORDER BY ${identifier(calculation.along)} RANGE BETWEEN ${before} AND ${before}`
  const of = identifier(calculation.change)
  return `${of} / nullif(any_value(${of}) ${over(order)}, 0) - 1`
}
