import type * as z from 'zod'

type Issue = z.core.$ZodIssue

const typeNames: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表',
  object: '“名: 值”的对照',
  record: '“名: 值”的对照',
}

/** What is expected in place of what the author wrote; `written` is false where nothing stands. */
export function describeIssue(issue: Issue, written: boolean): string {
  switch (issue.code) {
    case 'invalid_type':
      return written ? `应当是${typeName(issue.expected)}` : '没有写，这一项不能少'
    case 'unrecognized_keys':
      return `不认识 ${issue.keys.join('、')}，请检查拼写`
    case 'invalid_value':
      return written ? `只能是 ${issue.values.map(String).join('、')}` : '没有写，这一项不能少'
    case 'too_small':
      return `${isLength(issue.origin) ? '太短或太少' : '太小'}，至少 ${issue.minimum}`
    case 'too_big':
      return `${isLength(issue.origin) ? '太长或太多' : '太大'}，至多 ${issue.maximum}`
    case 'not_multiple_of':
      return `应当是 ${issue.divisor} 的整数倍`
    case 'invalid_format':
      return '写法不对：用小写英文字母、数字和连字符'
    case 'invalid_key':
      return '这个名字不能用：用小写英文字母、数字和连字符'
    case 'invalid_union':
      return describeUnion(issue)
    case 'custom':
      return issue.message
    default:
      return '写法不对'
  }
}

const typeName = (expected: string): string => typeNames[expected] ?? expected

const isLength = (origin: string): boolean => origin === 'string' || origin === 'array'

function describeUnion(issue: Extract<Issue, { code: 'invalid_union' }>): string {
  if ('options' in issue) return `只能是 ${issue.options.map(String).join('、')}`
  const wanted = issue.errors
    .map((issues) => issues[0])
    .filter((first) => first?.code === 'invalid_type')
    .map((first) => typeName(first.expected))
  return wanted.length > 0 ? `应当是${[...new Set(wanted)].join('或')}` : '写法不对'
}
