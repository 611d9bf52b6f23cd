import type { Scalar } from '../input.ts'
import { identifier } from '../query/identifier.ts'
import { sqlLiteral } from '../sql-literal.ts'

/** Groups and categories that are told apart; more make no table that anyone reads. */
export const mostGroups = 50
export const mostPairs = 2500
/** Rows of a statistic's table, at most. */
export const statisticRows = mostPairs + 1

export const asNumber = (column: string) =>
  `TRY_CAST(${identifier(column)} AS DOUBLE) AS x, ${identifier(column)} IS NULL AS empty`

export function asHit(column: string, equals: Scalar | undefined): string {
  return `${hitIn(column, equals)} AS hit, ${identifier(column)} IS NULL AS empty`
}

/** Whether the column is what it has to be; null where that cannot be told. */
export function hitIn(column: string, equals: Scalar | undefined): string {
  const own = identifier(column)
  if (equals === undefined) return `TRY_CAST(${own} AS BOOLEAN)`
  const same = typeof equals === 'string' ? `CAST(${own} AS VARCHAR)` : own
  return `${same} = ${sqlLiteral(equals)}`
}

/** A finite number, or null. */
export function finite(column: string): string {
  const number = `TRY_CAST(${identifier(column)} AS DOUBLE)`
  return `CASE WHEN isfinite(${number}) THEN ${number} END`
}

export const groupText = (column: string) => `CAST(${identifier(column)} AS VARCHAR)`
