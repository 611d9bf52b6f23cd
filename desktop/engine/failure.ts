import { ZhizhiError } from '../contract/errors.ts'
import { refused, saysTooDeep, tooDeep } from './accept/refusal.ts'
import { isObject, type Json, textOf } from '../domain/notebook/steps/tree.ts'
import { spanFrom, utf16Offset } from './position.ts'

/** Where the user's text lies in the statement that DuckDB saw. */
export interface Source {
  readonly text: string
  /** UTF-8 bytes of ours in front of it. */
  readonly prefixBytes: number
}

interface Told {
  readonly type: string
  readonly message: string
  readonly position: number | undefined
}

/** DuckDB's error, as `errors_as_json` writes it; streamed results still tell it in plain words. */
function read(error: Error): Told {
  const plain = { type: '', message: error.message, position: undefined }
  const begin = error.message.indexOf('{"exception_type"')
  if (begin < 0) return readPlain(error.message)
  try {
    const json = JSON.parse(error.message.slice(begin)) as Json
    if (!isObject(json)) return plain
    const position = Number(textOf(json, 'position') || Number.NaN)
    return {
      type: textOf(json, 'exception_type'),
      message: textOf(json, 'exception_message'),
      position: Number.isSafeInteger(position) ? position : undefined,
    }
  } catch {
    return plain
  }
}

function readPlain(message: string): Told {
  const colon = message.indexOf(' Error: ')
  if (colon < 0) return { type: '', message, position: undefined }
  return { type: message.slice(0, colon), message: message.slice(colon + 8), position: undefined }
}

/** After these DuckDB may refuse every later statement of the process. */
export function isFatal(error: unknown): boolean {
  return error instanceof Error && ['FATAL', 'INTERNAL'].includes(read(error).type.toUpperCase())
}

/**
 * A failed statement as an error for the user: `sql_syntax` or `sql_failed` with DuckDB's message,
 * its kind (`binder`, `conversion`, `out of memory` …) and the place in the user's text.
 */
export function sqlFailure(error: unknown, { text, prefixBytes }: Source): unknown {
  if (!(error instanceof Error) || error instanceof ZhizhiError) return error
  const { type, message, position } = read(error)
  if (type === '') return error
  if (saysTooDeep(message)) return refused(tooDeep)
  const kind = type.toLowerCase()
  const parser = kind === 'parser'
  const counting = parser ? 'code points' : 'bytes'
  const own = position === undefined ? -1 : position - prefixBytes
  const at = own < 0 ? undefined : spanFrom(text, utf16Offset(text, own, counting))
  return new ZhizhiError(parser ? 'sql_syntax' : 'sql_failed', { message, kind }, at)
}
