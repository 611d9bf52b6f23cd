import { explainSql, firstLine } from '../domain/notebook/sql-errors/explain.ts'
import type { ErrorCode, ErrorParams } from './errors.ts'
import { refusals, type RefusalKind } from '../domain/privacy/release/refused.ts'
import { refusalWords } from '../domain/privacy/release/words.ts'

/** A sentence for a person: what happened (and where), and what to do next. */
export interface ErrorText {
  readonly what: string
  readonly next: string
}

export type Sentence = (params: ErrorParams) => ErrorText
export type Sentences = Readonly<Record<ErrorCode, Sentence>>

type Part = string | ((params: ErrorParams) => string)

const part = (text: Part, params: ErrorParams) => (typeof text === 'string' ? text : text(params))

export const say =
  (what: Part, next: Part): Sentence =>
  (params) => ({ what: part(what, params), next: part(next, params) })

export const p = (params: ErrorParams, name: string, otherwise = '') =>
  String(params[name] ?? otherwise)

export function released(q: ErrorParams) {
  const kind = refusals.find((one: RefusalKind) => one === q['kind']) ?? 'expression'
  return refusalWords(kind, p(q, 'what'))
}

/** What DuckDB said, explained; in its own words after `begin` where no explanation is known. */
export function sqlText(begin: string): Sentence {
  return (params) => {
    const message = p(params, 'message')
    const explained = explainSql(message)
    if (!explained)
      return { what: `${begin}：${firstLine(message)}`, next: '请看标红的地方，改好再运行。' }
    const { what, next, near } = explained
    const meant = near.length === 0 ? '' : `您是不是要 ${near.slice(0, 3).join('、')}？`
    return { what: what + meant, next }
  }
}
