import { identifier, tableName } from './identifier.ts'
import type { Join, Query } from './query.ts'
import { writeCalculation } from './write-calculation.ts'
import { writeConditions } from './write-condition.ts'
import { groupName, writeGroup, writeMeasure } from './write-measure.ts'

/** The query in SQL, one clause a line; what is chosen by pointing is all that it does. */
export function writeQuery(query: Query): string {
  const joins = query.join.map(writeJoin(query))
  const source = query.join.length === 0 ? tableName(query.from) : joinName(query.join.length - 1)
  const body = selection(query, source)
  const stages = query.calculate.length === 0 ? joins : [...joins, stage('grouped', body)]
  const last = query.calculate.length === 0 ? body : calculated(query)
  const head = stages.length === 0 ? '' : `WITH ${stages.join(',\n')}\n`
  return `${head}${[...last, ...ending(query)].join('\n')}`
}

const joinName = (index: number) => (index === 0 ? 'joined' : `joined_${index + 1}`)

const stage = (name: string, lines: readonly string[]) =>
  `${name} AS (\n${lines.map((line) => `  ${line}`).join('\n')}\n)`

const writeTaken = (taken: Join['take'][number]) =>
  typeof taken === 'string'
    ? `r.${identifier(taken)}`
    : `r.${identifier(taken.column)} AS ${identifier(taken.as)}`

const writeJoin =
  ({ from }: Query) =>
  (join: Join, index: number) => {
    const before = index === 0 ? tableName(from) : joinName(index - 1)
    const on = Object.entries(join.on).map(
      ([left, right]) => `l.${identifier(left)} = r.${identifier(right)}`,
    )
    return stage(joinName(index), [
      `SELECT ${['l.*', ...join.take.map(writeTaken)].join(', ')}`,
      `FROM ${before} AS l`,
      `${join.only ? '' : 'LEFT '}JOIN ${tableName(join.table)} AS r ON ${on.join(' AND ')}`,
    ])
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

const calculated = ({ calculate, group }: Query) => [
  `SELECT ${['*', ...calculate.map((one) => writeCalculation(one, group.map(groupName)))].join(', ')}`,
  'FROM grouped',
]

function ending({ sort, limit }: Query): string[] {
  const order = sort.map((column) =>
    column.startsWith('-') ? `${identifier(column.slice(1))} DESC` : identifier(column),
  )
  return [
    ...(order.length > 0 ? [`ORDER BY ${order.join(', ')}`] : []),
    ...(limit === undefined ? [] : [`LIMIT ${limit}`]),
  ]
}
