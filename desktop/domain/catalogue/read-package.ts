import { dataPackageSchema, type DataPackage } from './data-package.ts'
import { explainIssue } from './explain-issue.ts'
import { explainRefusal, refusalOf } from './level.ts'
import { findSecrecyMark } from './secrecy-mark.ts'
import { isTakenName } from './sql-name.ts'

/** A descriptor that can be used, or one sentence on the first thing that is wrong with it. */
export type PackageReading =
  | { readonly ok: true; readonly package: DataPackage }
  | {
      readonly ok: false
      /** With the place in the descriptor. */
      readonly problem: string
      /** The same without the place, and the place as a path. */
      readonly what: string
      readonly path: readonly PropertyKey[]
    }

function refuse(what: string, path: readonly PropertyKey[] = []): PackageReading {
  const place = placeText(path)
  return { ok: false, problem: place === '' ? what : `${place}：${what}`, what, path }
}

/** Reads the text of `datasets/<id>/datapackage.json`. */
export function readPackage(id: string, text: string): PackageReading {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return refuse('不是完整的 JSON，请检查括号、引号和逗号')
  }
  return checkPackage(id, json)
}

/** Asks of a descriptor everything that the catalogue asks; what is secret comes first. */
export function checkPackage(id: string, json: unknown): PackageReading {
  const marked = findSecrecyMark(json)
  if (marked) return refuse(explainRefusal('secrecy-mark'), marked)
  const checked = dataPackageSchema.safeParse(json)
  if (!checked.success) {
    const [issue] = checked.error.issues
    return issue
      ? refuse(explainIssue(issue, writtenAt(json, issue.path)), issue.path)
      : refuse('写法不对')
  }
  const dataset = checked.data
  if (dataset.name !== id) {
    return refuse(`写的是“${dataset.name}”，应与文件夹同名：“${id}”`, ['name'])
  }
  if (isTakenName(id)) return refuse(`“${id}”是数据库保留的名字，请换一个`, ['name'])
  const refusal = refusalOf(dataset.governance, [])
  if (!refusal) return { ok: true, package: dataset }
  const secret = refusal === 'work-secret' || refusal === 'state-secret'
  return refuse(explainRefusal(refusal), ['governance', secret ? 'secrecy' : 'level'])
}

/** A path as people write it; rows of a list count from 1. */
function placeText(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part + 1}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '')
}

function writtenAt(json: unknown, path: readonly PropertyKey[]): unknown {
  let at = json
  for (const part of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part)) return undefined
    at = (at as Readonly<Record<PropertyKey, unknown>>)[part]
  }
  return at
}
