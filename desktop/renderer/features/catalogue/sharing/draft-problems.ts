import type * as z from 'zod'
import { t } from './messages.ts'

export type DraftProblems = Readonly<Record<string, string>>

/** A sentence for each entry of a form that cannot be sent, by the entry's name. */
export function draftProblems(
  error: z.ZodError | undefined,
  special: DraftProblems = {},
): DraftProblems {
  const problems: Record<string, string> = {}
  for (const issue of error?.issues ?? []) {
    const name = String(issue.path[0])
    problems[name] ??=
      issue.code === 'too_big' ? t.tooLong(Number(issue.maximum)) : (special[name] ?? t.missing)
  }
  return problems
}
