import type * as z from 'zod'
import { type ErrorCode, ZhizhiError } from '../errors.ts'

/** A value as its schema returns it; throws `code` with the place of the first fault. */
export function checked(schema: z.ZodType, value: unknown, code: ErrorCode): unknown {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const [first] = parsed.error.issues
  throw new ZhizhiError(code, {
    where: first?.path.map(String).join('.') ?? '',
    why: first?.code ?? 'invalid',
  })
}
