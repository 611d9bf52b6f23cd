import type * as z from 'zod'
import type { Sentence } from './problem.ts'

type Issue = z.core.$ZodIssue

/** Where a checked value is wrong, and a sentence that begins with the place. */
export interface DescribedIssue {
  readonly path: readonly PropertyKey[]
  readonly sentence: Sentence
}

/** A custom issue of a schema of ours, whose sentence is ready. */
export function refusal(zh: string, en: string): { message: string; params: Sentence } {
  return { message: en, params: { zh, en } }
}

/** Says what is wrong with a value, in words for the person who wrote it. */
export function describeIssue(issue: Issue): DescribedIssue {
  const path = issue.path
  const place = path.map((part) => (typeof part === 'number' ? `[${part + 1}]` : String(part)))
  const prefix = place.join('.').replaceAll('.[', '[')
  const { zh, en } = whatIsWrong(issue)
  if (prefix === '') return { path, sentence: { zh, en } }
  return { path, sentence: { zh: `${prefix}：${zh}`, en: `${prefix}: ${en}` } }
}

function whatIsWrong(issue: Issue): Sentence {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue)
    case 'unrecognized_keys': {
      const keys = issue.keys.join(', ')
      return { zh: `不认识“${keys}”`, en: `unknown “${keys}”` }
    }
    case 'invalid_value': {
      const values = issue.values.map(String).join(', ')
      return { zh: `只能是 ${values}`, en: `must be one of ${values}` }
    }
    case 'too_small':
      return { zh: `太小或太短，至少 ${issue.minimum}`, en: `too small, at least ${issue.minimum}` }
    case 'too_big':
      return { zh: `太大或太长，至多 ${issue.maximum}`, en: `too big, at most ${issue.maximum}` }
    case 'invalid_union':
      return wrongUnion(issue)
    case 'custom':
      return isSentence(issue.params) ? issue.params : { zh: '写法不对', en: issue.message }
    default:
      return { zh: '写法不对', en: issue.message }
  }
}

const typeNames: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表',
  object: '“键: 值”的对照',
  record: '“键: 值”的对照',
}

function wrongType(issue: Extract<Issue, { code: 'invalid_type' }>): Sentence {
  const expected = issue.expected
  if (issue.input === undefined) return { zh: '缺少这一项', en: 'is missing' }
  return { zh: `应是${typeNames[expected] ?? expected}`, en: `must be a ${expected}` }
}

/** A discriminated union knows its key; of another union, the alternative that came furthest speaks. */
function wrongUnion(issue: Extract<Issue, { code: 'invalid_union' }>): Sentence {
  const alternatives = issue.errors.flatMap((issues) => issues.slice(0, 1))
  const deepest = alternatives.toSorted((a, b) => b.path.length - a.path.length)[0]
  if (deepest && deepest.path.length > 0) return describeIssue(deepest).sentence
  return { zh: '写法不对', en: 'is not written in a way that is known' }
}

function isSentence(value: unknown): value is Sentence {
  return typeof value === 'object' && value !== null && 'zh' in value && 'en' in value
}
