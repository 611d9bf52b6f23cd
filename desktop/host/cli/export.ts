import { writeFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { ZhizhiError } from '../../contract/errors.ts'
import { sqlName, tablesOf } from '../../domain/catalogue/sql-name.ts'
import { withoutFormula } from '../../domain/sharing/csv.ts'
import { mayLeaveWhole } from '../../services/disclosure/microdata.ts'
import type { App } from '../compose.ts'
import { note, print, printJson } from './output.ts'
import { csvOf, jsonOf } from './query.ts'
import { queryToParquet } from './query-parquet.ts'
import {
  leaving,
  markedRows,
  releaseOptions,
  releaseUsage,
  resultOf,
  termsOf,
  type Leaving,
  type Result,
} from './released.ts'
import { only, parse, UsageError, type Verb } from './verb.ts'
import { withApp } from './with-app.ts'

const usage = `export QUERY_OR_DATASET --out F.csv|.xlsx|.parquet|.json ${releaseUsage} [--workspace DIR] [--json]`

const kinds = ['.csv', '.xlsx', '.parquet', '.json']

/** A query's result, or a dataset's rows, as a file: through disclosure control. */
export const exportVerb: Verb = {
  usage,
  async run(args) {
    const { values, positionals } = parse(args, usage, {
      out: { type: 'string' },
      workspace: { type: 'string' },
      json: { type: 'boolean' },
      ...releaseOptions,
    })
    const what = only(positionals, usage)
    const { out } = values
    const kind = extname(out ?? '').toLowerCase()
    if (out === undefined || !kinds.includes(kind))
      throw new UsageError(
        `请用 --out 写明文件，以 ${kinds.join('、')} 结尾。\n用法：zhizhi ${usage}`,
      )
    const terms = termsOf(values)
    const done = await withApp(async (app) => {
      const query = isDataset(app, what)
        ? await wholeDataset(app, what)
        : await leaving(app, { sql: what, datasets: [] }, { terms, flags: kind !== '.parquet' })
      return { rows: await write(app, query, { out, kind }), told: query.note }
    }, values.workspace)
    const { rows, told } = done
    if (values.json) printJson({ out, rows, ...(told === null ? {} : { held_back: told }) })
    else print(`写好了：${out}，${rows} 行。`)
    if (told !== null) note(told)
    return 0
  },
}

const isDataset = ({ catalogue }: App, name: string): boolean =>
  catalogue.entry(name)?.package !== undefined

/** Every row of a dataset's one table: where it is open, or as many agree in it as it declares. */
async function wholeDataset(app: App, id: string): Promise<Leaving> {
  const { package: dataset } = app.catalogue.dataset(id)
  const [table, more] = tablesOf(dataset)
  if (!table || more) {
    const tables = tablesOf(dataset).map(sqlName).join('、')
    throw new UsageError(
      `“${id}”有几张表，请写查询，例如 FROM ${tables.split('、')[0] ?? ''}（${tables}）`,
    )
  }
  await app.attaching.need([id])
  if (!(await mayLeaveWhole(app.engine, dataset)))
    throw new ZhizhiError('release_refused', { kind: 'rows', what: id })
  return { sql: `FROM ${sqlName(table)}`, flags: 0, note: null, done: () => Promise.resolve() }
}

async function write(
  app: App,
  query: Leaving,
  { out, kind }: { readonly out: string; readonly kind: string },
): Promise<number> {
  if (kind === '.parquet') return queryToParquet(app, query, out)
  const result = await resultOf(app, query)
  if (kind === '.xlsx') await writeFile(out, await app.workbooks.write([sheetOf(result)]))
  else
    await writeFile(out, kind === '.json' ? `${JSON.stringify(jsonOf(result))}\n` : safeCsv(result))
  return result.rows.length
}

/** Texts that a spreadsheet would run are made texts; the reader is told of the marks in the last line. */
function safeCsv(result: Result): string {
  const rows = result.rows.map((cells) =>
    cells.map((cell) => (typeof cell === 'string' ? withoutFormula(cell) : cell)),
  )
  const last =
    result.note === null ? '' : `${JSON.stringify(result.note).replaceAll('\\"', '""')}\r\n`
  return `\ufeff${csvOf({ ...result, rows })}${last}`
}

function sheetOf(result: Result) {
  const rows = markedRows(result).map((cells) =>
    cells.map((cell) => (typeof cell === 'boolean' ? String(cell) : (cell ?? undefined))),
  )
  const told = result.note === null ? [] : [[result.note]]
  const columns = result.columns.map(({ name }) => ({ heading: name, width: 16 }))
  return { name: '结果', columns, rows: [...rows, ...told] }
}
