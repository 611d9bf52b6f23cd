import * as z from 'zod'
import { assessmentSchema } from './assessment.ts'

/** What decisions would do, or which of them is below the policy and what would do. */
export const assessedSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('assessed'),
    assessment: assessmentSchema,
    /** Why the import would be refused all the same. */
    problem: z.string().nullable(),
    /** What should be looked at, where it would not. */
    warning: z.string().nullable(),
  }),
  z.strictObject({ kind: z.literal('below'), problem: z.string() }),
])
export type Assessed = z.infer<typeof assessedSchema>
