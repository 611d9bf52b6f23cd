import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { changeWords, type ReportChange, type ReportFormat } from '../../contract/report.ts'
import { errorText } from '../../contract/error-text.ts'
import { explain } from '../../domain/notebook/problem.ts'
import { valuesFromText } from '../../domain/notebook/parameters.ts'
import { parseNotebook } from '../../domain/notebook/parse.ts'
import { hashesOf } from '../../services/report/dataset-facts.ts'
import { compareReports } from '../../services/report/compare.ts'
import type { Report } from '../../services/report/render.ts'
import { findAppRoot } from '../app-root.ts'
import { note, print, printJson } from './output.ts'
import { termsOf } from './released.ts'
import { only, parse, UsageError, type Verb } from './verb.ts'
import { withApp } from './with-app.ts'
import { writeWhole } from './write-whole.ts'

const usage =
  'run NOTEBOOK [--param k=v]… --out F.html|.pdf|.docx|.xlsx|.zip|.json [--since REPORT] [--recipient government|outside] [--workspace DIR] [--json]'

const formats: Readonly<Record<string, ReportFormat>> = {
  '.html': 'html',
  '.htm': 'html',
  '.pdf': 'pdf',
  '.docx': 'docx',
  '.xlsx': 'xlsx',
  '.zip': 'data',
  '.json': 'json',
}

/**
 * Runs a notebook; writes its report or its data, or tells what changed since an earlier report.
 * Exit 1 where a cell, a chart or a check failed, the report says which.
 */
export const runVerb: Verb = {
  usage,
  async run(args) {
    const { values, positionals } = parse(args, usage, {
      param: { type: 'string', multiple: true, default: [] },
      out: { type: 'string' },
      since: { type: 'string' },
      recipient: { type: 'string' },
      workspace: { type: 'string' },
      json: { type: 'boolean' },
    })
    const source = await readNotebook(only(positionals, usage))
    const { out, since } = values
    const format = formatOf(out, since)
    const previous = since === undefined ? undefined : await readReport(since)
    const asked = { values: parametersFrom(source, values.param), ...termsOf(values), source }
    const { report, file, changes } = await withApp(async ({ report: service }) => {
      const before = previous && service.recordIn(previous)
      const done = await service.make({ ...asked, ...unattended() }, format)
      return { ...done, changes: before && compareReports(before, done.report.record) }
    }, values.workspace)
    if (out !== undefined) await writeWhole(out, file.bytes)
    const found = { ...facts(report, out), ...(changes ? { changes } : {}) }
    if (values.json) printJson(found)
    else tell(found, changes)
    for (const { zh } of file.notes) note(zh)
    for (const { cell, note: told } of report.withheld) note(`${cell}：${told}`)
    const failures = failuresOf(report)
    for (const failure of failures) note(failure)
    return failures.length > 0 ? 1 : 0
  },
}

function formatOf(out: string | undefined, since: string | undefined): ReportFormat {
  if (out === undefined) {
    if (since !== undefined) return 'html'
    throw new UsageError(
      `请用 --out 说明报告写到哪里，或用 --since 和一份旧报告比较。\n用法：zhizhi ${usage}`,
    )
  }
  const format = formats[extname(out).toLowerCase()]
  if (format) return format
  throw new UsageError(`--out 的文件名要以 ${Object.keys(formats).join('、')} 结尾`)
}

async function readReport(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch {
    throw new UsageError(`读不到旧报告 ${path}`)
  }
}

const unattended = () => ({ signal: new AbortController().signal, onProgress: () => undefined })

function tell(
  { out, charts }: { readonly out?: string; readonly charts: number },
  changes: readonly ReportChange[] | undefined,
): void {
  if (out !== undefined) print(`写好了：${out}，${charts} 张图。`)
  if (!changes) return
  print(
    changes.length === 0
      ? '和上次的报告相比，没有变化。'
      : `和上次的报告相比，${changes.length} 处不同：`,
  )
  for (const { of, name, zh } of changes) print(`  ${changeWords[of].zh} ${name}：${zh}`)
}

/** A file, or the id of a notebook that ships with the app. */
async function readNotebook(name: string): Promise<string> {
  const shipped = /^[a-z0-9][a-z0-9-]{0,63}$/.test(name)
    ? [join(findAppRoot(), 'notebooks', `${name}.md`)]
    : []
  for (const path of [name, ...shipped]) {
    const text = await readFile(path, 'utf8').catch(() => undefined)
    if (text !== undefined) return text
  }
  throw new UsageError(`读不到笔记 ${name}：它既不是一个文件，也不是随软件附带的笔记`)
}

/** `name=value` pairs as the notebook's parameters; one that fits none is wrong usage. */
function parametersFrom(source: string, pairs: readonly string[]) {
  const texts = Object.fromEntries(pairs.map(pair))
  const found = valuesFromText(parseNotebook(source), texts)
  if ('values' in found) return found.values
  const { name, why } = found.misfit
  throw new UsageError(`--param ${name}：${why.zh}`)
}

function pair(text: string): [string, string] {
  const at = text.indexOf('=')
  if (at < 1) throw new UsageError(`--param 要写成 名=值，不能是 ${text}`)
  return [text.slice(0, at), text.slice(at + 1)]
}

function facts(
  { cells, charts, datasets, parameters, checks, withheld }: Report,
  out: string | undefined,
) {
  return {
    ...(out === undefined ? {} : { out }),
    cells: cells.map(({ cell, status, rows }) => ({ name: cell, status, rows })),
    charts: charts.filter(({ ok }) => ok).length,
    datasets: datasets.flatMap((one) =>
      hashesOf(one).map(({ sha256 }) => ({ id: one.id, sha256 })),
    ),
    parameters,
    checks,
    ...(withheld.length > 0 ? { held_back: withheld } : {}),
  }
}

/** What the report could not show, one line each. */
function failuresOf({ cells, charts, problems, checks }: Report): string[] {
  return [
    ...problems.map((problem) => `第 ${problem.line} 行：${explain(problem).zh}`),
    ...cells.flatMap(({ cell, status, error }) => {
      if (status === 'done') return []
      return [error ? `${cell}：${errorText(error, 'zh').what}` : `${cell}：没有运行`]
    }),
    ...charts.flatMap((chart) => (chart.ok ? [] : [`${chart.name}：${chart.reason}`])),
    ...checks.flatMap(({ name, claim, passed, finding }) =>
      passed === false ? [`${name}：质量断言不通过：${claim}：${finding}`] : [],
    ),
  ]
}
