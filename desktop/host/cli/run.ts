import { readFile, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { errorText } from '../../contract/error-text.ts'
import { explain } from '../../domain/notebook/problem.ts'
import { valuesFromText } from '../../domain/notebook/parameters.ts'
import { parseNotebook } from '../../domain/notebook/parse.ts'
import { hashesOf } from '../../services/report/dataset-facts.ts'
import type { Report, ReportService } from '../../services/report/report.ts'
import { findAppRoot } from '../app-root.ts'
import { note, print, printJson } from './output.ts'
import { termsOf } from './released.ts'
import { only, parse, UsageError, type Verb } from './verb.ts'
import { withApp } from './with-app.ts'

const usage =
  'run NOTEBOOK [--param k=v]… --out F.html [--recipient government|outside] [--workspace DIR] [--json]'

/** Runs a notebook and writes its report; exit 1 where a cell, a chart or a check failed, the report says which. */
export const runVerb: Verb = {
  usage,
  async run(args) {
    const { values, positionals } = parse(args, usage, {
      param: { type: 'string', multiple: true, default: [] },
      out: { type: 'string' },
      recipient: { type: 'string' },
      workspace: { type: 'string' },
      json: { type: 'boolean' },
    })
    const name = only(positionals, usage)
    const { out } = values
    if (out === undefined)
      throw new UsageError(`请用 --out 说明报告写到哪里。\n用法：zhizhi ${usage}`)
    const refusal = refusalOf(out)
    if (refusal !== undefined) {
      if (values.json) printJson({ error: { message: refusal } })
      note(refusal)
      return 1
    }
    const source = await readNotebook(name)
    const parameters = parametersFrom(source, values.param)
    const { recipient } = termsOf(values)
    const report = await withApp(
      (app) => render(app.report, { source, values: parameters, recipient }),
      values.workspace,
    )
    await writeFile(out, report.html)
    const found = facts(report, out)
    if (values.json) printJson(found)
    else print(`写好了：${out}，${found.charts} 张图。`)
    for (const { cell, note: told } of report.withheld) note(`${cell}：${told}`)
    const failures = failuresOf(report)
    for (const failure of failures) note(failure)
    return failures.length > 0 ? 1 : 0
  },
}

/** Why a report cannot be written there; nothing where it can. */
function refusalOf(out: string): string | undefined {
  const kind = extname(out).toLowerCase()
  if (kind === '.html' || kind === '.htm') return undefined
  if (kind !== '.pdf' && kind !== '.docx') throw new UsageError('--out 的文件名要以 .html 结尾')
  const name = kind.slice(1).toUpperCase()
  return `还不能直接写 ${name}。请写成 .html，用浏览器打开，再打印或另存为 PDF。`
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

type Rendered = Pick<Parameters<ReportService['render']>[0], 'source' | 'values' | 'recipient'>

function render(service: ReportService, what: Rendered) {
  const { signal } = new AbortController()
  return service.render({ ...what, signal, onProgress: () => undefined })
}

function facts({ cells, charts, datasets, parameters, checks, withheld }: Report, out: string) {
  return {
    out,
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
