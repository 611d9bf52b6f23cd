import { readFile, stat, writeFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { mostImportBytes, type ExchangeFormat } from '../../contract/catalogue-exchange.ts'
import type { ImportEntry, ImportPlan } from '../../contract/catalogue-exchange.ts'
import { ZhizhiError } from '../../contract/errors.ts'
import { defaultWorkspace } from '../workspace-folder.ts'
import { note, print, printJson } from './output.ts'
import { parse, UsageError, type Verb } from './verb.ts'
import { withApp } from './with-app.ts'

const usage =
  'catalogue export --out F.xlsx|F.jsonld [--workspace DIR] [--json] | import F [--dry-run] [--workspace DIR] [--json]'

/** The catalogue as a file for other offices, and theirs into ours; exit 1 where an entry is refused. */
export const catalogueVerb: Verb = {
  usage,
  async run(args) {
    const { values, positionals } = parse(args, usage, {
      out: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      workspace: { type: 'string' },
      json: { type: 'boolean', default: false },
    })
    const [action, file, ...more] = positionals
    const { out, workspace, json } = values
    if (action === 'export' && out !== undefined && file === undefined) {
      return exportTo(out, workspace, json)
    }
    if (action === 'import' && file !== undefined && out === undefined && more.length === 0) {
      return importFrom(file, { workspace, json, dry: values['dry-run'] })
    }
    throw new UsageError(`用法：zhizhi ${usage}`)
  },
}

async function exportTo(
  out: string,
  workspace: string | undefined,
  json: boolean,
): Promise<number> {
  const format = formatOf(out)
  const made = await withApp((app) => app.exchange.export(format), workspace)
  await writeFile(out, made.bytes)
  const { datasets, bytes } = made
  if (json) printJson({ out, format, datasets, bytes: bytes.byteLength })
  else print(`写好了：${out}，${datasets} 份数据。`)
  return 0
}

function formatOf(out: string): ExchangeFormat {
  const extension = extname(out).toLowerCase()
  if (extension === '.xlsx') return 'xlsx'
  if (extension === '.jsonld') return 'jsonld'
  throw new UsageError('--out 的文件名要以 .xlsx 或 .jsonld 结尾')
}

interface ImportOrder {
  readonly workspace: string | undefined
  readonly json: boolean
  readonly dry: boolean
}

async function importFrom(file: string, { workspace, json, dry }: ImportOrder): Promise<number> {
  const bytes = await bytesOf(file)
  const folder = await placeFor(workspace ?? defaultWorkspace(), dry)
  const plan = await withApp(async ({ exchange }) => {
    const found = await exchange.plan(bytes)
    const wanted = found.entries.some(({ state }) => state === 'new' || state === 'changed')
    if (!dry && wanted) await exchange.import(found.token)
    return found
  }, folder)
  const { entries, notes } = plan
  if (json) printJson({ file, dry_run: dry, ...counts(plan), entries, notes })
  else {
    for (const entry of entries) print(lineOf(entry))
    for (const remark of notes) note(remark)
    print(summary(plan, dry))
  }
  return entries.some(({ state }) => state === 'refused') ? 1 : 0
}

/** A dry run makes no workspace where there is none. */
async function placeFor(workspace: string, dry: boolean): Promise<string | undefined> {
  if (!dry) return workspace
  return stat(workspace).then(
    () => workspace,
    () => undefined,
  )
}

async function bytesOf(file: string): Promise<Uint8Array> {
  const info = await stat(file).catch(() => undefined)
  if (!info?.isFile()) throw new UsageError(`读不到文件 ${file}`)
  if (info.size > mostImportBytes) {
    const problem = `文件超过 ${mostImportBytes / 2 ** 20} MB，不像一份目录`
    throw new ZhizhiError('import_refused', { problem })
  }
  return readFile(file)
}

const words = { new: '新增', changed: '更改', unchanged: '不变', refused: '拒绝' } as const

function lineOf({ state, id, title, changes, problem }: ImportEntry): string {
  const head = `${words[state]}\t${id}\t${title}`
  const details = changes.map(
    ({ item, before, after }) => `\t${item}：${before ?? '（无）'} → ${after ?? '（无）'}`,
  )
  return [head, ...details, ...(problem === null ? [] : [`\t${problem}`])].join('\n')
}

function counts({ entries }: ImportPlan) {
  const number = (state: ImportEntry['state']) =>
    entries.filter((entry) => entry.state === state).length
  return {
    added: number('new'),
    changed: number('changed'),
    unchanged: number('unchanged'),
    refused: number('refused'),
  }
}

function summary(plan: ImportPlan, dry: boolean): string {
  const { added, changed, unchanged, refused } = counts(plan)
  const told = `新增 ${added}，更改 ${changed}，不变 ${unchanged}，拒绝 ${refused}`
  return dry ? `只是预览，没有改动：${told}。` : `导入好了：${told}。`
}
