import type { ErrorText } from '../../contract/error-sentence.ts'
import { errorText as sentence } from '../../contract/error-text.ts'
import { type WireError, ZhizhiError, errorSchema, toWireError } from '../../contract/errors.ts'
import { i18n, zh } from './i18n.svelte.ts'

function wireError(error: unknown): WireError {
  if (error instanceof ZhizhiError) return toWireError(error)
  const wire = errorSchema.safeParse(error)
  return wire.success ? wire.data : toWireError(error)
}

/** The sentences for an error in the interface's language; what is not ours is `internal`. */
export function errorText(error: unknown): ErrorText {
  if (i18n.language === 'en') return sentence(wireError(error), 'en')
  const { what, next } = sentence(wireError(error), 'zh')
  return { what: zh(what), next: zh(next) }
}

/** Whether there is nothing to tell: the user cancelled. */
export function isCancelled(error: unknown): boolean {
  return error instanceof ZhizhiError && error.code === 'cancelled'
}
