import * as z from 'zod'
import { errorSchema } from '../errors.ts'

/** A caller numbers its calls; a number is not used twice on one port. */
const id = z.int().positive()
const value = z.unknown()

/** The most items that one message can grant. */
export const MAX_CREDIT = 65_535

/** What a caller says. `credit` is the number of items it is ready to take (more). */
export const requestSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('call'),
    id,
    name: z.string().max(200),
    input: value,
    credit: z.int().min(0).max(MAX_CREDIT),
  }),
  z.object({ kind: z.literal('cancel'), id }),
  z.object({ kind: z.literal('credit'), id, n: z.int().min(1).max(MAX_CREDIT) }),
])

/** What the called side says; `done` or `error` is the last word on a call. */
export const replySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('item'), id, value }),
  z.object({ kind: z.literal('progress'), id, value }),
  z.object({ kind: z.literal('done'), id, value }),
  z.object({ kind: z.literal('error'), id, error: errorSchema }),
])

export type Request = z.infer<typeof requestSchema>
export type Reply = z.infer<typeof replySchema>
export type Message = Request | Reply

const replyKinds: readonly unknown[] = ['item', 'progress', 'done', 'error']
const broken = z.object({ id, kind: z.unknown() })

/**
 * The call that a malformed request was about, if it says so. Replies have none: were they
 * answered, two sides could answer each other's errors for ever.
 */
export function idOfRefused(raw: unknown): number | undefined {
  const parsed = broken.safeParse(raw)
  if (!parsed.success || replyKinds.includes(parsed.data.kind)) return undefined
  return parsed.data.id
}
