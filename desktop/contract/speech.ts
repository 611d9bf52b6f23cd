import * as z from 'zod'
import { packIdSchema } from '../domain/speech/pack-id.ts'
import { bytes, procedure } from './wire/procedure.ts'

export const voicePackSchema = z.object({
  id: z.string(),
  title: z.object({ zh: z.string(), en: z.string() }),
  language: z.string(),
  by: z.string(),
  licence: z.string(),
  /** How many sentences it has recordings of. */
  sentences: z.int(),
})
export type VoicePack = z.infer<typeof voicePackSchema>

export const speechProcedures = {
  /** The recorded voices, read anew; `problems` are of packs that cannot be used. */
  'speech.packs': procedure({
    input: z.object({}),
    output: z.object({
      packs: z.array(voicePackSchema),
      problems: z.array(z.object({ file: z.string(), line: z.int(), problem: z.string() })),
    }),
  }),
  /** A pack's recording of a sentence; null where it has none that can be used. */
  'speech.clip': procedure({
    input: z.object({ pack: packIdSchema, sentence: z.string().max(2000) }),
    output: z
      .object({ type: z.enum(['audio/wav', 'audio/mpeg', 'audio/ogg', 'audio/mp4']), bytes })
      .nullable(),
  }),
} as const
