import { identifier } from './identifier.ts'
import type { Measure } from './measure.ts'
import type { Group } from './query.ts'
import { writeConditions } from './write-condition.ts'

/** A group as a column of a SELECT. */
export function writeGroup(group: Group): string {
  const column = identifier(group.column)
  if ('by' in group) {
    return `CAST(date_trunc('${group.by}', ${column}) AS DATE) AS ${identifier(groupName(group))}`
  }
  if ('width' in group) return `${bin(column, group.width)} AS ${identifier(groupName(group))}`
  return column
}

/** The lower end of the bin: 0.3 / 0.1 is a little less than 3 in doubles. */
function bin(column: string, width: number): string {
  if (Number.isInteger(width)) return `floor(${column} / ${width}) * ${width}`
  return `round(floor(round(${column} / ${width}, 9)) * ${width}, 9)`
}

/** The result's column that holds a group. */
export function groupName(group: Group): string {
  if ('as' in group && group.as !== undefined) return group.as
  return 'by' in group ? group.by : group.column
}

/** A measure as a column of a SELECT. */
export function writeMeasure(measure: Measure): string {
  return `${aggregate(measure)} AS ${identifier(measure.as)}`
}

function aggregate(measure: Measure): string {
  if ('share' in measure) {
    const of = measure.of ?? []
    const part = `count(*)${filter([...of, ...measure.share])}`
    return `${part} / nullif(count(*)${filter(of)}, 0)`
  }
  const where = filter(measure.where ?? [])
  if ('count' in measure) {
    return `count(${measure.count === 'rows' ? '*' : identifier(measure.count)})${where}`
  }
  if ('distinct' in measure) return `count(DISTINCT ${identifier(measure.distinct)})${where}`
  if ('one' in measure) return onlyValue(identifier(measure.one), where)
  return `${plain(measure)}${where}`
}

/** Several values are none: any of them would be a wrong number. */
function onlyValue(column: string, where: string): string {
  const [least, most] = [`min(${column})${where}`, `max(${column})${where}`]
  return `CASE WHEN ${least} = ${most} THEN ${least} END`
}

type Plain = Exclude<
  Measure,
  { share: unknown } | { count: unknown } | { distinct: unknown } | { one: unknown }
>

function plain(measure: Plain): string {
  if ('sum' in measure) return `sum(${identifier(measure.sum)})`
  if ('avg' in measure) return `avg(${identifier(measure.avg)})`
  if ('median' in measure) return `median(${identifier(measure.median)})`
  if ('min' in measure) return `min(${identifier(measure.min)})`
  return `max(${identifier(measure.max)})`
}

const filter = (conditions: Parameters<typeof writeConditions>[0]) =>
  conditions.length === 0 ? '' : ` FILTER (WHERE ${writeConditions(conditions)})`
