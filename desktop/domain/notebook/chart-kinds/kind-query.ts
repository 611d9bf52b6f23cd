import { identifier, tableName } from '../query/identifier.ts'
import type { Along, KindDrawing, Measure } from './kinds.ts'

/** Groups that are brought to be drawn; a chart shows far fewer. */
export const mostRows = 20_000

/**
 * The query for what a ready-made kind is drawn from: a row for each group, never a row of the table
 * itself. Infinities and what is no number are counted as `bad` and left out. `where` holds what is
 * brushed elsewhere, as SQL.
 */
export function writeKindQuery(from: string, draw: KindDrawing, where: readonly string[]): string {
  const keys = Object.entries(keysOf(draw))
  const column = draw.kind === 'box' ? draw.value : columnOf(draw.value)
  const own = column === undefined ? 'NULL' : identifier(column)
  const x = isDistinct(draw) ? own : `TRY_CAST(${own} AS DOUBLE)`
  const inside = [...keys.map(([as, key]) => `${key} AS ${as}`), `${x} AS x`]
  const measures = [
    ...(draw.kind === 'box' ? quantiles : [`${measureOf(draw.value)} AS v`]),
    'count(*) AS n',
    `${isDistinct(draw) ? '0' : 'count(*) FILTER (NOT isfinite(x))'} AS bad`,
  ]
  const order = draw.kind === 'box' ? 'q3' : 'v'
  return [
    `SELECT ${[...keys.map(([as]) => as), ...measures].join(', ')}`,
    `FROM (SELECT ${inside.join(', ')} FROM ${tableName(from)}${whereOf(where)})`,
    `GROUP BY ALL`,
    `ORDER BY ${order} DESC NULLS LAST${keys.map(([as]) => `, ${as}`).join('')}`,
    `LIMIT ${mostRows + 1}`,
  ].join('\n')
}

/** `a` and `b` are names, as text; `k` is that along which it is drawn, as it is. */
function keysOf(draw: KindDrawing): Readonly<Record<string, string>> {
  switch (draw.kind) {
    case 'ranked':
    case 'lollipop':
    case 'funnel':
      return { a: asText(draw.names) }
    case 'grouped':
    case 'stacked':
    case 'share':
    case 'likert':
    case 'pyramid':
      return { a: asText(draw.names), b: asText(draw.series) }
    case 'slope':
      return { a: asText(draw.names), b: asText(draw.at) }
    case 'box':
      return draw.names === undefined ? {} : { a: asText(draw.names) }
    case 'panels':
      return { a: asText(draw.panels), k: alongOf(draw.along) }
    case 'calendar':
      return { k: `CAST(${identifier(draw.day)} AS DATE)` }
    case 'control':
      return { k: alongOf(draw.along) }
  }
}

const asText = (column: string) => `CAST(${identifier(column)} AS VARCHAR)`

function alongOf(along: Along): string {
  const column = identifier(along.column)
  return along.kind === 'column' ? column : `date_trunc('${along.unit}', ${column})`
}

const columnOf = (measure: Measure) => (measure.kind === 'count' ? undefined : measure.column)

const isDistinct = (draw: KindDrawing) =>
  draw.kind !== 'box' && draw.value.kind === 'aggregate' && draw.value.of === 'distinct'

function measureOf(measure: Measure): string {
  if (measure.kind === 'count') return 'CAST(count(*) AS DOUBLE)'
  const of = measure.kind === 'column' ? 'sum' : measure.of
  if (of === 'distinct') return 'CAST(count(DISTINCT x) AS DOUBLE)'
  return `${of}(x) FILTER (isfinite(x))`
}

/** The whiskers end at the 5th and the 95th percentile. */
const quantiles = [
  ...[
    ['low', 0.05],
    ['q1', 0.25],
    ['median', 0.5],
    ['q3', 0.75],
    ['high', 0.95],
  ].map(([as, share]) => `quantile_cont(x, ${share}) FILTER (isfinite(x)) AS ${as}`),
  'count(x) FILTER (isfinite(x)) AS known',
]

const whereOf = (where: readonly string[]) =>
  where.length === 0 ? '' : ` WHERE ${where.map((one) => `(${one})`).join(' AND ')}`
