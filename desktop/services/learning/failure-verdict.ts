import { errorText } from '../../contract/error-text.ts'
import { ZhizhiError } from '../../contract/errors.ts'
import type { Verdict } from '../../contract/learn.ts'
import { explainError, fullWidthSign } from '../../domain/course/explain-error.ts'
import { sentences } from '../../domain/course/explain.ts'
import { noVerdict } from './verdict.ts'

/** A query that did not run. Failures that are not the learner's are passed on. */
export function failureVerdict(error: unknown, sql: string): Verdict {
  if (!(error instanceof ZhizhiError)) throw error
  const at = error.at ?? null
  const verdict = { ...noVerdict, correct: false, at }
  const { what, next } = errorText(error, 'zh')
  const told = `${what}${/[。！？]$/.test(what) ? '' : '。'}${next}`
  switch (error.code) {
    case 'sql_empty':
      return { ...verdict, code: 'statement', message: sentences.empty }
    case 'sql_refused':
      return { ...verdict, code: 'statement', message: refusal(what, next) }
    case 'parameter_missing':
      return { ...verdict, code: 'statement', message: sentences.noParameters }
    case 'sql_syntax':
    case 'sql_failed':
      return errorVerdict(error, sql, told)
    case 'timeout':
      return { ...verdict, code: 'timeout', message: sentences.tooLong }
    default:
      throw error
  }
}

/** Advice that speaks of the workbench's cells is of no use in an exercise. */
function refusal(what: string, next: string): string {
  if (what.includes('多条语句')) return sentences.several
  return `${what}${/单元格|笔记|结果表|事务/.test(next) ? sentences.onlySelect : next}`
}

/** The error in words for learners where it is a known one, at the sign that is to blame. */
function errorVerdict(error: ZhizhiError, sql: string, told: string): Verdict {
  const original = String(error.params['message'] ?? '')
  const sign = fullWidthSign(sql)
  const explained = sign?.message ?? explainError(original)
  return {
    ...noVerdict,
    correct: false,
    code: 'error',
    message: explained ?? told,
    notes: explained === undefined ? [] : [`数据库的原话：${original.split('\n')[0] ?? ''}`],
    at: sign ? { from: sign.at, to: sign.to } : (error.at ?? null),
  }
}
