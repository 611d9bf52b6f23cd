import { errorText } from '../../contract/error-text.ts'
import { toWireError, ZhizhiError } from '../../contract/errors.ts'

/** One JSON object on stdout. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`)
}

export function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

/** A line for the person at the terminal, apart from the result. */
export function note(text: string): void {
  process.stderr.write(`${text}\n`)
}

/** Says what went wrong and what to do, on stderr; as JSON too where a machine listens. */
export function printFailure(error: unknown, json: boolean): void {
  const wire = toWireError(error)
  const { what, next } = errorText(wire, 'zh')
  if (json) printJson({ error: { ...wire, message: what } })
  note(`${what}${next}`)
  if (!(error instanceof ZhizhiError) && process.env['ZHIZHI_DEBUG']) note(String(stackOf(error)))
}

function stackOf(error: unknown): unknown {
  return error instanceof Error ? error.stack : error
}
