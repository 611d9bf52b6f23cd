import { errorText } from '../../contract/error-text.ts'
import { toWireError, ZhizhiError } from '../../contract/errors.ts'

/** Whoever read the output has gone, as `head` does once it has its lines: nothing more is wanted. */
export class PipeClosed extends Error {}

/** What a shell gives a command that SIGPIPE ended: 128 + 13. Node ignores the signal. */
export const pipeClosedCode = 141

const gone = { output: false }

/** From here on a closed pipe ends the command with {@link pipeClosedCode} and without a word. */
export function endWithPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error
      gone.output = true
      // the command may be at its end already when the pipe tells
      process.exitCode = pipeClosedCode
    })
  }
}

/** The command's own code, or that of a closed pipe. */
export const codeAtEnd = (code: number): number => (gone.output ? pipeClosedCode : code)

/** One JSON object on stdout. */
export function printJson(value: unknown): void {
  print(JSON.stringify(value))
}

/** Throws {@link PipeClosed} where nobody reads any more, so that a long command ends there. */
export function print(text: string): void {
  if (gone.output) throw new PipeClosed()
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
