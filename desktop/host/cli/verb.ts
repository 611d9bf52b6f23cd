import { parseArgs, type ParseArgsConfig } from 'node:util'

type Options = NonNullable<ParseArgsConfig['options']>

export interface Verb {
  /** One line for `zhizhi --help`. */
  readonly usage: string
  /** Exit code: 0 done, 1 refused or failed for a stated reason. */
  run(args: readonly string[]): Promise<number>
}

/** The command line was not understood; the message says how it should be. */
export class UsageError extends Error {}

/** Parses a verb's arguments; anything unknown is a `UsageError` (exit 2). */
export function parse<const O extends Options>(args: readonly string[], usage: string, options: O) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : ''}\n用法：zhizhi ${usage}`)
  }
}

/** The one positional that a verb needs. */
export function only(positionals: readonly string[], usage: string): string {
  const [first, ...rest] = positionals
  if (first === undefined || rest.length > 0) throw new UsageError(`用法：zhizhi ${usage}`)
  return first
}

export function wholeNumber(text: string, name: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value) || value < 0)
    throw new UsageError(`--${name} 要写一个不小于 0 的整数`)
  return value
}
