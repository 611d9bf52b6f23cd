import type { Sentence } from '../problem.ts'
import type { Condition } from '../query/condition.ts'
import type { ColumnKind } from './pieces.ts'

export const tests = [
  'is',
  'not',
  'contains',
  'above',
  'below',
  'range',
  'empty',
  'filled',
  'in',
] as const
export type Test = (typeof tests)[number]

/** A condition as it stands in a form; several values of `is` and `not` are parted by `、`. */
export interface ConditionDraft {
  readonly column: string
  readonly test: Test
  readonly text: string
  /** The upper end of a range. */
  readonly until: string
}

type Scalar = string | number | boolean

export function draftOf(condition: Condition): ConditionDraft {
  const { column } = condition
  const draft = (test: Test, text: unknown = '', until: unknown = ''): ConditionDraft => ({
    column,
    test,
    text: shown(text),
    until: shown(until),
  })
  if (condition.is !== undefined) return draft('is', condition.is)
  if (condition.not !== undefined) return draft('not', condition.not)
  if (condition.in !== undefined) return draft('in', condition.in)
  if (condition.contains !== undefined) return draft('contains', condition.contains)
  if (condition.above !== undefined) return draft('above', condition.above)
  if (condition.below !== undefined) return draft('below', condition.below)
  if (condition.empty !== undefined) return draft(condition.empty ? 'empty' : 'filled')
  return draft('range', condition.from, condition.to)
}

/** The condition that the form says; nothing while it is not complete. */
export function conditionOf(draft: ConditionDraft, kind: ColumnKind): Condition | undefined {
  const { column, test } = draft
  const text = draft.text.trim()
  const until = draft.until.trim()
  if (column === '') return undefined
  if (test === 'empty' || test === 'filled') return { column, empty: test === 'empty' }
  if (test === 'range') {
    if (text === '' && until === '') return undefined
    return {
      column,
      ...(text === '' ? {} : { from: scalarOf(text, kind) }),
      ...(until === '' ? {} : { to: scalarOf(until, kind) }),
    }
  }
  if (text === '') return undefined
  if (test === 'contains') return { column, contains: text }
  if (test === 'in') return text.startsWith('$') ? { column, in: text } : undefined
  if (test === 'above' || test === 'below') return { column, [test]: scalarOf(text, kind) }
  const values = text.split('、').map((one) => scalarOf(one.trim(), kind))
  const [only] = values
  return { column, [test]: values.length === 1 && only !== undefined ? only : values }
}

function scalarOf(text: string, kind: ColumnKind): Scalar {
  if (text.startsWith('$')) return text
  if (kind === 'number' && text !== '' && Number.isFinite(Number(text))) return Number(text)
  if (kind === 'boolean' && ['是', 'true'].includes(text)) return true
  if (kind === 'boolean' && ['否', 'false'].includes(text)) return false
  return text
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.map(shown).join('、')
  if (typeof value === 'boolean') return value ? '是' : '否'
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** The condition in words, short enough for a label. */
export function conditionWords(condition: Condition, title: string): Sentence {
  const { test, text, until } = draftOf(condition)
  const value = text.length > 24 ? `${text.slice(0, 24)}…` : text
  switch (test) {
    case 'is':
      return { zh: `${title}是${value}`, en: `${title} is ${value}` }
    case 'not':
      return { zh: `${title}不是${value}`, en: `${title} is not ${value}` }
    case 'contains':
      return { zh: `${title}含“${value}”`, en: `${title} contains “${value}”` }
    case 'above':
      return { zh: `${title}大于 ${value}`, en: `${title} above ${value}` }
    case 'below':
      return { zh: `${title}小于 ${value}`, en: `${title} below ${value}` }
    case 'empty':
      return { zh: `${title}为空`, en: `${title} is empty` }
    case 'filled':
      return { zh: `${title}不为空`, en: `${title} is not empty` }
    case 'in':
      return { zh: `${title}在 ${value} 里`, en: `${title} in ${value}` }
    case 'range':
      return range(title, text, until)
  }
}

function range(title: string, from: string, to: string): Sentence {
  if (to === '') return { zh: `${title}从 ${from} 起`, en: `${title} from ${from}` }
  if (from === '') return { zh: `${title}到 ${to} 止`, en: `${title} up to ${to}` }
  return { zh: `${title}从 ${from} 到 ${to}`, en: `${title} from ${from} to ${to}` }
}
