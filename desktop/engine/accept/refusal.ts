import { type Span, ZhizhiError } from '../../contract/errors.ts'

/** `what` completes 「这里不能运行…」; `instead` says what to write. */
export interface Refusal {
  readonly what: string
  readonly instead: string
}

export function refused({ what, instead }: Refusal, at?: Span): ZhizhiError {
  return new ZhizhiError('sql_refused', { what, instead }, at)
}

export const tooDeep: Refusal = {
  what: '层次太深的查询',
  instead: '把它拆成几个单元格，后面的引用前面的结果。',
}

/** Whether DuckDB's parser gave up because of nesting. */
export function saysTooDeep(message: string): boolean {
  return message.startsWith('Max expression depth') || message.startsWith('memory exhausted')
}
