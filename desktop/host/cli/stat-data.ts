import { readFile } from 'node:fs/promises'
import { dirname, extname, isAbsolute, resolve } from 'node:path'
import { guessDelimiter, parseCsv } from '../../domain/catalogue/importing/csv.ts'
import { readResult, type ResultTable } from '../../domain/notebook/result-table.ts'
import { tableSchema } from '../../domain/notebook/query/query.ts'
import {
  mostModelRows,
  rowsFrom,
  rowsQuery,
  tooManyRows,
} from '../../domain/notebook/stat/model/rows.ts'
import type { ModelColumn, ModelData } from '../../domain/statistics/regression/data.ts'
import { cellFromText, readColumn } from '../../domain/statistics/regression/read-column.ts'
import { decode } from '../gate/decode.ts'
import type { App } from '../compose.ts'
import { leaving } from './released.ts'
import { withApp } from './with-app.ts'

/** What cannot be read for a model, in words for the user. */
export class DataRefused extends Error {}

interface Wanted {
  /** A CSV file beside the spec, a dataset's id or a table's name. */
  readonly data: string
  readonly columns: readonly string[]
  readonly spec: string
  readonly workspace: string | undefined
}

export const isFile = (data: string) =>
  ['.csv', '.tsv', '.txt'].includes(extname(data).toLowerCase())

export async function readData({ data, columns, spec, workspace }: Wanted): Promise<ModelData> {
  if (isFile(data)) {
    return fromFile(isAbsolute(data) ? data : resolve(dirname(spec), data), columns)
  }
  return withApp((app) => fromTable(app, data, columns), workspace)
}

async function fromFile(path: string, wanted: readonly string[]): Promise<ModelData> {
  const bytes = await readFile(path).catch(() => undefined)
  if (!bytes) throw new DataRefused(`读不到数据文件 ${path}。`)
  const decoded = decode(bytes, undefined, () => undefined)
  if (!decoded.ok) throw new DataRefused(decoded.problem)
  const { rows, refused } = parseCsv(decoded.text, guessDelimiter(decoded.text), mostModelRows + 2)
  const [head, ...body] = rows
  if (!head || refused.length > 0) {
    const where = refused[0] ? `第 ${refused[0].line} 行：${refused[0].reason}` : '文件是空的'
    throw new DataRefused(`数据文件读不下去：${where}。`)
  }
  few(body.length)
  const uneven = body.find(({ cells }) => cells.length !== head.cells.length)
  if (uneven) throw new DataRefused(`第 ${uneven.line} 行的格数和表头不一样。`)
  const columns = new Map<string, ModelColumn>()
  for (const [at, name] of head.cells.entries()) {
    if (!wanted.includes(name.trim())) continue
    const cells = { rows: body.length, at: (row: number) => cellFromText(body[row]?.cells[at]) }
    columns.set(name.trim(), readColumn(cells))
  }
  return { rows: body.length, columns }
}

function few(rows: number): void {
  if (rows <= mostModelRows) return
  throw new DataRefused(tooManyRows.zh)
}

async function fromTable(app: App, data: string, columns: readonly string[]): Promise<ModelData> {
  const table = data.replaceAll('-', '_')
  if (!tableSchema.safeParse(table).success) {
    throw new DataRefused(`“${data}”既不是 CSV 文件，也不是数据集或表的名字。`)
  }
  const sql = rowsQuery(table, columns)
  const terms = { recipient: 'government', method: 'suppress' } as const
  const query = await leaving(app, { sql, datasets: [] }, { terms, flags: false })
  const parts: ResultTable[] = []
  const stream = app.engine.stream('query', { schema: 'main', sql: query.sql, parameters: {} })
  for await (const { bytes } of stream) parts.push(readResult(bytes))
  await query.done()
  const made = rowsFrom(parts)
  few(made.rows)
  return made
}
