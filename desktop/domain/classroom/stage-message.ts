import * as z from 'zod'
import { stageStateSchema } from './stage-state.ts'

/** What the windows of one lesson say to each other. */
const stageMessageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('state'), state: stageStateSchema }),
  /** Who has just opened asks where the lesson stands, and which projectors there are. */
  z.object({ kind: z.literal('hello') }),
  /** A projector's window is there, holding the lock of its name; or it is closing. */
  z.object({ kind: z.literal('projector'), id: z.string().max(80), open: z.boolean() }),
])
export type StageMessage = z.infer<typeof stageMessageSchema>

/** A message of ours; `undefined`: anything else. */
export function readStageMessage(data: unknown): StageMessage | undefined {
  return stageMessageSchema.safeParse(data).data
}
