import { writeFile } from 'node:fs/promises'
import { readResult } from '../../domain/notebook/result-table.ts'
import type { App } from '../compose.ts'
import { csvLine, jsonCell } from './cells.ts'
import { note, print, printJson } from './output.ts'
import { queryToParquet } from './query-parquet.ts'
import { only, parse, UsageError, type Verb } from './verb.ts'
import { withApp } from './with-app.ts'

const usage =
  'query SQL [--dataset ID]… [--format json|csv|parquet] [--out F] [--workspace DIR] [--json]'

/** A sandboxed query over the catalogue's datasets. */
export const queryVerb: Verb = {
  usage,
  async run(args) {
    const { values, positionals } = parse(args, usage, {
      dataset: { type: 'string', multiple: true, default: [] },
      format: { type: 'string' },
      out: { type: 'string' },
      workspace: { type: 'string' },
      json: { type: 'boolean' },
    })
    const sql = only(positionals, usage)
    const format = values.format ?? (values.json ? 'json' : 'csv')
    if (format === 'parquet') return toParquet(sql, values)
    if (format !== 'json' && format !== 'csv') {
      throw new UsageError('--format 只能是 json、csv 或 parquet')
    }
    const result = await withApp((app) => runQuery(app, sql, values.dataset), values.workspace)
    const text = format === 'json' ? undefined : toCsv(result)
    if (values.out !== undefined) {
      await writeFile(values.out, text ?? `${JSON.stringify(result)}\n`)
      note(`写好了：${values.out}，${result.rows.length} 行。`)
    } else if (text === undefined) printJson(result)
    else print(text.trimEnd())
    return 0
  },
}

type Cell = ReturnType<typeof jsonCell>

interface QueryResult {
  readonly columns: readonly { readonly name: string; readonly type: string }[]
  readonly rows: readonly (readonly Cell[])[]
}

async function runQuery(app: App, sql: string, datasets: readonly string[]): Promise<QueryResult> {
  await attachWhatIsNamed(app, sql, datasets)
  const rows: Cell[][] = []
  const stream = app.engine.stream('query', { schema: 'main', sql, parameters: {} })
  for await (const { bytes } of stream) {
    const table = readResult(bytes)
    for (let row = 0; row < table.rows; row += 1) {
      rows.push(table.columns.map((column) => jsonCell(column.at(row))))
    }
  }
  const { columns } = await stream.result
  return { columns, rows }
}

/** The tables that the query names, and the datasets that were asked for, whether it names them or not. */
async function attachWhatIsNamed(
  { engine, catalogue, attaching }: App,
  sql: string,
  datasets: readonly string[],
): Promise<void> {
  const reading = await engine.call('inspect', { sql })
  if (reading.accepted) await attaching.needTables(reading.tables)
  await attaching.need(datasets)
  catalogue.relationsOf(datasets)
}

/** A file of columns and their types: what another program reads without guessing. */
async function toParquet(
  sql: string,
  {
    out,
    dataset,
    workspace,
    json,
  }: { out?: string; dataset: string[]; workspace?: string; json?: boolean },
): Promise<number> {
  if (out === undefined) throw new UsageError('--format parquet 要用 --out 写明文件')
  const rows = await withApp(async (app) => {
    await attachWhatIsNamed(app, sql, dataset)
    return queryToParquet(app, sql, out)
  }, workspace)
  note(`写好了：${out}，${rows} 行。`)
  if (json) printJson({ out, rows })
  return 0
}

function toCsv({ columns, rows }: QueryResult): string {
  return [columns.map(({ name }) => name), ...rows].map(csvLine).join('')
}
