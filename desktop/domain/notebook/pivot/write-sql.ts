import { identifier, tableName } from '../query/identifier.ts'
import type { Group } from '../query/query.ts'
import { groupName, writeGroup, writeMeasure } from '../query/write-measure.ts'
import { writeConditions } from '../query/write-condition.ts'
import type { Pivot } from './pivot.ts'
import { depths, groupExpression, isDescending, orderMeasure, type Side } from './side.ts'

/**
 * The pivot as one query, a line for each cell of the crosstab: its fields, its measures, how many
 * fields of each side are summed up in it (`row_total`, `column_total`; 0: none), and its place
 * (`row_no`, `column_no`, from 1). Totals come from the rows themselves (GROUPING SETS), so that
 * averages, distinct counts and rates of a total are right. Among equals, empty groups stand last.
 */
export function writePivot(pivot: Pivot): string {
  const sides = sidesOf(pivot)
  const names = pivot.values.map(({ as }) => as)
  const ordered = sides.some((side) => orderMeasure(side, names))
  const stages = [stage('cube', cube(pivot, sides, names))]
  if (ordered) stages.push(stage('ordered', keyed(sides, names)))
  const shown = [...sides.flatMap(fieldsOf), ...names.map(identifier)]
  const [rows, columns] = sides
  return [
    `WITH ${stages.join(',\n')}`,
    `SELECT ${[...shown, 'row_total', 'column_total', place(rows, names), place(columns, names)].join(',\n  ')}`,
    `FROM ${ordered ? 'ordered' : 'cube'}`,
    ...(ordered ? unwanted(sides) : []),
    ...kept(pivot),
    'ORDER BY row_no, column_no',
  ].join('\n')
}

type Sides = readonly [rows: Side, columns: Side]

function sidesOf({ rows, columns, totals, sort }: Pivot): Sides {
  return [
    { of: 'row', groups: rows, totals: totals.rows, order: sort.rows },
    { of: 'column', groups: columns, totals: totals.columns, order: sort.columns },
  ]
}

const fieldsOf = ({ groups }: Side) => groups.map((group) => identifier(groupName(group)))

const stage = (name: string, lines: readonly string[]) =>
  `${name} AS (\n${lines.map((line) => `  ${line}`).join('\n')}\n)`

function cube({ from, where, rows, columns, values }: Pivot, sides: Sides, names: string[]) {
  const selected = [
    ...[...rows, ...columns].map(writeGroup),
    ...values.map(writeMeasure),
    ...sides.map(folded),
  ]
  return [
    `SELECT ${selected.join(',\n    ')}`,
    `FROM ${tableName(from)}`,
    ...(where.length > 0 ? [`WHERE ${writeConditions(where)}`] : []),
    `GROUP BY GROUPING SETS (${groupings(sides, names).join(', ')})`,
  ]
}

/** How many of the side's fields are summed up in a line. */
function folded({ of, groups }: Side): string {
  const each = groups.map((group) => `grouping(${groupExpression(group)})`)
  return `${each.length === 0 ? '0' : each.join(' + ')} AS ${of}_total`
}

/** Every wanted depth of rows with every wanted depth of columns, and what the order needs besides. */
function groupings(sides: Sides, names: readonly string[]): string[] {
  const [rows, columns] = sides
  const pairs = depths(rows).flatMap((row) => depths(columns).map((column) => [row, column]))
  if (orderMeasure(rows, names)) pairs.push(...rows.groups.map((_, index) => [index + 1, 0]))
  if (orderMeasure(columns, names)) pairs.push(...columns.groups.map((_, index) => [0, index + 1]))
  const first = (groups: readonly Group[], count = 0) => groups.slice(0, count)
  const sets = pairs.map(([row, column]) => {
    const fields = [...first(rows.groups, row), ...first(columns.groups, column)]
    return `(${fields.map(groupExpression).join(', ')})`
  })
  return [...new Set(sets)]
}

/** Beside each line, the total of each of its outer groups in the measure that gives the order. */
function keyed([rows, columns]: Sides, names: readonly string[]): string[] {
  const keys = [...keysOf(rows, columns, names), ...keysOf(columns, rows, names)]
  return [`SELECT ${['*', ...keys].join(',\n    ')}`, 'FROM cube']
}

function keysOf(side: Side, other: Side, names: readonly string[]): string[] {
  const by = orderMeasure(side, names)
  if (!by) return []
  const fields = fieldsOf(side)
  return fields.map((_, index) => {
    const left = fields.length - index - 1
    const total = `${side.of}_total = ${left} AND ${other.of}_total = ${other.groups.length}`
    const within = [...fields.slice(0, index + 1), `${side.of}_total > ${left}`].join(', ')
    const value = `max(${identifier(by.name)}) FILTER (WHERE ${total})`
    return `${value} OVER (PARTITION BY ${within}) AS ${side.of}_key_${index + 1}`
  })
}

/** The place of a line among those of its side: totals after what they sum up. */
function place(side: Side, names: readonly string[]): string {
  const by = orderMeasure(side, names)
  const order = side.groups.flatMap((group, index) => {
    const name = groupName(group)
    const direction = isDescending(side, name) ? ' DESC' : ''
    return [
      `${side.of}_total > ${side.groups.length - index - 1}`,
      ...(by ? [`${side.of}_key_${index + 1}${by.descending ? ' DESC' : ''} NULLS LAST`] : []),
      `${identifier(name)}${direction} NULLS LAST`,
    ]
  })
  const along = order.length === 0 ? '' : `ORDER BY ${order.join(', ')}`
  const number = along === '' ? '1' : `dense_rank() OVER (${along})`
  return `${number} AS ${side.of}_no`
}

/** Lines that were made for the order alone. */
function unwanted(sides: Sides): string[] {
  const conditions = sides.filter(({ totals }) => !totals).map(({ of }) => `${of}_total = 0`)
  return conditions.length === 0 ? [] : [`WHERE ${conditions.join(' AND ')}`]
}

function kept({ limit, columns }: Pivot): string[] {
  if (limit === undefined || columns.length === 0) return []
  return [`QUALIFY column_no <= ${limit} OR column_total = ${columns.length}`]
}
