import type { ClassLine } from './line.svelte.ts'
import { t } from './messages.ts'

/** Why the last thing asked for was not done, for a person. */
export function refusalText({ refusal }: ClassLine): string | undefined {
  if (refusal === undefined || refusal.why === 'unknown') return undefined
  const { why, left, seconds = 30 } = refusal
  if (why === 'wait') return t.wait(seconds)
  if (why === 'pin') return left === undefined ? t.wrongPinPlain : t.wrongPin(left)
  return t[why]
}
