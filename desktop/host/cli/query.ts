import { writeFile } from 'node:fs/promises'
import { readResult } from '../../domain/notebook/result-table.ts'
import type { App } from '../compose.ts'
import { csvLine, jsonCell } from './cells.ts'
import { note, print, printJson } from './output.ts'
import { only, parse, UsageError, type Verb } from './verb.ts'
import { withApp } from './with-app.ts'

const usage = 'query SQL [--dataset ID]… [--format json|csv] [--out F] [--json]'

/** A sandboxed query over the catalogue's datasets. */
export const queryVerb: Verb = {
  usage,
  async run(args) {
    const { values, positionals } = parse(args, usage, {
      dataset: { type: 'string', multiple: true, default: [] },
      format: { type: 'string' },
      out: { type: 'string' },
      json: { type: 'boolean' },
    })
    const sql = only(positionals, usage)
    const format = values.format ?? (values.json ? 'json' : 'csv')
    if (format !== 'json' && format !== 'csv') throw new UsageError('--format 只能是 json 或 csv')
    const result = await withApp((app) => runQuery(app, sql, values.dataset))
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

async function runQuery(
  { engine, catalogue, attaching }: App,
  sql: string,
  datasets: string[],
): Promise<QueryResult> {
  const reading = await engine.call('inspect', { sql })
  if (reading.accepted) await attaching.needTables(reading.tables)
  await attaching.need(datasets)
  catalogue.relationsOf(datasets)
  const rows: Cell[][] = []
  const stream = engine.stream('query', { schema: 'main', sql, parameters: {} })
  for await (const { bytes } of stream) {
    const table = readResult(bytes)
    for (let row = 0; row < table.rows; row += 1) {
      rows.push(table.columns.map((column) => jsonCell(column.at(row))))
    }
  }
  const { columns } = await stream.result
  return { columns, rows }
}

function toCsv({ columns, rows }: QueryResult): string {
  return [columns.map(({ name }) => name), ...rows].map(csvLine).join('')
}
