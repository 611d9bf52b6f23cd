import type * as z from 'zod'
import { explainPath } from './explain-path.ts'
import { sharingWords, type Words } from './words.ts'

/** One sentence on what is wrong with a part of a descriptor; `written` is what stands there. */
export function explainIssue(issue: z.core.$ZodIssue, written: unknown): string {
  if (written === undefined) return '没有写，这一项不能少'
  const key = issue.path.at(-1)
  switch (issue.code) {
    case 'invalid_type':
      return `类型不对：应当是${typeName(issue.expected)}，写的是${typeName(typeOf(written))}`
    case 'unrecognized_keys':
      return `不认识 ${issue.keys.join('、')}，请检查拼写`
    case 'invalid_value':
      return explainValue(issue.path, issue.values.map(String), written)
    case 'custom':
      return issue.message
    default:
      if (key === 'path' && issue.path[0] === 'resources' && typeof written === 'string') {
        return explainPath(written)
      }
      return key === 'hash' ? '要写成 sha256: 加 64 位小写的十六进制数' : '写法不对'
  }
}

/** Sets whose names are not clear by themselves. */
const explained: Readonly<Record<string, { readonly set: Words; readonly what: string }>> = {
  'governance.catalogue.sharing.type': { set: sharingWords, what: '共享类型' },
}

function explainValue(
  path: readonly PropertyKey[],
  values: readonly string[],
  written: unknown,
): string {
  const known = explained[path.map(String).join('.')]
  const told = values.map((value) => (known ? `${value}（${known.set[value] ?? value}）` : value))
  const given = typeof written === 'string' ? `，写的是“${written}”` : ''
  return `${known?.what ?? ''}只能是 ${told.join('、')}${given}`
}

const typeNames: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: ' true 或 false',
  array: '一列（方括号）',
  object: '一组（花括号）',
  null: '空（null）',
}

const typeName = (type: string) => typeNames[type] ?? type

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}
