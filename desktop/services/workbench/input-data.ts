import type { AppTable } from '../../contract/procedures.ts'
import type { Handlers } from '../../contract/wire/procedure.ts'
import type { Scalar } from '../../domain/notebook/input.ts'
import { isDay } from '../../domain/notebook/misfit.ts'
import { identifier, tableName } from '../../domain/notebook/query/identifier.ts'
import { readResult, type ResultTable } from '../../domain/notebook/result-table.ts'
import { numberOf } from '../../domain/notebook/stat/statistics-row.ts'
import { writeCell, type CellValue } from '../../domain/notebook/value.ts'
import type { Engine } from '../ports.ts'
import type { Sessions } from './sessions.ts'

/** Options that a list can hold and a person can search. */
const mostOptions = 2000
/** As long as a parameter's text may be. */
const longest = 1000

interface Source {
  readonly session: string
  readonly table: string
  readonly column: string
}

/** What inputs ask of a notebook's tables. */
export function createInputHandlers(
  sessions: Sessions,
  engine: Engine,
): Pick<Handlers<AppTable, undefined>, `session.${'options' | 'bounds'}`> {
  const ask = async (source: Source, sql: string, signal: AbortSignal) => {
    const { id: schema } = sessions.session(source.session)
    const stream = engine.stream('query', { schema, sql, parameters: {} }, { signal })
    const tables: ResultTable[] = []
    for await (const { bytes } of stream) tables.push(readResult(bytes))
    return tables[0]
  }
  return {
    async 'session.options'(source, { signal }) {
      const table = await ask(source, optionsQuery(source), signal)
      return optionsIn(table)
    },
    async 'session.bounds'(source, { signal }) {
      const table = await ask(source, boundsQuery(source), signal)
      const [first, last] = (table?.columns ?? []).map((column) => dayOf(column.at(0)))
      return { first: first ?? null, last: last ?? null }
    },
  }
}

function optionsQuery({ table, column }: Source): string {
  const own = identifier(column)
  return [
    `SELECT ${own} AS option_value, count(*) AS option_rows FROM ${tableName(table)}`,
    `WHERE ${own} IS NOT NULL GROUP BY ALL`,
    `ORDER BY option_rows DESC, option_value LIMIT ${mostOptions + 1}`,
  ].join('\n')
}

function boundsQuery({ table, column }: Source): string {
  const day = `TRY_CAST(${identifier(column)} AS DATE)`
  return `SELECT min(${day}) FILTER (isfinite(${day})), max(${day}) FILTER (isfinite(${day})) FROM ${tableName(table)}`
}

function optionsIn(table: ResultTable | undefined) {
  const [values, counts] = table?.columns ?? []
  const options = Array.from({ length: table?.rows ?? 0 }, (_, row) => ({
    value: scalarOf(values?.at(row) ?? null),
    count: numberOf(counts?.at(row)),
  })).flatMap(({ value, count }) => (value === undefined ? [] : [{ value, count }]))
  return { options: options.slice(0, mostOptions), more: options.length > mostOptions }
}

/** A value as a parameter can hold it; numbers of more digits than a double keeps as text. */
function scalarOf(value: CellValue): Scalar | undefined {
  if (value === null) return undefined
  if (typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (typeof value === 'string') return value.length > longest ? undefined : value
  const number = numberOf(value)
  return Number.isSafeInteger(number) || (typeof value === 'object' && value.kind === 'decimal')
    ? number
    : typeof value === 'bigint'
      ? String(value)
      : writeCell(value)
}

function dayOf(value: CellValue): string | undefined {
  const text = value === null ? '' : writeCell(value)
  return isDay(text) ? text : undefined
}
