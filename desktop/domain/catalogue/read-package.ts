import type * as z from 'zod'
import { dataPackageSchema, type DataPackage } from './data-package.ts'
import { explainRefusal, refusalOf } from './level.ts'
import { isTakenName } from './sql-name.ts'

/** A descriptor that can be used, or one sentence on the first thing that is wrong with it. */
export type PackageReading =
  | { readonly ok: true; readonly package: DataPackage }
  | { readonly ok: false; readonly problem: string }

const refuse = (problem: string): PackageReading => ({ ok: false, problem })

/** Reads the text of `datasets/<id>/datapackage.json`. */
export function readPackage(id: string, text: string): PackageReading {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return refuse('不是完整的 JSON，请检查括号、引号和逗号')
  }
  const checked = dataPackageSchema.safeParse(json)
  if (!checked.success) return refuse(explainIssue(checked.error.issues[0], json))
  const dataset = checked.data
  if (dataset.name !== id) return refuse(`name 写的是“${dataset.name}”，应与文件夹同名：“${id}”`)
  if (isTakenName(id)) return refuse(`“${id}”是数据库保留的名字，请换一个`)
  const refusal = refusalOf(dataset.governance, [dataset.title, dataset.description])
  return refusal ? refuse(explainRefusal(refusal)) : { ok: true, package: dataset }
}

function explainIssue(issue: z.core.$ZodIssue | undefined, json: unknown): string {
  if (!issue) return '写法不对'
  const place = issue.path
    .map((part) => (typeof part === 'number' ? `[${part + 1}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '')
  const wrong = isWritten(json, issue.path) ? whatIsWrong(issue) : '没有写，这一项不能少'
  return place === '' ? wrong : `${place}：${wrong}`
}

function isWritten(json: unknown, path: readonly PropertyKey[]): boolean {
  let at = json
  for (const part of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part)) return false
    at = (at as Readonly<Record<PropertyKey, unknown>>)[part]
  }
  return true
}

function whatIsWrong(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return '类型不对'
    case 'unrecognized_keys':
      return `不认识 ${issue.keys.join('、')}，请检查拼写`
    case 'invalid_value':
      return `只能是 ${issue.values.map(String).join('、')}`
    case 'custom':
      return issue.message
    default:
      return '写法不对'
  }
}
