import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import { describeIssue } from '../../domain/notebook/issue.ts'
import { cautionsOf } from '../../domain/notebook/stat/model/cautions.ts'
import type { ModelData } from '../../domain/statistics/regression/data.ts'
import { ModelError } from '../../domain/statistics/regression/design.ts'
import {
  columnsOfModel,
  fitModel,
  type Fitted,
} from '../../domain/statistics/regression/fit-model.ts'
import {
  modelSchema,
  modelSchemas,
  type Model,
  type ModelName,
} from '../../domain/statistics/regression/spec.ts'
import { note, print, printJson } from './output.ts'
import { DataRefused, isFile, readData } from './stat-data.ts'
import { only, parse, UsageError, type Verb } from './verb.ts'

const names = Object.keys(modelSchemas)
const usage = `stat ${names.join('|')} --spec FILE [--workspace DIR] [--json]`
const dataSchema = z.looseObject({ data: z.string().min(1).max(1000) })

/** Fits a model to a CSV file or a table; exit 1 with a sentence where it cannot be fitted. */
export const statVerb: Verb = {
  usage,
  async run(args) {
    const { values, positionals } = parse(args, usage, {
      spec: { type: 'string' },
      workspace: { type: 'string' },
      json: { type: 'boolean' },
    })
    const name = only(positionals, usage)
    if (!isModel(name)) throw new UsageError(`没有“${name}”这种模型。\n用法：zhizhi ${usage}`)
    const { spec: path, workspace } = values
    if (path === undefined)
      throw new UsageError(`请用 --spec 写明模型文件。\n用法：zhizhi ${usage}`)
    try {
      const { data, spec } = await readSpec(name, path)
      const start = spec.test === 'did' && isFile(data) ? [String(spec.start)] : []
      const columns = [...columnsOfModel(spec), ...start]
      const rows = await readData({ data, columns, spec: path, workspace })
      const fitted = fitModel(startingIn(spec, rows), rows)
      if (values.json) printJson(machineFit(fitted))
      else print([written(fitted), ...cautionsOf(spec, fitted).map(({ zh }) => zh)].join('\n'))
      return 0
    } catch (error) {
      const why = refusalIn(error)
      if (why === undefined) throw error
      if (values.json) printJson({ error: { message: why } })
      note(why)
      return 1
    }
  },
}

const isModel = (name: string): name is ModelName => names.includes(name)

/** In a file of a spec, `start` may name the column too. */
function startingIn(spec: Model, { columns }: ModelData): Model {
  if (spec.test !== 'did' || !columns.has(String(spec.start))) return spec
  return { ...spec, start: undefined, start_column: String(spec.start) }
}

function refusalIn(error: unknown): string | undefined {
  if (error instanceof ModelError) return error.why.zh
  return error instanceof DataRefused ? error.message : undefined
}

async function readSpec(test: ModelName, path: string): Promise<{ data: string; spec: Model }> {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) throw new UsageError(`读不到模型文件 ${path}`)
  const json = jsonIn(text, path)
  const { data, ...rest } = checked(dataSchema, json)
  return { data, spec: checked(modelSchema, { ...rest, test }) }
}

function jsonIn(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new DataRefused(`模型文件 ${path} 不是 JSON。`)
  }
}

function checked<T>(schema: z.ZodType<T>, value: unknown): T {
  const read = schema.safeParse(value)
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new DataRefused(`模型文件不对：${issue ? describeIssue(issue).sentence.zh : ''}。`)
}

/** For machines, in the names of the fixed shape; what is infinite or missing is null. */
export function machineFit(fitted: Fitted): Record<string, unknown> {
  const { coefficients, ...rest } = fitted
  const more = Object.entries(rest).map(([name, value]) => [snake(name), value] as const)
  return { n: fitted.n, coefficients, ...Object.fromEntries(more) }
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** For people: the coefficients in lines. */
function written(fitted: Fitted): string {
  const number = (value: number) => value.toPrecision(6)
  const lines = fitted.coefficients.map((one) =>
    [
      one.term,
      number(one.estimate),
      `标准误 ${number(one.se)}`,
      `p ${one.p < 0.001 ? '< 0.001' : one.p.toFixed(3)}`,
      `区间 ${number(one.low)} 到 ${number(one.high)}`,
    ].join('\t'),
  )
  const left = fitted.missing + fitted.weightless
  return [
    ...lines,
    `用了 ${fitted.n} 行${left > 0 ? `，${left} 行没有用（缺值、不是有限的数或权重为 0）` : ''}。`,
  ].join('\n')
}
