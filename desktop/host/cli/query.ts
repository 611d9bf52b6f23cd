import { writeFile } from 'node:fs/promises'
import { csvLine } from '../../domain/notebook/file-cell.ts'
import { note, print, printJson } from './output.ts'
import { queryToParquet } from './query-parquet.ts'
import {
  leaving,
  markedRows,
  releaseOptions,
  releaseUsage,
  resultOf,
  termsOf,
  type Result,
} from './released.ts'
import type { ReleaseTerms } from '../../services/disclosure/releases.ts'
import { only, parse, UsageError, type Verb } from './verb.ts'
import { withApp } from './with-app.ts'

const usage = `query SQL [--dataset ID]… [--format json|csv|parquet] [--out F] ${releaseUsage} [--workspace DIR] [--json]`

/** A sandboxed query over the catalogue's datasets; of protected ones only what may leave. */
export const queryVerb: Verb = {
  usage,
  async run(args) {
    const { values, positionals } = parse(args, usage, {
      dataset: { type: 'string', multiple: true, default: [] },
      format: { type: 'string' },
      out: { type: 'string' },
      workspace: { type: 'string' },
      json: { type: 'boolean' },
      ...releaseOptions,
    })
    const asked = { sql: only(positionals, usage), datasets: values.dataset }
    const terms = termsOf(values)
    const format = values.format ?? (values.json ? 'json' : 'csv')
    if (format === 'parquet') return toParquet(asked, terms, values)
    if (format !== 'json' && format !== 'csv') {
      throw new UsageError('--format 只能是 json、csv 或 parquet')
    }
    const result = await withApp(
      async (app) => resultOf(app, await leaving(app, asked, { terms, flags: true })),
      values.workspace,
    )
    const text = format === 'json' ? undefined : csvOf(result)
    if (values.out !== undefined) {
      await writeFile(values.out, text ?? `${JSON.stringify(jsonOf(result))}\n`)
      note(`写好了：${values.out}，${result.rows.length} 行。`)
    } else if (text === undefined) printJson(jsonOf(result))
    else print(text.trimEnd())
    if (result.note !== null) note(result.note)
    return 0
  },
}

interface Asked {
  readonly sql: string
  readonly datasets: readonly string[]
}

/** A file of columns and their types: what another program reads without guessing. */
async function toParquet(
  asked: Asked,
  terms: ReleaseTerms,
  { out, workspace, json }: { out?: string; workspace?: string; json?: boolean },
): Promise<number> {
  if (out === undefined) throw new UsageError('--format parquet 要用 --out 写明文件')
  const { rows, told } = await withApp(async (app) => {
    const query = await leaving(app, asked, { terms, flags: false })
    return { rows: await queryToParquet(app, query, out), told: query.note }
  }, workspace)
  note(`写好了：${out}，${rows} 行。`)
  if (told !== null) note(told)
  if (json) printJson({ out, rows, ...(told === null ? {} : { held_back: told }) })
  return 0
}

/** For machines: a number that was held back is null. */
export function jsonOf({ columns, rows, note: told }: Result) {
  return { columns, rows, ...(told === null ? {} : { held_back: told }) }
}

export function csvOf(result: Result): string {
  return [result.columns.map(({ name }) => name), ...markedRows(result)].map(csvLine).join('')
}
