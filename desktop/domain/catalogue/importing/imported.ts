import * as z from 'zod'
import { levels } from '../../privacy/deidentify/policy.ts'
import { decisions, recipeSchema } from './recipe.ts'

/** How many refused rows a descriptor names; their number is kept whole. */
export const mostRefusedKept = 1000

/** How a dataset came out of a file: enough to do the same with next month's. No value of it. */
export const importedSchema = z.strictObject({
  /** The file's name, personal numbers masked. */
  file: z.string().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().positive(),
  recipe: recipeSchema,
  decisions: z.record(z.string(), z.enum(decisions)),
  /** What whoever imported it said of the file; general where nothing was. */
  level: z.enum(levels).exclude(['core']).optional(),
  rowsIn: z.int().nonnegative(),
  rowsKept: z.int().nonnegative(),
  rowsRefused: z.int().nonnegative(),
  refused: z
    .array(z.strictObject({ line: z.int().positive(), reason: z.string() }))
    .max(mostRefusedKept),
})
export type Imported = z.infer<typeof importedSchema>
