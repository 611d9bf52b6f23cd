import { fold } from '../name.ts'
import { speaksOf, type Calculation } from './calculation.ts'
import { identifier, tableName } from './identifier.ts'
import type { Join, Query } from './query.ts'
import { writeCalculation } from './write-calculation.ts'
import { writeConditions } from './write-condition.ts'
import { groupName, writeGroup, writeMeasure } from './write-measure.ts'

/** The query in SQL, one clause a line; what is chosen by pointing is all that it does. */
export function writeQuery(query: Query): string {
  const stages = new Stages(query)
  for (const join of query.join) stages.add('joined', joined(stages.last, join))
  let lines = selection(query, stages.last)
  for (const [index, level] of levelsOf(query.calculate).entries()) {
    stages.add(index === 0 ? 'grouped' : 'calculated', lines)
    const columns = level.map((one) => writeCalculation(one, query.group))
    lines = [`SELECT ${['*', ...columns].join(', ')}`, `FROM ${stages.last}`]
  }
  return [...stages.written(), ...lines, ...ending(query)].join('\n')
}

/** The queries that come before the last, each reading the one before it. */
class Stages {
  readonly #texts: string[] = []
  /** A stage must not hide a table that a later one reads. */
  readonly #taken: Set<string>
  #last: string

  constructor({ from, join }: Pick<Query, 'from' | 'join'>) {
    this.#last = tableName(from)
    this.#taken = new Set([from, ...join.map(({ table }) => table)].map(fold))
  }

  /** The table that the next one reads. */
  get last(): string {
    return this.#last
  }

  add(base: string, lines: readonly string[]): void {
    let name = base
    for (let count = 2; this.#taken.has(name); count += 1) name = `${base}_${count}`
    this.#taken.add(name)
    this.#last = name
    this.#texts.push(`${name} AS (\n${lines.map((line) => `  ${line}`).join('\n')}\n)`)
  }

  written(): string[] {
    return this.#texts.length === 0 ? [] : [`WITH ${this.#texts.join(',\n')}`]
  }
}

const writeTaken = (taken: Join['take'][number]) =>
  typeof taken === 'string'
    ? `r.${identifier(taken)}`
    : `r.${identifier(taken.column)} AS ${identifier(taken.as)}`

function joined(before: string, { table, on, take, only }: Join): string[] {
  const pairs = Object.entries(on).map(
    ([left, right]) => `l.${identifier(left)} = r.${identifier(right)}`,
  )
  return [
    `SELECT ${['l.*', ...take.map(writeTaken)].join(', ')}`,
    `FROM ${before} AS l`,
    `${only ? '' : 'LEFT '}JOIN ${tableName(table)} AS r ON ${pairs.join(' AND ')}`,
  ]
}

function selection({ columns, group, measure, where }: Query, source: string): string[] {
  const grouped = [...group.map(writeGroup), ...measure.map(writeMeasure)]
  const kept = columns.length === 0 ? ['*'] : columns.map(identifier)
  return [
    `SELECT ${(grouped.length > 0 ? grouped : kept).join(', ')}`,
    `FROM ${source}`,
    ...(where.length > 0 ? [`WHERE ${writeConditions(where)}`] : []),
    ...(group.length > 0 ? ['GROUP BY ALL'] : []),
  ]
}

/** Calculations that can be made at once; one that goes by another comes after it. */
function levelsOf(calculations: readonly Calculation[]): Calculation[][] {
  const levels: Calculation[][] = []
  for (const calculation of calculations) {
    const read = new Set(speaksOf(calculation).map(fold))
    const last = levels.at(-1)
    if (!last || last.some(({ as }) => read.has(fold(as)))) levels.push([calculation])
    else last.push(calculation)
  }
  return levels
}

/** What the user's order leaves open goes by the groups, so that two runs show the same. */
function ending({ sort, group, limit }: Query): string[] {
  const sorted = new Set(sort.map((column) => fold(column.replace(/^-/, ''))))
  const order = [
    ...sort.map((column) =>
      column.startsWith('-') ? `${identifier(column.slice(1))} DESC` : identifier(column),
    ),
    ...group
      .map(groupName)
      .filter((name) => !sorted.has(fold(name)))
      .map(identifier),
  ]
  return [
    ...(order.length > 0 ? [`ORDER BY ${order.join(', ')}`] : []),
    ...(limit === undefined ? [] : [`LIMIT ${limit}`]),
  ]
}
